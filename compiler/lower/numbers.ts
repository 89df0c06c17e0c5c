/**
 * How numbers are printed (S15), once unit and precision are chosen (`precision.ts`).
 * Every printed number is made from the whole number of its last digit, so that no engine rounds otherwise.
 */
import {
  absolute,
  add,
  apply,
  below,
  equal,
  floorDivide,
  int,
  join,
  multiply,
  text,
  toText,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Dimension } from '../types/unit.js';

export type Share = (value: Expression) => Expression;

/** Unit and precision of some numbers of a question. */
export interface Print {
  /** Whole units in one unit. */
  readonly unit: Expression;
  /** Number of decimals, and ten to its power. */
  readonly decimals: Expression;
  readonly scale: Expression;
  /** What stands after the number: a blank and the unit. Of 1 it may be another. */
  readonly suffix: (digits: Expression) => Expression;
}

export const powerOfTen = (decimals: Expression): Expression =>
  when(
    [
      [equal(decimals, int(0)), int(1)],
      [equal(decimals, int(1)), int(10)],
    ],
    int(100),
  );

/** The number of last digits: floor(value · scale / unit + 1/2), by whole-number arithmetic. */
export function printedDigits(value: Expression, { unit, scale }: Print): Expression {
  const doubled = multiply(multiply(int(2), value), scale);
  return floorDivide(add(doubled, unit), multiply(int(2), unit));
}

/** `1.24`, `-0.30`; with `signed`, `+0.30`. */
export function printDigits(digits: Expression, print: Print, signed: boolean): Expression {
  const size = absolute(digits);
  const minus = when(
    [[below(digits, int(0)), text('-')]],
    signed ? when([[below(int(0), digits), text('+')]], text('')) : text(''),
  );
  const wholePart = toText(floorDivide(size, print.scale));
  const rest = apply('subtract', 'int', size, multiply(floorDivide(size, print.scale), print.scale));
  const decimals = join(text('.'), apply('pad', 'text', rest, print.decimals));
  return join(minus, wholePart, when([[below(int(0), print.decimals), decimals]], text('')));
}

/** `1.24 m` */
export function printAmount(value: Expression, print: Print, signed: boolean, share: Share): Expression {
  const digits = share(printedDigits(value, print));
  return join(printDigits(digits, print, signed), print.suffix(digits));
}

function fixed(unit: number, decimals: 0 | 2, suffix: Print['suffix'] = () => text('')): Print {
  return { unit: int(unit), decimals: int(decimals), scale: int(10 ** decimals), suffix };
}

/** Metres with two decimals, as positions are always printed. */
export const twoDecimalMetres = fixed(1e6, 2);

/** Ratios with two decimals: components of a unit vector. */
export const twoDecimalRatios = fixed(1e9, 2);

/** How what has no unit to choose is printed: whole degrees and per cents. */
const plainPrints: Readonly<Partial<Record<Dimension, Print>>> = {
  angle: fixed(1e6, 0, (digits) => when([[equal(digits, int(1)), text(' degree')]], text(' degrees'))),
  ratio: fixed(1e7, 0, () => text('%')),
};

export const plainPrint = (dimension: Dimension): Print => plainPrints[dimension] ?? fixed(1, 0);
