/**
 * A value with the contrary sign: of numbers, of differences, of their sums and their components. These are whole numbers
 * that are not rounded, so that it is the same to the bit; a product is rounded, and halves go upwards.
 */
import type * as typed from './typed.js';

const known = new WeakMap<typed.Expression, { readonly opposite: typed.Expression | undefined }>();

/** Undefined for what has none, or none that is written in the same way; else always the same one. */
export function opposite(e: typed.Expression): typed.Expression | undefined {
  const before = known.get(e);
  if (before) return before.opposite;
  const made = turned(e);
  known.set(e, { opposite: made });
  return made;
}

function turned(e: typed.Expression): typed.Expression | undefined {
  if (e.kind === 'let') return opposite(e.let.value);
  if (e.kind === 'negative') return e.of;
  if (e.kind === 'number') return { ...e, whole: -e.whole };
  if (e.kind === 'arithmetic' && e.operator === '+') {
    const [left, right] = [opposite(e.left), opposite(e.right)];
    return left && right && { ...e, left, right };
  }
  if (e.kind === 'arithmetic') return e.operator === '-' ? { ...e, left: e.right, right: e.left } : undefined;
  if (e.kind !== 'component') return undefined;
  const of = opposite(e.of);
  return of && { ...e, of };
}
