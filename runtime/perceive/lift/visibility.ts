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
 * Share of the silhouette that is seen: pixels of the mask, beside those that lie between pixels of it in their row or their
 * column and show something nearer than these. It is an estimate for a thing whose ends are all seen; of one
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
  for (let at = 0; at < valid.length; at++) {
    if (mask.pixels[at] === 1 || valid[at] !== 1) continue;
    const depth = map.points[3 * at + 2] ?? Number.NaN;
    if (hides(rows[Math.floor(at / width)], at % width, depth)) hidden++;
    else if (hides(columns[at % width], Math.floor(at / width), depth)) hidden++;
  }
  return points.length / (points.length + hidden);
}

/** Whether what is seen at a place of the line lies between pixels of the thing, and nearer than all of them. */
function hides(reach: Reach | undefined, at: number, depth: number): boolean {
  return reach !== undefined && at > reach.low && at < reach.high && depth < reach.depth * (1 - NEARER_SHARE);
}

function widened(reach: Reach | undefined, at: number, depth: number): Reach {
  if (reach === undefined) return { low: at, high: at, depth };
  reach.low = Math.min(reach.low, at);
  reach.high = Math.max(reach.high, at);
  reach.depth = Math.min(reach.depth, depth);
  return reach;
}
