/**
 * Intervals of whole units: what a value can be, where it is known. Every operation gives an interval that holds all
 * results of the values it is given; roundings are allowed for.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const everything: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
export const natural: Interval = { low: 0, high: Number.POSITIVE_INFINITY };

export const point = (value: number): Interval => ({ low: value, high: value });
export const isPoint = ({ low, high }: Interval): boolean => low === high;
export const isEmpty = ({ low, high }: Interval): boolean => low > high;

export const meet = (a: Interval, b: Interval): Interval => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});
export const hull = (a: Interval, b: Interval): Interval => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

export const negated = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });

export function magnitude({ low, high }: Interval): Interval {
  const most = Math.max(Math.abs(low), Math.abs(high));
  return { low: low > 0 ? low : high < 0 ? -high : 0, high: most };
}

/** Sums of whole numbers are exact. */
export const sum = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

/** @param scale what one unit of the product is of the product of the units */
export function product(a: Interval, b: Interval, scale: number): Interval {
  return rounded(corners(a, b, (x, y) => (x === 0 || y === 0 ? 0 : x * y * scale)));
}

/** By something that may be 0 the quotient may be anything. */
export function quotient(a: Interval, b: Interval, scale: number): Interval {
  if (b.low <= 0 && b.high >= 0) return everything;
  return rounded(corners(a, b, (x, y) => (x === 0 ? 0 : Number.isFinite(y) ? (x / y) * scale : 0)));
}

function corners(a: Interval, b: Interval, of: (x: number, y: number) => number): Interval {
  const values = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)];
  if (values.some(Number.isNaN)) return everything;
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** A result is rounded to a whole unit, after an error of a few last digits. */
function rounded({ low, high }: Interval): Interval {
  const slack = (x: number): number => (Number.isFinite(x) ? 1 + Math.abs(x) * 1e-9 : 0);
  return { low: low - slack(low), high: high + slack(high) };
}
