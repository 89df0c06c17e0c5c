/** Balance over the whole set: a cut along each cell's draws, so that no answer can be guessed from its frequency. */
import { draw } from './draws.js';
import type { Drafted } from './question.js';

/** Values of one group compete; no value is kept more often than the second most frequent. */
export interface Cell {
  readonly group: string;
  readonly value: string;
}

interface Placed<Item> {
  readonly item: Item;
  readonly cell: Cell | undefined;
  /** The top 16 bits of the draw. */
  readonly place: number;
}

/** Keeps the questions whose cell is undefined, and of each cell at most its quota. */
export function balance<Item extends Drafted>(
  items: readonly Item[],
  cellOf: (item: Item) => Cell | undefined,
): readonly Item[] {
  const placed = items.map(
    (item): Placed<Item> => ({
      item,
      cell: cellOf(item),
      place: Math.floor(draw(item.tuple.key, 'balance') / 2 ** 36),
    }),
  );
  const cuts = cutsOf(placed);
  const kept = placed.filter(({ cell, place }) => cell === undefined || place < (cuts.get(cellKey(cell)) ?? 0));
  return kept.map(({ item }) => item);
}

const cellKey = ({ group, value }: Cell): string => JSON.stringify([group, value]);

const GRID = 65_536;

/** Per cell the greatest threshold below which at most the quota lie. */
function cutsOf<Item>(placed: readonly Placed<Item>[]): ReadonlyMap<string, number> {
  const cuts = new Map<string, number>();
  const inCell = placed.flatMap(({ cell, place }) => (cell === undefined ? [] : [{ cell, place }]));
  for (const members of grouped(inCell, ({ cell }) => cell.group).values()) {
    const values = grouped(members, ({ cell }) => cellKey(cell));
    const quota = quotaOf([...values.values()].map((each) => each.length));
    for (const [key, each] of values) {
      const places = each.map(({ place }) => place).sort((a, b) => a - b);
      cuts.set(key, places[quota] ?? GRID);
    }
  }
  return cuts;
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * The second largest size; where there is but one value, none may stay.
 * Of the two truths of a claim the second is the rarer, so that one rule serves claims and enumerations.
 */
function quotaOf(sizes: readonly number[]): number {
  return [...sizes].sort((a, b) => b - a)[1] ?? 0;
}
