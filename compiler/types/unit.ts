/**
 * Dimensions, units, and whole units: every measured value is a whole number of its dimension's
 * smallest unit (1 um, 1e-6 m2, 1e-9 m3, 1e-6 deg, 1e-9, 1/1000 px), so that all engines compare alike.
 */

export type Dimension = 'length' | 'area' | 'volume' | 'angle' | 'ratio' | 'count' | 'picture';

/** Whole units in one SI unit (m, m2, m3), degree, unit ratio, count or pixel. */
export const wholePerUnit: Readonly<Record<Dimension, number>> = {
  length: 1e6,
  area: 1e6,
  volume: 1e9,
  angle: 1e6,
  ratio: 1e9,
  count: 1,
  picture: 1000,
};

/** The SI unit that stored values carry. */
export const siUnit: Readonly<Record<Dimension, string>> = {
  length: 'm',
  area: 'm2',
  volume: 'm3',
  angle: 'deg',
  ratio: '1',
  count: 'count',
  picture: 'px',
};

export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  /** Whole units in one of this unit. */
  readonly whole: number;
}

const unit = (name: string, dimension: Dimension, whole: number): Unit => ({ name, dimension, whole });

export const units: readonly Unit[] = [
  unit('mm', 'length', 1_000),
  unit('cm', 'length', 10_000),
  unit('m', 'length', 1_000_000),
  unit('km', 'length', 1_000_000_000),
  unit('ft', 'length', 304_800),
  unit('in', 'length', 25_400),
  unit('m2', 'area', 1_000_000),
  unit('m3', 'volume', 1_000_000_000),
  unit('l', 'volume', 1_000_000),
  unit('deg', 'angle', 1_000_000),
  unit('px', 'picture', 1_000),
  unit('%', 'ratio', 10_000_000),
];

export function unitNamed(name: string): Unit | undefined {
  return units.find((u) => u.name === name);
}

/** The dimension of a product; undefined where the language has none. */
export function times(left: Dimension, right: Dimension): Dimension | undefined {
  // A share of a count is a ratio, whichever stands first: as a count it would be rounded.
  if (left === 'count') return right;
  if (right === 'count' || right === 'ratio') return left;
  if (left === 'ratio') return right;
  if (left === 'length' && right === 'length') return 'area';
  if ((left === 'area' && right === 'length') || (left === 'length' && right === 'area')) return 'volume';
  return undefined;
}

/** The dimension of a quotient; undefined where the language has none. */
export function over(left: Dimension, right: Dimension): Dimension | undefined {
  if (left === right) return 'ratio';
  if (right === 'count' || right === 'ratio') return left;
  if (left === 'volume' && right === 'length') return 'area';
  if (left === 'volume' && right === 'area') return 'length';
  if (left === 'area' && right === 'length') return 'length';
  return undefined;
}
