/** What must be known of every object so that the tasks of a recipe can name theirs; what no task may use is not computed. */
import type * as typed from '../check/typed.js';
import { type SizeSuperlative, type Superlative, sizeSuperlativeNames, superlativeNames } from '../std/references.js';

export interface ReferenceNeeds {
  readonly unique: boolean;
  readonly superlatives: readonly Superlative[];
  readonly ordinal: boolean;
  readonly sizes: readonly SizeSuperlative[];
  readonly relations: readonly typed.Relation[];
  readonly caption: boolean;
  readonly box: boolean;
}

export function referenceNeeds(recipe: typed.Recipe): ReferenceNeeds {
  const namings = recipe.levels.flatMap((l) => l.tasks.flatMap((t) => t.bodies.flatMap((b) => b.naming)));
  const strategies = namings.flatMap((n) => n.strategies);
  const uses = (kind: typed.Strategy['kind']): boolean => strategies.some((s) => s.kind === kind);
  const ends = new Set(strategies.flatMap((s) => (s.kind === 'position' ? s.superlatives : [])));
  const sizes = new Set(strategies.flatMap((s) => (s.kind === 'size' ? s.superlatives : [])));
  const relations = new Set(strategies.flatMap((s) => (s.kind === 'relation' ? s.relations : [])));
  return {
    // A landmark is named by its category.
    unique: uses('category') || relations.size > 0,
    superlatives: superlativeNames.filter((s) => ends.has(s)),
    ordinal: strategies.some((s) => s.kind === 'position' && s.ordinal),
    sizes: sizeSuperlativeNames.filter((s) => sizes.has(s)),
    relations: recipe.relations.filter((r) => relations.has(r)),
    caption: uses('caption'),
    box: uses('box'),
  };
}

/** The column that holds the noun of the landmark to which an object stands so; NULL where there is none. */
export const landmarkColumn = (relation: typed.Relation): string => `landmark_${relation.name.replaceAll(' ', '_')}`;
