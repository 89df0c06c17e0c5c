/** What more is known where a condition is true, or false. What cannot be made use of is left out: less is known then. */
import { normalForm } from '../normal-form.js';
import type * as typed from '../typed.js';
import { type Interval, isPoint, negated, sum } from './interval.js';
import { type Knowledge, soleWord, type Words, withCondition, withInterval, withWords } from './knowledge.js';
import { whereLess } from './margins.js';
import { type Found, once } from './once.js';
import { canBe, sidesOf } from './truth.js';
import { intervalOf, keyOf, type Rename, wordsOf } from './value.js';

const whereTrue: Found<Knowledge> = new WeakMap();
const whereFalse: Found<Knowledge> = new WeakMap();

export function assume(e: typed.Expression, truth: boolean, rename: Rename, known: Knowledge): Knowledge {
  if (e.type.kind !== 'boolean') return known;
  if (e.kind === 'not') return assume(e.of, !truth, rename, known);
  if (e.kind === 'let') return assume(e.let.value, truth, rename, known);
  return once(truth ? whereTrue : whereFalse, e, rename, known, () => assumed(e, truth, rename, known));
}

function assumed(e: typed.Expression, truth: boolean, rename: Rename, known: Knowledge): Knowledge {
  if (e.kind === 'and' || e.kind === 'or') return connected(e, truth, rename, known);
  if (e.kind === 'relation') return assume(e.relation.body, truth, sidesOf(e, rename), known);
  const told = withCondition(known, normalForm(e, rename, !truth));
  if (e.kind === 'agree') return e.conditions.reduce((so, c) => assume(c, truth, rename, so), told);
  if (e.kind === 'less') return less(e, truth, rename, told);
  return e.kind === 'exact' ? exact(e, truth, rename, told) : told;
}

/** Both sides are so; or one of them at least, and then it is the other one, if that cannot be. */
function connected(
  e: Extract<typed.Expression, { kind: 'and' | 'or' }>,
  truth: boolean,
  rename: Rename,
  known: Knowledge,
): Knowledge {
  const inner = (part: typed.Expression, so: Knowledge): Knowledge => assume(part, truth, rename, so);
  if ((e.kind === 'and') === truth) return inner(e.right, inner(e.left, known));
  const told = withCondition(known, normalForm(e, rename, !truth));
  const able = (part: typed.Expression): boolean => canBe(part, rename, known)[truth ? 'true' : 'false'];
  if (!able(e.left)) return inner(e.right, told);
  return able(e.right) ? told : inner(e.left, told);
}

function less(
  e: Extract<typed.Expression, { kind: 'less' }>,
  truth: boolean,
  rename: Rename,
  known: Knowledge,
): Knowledge {
  if (e.left.type.kind !== 'quantity') return known;
  const [low, high] = truth ? [e.left, e.right] : [e.right, e.left];
  const narrowed = whereLess(intervalOf(low, rename, known), intervalOf(high, rename, known), e.margin);
  return narrow(narrow(known, low, narrowed[0], rename), high, narrowed[1], rename);
}

function narrow(known: Knowledge, e: typed.Expression, interval: Interval, rename: Rename): Knowledge {
  const within = isWhole(e) ? { low: Math.ceil(interval.low), high: Math.floor(interval.high) } : interval;
  if (e.kind === 'negative') return narrow(known, e.of, negated(within), rename);
  if (e.kind === 'arithmetic' && (e.operator === '+' || e.operator === '-')) return terms(known, e, within, rename);
  return withInterval(known, keyOf(e, rename), within);
}

/** x + y in an interval: x is in it less y, y in it less x. Differences of whole numbers are exact. */
function terms(
  known: Knowledge,
  e: Extract<typed.Expression, { kind: 'arithmetic' }>,
  within: Interval,
  rename: Rename,
): Knowledge {
  const [left, right] = [intervalOf(e.left, rename, known), intervalOf(e.right, rename, known)];
  const plus = e.operator === '+';
  const some = narrow(known, e.left, sum(within, plus ? negated(right) : right), rename);
  const both = narrow(some, e.right, sum(plus ? within : negated(within), plus ? negated(left) : left), rename);
  return withInterval(both, keyOf(e, rename), within);
}

/** Counts are whole numbers. */
const isWhole = (e: typed.Expression): boolean =>
  e.kind === 'let' ? isWhole(e.let.value) : e.kind === 'count' || e.kind === 'tally';

function exact(
  e: Extract<typed.Expression, { kind: 'exact' }>,
  truth: boolean,
  rename: Rename,
  known: Knowledge,
): Knowledge {
  const { left, right, operator } = e;
  const equal = (operator === '=') === truth;
  if (operator === '=' || operator === '!=') {
    if (left.type.kind === 'quantity') return equal ? equals(left, right, rename, known) : unequal(e, rename, known);
    return words(left, right, equal, rename, words(right, left, equal, rename, known));
  }
  const [low, high] = truth ? [left, right] : [right, left];
  const strict = (operator === '<') === truth;
  const [l, h] = [intervalOf(low, rename, known), intervalOf(high, rename, known)];
  const step = (of: typed.Expression): number => (strict && isWhole(of) ? 1e-9 : 0);
  const some = narrow(known, low, { low: l.low, high: Math.min(l.high, h.high - step(low)) }, rename);
  return narrow(some, high, { low: Math.max(h.low, l.low + step(high)), high: h.high }, rename);
}

function equals(left: typed.Expression, right: typed.Expression, rename: Rename, known: Knowledge): Knowledge {
  const [l, r] = [intervalOf(left, rename, known), intervalOf(right, rename, known)];
  return narrow(narrow(known, left, r, rename), right, l, rename);
}

/** A whole number that is not the end of its interval lies further in. */
function unequal(
  { left, right }: Extract<typed.Expression, { kind: 'exact' }>,
  rename: Rename,
  known: Knowledge,
): Knowledge {
  const [l, r] = [intervalOf(left, rename, known), intervalOf(right, rename, known)];
  const without = (of: Interval, value: Interval): Interval => {
    if (!isPoint(value)) return of;
    return { low: of.low === value.low ? of.low + 1 : of.low, high: of.high === value.low ? of.high - 1 : of.high };
  };
  const some = isWhole(left) ? narrow(known, left, without(l, r), rename) : known;
  return isWhole(right) ? narrow(some, right, without(r, l), rename) : some;
}

/** What `e` is, where it is the same word as another value, or another one. */
function words(
  e: typed.Expression,
  other: typed.Expression,
  equal: boolean,
  rename: Rename,
  known: Knowledge,
): Knowledge {
  const theirs = wordsOf(other, rename, known);
  const sole = soleWord(theirs);
  const told: Words | undefined = equal
    ? theirs
    : sole === undefined
      ? undefined
      : { only: undefined, not: new Set([sole]) };
  return told ? withWords(known, keyOf(e, rename), told) : known;
}
