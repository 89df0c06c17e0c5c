/** The options of a choice, as listed or drawn around the right number, in a drawn order. */
import type * as ast from '../../compiler/syntax/ast.js';
import { type DrawKey, factorial, permutation, pick } from './draws.js';
import { evaluateIn, type Scope } from './interpret.js';
import { type LengthFormat, printedDigits } from './length-format.js';
import { isLength } from './print-template.js';
import { plain, type Quantity, quantity, type Value } from './value.js';
import { whole } from './whole-units.js';

export interface Options {
  /** As listed; numbers ascending. */
  readonly listed: readonly Value[];
  readonly right: number;
}

/** Undefined where there are none: an unknown answer, or one that is not listed. */
export function optionsOf(scope: Scope, choices: ast.Choices, answer: Value, key: DrawKey): Options | undefined {
  if (choices.kind === 'near') {
    const value = evaluateIn(scope, choices.value);
    return value.kind === 'quantity' && value.amount !== null ? near(value, value.amount, key) : undefined;
  }
  const listed = choices.options.map((option) => evaluateIn(scope, option));
  const right = listed.findIndex((option) => option.kind === answer.kind && plain(option) === plain(answer));
  return right < 0 || listed.some((option) => plain(option) === null) ? undefined : { listed, right };
}

function near(value: Quantity, amount: number, key: DrawKey): Options | undefined {
  if (value.measure === 'count') {
    const rank = pick(key, 'rank', Math.min(amount, 3) + 1);
    return { listed: [0, 1, 2, 3].map((i) => quantity('count', amount - rank + i)), right: rank };
  }
  if (!isLength(value)) throw new Error(`the definition does not say what lies near a ${value.measure}`);
  const rank = pick(key, 'rank', 4);
  const factor = 1800 + pick(key, 'spread', 601);
  const ladder = [amount];
  for (let i = 0; i < rank; i += 1) ladder.unshift(step((ladder[0] ?? 0) * 1000, factor));
  while (ladder.length < 4) ladder.push(step((ladder.at(-1) ?? 0) * factor, 1000));
  if (ladder.some(Number.isNaN)) return undefined;
  return { listed: ladder.map((each) => quantity(value.measure, each)), right: rank };
}

const step = (numerator: number, denominator: number): number => whole(numerator / denominator) ?? Number.NaN;

/** Whether printed numbers stay apart: none is 0, and each is at least 1.5625 times the one below it. */
export function areApart(options: Options, format: LengthFormat): boolean {
  const digits = options.listed.flatMap((option) =>
    isLength(option) && option.amount !== null ? [printedDigits(option.amount, format)] : [],
  );
  return digits.every((each, i) => {
    const below = digits[i - 1];
    return below === undefined ? each > 0n : 10_000n * each >= 15_625n * below;
  });
}

/** The order in which listed options stand in the question. */
export function optionOrder(options: Options, key: DrawKey): readonly number[] {
  const indices = options.listed.map((_, i) => i);
  return permutation(indices, pick(key, 'options', factorial(indices.length)));
}
