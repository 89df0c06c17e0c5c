/** Whether an answer is right by its stored rule of acceptance, where the truth gives the value. Null: the truth has none. */
import type { Truth } from '../reference/kleene.js';
import { and } from '../reference/kleene.js';
import { isKnown, isSame, plain, type Quantity, type Value } from '../reference/value.js';
import { pictureOverlap } from './box-overlap.js';

/** The fields of a rule, as JSON has them. */
export type Rule = Readonly<Record<string, unknown>>;

export function rightByRule(answer: Value, truth: Value, rule: Rule): Truth {
  if (!isKnown(truth)) return null;
  switch (rule.rule) {
    case 'relative':
      return isNear(answer, truth, numberOf(rule, 'tolerance'), numberOf(rule, 'absolute'));
    case 'absolute':
      return isNear(answer, truth, 0, numberOf(rule, 'degrees'));
    case 'position':
      return isNearby(answer, truth, numberOf(rule, 'relative'), numberOf(rule, 'absolute'));
    case 'direction':
      return isAlong(answer, truth, numberOf(rule, 'degrees'));
    case 'iou':
      return overlapsBy(answer, truth, numberOf(rule, 'least'));
    case 'numbers':
      return ofItems(answer, truth, (a, t) => isNear(a, t, numberOf(rule, 'tolerance'), numberOf(rule, 'absolute')));
    case 'items': {
      const { items } = rule;
      return ofItems(answer, truth, (a, t, i) => rightByRule(a, t, Array.isArray(items) ? asRule(items[i]) : {}));
    }
    case 'exact':
      return isSame(answer, truth);
  }
  throw new Error(`no rule ${JSON.stringify(rule)}`);
}

export function asRule(value: unknown): Rule {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Parameters that a rule does not have are 0. */
function numberOf(rule: Rule, name: string): number {
  const value = rule[name];
  return typeof value === 'number' ? value : 0;
}

/** Whole units of one SI unit, as tolerances are written. */
function wholePerUnit({ measure }: Quantity): number {
  switch (measure) {
    case 'magnitude':
    case 'signed':
    case 'length literal':
    case 'area':
    case 'angle':
      return 1e6;
    case 'volume':
    case 'ratio':
      return 1e9;
    case 'picture':
      return 1000;
    case 'count':
    case 'number':
      return 1;
  }
}

function isNear(answer: Value, truth: Value, relative: number, absolute: number): Truth {
  if (answer.kind !== 'quantity' || truth.kind !== 'quantity') throw new Error(`a ${answer.kind} is no number`);
  if (answer.amount === null || truth.amount === null) return null;
  const apart = Math.abs(answer.amount - truth.amount);
  return apart <= Math.max(relative * Math.abs(truth.amount), absolute * wholePerUnit(truth));
}

function isNearby(answer: Value, truth: Value, relative: number, absolute: number): Truth {
  const [p, q] = [numbersOf(answer), numbersOf(truth)];
  if (p === null || q === null) return null;
  return Math.hypot(...p.map((x, i) => x - (q[i] ?? 0))) <= Math.max(relative * Math.hypot(...q), absolute * 1e6);
}

function isAlong(answer: Value, truth: Value, degrees: number): Truth {
  const [p, q] = [numbersOf(answer), numbersOf(truth)];
  if (p === null || q === null) return null;
  const cosine = p.reduce((sum, x, i) => sum + x * (q[i] ?? 0), 0) / (Math.hypot(...p) * Math.hypot(...q));
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI <= degrees;
}

function numbersOf(value: Value): readonly number[] | null {
  const found = plain(value);
  if (!Array.isArray(found)) return null;
  const numbers = found.flatMap((each: unknown) => (typeof each === 'number' ? [each] : []));
  return numbers.length === found.length ? numbers : null;
}

function overlapsBy(answer: Value, truth: Value, least: number): Truth {
  if (answer.kind !== 'box' || truth.kind !== 'box' || answer.corners === null || truth.corners === null) return null;
  return pictureOverlap(answer.corners, truth.corners) >= least;
}

function ofItems(answer: Value, truth: Value, isRight: (a: Value, t: Value, i: number) => Truth): Truth {
  if (answer.kind !== 'tuple' || truth.kind !== 'tuple') throw new Error(`a ${answer.kind} has no items`);
  return and(
    answer.items.map((item, i) => {
      const other = truth.items[i];
      return other === undefined ? null : isRight(item, other, i);
    }),
  );
}
