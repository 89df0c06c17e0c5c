/** The counts a task makes, wherever in it: references that tell how many bear a noun must stay clear of them. */
import type * as ast from '../../compiler/syntax/ast.js';
import { calledCategories } from './called-categories.js';
import { decidingConditions } from './claims.js';
import { partsOf, setOf } from './expression-parts.js';
import type { Scope } from './interpret.js';
import { membersOf, withName } from './interpret-sets.js';

/** A count over the scene, with the ranges over sets that it stands in. */
export interface Counted {
  readonly range: ast.Range;
  readonly within: readonly ast.Range[];
}

export function taskCounts(task: ast.Task): readonly Counted[] {
  const texts = [
    ...task.asks,
    ...(task.answer?.as === undefined ? [] : [task.answer.as]),
    ...task.claims.flatMap((claim) => (claim.kind === 'relation' ? [] : claim.phrasings)),
    ...task.claims.flatMap((claim) => (claim.kind === 'when' ? claim.otherwise : [])),
    ...task.lets.flatMap(({ say }) => say),
    ...task.reasons.flatMap(({ steps }) => steps.map(({ say }) => say)),
  ];
  return [
    ...texts.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'hole' ? [part.value] : []))),
    ...task.lets.map(({ value }) => value),
    ...task.wheres,
    ...(task.answer === undefined ? [] : [task.answer.value]),
    ...decidingConditions(task),
  ].flatMap((expression) => countsIn(expression, []));
}

function countsIn(expression: ast.Expression, within: readonly ast.Range[]): readonly Counted[] {
  const hasRange = expression.kind === 'quantifier' || expression.kind === 'pick';
  const own = hasRange && setOf(expression.range) !== undefined ? [...within, expression.range] : within;
  const inner = partsOf(expression).flatMap((part) => countsIn(part, own));
  const isCount = expression.kind === 'quantifier' && expression.range.over.kind === 'scene';
  return isCount ? [{ range: expression.range, within }, ...inner] : inner;
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
