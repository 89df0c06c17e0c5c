/**
 * The random stream of a room: 64 bits of state in 32-bit integer arithmetic (xoroshiro64**).
 *
 * A stream depends on (seed, index) alone and gives the same numbers on every machine.
 */

/** The state moves with every draw; nothing else may hold it. */
export interface Random {
  a: number;
  b: number;
}

/** Spreads the bits of a 32-bit word; a bijection, so two scenes of one seed never share a stream. */
function mix(word: number): number {
  let z = word | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/** The stream of scene `index` of `seed`; both are whole numbers from 0 to 2^53. */
export function randomOf(seed: number, index: number): Random {
  const seedWord = mix(mix(seed + 0x9e3779b9) + Math.floor(seed / 0x100000000));
  const a = mix(seedWord + Math.imul(index, 0x9e3779b9));
  const b = mix(mix(seedWord ^ 0x5bf03635) + Math.floor(index / 0x100000000));
  // The generator never leaves the all-zero state.
  return { a, b: a === 0 && b === 0 ? 1 : b };
}

/** The next 32 bits, as a whole number 0 .. 2^32 - 1. */
export function nextWord(random: Random): number {
  const a = random.a;
  const b = random.b ^ a;
  const sum = Math.imul(a, 0x9e3779bb);
  random.a = ((a << 26) | (a >>> 6)) ^ b ^ (b << 9);
  random.b = (b << 13) | (b >>> 19);
  return Math.imul((sum << 5) | (sum >>> 27), 5) >>> 0;
}

/** Uniform in [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * (nextWord(random) / 0x100000000);
}

/** A whole number 0 .. count - 1, as good as uniform for small counts. */
export function below(random: Random, count: number): number {
  return Math.floor((nextWord(random) / 0x100000000) * count);
}

/** A whole number low .. high, both included. */
export function wholeBetween(random: Random, low: number, high: number): number {
  return low + below(random, high - low + 1);
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return nextWord(random) < probability * 0x100000000;
}

/** A fixed hash of three whole numbers to [0, 1): jitter and texture, which must not move the stream. */
export function hashUnit(x: number, y: number, z: number): number {
  return (mix(mix(mix(x + 0x68bc21eb) + y) + z) >>> 0) / 0x100000000;
}
