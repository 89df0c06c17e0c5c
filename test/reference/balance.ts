/** Balance over the whole set: no answer can be guessed from its frequency. */
import { type Cell, cutTo, grouped } from './cuts.js';
import type { Drafted } from './question.js';

/** Keeps the questions without a cell, and of each cell as many as the second largest of its group has. */
export function balance<Item extends Drafted>(
  items: readonly Item[],
  cellOf: (item: Item) => Cell | undefined,
): readonly Item[] {
  const groups = grouped(items, (item) => cellOf(item)?.group);
  const kept = new Set<Item>();
  for (const [group, members] of groups) {
    const cells = [...grouped(members, (item) => cellOf(item)?.value).values()];
    const quota = group === undefined ? Number.POSITIVE_INFINITY : runnerUp(cells.map(({ length }) => length));
    for (const item of cells.flatMap((cell) => cutTo(cell, 'balance', quota))) kept.add(item);
  }
  return items.filter((item) => kept.has(item));
}

/**
 * The second largest size; where there is but one value, none may stay.
 * Of the two truths of a claim the second is the rarer, so that one rule serves claims and enumerations.
 */
function runnerUp(sizes: readonly number[]): number {
  return [...sizes].sort((a, b) => b - a)[1] ?? 0;
}
