/** How much of a thing's silhouette something nearer hides, from its mask and the depth around it. */
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import type { ObjectPoint } from './object-points.js';

/** Share of the depth by which something is nearer that hides, as in `outline.ts`. */
const NEARER_SHARE = 0.02;

interface Reach {
  /** Least and greatest pixel of the mask along the line, and the nearest depth there. */
  low: number;
  high: number;
  depth: number;
}

/**
 * Share of the silhouette that is seen: pixels of the mask, beside those that lie between pixels of it in their row and in
 * their column and show something nearer than both lines do. It is an estimate for a thing whose ends are all seen; of one
 * that is cut, nobody knows how large the hidden part is.
 */
export function visibleShare(map: PointMap, mask: InstanceMask, points: readonly ObjectPoint[]): number {
  const { width, height, valid } = map;
  const rows: (Reach | undefined)[] = new Array(height);
  const columns: (Reach | undefined)[] = new Array(width);
  for (const { pixel, point } of points) {
    const [u, v] = [pixel % width, Math.floor(pixel / width)];
    rows[v] = widened(rows[v], u, point[2]);
    columns[u] = widened(columns[u], v, point[2]);
  }
  let hidden = 0;
  for (const [v, row] of rows.entries()) {
    if (row === undefined) continue;
    for (let u = row.low + 1; u < row.high; u++) {
      const at = v * width + u;
      const column = columns[u];
      if (mask.pixels[at] === 1 || valid[at] !== 1 || column === undefined || v <= column.low || v >= column.high)
        continue;
      const nearest = Math.min(row.depth, column.depth);
      if ((map.points[3 * at + 2] ?? nearest) < nearest * (1 - NEARER_SHARE)) hidden++;
    }
  }
  return points.length / (points.length + hidden);
}

function widened(reach: Reach | undefined, at: number, depth: number): Reach {
  if (reach === undefined) return { low: at, high: at, depth };
  reach.low = Math.min(reach.low, at);
  reach.high = Math.max(reach.high, at);
  reach.depth = Math.min(reach.depth, depth);
  return reach;
}
