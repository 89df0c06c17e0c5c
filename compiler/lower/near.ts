/** Numbers near the right one (S10): its rank by size is drawn first, so that no size is likelier to be right. */
import {
  add,
  and,
  apply,
  atMost,
  below,
  divide,
  equal,
  floorDivide,
  int,
  isKnown,
  join,
  larger,
  multiply,
  real,
  smaller,
  subtract,
  toReal,
  toText,
  when,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Quantity } from '../types/type.js';
import type { Dimension } from '../types/unit.js';
import type { Draws } from './draw.js';
import { type Print, plainPrint, printDigits, printedDigits } from './numbers.js';
import type { Options } from './options.js';
import { groupOf, type Prints } from './precision.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

const places = [0, 1, 2, 3] as const;

export function nearNumber({ dimension }: Quantity, answer: Value | undefined, scope: Scope, draws: Draws): Options {
  if (dimension === 'count') return nearCount(answer, scope, draws);
  const value = scope.share(answer?.kind === 'scalar' ? answer.value : int(0));
  return dimension === 'angle' ? nearAngle(value, scope, draws) : nearFactor(value, dimension, scope, draws);
}

/** n - rank .. n - rank + 3, never below zero. */
function nearCount(answer: Value | undefined, scope: Scope, draws: Draws): Options {
  const n = scope.share(
    answer?.kind === 'bounds'
      ? when([[equal(answer.low, answer.high), answer.low]])
      : answer?.kind === 'scalar'
        ? answer.value
        : int(0),
  );
  const rank = draws.pick('rank', scope.share(add(smaller(n, int(3)), int(1))));
  const numbers = places.map((j) => add(subtract(n, rank), int(j)));
  const texts = () => numbers.map(toText);
  return { count: 4, amounts: [], right: rank, numbers, askable: () => isKnown(rank), texts };
}

/** Neighbours at a drawn factor; each printed number is at least 1.5625 times the one below it. */
function nearFactor(v: Expression, dimension: Dimension, scope: Scope, draws: Draws): Options {
  const rank = draws.pick('rank', 4);
  const factor = scope.share(toReal(add(int(1800), draws.pick('spread', 601))));
  const chain = (step: (previous: Expression) => Expression): readonly Expression[] => {
    const found = [v];
    for (let i = 0; i < 3; i++) found.push(scope.share(whole(step(toReal(found[i] ?? v)))));
    return found;
  };
  const ups = chain((p) => divide(multiply(p, factor), real(1000)));
  const downs = chain((p) => divide(multiply(p, real(1000)), factor));
  const options = places.map((j) =>
    scope.share(when(places.map((r) => [equal(rank, int(r)), (j >= r ? ups[j - r] : downs[r - j]) ?? v] as const))),
  );
  const group = groupOf(dimension, 'plain');
  const printIn = (prints: Prints) => (group ? prints[group] : plainPrint(dimension));
  const digits = (prints: Prints): readonly Expression[] =>
    options.map((o) => scope.share(printedDigits(o, printIn(prints))));
  return {
    count: 4,
    amounts: group ? options.map((value) => ({ group, value })) : [],
    right: rank,
    numbers: options,
    askable: (prints) => {
      const printed = digits(prints);
      const apart = printed
        .slice(1)
        .map((d, i) => atMost(multiply(printed[i] ?? d, int(15_625)), multiply(d, int(10_000))));
      return and(isKnown(v), atMost(int(1), printed[0] ?? int(0)), ...apart);
    },
    texts: ({ prints }) => digits(prints).map((d) => written(d, printIn(prints))),
  };
}

const written = (digits: Expression, print: Print): Expression =>
  join(printDigits(digits, print, false), print.suffix(digits));

const microDegrees = 1_000_000;
const halfTurn = 180 * microDegrees;

/** Neighbours at a drawn step, all between 0 and 180 degrees; the rank is drawn among those possible. */
function nearAngle(v: Expression, scope: Scope, draws: Draws): Options {
  const least = Math.max(20, Math.ceil((scope.settings.margin.angleDegrees * 4) / 3));
  const step = scope.share(multiply(add(int(least), draws.pick('spread', 21)), int(microDegrees)));
  const steps = (room: Expression): Expression => smaller(int(3), floorDivide(room, step));
  const lowest = scope.share(larger(int(0), subtract(int(3), steps(subtract(int(halfTurn), v)))));
  const ranks = scope.share(add(subtract(steps(v), lowest), int(1)));
  const possible = below(int(0), ranks);
  const rank = scope.share(add(lowest, draws.pick('rank', scope.share(larger(int(1), ranks)))));
  const degrees = plainPrint('angle');
  const numbers = places.map((j) => add(v, multiply(subtract(int(j), rank), step)));
  const digits = numbers.map((n) => scope.share(printedDigits(n, degrees)));
  return {
    count: 4,
    amounts: [],
    right: rank,
    numbers,
    askable: () => and(isKnown(v), apply('is_true', 'bool', possible)),
    texts: () => digits.map((d) => written(d, degrees)),
  };
}
