/**
 * What a condition can be where others hold: true, false, both, or neither (always unknown). Only what is certain is
 * excluded: a value that may be unknown is no reason, since unknown asks nothing.
 */
import { normalForm } from '../normal-form.js';
import type * as typed from '../typed.js';
import { assume } from './assume.js';
import { isPoint } from './interval.js';
import { both, type Knowledge, soleWord } from './knowledge.js';
import { canBeAbout, canBeFarApart, canBeLess } from './margins.js';
import { type Found, once } from './once.js';
import { insideFact, intervalOf, keyOf, type Rename, wordsOf } from './value.js';

export interface Able {
  readonly true: boolean;
  readonly false: boolean;
}

const anything: Able = { true: true, false: true };
const found: Found<Able> = new WeakMap();

export function canBe(e: typed.Expression, rename: Rename, known: Knowledge): Able {
  if (e.type.kind !== 'boolean') return anything;
  if (e.kind === 'let') return canBe(e.let.value, rename, known);
  if (e.kind === 'not') return flipped(canBe(e.of, rename, known));
  if (e.kind === 'boolean') return { true: e.value, false: !e.value };
  return once(found, e, rename, known, () => {
    if (known.holds.size > 0) {
      if (holds(normalForm(e, rename, false), known)) return { true: true, false: false };
      if (holds(normalForm(e, rename, true), known)) return { true: false, false: true };
    }
    return able(e, rename, known);
  });
}

const holds = (form: string | undefined, known: Knowledge): boolean => form !== undefined && known.holds.has(form);
const flipped = (of: Able): Able => ({ true: of.false, false: of.true });

function able(e: typed.Expression, rename: Rename, known: Knowledge): Able {
  if (e.kind === 'and') return conjunction(e.left, e.right, true, rename, known);
  if (e.kind === 'or') return flipped(conjunction(e.left, e.right, false, rename, known));
  if (e.kind === 'agree')
    return { true: allCanBe(e.conditions, true, rename, known), false: allCanBe(e.conditions, false, rename, known) };
  if (e.kind === 'relation') return canBe(e.relation.body, sidesOf(e, rename), known);
  if (e.kind === 'user fact') return canBe(e.fact.body, insideFact(e, rename), known);
  if (e.kind === 'if') return conditional(e, rename, known);
  if (e.kind === 'less') return lessThan(e, rename, known);
  if (e.kind === 'about') return about(e, rename, known);
  return e.kind === 'exact' ? exactly(e, rename, known) : anything;
}

function conditional(e: Extract<typed.Expression, { kind: 'if' }>, rename: Rename, known: Knowledge): Able {
  const condition = canBe(e.condition, rename, known);
  const then = canBe(e.consequent, rename, assume(e.condition, true, rename, known));
  const otherwise = canBe(e.otherwise, rename, assume(e.condition, false, rename, known));
  return {
    true: (condition.true && then.true) || (condition.false && otherwise.true),
    false: (condition.true && then.false) || (condition.false && otherwise.false),
  };
}

/** The two sides of a relation under the names of what is given for them. */
export function sidesOf(e: Extract<typed.Expression, { kind: 'relation' }>, rename: Rename): Rename {
  const renamed = (name: string): string => rename.get(name) ?? name;
  return new Map([
    [e.relation.left.name, renamed(e.left.name)],
    [e.relation.right.name, renamed(e.right.name)],
  ]);
}

/** Whether both sides can be `wanted` together, or one of them not. */
function conjunction(
  left: typed.Expression,
  right: typed.Expression,
  wanted: boolean,
  rename: Rename,
  known: Knowledge,
): Able {
  const one = canBe(left, rename, known);
  const other = canBe(right, rename, known);
  const together = canBe(right, rename, assume(left, wanted, rename, known));
  const is = (of: Able): boolean => (wanted ? of.true : of.false);
  const isNot = (of: Able): boolean => (wanted ? of.false : of.true);
  return { true: is(one) && is(other) && is(together), false: isNot(one) || isNot(other) };
}

function allCanBe(conditions: readonly typed.Expression[], wanted: boolean, rename: Rename, known: Knowledge): boolean {
  let so = known;
  for (const condition of conditions) {
    const of = canBe(condition, rename, so);
    if (!(wanted ? of.true : of.false)) return false;
    so = assume(condition, wanted, rename, so);
  }
  return !so.impossible;
}

function lessThan(e: Extract<typed.Expression, { kind: 'less' }>, rename: Rename, known: Knowledge): Able {
  if (same(e, rename)) return { true: false, false: false };
  if (e.left.type.kind !== 'quantity') return anything;
  const [left, right] = [intervalOf(e.left, rename, known), intervalOf(e.right, rename, known)];
  return { true: canBeLess(left, right, e.margin), false: canBeLess(right, left, e.margin) };
}

function about(e: Extract<typed.Expression, { kind: 'about' }>, rename: Rename, known: Knowledge): Able {
  if (same(e, rename)) return { true: true, false: false };
  const [left, right] = [intervalOf(e.left, rename, known), intervalOf(e.right, rename, known)];
  return { true: canBeAbout(left, right, e.margin), false: canBeFarApart(left, right, e.margin) };
}

/** The same value on both sides. */
function same({ left, right }: { readonly left: typed.Expression; readonly right: typed.Expression }, rename: Rename) {
  const key = keyOf(left, rename);
  return key !== undefined && key === keyOf(right, rename);
}

function exactly(e: Extract<typed.Expression, { kind: 'exact' }>, rename: Rename, known: Knowledge): Able {
  const { operator } = e;
  if (same(e, rename)) {
    const equal = operator === '=' || operator === '<=';
    return { true: equal, false: !equal };
  }
  if (e.left.type.kind !== 'quantity') {
    const equal = sameWords(e, rename, known);
    return operator === '=' ? equal : flipped(equal);
  }
  const [left, right] = [intervalOf(e.left, rename, known), intervalOf(e.right, rename, known)];
  const equal = {
    true: left.low <= right.high && right.low <= left.high,
    false: !(isPoint(left) && isPoint(right) && left.low === right.low),
  };
  switch (operator) {
    case '<':
      return { true: left.low < right.high, false: right.low <= left.high };
    case '<=':
      return { true: left.low <= right.high, false: right.low < left.high };
    case '=':
      return equal;
    case '!=':
      return flipped(equal);
  }
}

function sameWords(
  { left, right }: { readonly left: typed.Expression; readonly right: typed.Expression },
  rename: Rename,
  known: Knowledge,
): Able {
  const [one, other] = [wordsOf(left, rename, known), wordsOf(right, rename, known)];
  const alike = both(one, other);
  const sole = soleWord(one);
  return { true: alike.only?.size !== 0, false: sole === undefined || sole !== soleWord(other) };
}
