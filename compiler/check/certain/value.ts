/** What a value can be, where certain conditions hold: an interval, or some words. */
import { type Dimension, wholePerUnit } from '../../types/unit.js';
import { normalForm } from '../normal-form.js';
import type * as typed from '../typed.js';
import { assume } from './assume.js';
import * as interval from './interval.js';
import { anyWord, both, type Knowledge, type Words } from './knowledge.js';
import { type Found, once } from './once.js';
import { canBe } from './truth.js';

/** Names of parameters, and what stands for them. */
export type Rename = ReadonlyMap<string, string>;

/** The text by which a value is known: equal texts are equal values. */
export const keyOf = (e: typed.Expression, rename: Rename): string | undefined =>
  e.kind === 'number' ? undefined : normalForm(e, rename, false);

const intervals: Found<interval.Interval> = new WeakMap();
const words: Found<Words> = new WeakMap();

/** In whole units of its dimension; everything for what is no quantity. */
export function intervalOf(e: typed.Expression, rename: Rename, known: Knowledge): interval.Interval {
  if (e.type.kind !== 'quantity') return interval.everything;
  if (e.kind === 'let') return intervalOf(e.let.value, rename, known);
  if (e.kind === 'number') return interval.point(e.whole);
  return once(intervals, e, rename, known, () => {
    const own = ownInterval(e, rename, known);
    const key = known.intervals.size > 0 ? keyOf(e, rename) : undefined;
    const told = key === undefined ? undefined : known.intervals.get(key);
    return told ? interval.meet(own, told) : own;
  });
}

function ownInterval(e: typed.Expression, rename: Rename, known: Knowledge): interval.Interval {
  const of = (part: typed.Expression): interval.Interval => intervalOf(part, rename, known);
  if (e.kind === 'negative') return interval.negated(of(e.of));
  if (e.kind === 'abs') return interval.magnitude(of(e.of));
  if (e.kind === 'arithmetic') return ofItself(e, rename) ?? arithmetic(e, of(e.left), of(e.right));
  if (e.kind === 'user fact') return intervalOf(e.fact.body, insideFact(e, rename), known);
  if (e.kind === 'if')
    return interval.hull(
      intervalOf(e.consequent, rename, assume(e.condition, true, rename, known)),
      intervalOf(e.otherwise, rename, assume(e.condition, false, rename, known)),
    );
  return interval.meet(
    byKind(e),
    e.type.kind === 'quantity' && !e.type.signed ? interval.natural : interval.everything,
  );
}

/** What a kind of value is, whatever it is of. */
function byKind(e: typed.Expression): interval.Interval {
  if (e.kind === 'component' && e.of.type.kind === 'unit') return { low: -1e9, high: 1e9 };
  if (e.kind === 'angle') return { low: 0, high: e.left.type.kind === 'axis' ? 90e6 : 180e6 };
  if (e.kind === 'overlap') return { low: 0, high: 1e9 };
  return e.kind === 'tally' ? { low: 0, high: e.conditions.length } : interval.everything;
}

/** The parameter of a fact stands for the thing that it is a fact of. */
export const insideFact = (e: Extract<typed.Expression, { kind: 'user fact' }>, rename: Rename): Rename =>
  new Map([[e.fact.parameter.name, rename.get(e.entity.name) ?? e.entity.name]]);

const dimensionOf = (e: typed.Expression): Dimension => (e.type.kind === 'quantity' ? e.type.dimension : 'count');

/** What is taken from itself is nothing, what is divided by itself one. */
function ofItself(e: Extract<typed.Expression, { kind: 'arithmetic' }>, rename: Rename): interval.Interval | undefined {
  if (e.operator !== '-' && e.operator !== '/') return undefined;
  const key = keyOf(e.left, rename);
  if (key === undefined || key !== keyOf(e.right, rename)) return undefined;
  return interval.point(e.operator === '-' ? 0 : wholePerUnit[dimensionOf(e)]);
}

function arithmetic(
  e: Extract<typed.Expression, { kind: 'arithmetic' }>,
  left: interval.Interval,
  right: interval.Interval,
): interval.Interval {
  const [made, l, r] = [e, e.left, e.right].map((part) => wholePerUnit[dimensionOf(part)]);
  if (made === undefined || l === undefined || r === undefined) return interval.everything;
  switch (e.operator) {
    case '+':
      return interval.sum(left, right);
    case '-':
      return interval.sum(left, interval.negated(right));
    case '*':
      if (isNothing(left) || isNothing(right)) return interval.point(0);
      return interval.product(left, right, made / (l * r));
    case '/':
      return interval.quotient(left, right, (made * r) / l);
  }
}

const isNothing = ({ low, high }: interval.Interval): boolean => low === 0 && high === 0;

/** Of enumerations, texts and categories. */
export function wordsOf(e: typed.Expression, rename: Rename, known: Knowledge): Words {
  if (e.kind === 'let') return wordsOf(e.let.value, rename, known);
  return once(words, e, rename, known, () => {
    const own = ownWords(e, rename, known);
    const key = known.words.size > 0 ? keyOf(e, rename) : undefined;
    const told = key === undefined ? undefined : known.words.get(key);
    return told ? both(own, told) : own;
  });
}

function ownWords(e: typed.Expression, rename: Rename, known: Knowledge): Words {
  if (e.kind === 'text' || e.kind === 'enumeration') return { only: new Set([e.value]), not: new Set() };
  if (e.kind === 'if') return ofBranches(e, rename, known);
  if (e.kind === 'user fact') return wordsOf(e.fact.body, insideFact(e, rename), known);
  return e.type.kind === 'enumeration' ? { only: new Set(e.type.values), not: new Set() } : anyWord;
}

/** Those of the branches that can be taken. */
function ofBranches(e: Extract<typed.Expression, { kind: 'if' }>, rename: Rename, known: Knowledge): Words {
  const able = canBe(e.condition, rename, known);
  const taken = [
    ...(able.true ? [wordsOf(e.consequent, rename, assume(e.condition, true, rename, known))] : []),
    ...(able.false ? [wordsOf(e.otherwise, rename, assume(e.condition, false, rename, known))] : []),
  ];
  const all = taken.flatMap((w) => (w.only ? [...w.only] : []));
  return taken.every((w) => w.only) ? { only: new Set(all), not: new Set() } : anyWord;
}
