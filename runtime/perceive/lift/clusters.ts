/**
 * What of a thing's points hangs together. Flying pixels, and slips of the mask onto what lies behind, are small clusters
 * away from the large one, and thin, since they lie along the rim of the mask; the far legs of a table are a cluster of their
 * own, too, but have an inside.
 *
 * Density is that of a grid of cells as large as a share of the depth, since points lie the farther apart the farther
 * away they are; cells that touch hang together. Unlike k nearest neighbours this takes one pass and draws nothing.
 */
import type { Vector3 } from '../../facts/rows.js';

/** Side of a cell as a share of the median depth. A surface seen at 10 degrees still has a point in every cell. */
const CELL_SHARE = 0.02;
/** A cluster with fewer pixels whose eight neighbours belong to it, too, is a strip at most two pixels wide. */
const LEAST_INSIDE = 5;

export interface Placed {
  /** Camera frame, metres. */
  readonly point: Vector3;
  /** Row-major position of its pixel. */
  readonly pixel: number;
}

/**
 * The items of the clusters that are parts of the thing, in their order: the largest, and every one that has an inside.
 *
 * @param width of the picture, pixels
 */
export function mainClusters<Item extends Placed>(items: readonly Item[], width: number): readonly Item[] {
  const depths = items.map(({ point }) => point[2]).sort((a, b) => a - b);
  const side = CELL_SHARE * (depths[depths.length >> 1] ?? 1);
  const cells = new Map<number, Item[]>();
  for (const item of items) {
    const key = cellOf(item.point, side);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [item]);
    else cell.push(item);
  }
  const clusters = clustersOf(cells).map((keys) => keys.flatMap((key) => cells.get(key) ?? []));
  const most = Math.max(...clusters.map(({ length }) => length));
  const parts = clusters.filter((cluster) => cluster.length === most || insideCount(cluster, width) >= LEAST_INSIDE);
  const kept = new Set(parts.flat());
  return items.filter((item) => kept.has(item));
}

function insideCount(cluster: readonly Placed[], width: number): number {
  const own = new Set(cluster.map(({ pixel }) => pixel));
  const around = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => row * width + column));
  return cluster.filter(({ pixel }) => around.every((step) => own.has(pixel + step))).length;
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
