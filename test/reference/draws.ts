/** Draws: words of 32 bits for what is bound, mixed for each purpose; and permutations by number. */
import { createHash } from 'node:crypto';

/** Everything a draw depends on but its purpose. */
export interface DrawKey {
  readonly seed: number;
  readonly task: string;
  readonly source: string;
  readonly sceneId: string;
  /** Ids in the order of the `for` line, those of a set sorted by their bytes; then finite values. */
  readonly ids: readonly string[];
}

const FOLDING = [0x2c9277b5, 0x1b873593] as const;

/** A whole number below 2^52. */
export function draw(key: DrawKey, purpose: string): number {
  const [first = 0, second = 0] = FOLDING.map((factor, i) => tupleWord(key, factor, i));
  const own = digest([String(key.seed), purpose, key.task]);
  const low = mixed(first + wordOf(own, 0));
  const high = mixed(second + low + wordOf(own, 1));
  return high * 2 ** 20 + Math.floor(low / 2 ** 12);
}

function tupleWord({ source, sceneId, ids }: DrawKey, factor: number, place: number): number {
  const words = [[source, sceneId], ...ids.map((id) => [id])].map((fields) => wordOf(digest(fields), place));
  return words.reduce((sum, word) => (Math.imul(sum, factor) + word) >>> 0, 0);
}

/** A sum of words, its lowest 32 bits mixed. */
function mixed(sum: number): number {
  const start = sum % 2 ** 32;
  const once = Math.imul(start ^ (start >>> 16), 0x21f0aaad);
  const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
  return (twice ^ (twice >>> 15)) >>> 0;
}

/** The md5 of fields, each with its length in bytes. */
function digest(fields: readonly string[]): string {
  const text = fields.map((field) => `${Buffer.byteLength(field, 'utf8')}:${field}`).join('');
  return createHash('md5').update(text, 'utf8').digest('hex');
}

const wordOf = (hex: string, place: number): number => Number.parseInt(hex.slice(8 * place, 8 * place + 8), 16);

/** The first 13 hex digits of the md5 of fields: what is drawn for no tuple. */
export const hashed = (fields: readonly string[]): number => Number.parseInt(digest(fields).slice(0, 13), 16);

/** A whole number from 0 to n - 1. */
export function pick(key: DrawKey, purpose: string, n: number): number {
  return Number((BigInt(draw(key, purpose)) * BigInt(n)) >> 52n);
}

export function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** Permutation `number` of the items, counting in lexicographic order from 0. */
export function permutation<Item>(items: readonly Item[], number: number): readonly Item[] {
  if (items.length === 0) return [];
  const block = factorial(items.length - 1);
  const first = Math.floor(number / block);
  const head = items.slice(first, first + 1);
  const rest = [...items.slice(0, first), ...items.slice(first + 1)];
  return [...head, ...permutation(rest, number % block)];
}
