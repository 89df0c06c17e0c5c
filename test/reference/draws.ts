/** Draws: stable hashes of length-prefixed fields, one purpose per decision; and permutations by number. */
import { createHash } from 'node:crypto';

/** Everything a draw depends on but its purpose. */
export interface DrawKey {
  readonly seed: number;
  readonly task: string;
  readonly source: string;
  readonly sceneId: string;
  /** Ids in the order of the `for` line, those of a set sorted by their bytes. */
  readonly ids: readonly string[];
}

/** A whole number below 2^52. */
export function draw(key: DrawKey, purpose: string): number {
  return hashed([String(key.seed), purpose, key.task, key.source, key.sceneId, ...key.ids]);
}

/** The first 13 hex digits of the md5 of fields, each with its length in bytes. */
export function hashed(fields: readonly string[]): number {
  const text = fields.map((field) => `${Buffer.byteLength(field, 'utf8')}:${field}`).join('');
  return Number.parseInt(createHash('md5').update(text, 'utf8').digest('hex').slice(0, 13), 16);
}

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
