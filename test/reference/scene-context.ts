/** One scene with everything the evaluator looks up in it, computed once. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { candidatesOf } from './candidates.js';
import { type ObjectFacts, objectFacts } from './object-facts.js';
import type { Settings } from './settings.js';
import { coveredCategories, type Vocabulary } from './vocabulary.js';

export interface SceneContext {
  readonly facts: SceneFacts;
  readonly candidates: readonly ObjectRow[];
  readonly covered: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly settings: Settings;
  readonly relations: Relations;
  readonly factsOf: (row: ObjectRow) => ObjectFacts;
}

/** Relation declarations by their words, `left of`. */
export type Relations = ReadonlyMap<string, ast.RelationDeclaration>;

export const wordsOf = (words: readonly ast.Name[]): string => words.map((word) => word.text).join(' ');

/** The recipe's own relations stand before those of the library. */
export function relationsOf(recipe: ast.Recipe, library: readonly ast.Recipe[]): Relations {
  const all = [...library.flatMap((each) => each.relations), ...recipe.relations];
  return new Map(all.map((relation) => [wordsOf(relation.words), relation]));
}

export function sceneContext(
  facts: SceneFacts,
  vocabulary: Vocabulary,
  settings: Settings,
  relations: Relations,
): SceneContext {
  const known = new Map<ObjectRow, ObjectFacts>();
  const factsOf = (row: ObjectRow): ObjectFacts => {
    const found = known.get(row) ?? objectFacts(row, facts.scene);
    known.set(row, found);
    return found;
  };
  return {
    facts,
    candidates: candidatesOf(facts),
    covered: coveredCategories(facts),
    vocabulary,
    settings,
    relations,
    factsOf,
  };
}
