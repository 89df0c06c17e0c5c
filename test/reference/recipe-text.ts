/** Recipes for the tests of the evaluator: parsed text, the standard relations, and one call to evaluate both. */
import { readFileSync } from 'node:fs';
import type * as ast from '../../compiler/syntax/ast.js';
import { parse } from '../../compiler/syntax/parse.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { evaluate, type ReferenceQuestion, type ReferenceTuple } from './index.js';
import { FURNITURE } from './scene-builder.js';

/** @throws when the text is no recipe */
export function recipeOf(text: string, file = 'test.spq'): ast.Recipe {
  return parse({ file, text }, ({ code, message }) => {
    throw new Error(`${file}: ${code} ${message}`);
  });
}

const STANDARD: readonly ast.Recipe[] = [
  recipeOf(readFileSync(new URL('../../compiler/std/std.spq', import.meta.url), 'utf8'), 'std.spq'),
];

/** The relations that every recipe may use. */
export function standardLibrary(): readonly ast.Recipe[] {
  return STANDARD;
}

/** One task with the given lines, at level 2, over some scenes, with seed 7. */
export function evaluateTask(
  lines: string,
  scenes: readonly SceneFacts[],
  settings = '',
): { readonly tuples: readonly ReferenceTuple[]; readonly questions: readonly ReferenceQuestion[] } {
  const recipe = recipeOf(`${settings}\nlevel 2 "Test" {\n  task t "Test" {\n${lines}\n  }\n}`);
  return evaluate({
    recipe,
    library: standardLibrary(),
    sourceName: 'hand',
    vocabulary: FURNITURE,
    scenes,
    seed: 7,
  });
}

/** The tuple of these ids, whatever order a set was drawn in; fails when there is not exactly one. */
export function tupleOf(tuples: readonly ReferenceTuple[], ...ids: readonly string[]): ReferenceTuple {
  const found = tuples.filter((tuple) => tuple.ids.length === ids.length && ids.every((id, i) => tuple.ids[i] === id));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} tuples of ${ids.join(', ')}`);
  return only;
}
