/**
 * How numbers are printed (S15): one unit system, unit and precision per question, chosen from all its lengths.
 * Every printed number is made from the whole number of its last digit, so that no engine rounds otherwise.
 */
import {
  absolute,
  add,
  and,
  apply,
  atMost,
  below,
  equal,
  floorDivide,
  int,
  join,
  larger,
  multiply,
  not,
  smaller,
  text,
  toText,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Dimension } from '../types/unit.js';

export type Share = (value: Expression) => Expression;

/** Unit and precision of the lengths of a question. */
export interface Print {
  /** Micrometres in one unit. */
  readonly unit: Expression;
  readonly name: Expression;
  /** Number of decimals, and ten to its power. */
  readonly decimals: Expression;
  readonly scale: Expression;
}

const centimetre = 10_000;
const metre = 1_000_000;
const foot = 304_800;
const inch = 25_400;

const asIs: Share = (value) => value;

/** @param share keeps what is found on the way, where the values are many */
export function largest(lengths: readonly Expression[], share = asIs): Expression {
  return inPairs(lengths.map(absolute), (a, b) => share(larger(a, b)));
}

export function smallest(lengths: readonly Expression[]): Expression {
  return inPairs(lengths.map(absolute), smaller);
}

/** Printed, the larger of two has each of them three times: at the end of a chain of 24 the first would stand 3^23 times. */
function inPairs(values: readonly Expression[], of: typeof larger): Expression {
  const [first, second] = values;
  if (!first) throw new Error('SPQ904: the largest of nothing');
  if (!second) return first;
  const half = Math.ceil(values.length / 2);
  return of(inPairs(values.slice(0, half), of), inPairs(values.slice(half), of));
}

/** Unit by the largest, precision by the smallest. */
export function chooseUnit(large: Expression, small: Expression, imperial: Expression, share: Share): Print {
  const metric = not(imperial);
  const unit = share(
    // Where the question prints no length, its reason may: in metres or feet, with two decimals.
    when(
      [
        [and(metric, below(large, int(metre))), int(centimetre)],
        [metric, int(metre)],
        [below(large, int(3 * foot)), int(inch)],
      ],
      int(foot),
    ),
  );
  return precision(unit, small, share);
}

/** The least number of decimals that keeps two significant digits and errs by at most 2 % or 1 cm. */
export function precision(unit: Expression, small: Expression, share: Share): Print {
  const enough = (scale: number): Expression => {
    // step = unit / scale; written without division, so that it stays whole.
    const twoDigits = atMost(multiply(unit, int(10)), multiply(small, int(scale)));
    const within = apply(
      'or',
      'bool',
      atMost(unit, int(2 * centimetre * scale)),
      atMost(multiply(unit, int(50)), multiply(small, int(2 * scale))),
    );
    return and(twoDigits, within);
  };
  const decimals = share(
    when(
      [
        [enough(1), int(0)],
        [enough(10), int(1)],
      ],
      int(2),
    ),
  );
  const names: readonly (readonly [number, string])[] = [
    [metre, 'm'],
    [centimetre, 'cm'],
    [foot, 'ft'],
    [inch, 'in'],
  ];
  return {
    unit,
    decimals,
    scale: share(powerOfTen(decimals)),
    name: when(names.map(([um, name]) => [equal(unit, int(um)), text(name)] as const)),
  };
}

export const fixed = (unit: 'm' | 'cm', small: Expression, share: Share): Print =>
  precision(int(unit === 'm' ? metre : centimetre), small, share);

const powerOfTen = (decimals: Expression): Expression =>
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
export function printLength(value: Expression, print: Print, signed: boolean, share: Share): Expression {
  return join(printDigits(share(printedDigits(value, print)), print, signed), text(' '), print.name);
}

/** Metres with two decimals, as positions are always printed. */
export const twoDecimalMetres: Print = { unit: int(metre), name: text('m'), decimals: int(2), scale: int(100) };

/** Ratios with two decimals: components of a unit vector. */
export const twoDecimalRatios: Print = { unit: int(1e9), name: text(''), decimals: int(2), scale: int(100) };

/** How what is no length is printed, in one unit each: whole degrees, per cents and litres, square metres with two decimals. */
const plainUnits: Readonly<
  Partial<Record<Dimension, { readonly print: Print; readonly one: string; readonly many: string }>>
> = {
  angle: { print: wholes(1e6), one: ' degree', many: ' degrees' },
  ratio: { print: wholes(1e7), one: '%', many: '%' },
  volume: { print: wholes(1e6), one: ' litre', many: ' litres' },
  area: {
    print: { unit: int(1e6), name: text(''), decimals: int(2), scale: int(100) },
    one: ' m²',
    many: ' m²',
  },
};

function wholes(unit: number): Print {
  return { unit: int(unit), name: text(''), decimals: int(0), scale: int(1) };
}

/** `45 degrees`, `35%`, `120 litres`, `1.24 m²`. */
export function printPlain(value: Expression, dimension: Dimension, share: Share): Expression {
  return printPlainDigits(share(plainDigits(value, dimension)), dimension);
}

/** The printed number, as a whole number of its last digit. */
export function plainDigits(value: Expression, dimension: Dimension): Expression {
  return printedDigits(value, plainUnits[dimension]?.print ?? wholes(1));
}

export function printPlainDigits(digits: Expression, dimension: Dimension): Expression {
  const { print, one, many } = plainUnits[dimension] ?? { print: wholes(1), one: '', many: '' };
  const unit = one === many ? text(many) : when([[equal(digits, int(1)), text(one)]], text(many));
  return join(printDigits(digits, print, false), unit);
}
