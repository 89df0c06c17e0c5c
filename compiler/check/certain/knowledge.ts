/**
 * What is known of a tuple where some conditions hold: intervals of quantities, values of words, and conditions as texts
 * (`normal-form.ts`). It never changes: to assume more makes another one.
 */
import { everything, type Interval, isEmpty, meet } from './interval.js';

/** Words that a value may be; undefined: any. And some that it is not. */
export interface Words {
  readonly only: ReadonlySet<string> | undefined;
  readonly not: ReadonlySet<string>;
}

export const anyWord: Words = { only: undefined, not: new Set() };

export interface Knowledge {
  /** By the normal form of a value. */
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly words: ReadonlyMap<string, Words>;
  /** Normal forms of conditions that hold. */
  readonly holds: ReadonlySet<string>;
  /** Something that is assumed cannot be: no tuple is left. */
  readonly impossible: boolean;
}

export const nothingKnown: Knowledge = {
  intervals: new Map(),
  words: new Map(),
  holds: new Set(),
  impossible: false,
};

export function withInterval(known: Knowledge, key: string | undefined, interval: Interval): Knowledge {
  if (key === undefined) return isEmpty(interval) ? { ...known, impossible: true } : known;
  const before = known.intervals.get(key);
  const narrower = meet(before ?? everything, interval);
  if (before && before.low === narrower.low && before.high === narrower.high) return known;
  const intervals = new Map(known.intervals).set(key, narrower);
  return { ...known, intervals, impossible: known.impossible || isEmpty(narrower) };
}

export function withWords(known: Knowledge, key: string | undefined, words: Words): Knowledge {
  if (key === undefined) return known;
  const narrower = both(known.words.get(key) ?? anyWord, words);
  const impossible = known.impossible || narrower.only?.size === 0;
  return { ...known, words: new Map(known.words).set(key, narrower), impossible };
}

export function withCondition(known: Knowledge, form: string | undefined): Knowledge {
  return form === undefined || known.holds.has(form) ? known : { ...known, holds: new Set(known.holds).add(form) };
}

/** Words that are both. */
export function both(a: Words, b: Words): Words {
  const not = new Set([...a.not, ...b.not]);
  const only = a.only && b.only ? [...a.only].filter((w) => b.only?.has(w)) : [...(a.only ?? b.only ?? [])];
  return { only: a.only || b.only ? new Set(only.filter((w) => !not.has(w))) : undefined, not };
}

/** The only word that is left, if it is one. */
export function soleWord({ only }: Words): string | undefined {
  const [word, more] = only ?? [];
  return more === undefined ? word : undefined;
}
