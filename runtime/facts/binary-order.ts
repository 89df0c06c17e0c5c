/**
 * The order in which DuckDB sorts text: by UTF-8 bytes, which is by code point.
 * JavaScript's own `<` compares UTF-16 units and puts characters beyond U+FFFF before U+E000..U+FFFF.
 */
export function binaryOrder(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** UTF-16 units ranked as their characters are in UTF-8: surrogates last. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
