/** Balance over the whole set: a cut along each cell's draws, so that no answer can be guessed from its frequency. */

import { draw } from './draws.js';
import type { Drafted } from './question.js';

/** Values of one group compete; no value is kept more often than the second most frequent. */
export interface Cell {
  readonly group: string;
  readonly value: string;
}

/** Keeps the questions whose cell is undefined, and of each cell at most its quota. */
export function balance<Item extends Drafted>(
  items: readonly Item[],
  cellOf: (item: Item) => Cell | undefined,
): readonly Item[] {
  const groups = new Map<string, Map<string, Item[]>>();
  const cells = new Map<Item, Cell>();
  for (const item of items) {
    const cell = cellOf(item);
    if (cell === undefined) continue;
    cells.set(item, cell);
    const values = groups.get(cell.group) ?? new Map<string, Item[]>();
    groups.set(cell.group, values.set(cell.value, [...(values.get(cell.value) ?? []), item]));
  }
  return items.filter((item) => {
    const cell = cells.get(item);
    if (cell === undefined) return true;
    const values = groups.get(cell.group);
    const quota = quotaOf([...(values?.values() ?? [])].map((members) => members.length));
    return gridPlace(item) < threshold(values?.get(cell.value) ?? [], quota);
  });
}

/**
 * The second largest size; where there is but one value, none may stay.
 * Of the two truths of a claim the second is the rarer, so that one rule serves claims and enumerations.
 */
function quotaOf(sizes: readonly number[]): number {
  return [...sizes].sort((a, b) => b - a)[1] ?? 0;
}

const GRID = 65_536;

/** The top 16 bits of the draw. */
function gridPlace({ tuple }: Drafted): number {
  return Math.floor(draw(tuple.key, 'balance') / 2 ** 36);
}

/** The greatest t such that at most `quota` members lie below it. */
function threshold(members: readonly Drafted[], quota: number): number {
  const places = members.map(gridPlace).sort((a, b) => a - b);
  return places[quota] ?? GRID;
}
