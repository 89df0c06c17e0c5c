/** Cuts over the whole set: of a cell that holds more than its quota, the questions with the lowest places stay. */
import { draw } from './draws.js';
import type { Drafted } from './question.js';

/** A cell of balance: values of one group compete. */
export interface Cell {
  readonly group: string;
  readonly form: string;
  readonly value: string;
  /** Of a choice what else is offered. */
  readonly others?: readonly string[];
}

export const PLACES = 65_536;

/** The top 16 bits of a draw. */
export const placeOf = ({ tuple }: Drafted, purpose: string): number => Math.floor(draw(tuple.key, purpose) / 2 ** 36);

/** What is left of each cell of items; all of a cell whose quota is not passed. */
export function cutTo<Item extends Drafted>(items: readonly Item[], purpose: string, quota: number): readonly Item[] {
  if (items.length <= quota) return items;
  const places = items.map((item) => placeOf(item, purpose)).sort((a, b) => a - b);
  const threshold = places[quota] ?? PLACES;
  return items.filter((item) => placeOf(item, purpose) < threshold);
}

export function grouped<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
