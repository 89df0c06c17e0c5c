/**
 * The unit and the number of decimals that the numbers of a question share (S15), by what they print: lengths, lengths
 * whose unit a hole fixes, areas and volumes. The largest chooses the unit; the smallest that is large enough to matter
 * chooses the decimals, so that nothing is 2 % off and a 0 beside it asks for no more.
 */
import {
  absolute,
  and,
  atMost,
  below,
  equal,
  int,
  isKnown,
  larger,
  multiply,
  or,
  smaller,
  text,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Dimension } from '../types/unit.js';
import { type Print, powerOfTen, type Share } from './numbers.js';

/** Numbers of one group are printed alike in a question. */
export const printGroups = ['length', 'm', 'cm', 'area', 'volume'] as const;
export type PrintGroup = (typeof printGroups)[number];
export type Prints = Readonly<Record<PrintGroup, Print>>;

/** A number that a question prints, in whole units. */
export interface Amount {
  readonly group: PrintGroup;
  readonly value: Expression;
}

/** The group of a hole's number; undefined for what has one unit and no decimals, whatever stands beside it. */
export function groupOf(dimension: Dimension, format: string): PrintGroup | undefined {
  if (dimension === 'length') return format === 'm' || format === 'cm' ? format : 'length';
  return dimension === 'area' || dimension === 'volume' ? dimension : undefined;
}

interface Unit {
  /** Whole units in one of it. */
  readonly whole: number;
  readonly name: string;
}

interface Group {
  /** The last is for all that is larger than what the others are for. */
  readonly units: readonly { readonly under: number; readonly unit: Unit }[];
  /** What is smaller asks for no decimals. */
  readonly resolution: number;
  /** A rounding error that is never too much; without it 2 %. */
  readonly allowed: number;
  /** Where a reason alone prints such numbers. */
  readonly decimals: number;
}

const metre: Unit = { whole: 1_000_000, name: ' m' };
const centimetre: Unit = { whole: 10_000, name: ' cm' };
const foot: Unit = { whole: 304_800, name: ' ft' };
const inch: Unit = { whole: 25_400, name: ' in' };
const squareMetre: Unit = { whole: 1_000_000, name: ' m²' };
const squareCentimetre: Unit = { whole: 100, name: ' cm²' };
const litre: Unit = { whole: 1_000_000, name: ' litres' };

const always = (unit: Unit): Group['units'] => [{ under: Number.POSITIVE_INFINITY, unit }];
const ofLengths = { resolution: centimetre.whole, allowed: centimetre.whole };

const metric: Group = {
  ...ofLengths,
  units: [{ under: metre.whole, unit: centimetre }, ...always(metre)],
  decimals: 2,
};
const imperial: Group = { ...ofLengths, units: [{ under: 3 * foot.whole, unit: inch }, ...always(foot)], decimals: 2 };

const groups: Readonly<Record<Exclude<PrintGroup, 'length'>, Group>> = {
  m: { ...ofLengths, units: always(metre), decimals: 2 },
  cm: { ...ofLengths, units: always(centimetre), decimals: 0 },
  area: {
    units: [{ under: squareMetre.whole / 10, unit: squareCentimetre }, ...always(squareMetre)],
    resolution: squareCentimetre.whole,
    allowed: 0,
    decimals: 2,
  },
  volume: { units: always(litre), resolution: litre.whole / 100, allowed: 0, decimals: 1 },
};

/** What a question prints of one group: the largest, and the smallest that counts, as far as they are known. */
export interface Extremes {
  readonly large: Expression;
  readonly small: Expression;
}

export function largest(values: readonly Expression[], share: Share): Expression {
  return inPairs(values.map(absolute), (a, b) => share(larger(a, b)));
}

/** The smallest that is not below the resolution; where all are, the largest. */
export function smallestThatCounts(values: readonly Expression[], large: Expression, group: PrintGroup): Expression {
  const { resolution } = group === 'length' ? metric : groups[group];
  const sizes = values.map(absolute);
  if (sizes.length === 1) return inPairs(sizes, smaller);
  return inPairs(
    sizes.map((size) => when([[below(size, int(resolution)), large]], size)),
    smaller,
  );
}

/** Printed, the larger of two has each of them three times: at the end of a chain of 24 the first would stand 3^23 times. */
function inPairs(values: readonly Expression[], of: typeof larger): Expression {
  const [first, second] = values;
  if (!first) throw new Error('SPQ904: the largest of nothing');
  if (!second) return first;
  const half = Math.ceil(values.length / 2);
  return of(inPairs(values.slice(0, half), of), inPairs(values.slice(half), of));
}

/** @param isImperial of lengths; the others have units of their own */
export function printFor(group: PrintGroup, extremes: Extremes, isImperial: Expression, share: Share): Print {
  if (group !== 'length') return printIn(groups[group].units, groups[group], extremes, share);
  const never = isImperial.kind === 'literal' && isImperial.value === false;
  const both = [...metric.units, ...(never ? [] : imperial.units)];
  const unit = never
    ? unitFor(metric, extremes)
    : when([[isImperial, unitFor(imperial, extremes)]], unitFor(metric, extremes));
  return printIn(both, metric, extremes, share, unit);
}

/** Where the question prints none, its reason may: in the largest unit. */
export function printAlone(group: PrintGroup): Print {
  const { units, decimals } = group === 'length' ? metric : groups[group];
  const unit = (units.at(-1) ?? { unit: metre }).unit;
  return printed([unit], int(unit.whole), int(decimals), (value) => value);
}

function unitFor({ units }: Group, { large }: Extremes): Expression {
  const [last, ...smallerOnes] = [...units].reverse();
  const cases = smallerOnes.reverse().map(({ under, unit }) => [below(large, int(under)), int(unit.whole)] as const);
  return when(cases, int(last?.unit.whole ?? 1));
}

function printIn(
  units: Group['units'],
  group: Group,
  extremes: Extremes,
  share: Share,
  chosen = unitFor(group, extremes),
): Print {
  const unit = chosen.kind === 'literal' ? chosen : share(chosen);
  const decimals = share(decimalsFor(unit, extremes, group));
  return printed(
    units.map((u) => u.unit),
    unit,
    decimals,
    share,
  );
}

function printed(units: readonly Unit[], unit: Expression, decimals: Expression, share: Share): Print {
  const [only, second] = units;
  const suffix =
    only && !second
      ? text(only.name)
      : when(units.map(({ whole, name }) => [equal(unit, int(whole)), text(name)] as const));
  return {
    unit,
    decimals,
    scale: share(powerOfTen(decimals)),
    suffix: () => suffix,
  };
}

/** The least number of decimals that keeps two digits and errs by at most 2 %, or what is allowed; next to nothing needs none. */
function decimalsFor(unit: Expression, { small }: Extremes, { resolution, allowed, decimals }: Group): Expression {
  const enough = (scale: number): Expression => {
    // The last digit is unit / scale; written without division, so that it stays whole.
    const twoDigits = atMost(multiply(unit, int(10)), multiply(small, int(scale)));
    const exact = atMost(multiply(unit, int(25)), multiply(small, int(scale)));
    if (allowed === 0) return exact;
    return and(twoDigits, or(atMost(unit, int(2 * allowed * scale)), exact));
  };
  const cases = [
    [or(below(small, int(resolution / 10)), enough(1)), int(0)],
    [enough(10), int(1)],
  ] as const;
  return decimals === 2 ? when(cases, int(2)) : when([...cases, [isKnown(small), int(2)]], int(decimals));
}
