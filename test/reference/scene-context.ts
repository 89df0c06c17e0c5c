/** One scene with everything the evaluator looks up in it, computed once. */
import type * as ast from '../../compiler/syntax/ast.js';
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { candidatesOf } from './candidates.js';
import { type MeasureWords, STANDARD_MEASURES } from './measure-words.js';
import { type ObjectFacts, objectFacts } from './object-facts.js';
import type { Settings } from './settings.js';
import { coveredCategories, type Vocabulary } from './vocabulary.js';

export interface SceneContext {
  readonly facts: SceneFacts;
  readonly candidates: readonly ObjectRow[];
  readonly covered: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly settings: Settings;
  readonly definitions: Definitions;
  readonly factsOf: (row: ObjectRow) => ObjectFacts;
}

/** Relation declarations by their words, `left of`. */
export type Relations = ReadonlyMap<string, ast.RelationDeclaration>;

export const wordsOf = (words: readonly ast.Name[]): string => words.map((word) => word.text).join(' ');

/** Facts that are written in the language, by name. */
export type WrittenFacts = ReadonlyMap<string, ast.FactDeclaration>;

const definitionsOf = (recipe: ast.Recipe, library: readonly ast.Recipe[]) =>
  [...library, recipe].flatMap((each) => each.definitions);

/** The recipe's own relations stand before those of the library. */
export function relationsOf(recipe: ast.Recipe, library: readonly ast.Recipe[]): Relations {
  return new Map(
    definitionsOf(recipe, library).flatMap((each) =>
      each.kind === 'relation' ? [[wordsOf(each.words), each] as const] : [],
    ),
  );
}

export function writtenFactsOf(recipe: ast.Recipe, library: readonly ast.Recipe[]): WrittenFacts {
  return new Map(
    definitionsOf(recipe, library).flatMap((each) => (each.kind === 'fact' ? [[each.name.text, each] as const] : [])),
  );
}

/** What names of the language's own mean in this recipe. */
export interface Definitions {
  readonly relations: Relations;
  readonly facts: WrittenFacts;
  /** Of the language's own facts. */
  readonly measureWords: Readonly<Record<string, MeasureWords>>;
}

export function definitionsIn(
  recipe: ast.Recipe,
  library: readonly ast.Recipe[],
  measureWords: Definitions['measureWords'] = STANDARD_MEASURES,
): Definitions {
  return { relations: relationsOf(recipe, library), facts: writtenFactsOf(recipe, library), measureWords };
}

export function sceneContext(
  facts: SceneFacts,
  vocabulary: Vocabulary,
  settings: Settings,
  definitions: Definitions,
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
    definitions,
    factsOf,
  };
}
