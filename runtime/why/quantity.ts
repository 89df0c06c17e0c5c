/** Whole units as people read them, and in SI: millimetres for lengths, tenths for degrees and pixels. */
import type { Reading } from '../../compiler/plan/probe.js';

export type Dimension = Extract<Reading, { kind: 'number' }>['dimension'];

interface Unit {
  /** Whole units in one. */
  readonly whole: number;
  readonly decimals: number;
  readonly sign: string;
}

const units: Readonly<Record<Dimension, Unit>> = {
  length: { whole: 1e6, decimals: 3, sign: ' m' },
  area: { whole: 1e6, decimals: 3, sign: ' m2' },
  volume: { whole: 1e9, decimals: 4, sign: ' m3' },
  angle: { whole: 1e6, decimals: 1, sign: ' deg' },
  ratio: { whole: 1e7, decimals: 1, sign: '%' },
  count: { whole: 1, decimals: 0, sign: '' },
  picture: { whole: 1e3, decimals: 1, sign: ' px' },
};

/** In metres, square and cubic metres, degrees, pixels; a ratio as such. */
export function inSi(whole: number, dimension: Dimension): number {
  return dimension === 'ratio' ? whole / 1e9 : whole / units[dimension].whole;
}

/** `0.743 m`; `-0.020 m`; never `-0.000 m`. */
export function amount(whole: number, dimension: Dimension): string {
  const { whole: one, decimals, sign } = units[dimension];
  const text = (whole / one).toFixed(decimals);
  return `${Number(text) === 0 ? text.replace('-', '') : text}${sign}`;
}

/** Without its unit: for lists of numbers that share one. */
export const bareAmount = (whole: number, dimension: Dimension): string =>
  amount(whole, dimension).slice(0, units[dimension].sign === '' ? undefined : -units[dimension].sign.length);

export const unitSign = (dimension: Dimension): string => units[dimension].sign;
