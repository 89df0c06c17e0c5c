/**
 * Half-precision numbers (IEEE 754 binary16) as their bits: JavaScript of Node 20 has no array of them.
 * 1 bit sign, 5 bits exponent with bias 15, 10 bits fraction.
 */

/** Widens halves; every one has its exact 32-bit number, and NaN stays NaN. */
export function fromHalf(bits: Uint16Array): Float32Array {
  const wide = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) wide[i] = widened(bits[i] ?? 0);
  return wide;
}

function widened(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Narrows to the nearest half, of two equally near ones to the even one; what is too large becomes infinite. */
export function toHalf(numbers: Float32Array): Uint16Array {
  const narrow = new Uint16Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) narrow[i] = narrowed(numbers[i] ?? 0);
  return narrow;
}

/** From here on, 65520, the nearest half is infinite. */
const FIRST_INFINITE = 65520;
/** The smallest normal half, 2⁻¹⁴; below it halves are whole multiples of 2⁻²⁴. */
const SMALLEST_NORMAL = 2 ** -14;

function narrowed(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= FIRST_INFINITE) return sign | 0x7c00;
  if (size < SMALLEST_NORMAL) return sign | roundedToEven(size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  // A fraction that rounds up to 1024 carries into the exponent, as it must.
  return sign | (((exponent + 15) << 10) + roundedToEven((size / 2 ** exponent - 1) * 1024));
}

function roundedToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
