/** What a count over the scene counts, for one tuple. */
import type * as ast from '../../compiler/syntax/ast.js';
import { calledCategories } from './called-categories.js';
import { setOf } from './expression-parts.js';
import type { Scope } from './interpret.js';
import { membersOf, withName } from './interpret-sets.js';

/** A count over the scene, with the ranges over sets that it stands in. */
export interface Counted {
  readonly range: ast.Range;
  readonly within: readonly ast.Range[];
}

/** What is counted, for every value of the variables around. */
export function categoriesCounted(scope: Scope, { range, within }: Counted): readonly (string | null)[] {
  const [first, ...rest] = within;
  const set = first === undefined ? undefined : setOf(first);
  if (first === undefined || set === undefined) return calledCategories(scope, range);
  return membersOf(scope, set).flatMap((value) =>
    categoriesCounted(withName(scope, first.variable, value), { range, within: rest }),
  );
}
