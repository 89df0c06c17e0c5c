/** How far apart two sides of a comparison were, and how far they had to be (docs/semantics.md, section 4). */
import type { Compared, Margin } from '../../compiler/plan/probe.js';
import { amount, type Dimension, inSi } from './quantity.js';
import { numberIn, type Row } from './scene-queries.js';

/** In SI units. A range is apart from another by the gap between them; where they meet, `by` is below 0. */
export interface Apart {
  readonly by: number;
  /** 0: exact. */
  readonly margin: number;
  readonly unit: Dimension;
  readonly text: string;
}

/** `max(absolute, floor((ppm * max(|x|, |y|) + 500000) / 1000000))`, in whole units. */
export function marginOf({ absolute, relativePpm }: Margin, values: readonly number[]): number {
  if (relativePpm === 0) return absolute;
  const largest = BigInt(Math.max(0, ...values.map((v) => Math.abs(Math.trunc(v)))));
  return Math.max(absolute, Number((BigInt(relativePpm) * largest + 500_000n) / 1_000_000n));
}

/** Undefined where a side is unknown. */
export function apartIn({ left, right, margin, about }: Compared, row: Row): Apart | undefined {
  const [low, high] = [endsOf(left, row), endsOf(right, row)];
  if (!low || !high) return undefined;
  const by = Math.max(high.from - low.to, low.from - high.to);
  const ranged = low.from !== low.to || high.from !== high.to;
  const needed = margin ? marginOf(margin, ranged ? [] : [low.from, high.from]) : 0;
  return {
    by: inSi(by, low.unit),
    margin: inSi(needed, low.unit),
    unit: low.unit,
    text: sentence(by, needed, low.unit, about),
  };
}

function sentence(by: number, needed: number, unit: Dimension, about: boolean): string {
  if (by < 0) return `they overlap by ${amount(-by, unit)}`;
  if (about)
    return `${amount(by, unit)} apart; about means under half of ${amount(needed, unit)}, not about over twice of it`;
  if (needed === 0) return by === 0 ? 'equal' : `${amount(by, unit)} apart`;
  return `${amount(by, unit)} apart, ${by > needed ? 'margin' : 'within the margin of'} ${amount(needed, unit)}`;
}

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly unit: Dimension;
}

function endsOf(reading: Compared['left'], row: Row): Ends | undefined {
  const ends = (low: string, high: string, unit: Dimension): Ends | undefined => {
    const [from, to] = [numberIn(row, low), numberIn(row, high)];
    return from === null || to === null ? undefined : { from, to, unit };
  };
  switch (reading.kind) {
    case 'number':
      return ends(reading.column, reading.column, reading.dimension);
    case 'bounds':
      return ends(reading.low, reading.high, reading.dimension);
    case 'range':
      return ends(reading.low, reading.high, 'length');
    case 'truth':
    case 'word':
    case 'vector':
    case 'direction':
    case 'pixels':
    case 'box3d':
    case 'member':
    case 'order':
    case 'tuple':
    case 'constant':
      return undefined;
  }
}
