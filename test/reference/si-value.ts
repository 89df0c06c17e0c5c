/** An answer as a number in SI units (angles in degrees), unrounded. */
import type { Value } from './value.js';

/** Null for what is no quantity. */
export function siValue(answer: Value): number | null {
  if (answer.kind !== 'quantity' || answer.amount === null) return null;
  switch (answer.measure) {
    case 'magnitude':
    case 'signed':
    case 'length literal':
    case 'area':
    case 'angle':
      return answer.amount / 1e6;
    case 'volume':
    case 'ratio':
      return answer.amount / 1e9;
    case 'picture':
      return answer.amount / 1000;
    case 'count':
    case 'number':
      return answer.amount;
  }
}
