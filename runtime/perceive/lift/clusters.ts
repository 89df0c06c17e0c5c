/**
 * What of a thing's points hangs together. Flying pixels, and slips of the mask onto what lies behind, are small clusters
 * away from the large one, and all of them lie at the rim of the mask; the far legs of a table are a cluster, too, but have
 * an inside.
 *
 * Density is that of a grid of cells as large as a share of the depth, since points lie the farther apart the farther
 * away they are; cells that touch hang together. Unlike k nearest neighbours this takes one pass and draws nothing.
 */
import type { Vector3 } from '../../facts/rows.js';

/** Side of a cell as a share of the median depth. A surface seen at 10 degrees still has a point in every cell. */
const CELL_SHARE = 0.02;
/** A cluster of this share of the points of the largest is part of the thing, wherever it lies. */
const LEAST_SHARE = 0.1;
/** A smaller one is, too, that has so many points inside the mask: fewer are a noise of the mask. */
const LEAST_INSIDE = 5;

interface Placed {
  /** Camera frame, metres. */
  readonly point: Vector3;
  /** Whether it lies away from the rim of the mask. */
  readonly isInside: boolean;
}

/** The items of the clusters that are parts of the thing, in their order. */
export function mainClusters<Item extends Placed>(items: readonly Item[]): readonly Item[] {
  const depths = items.map(({ point }) => point[2]).sort((a, b) => a - b);
  const side = CELL_SHARE * (depths[depths.length >> 1] ?? 1);
  const cells = new Map<number, Item[]>();
  for (const item of items) {
    const key = cellOf(item.point, side);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [item]);
    else cell.push(item);
  }
  const clusters = clustersOf(cells);
  const least = LEAST_SHARE * Math.max(...clusters.map((keys) => countOf(keys, cells)));
  const parts = clusters.filter(
    (keys) => countOf(keys, cells) >= least || countOf(keys, cells, ({ isInside }) => isInside) >= LEAST_INSIDE,
  );
  const kept = new Set(parts.flat());
  return items.filter(({ point }) => kept.has(cellOf(point, side)));
}

function countOf<Item>(
  keys: readonly number[],
  cells: ReadonlyMap<number, readonly Item[]>,
  counts: (item: Item) => boolean = () => true,
): number {
  return keys.reduce((sum, key) => sum + (cells.get(key) ?? []).filter(counts).length, 0);
}

/** Cells per axis: 2^17 of 2 % of the depth reach a thousand times the depth. */
const SPAN = 2 ** 17;

function cellOf([x, y, z]: Vector3, side: number): number {
  const index = (along: number): number => Math.floor(along / side) + SPAN / 2;
  return (index(x) * SPAN + index(y)) * SPAN + index(z);
}

const steps = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => (x * SPAN + y) * SPAN + z)));

/** Keys of the cells that touch each other by a face, an edge or a corner. */
function clustersOf(cells: ReadonlyMap<number, unknown>): readonly (readonly number[])[] {
  const left = new Set(cells.keys());
  const clusters: number[][] = [];
  for (const first of cells.keys()) {
    if (!left.delete(first)) continue;
    const cluster = [first];
    // The cluster grows while it is walked.
    for (const key of cluster) for (const step of steps) if (left.delete(key + step)) cluster.push(key + step);
    clusters.push(cluster);
  }
  return clusters;
}
