/** Three-valued comparison of whole numbers under a margin, and which margin a pair of quantities takes. */
import type { Truth } from './kleene.js';
import type { Settings } from './settings.js';
import type { Measure, Quantity, Range } from './value.js';
import { whole } from './whole-units.js';

export type MarginSettings = Pick<Settings, 'length' | 'angleDegrees'>;

/** `twoValued`: equal numbers are clearly not less; otherwise a difference within the margin is unknown. */
export interface Margin {
  readonly absolute: number;
  readonly relativePpm: number;
  readonly twoValued: boolean;
}

export const EXACT: Margin = { absolute: 0, relativePpm: 0, twoValued: true };

/** The margin two quantities take when the recipe says nothing at the comparison itself. */
export function marginOf(a: Measure, b: Measure, { length, angleDegrees }: MarginSettings): Margin {
  const either = (measure: Measure) => a === measure || b === measure;
  if (either('picture')) return { absolute: 0, relativePpm: 0, twoValued: false };
  if (either('angle')) return { absolute: angleDegrees * 1e6, relativePpm: 0, twoValued: false };
  if (either('signed')) return { absolute: length.absolute, relativePpm: 0, twoValued: false };
  if (either('magnitude')) return { ...length, twoValued: false };
  if (either('area')) return { absolute: 0, relativePpm: 2 * length.relativePpm, twoValued: false };
  if (either('volume')) return { absolute: 0, relativePpm: 3 * length.relativePpm, twoValued: false };
  if (either('ratio')) return { absolute: 0, relativePpm: length.relativePpm, twoValued: false };
  return EXACT;
}

function amount(margin: Margin, x: number, y: number): number {
  const relative = Math.floor((margin.relativePpm * Math.max(Math.abs(x), Math.abs(y)) + 500_000) / 1_000_000);
  return Math.max(margin.absolute, relative);
}

/** `x < y`. */
export function less(x: number | null, y: number | null, margin: Margin): Truth {
  const [a, b] = [whole(x), whole(y)];
  if (a === null || b === null) return null;
  if (margin.twoValued) return a < b;
  const m = amount(margin, a, b);
  if (b - a > m) return true;
  return a - b > m ? false : null;
}

/** `x is about y`: true well inside the margin, false well outside. */
export function about(x: number | null, y: number | null, margin: Margin): Truth {
  const [a, b] = [whole(x), whole(y)];
  if (a === null || b === null) return null;
  const m = amount(margin, a, b);
  const apart = Math.abs(a - b);
  if (2 * apart < m) return true;
  return apart > 2 * m ? false : null;
}

/** `r < s` for spans: clear of one another. The margin is the absolute part. */
export function rangeLess(r: Range, s: Range, margin: Margin): Truth {
  if (r.ends === null || s.ends === null) return null;
  const m = amount(margin, Math.max(...r.ends.map(Math.abs)), Math.max(...s.ends.map(Math.abs)));
  if (s.ends[0] - r.ends[1] > m) return true;
  return r.ends[0] - s.ends[1] > m ? false : null;
}

/** A single position as a span of no length, so that it may be compared with one. */
export function asRange(value: Quantity | Range): Range {
  if (value.kind === 'range') return value;
  const position = whole(value.amount);
  return { kind: 'range', ends: position === null ? null : [position, position] };
}
