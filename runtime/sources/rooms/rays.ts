/**
 * A bundle of viewing rays, spread evenly over a rectangle: what part of them meets a body is its share.
 *
 * One bundle is used over and over, so that no ray costs memory; rays that are done with are dropped from it.
 */

import type { Body } from './body.js';
import { meet } from './cast.js';
import type { Bounds } from './part-bounds.js';

/** Rays (x[k], y[k], 1), k < count, from left to right, each with the depth z at which it ends. */
export interface Rays {
  count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Negative for a ray that is done with. */
  readonly depth: Float64Array;
  /** Their directions in the frame of the body that they are cast at. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly dz: Float64Array;
}

const dropped = -1;

/** A bundle without rays; `spread` gives it some. */
export function emptyRays(most: number): Rays {
  const [x, y, depth] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  const [dx, dy, dz] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  return { count: 0, x, y, depth, dx, dy, dz };
}

/** Points of the unit square, evenly spread: a Fibonacci lattice. Point k lies at ((k + 0.5) / count, heights[k]). */
export interface Lattice {
  readonly count: number;
  readonly heights: Float64Array;
}

/** `step` and `count` are neighbours in the Fibonacci sequence, so no two points share a row. */
export function latticeOf(count: number, step: number): Lattice {
  return { count, heights: Float64Array.from({ length: count }, (_, k) => (((k * step) % count) + 0.5) / count) };
}

/** Fills the bundle with endless rays, spread over `bounds`. */
export function spread(rays: Rays, bounds: Bounds, { count, heights }: Lattice): void {
  const { x, y, depth } = rays;
  const { left, top } = bounds;
  const step = (bounds.right - left) / count;
  const height = bounds.bottom - top;
  for (let k = 0; k < count; k++) {
    x[k] = left + (k + 0.5) * step;
    y[k] = top + (heights[k] ?? 0) * height;
    depth[k] = Number.POSITIVE_INFINITY;
  }
  rays.count = count;
}

/** Ends the rays where they meet the body, and drops those that miss it. */
export function endAt(rays: Rays, body: Body): void {
  const { count, x, y, depth, dx, dy, dz } = rays;
  aim(rays, body);
  for (const solid of body.solids) {
    const { left, top, right, bottom } = solid;
    for (let k = firstFrom(rays, left); k < count && (x[k] ?? 0) <= right; k++) {
      const along = y[k] ?? 0;
      if (along < top || along > bottom) continue;
      const met = meet(solid, dx[k] ?? 0, dy[k] ?? 0, dz[k] ?? 0);
      if (met < (depth[k] ?? 0)) depth[k] = met;
    }
  }
  for (let k = 0; k < count; k++) if (depth[k] === Number.POSITIVE_INFINITY) depth[k] = dropped;
}

/** Drops the rays that meet the body before they end. */
export function dropAt(rays: Rays, body: Body): void {
  const { count, x, y, depth, dx, dy, dz } = rays;
  aim(rays, body);
  for (const solid of body.solids) {
    const { left, top, right, bottom } = solid;
    for (let k = firstFrom(rays, left); k < count && (x[k] ?? 0) <= right; k++) {
      const end = depth[k] ?? 0;
      const along = y[k] ?? 0;
      if (end === dropped || along < top || along > bottom) continue;
      if (meet(solid, dx[k] ?? 0, dy[k] ?? 0, dz[k] ?? 0) < end) depth[k] = dropped;
    }
  }
}

/** How many rays are left within the bounds. */
export function countWithin({ count, x, y, depth }: Rays, { left, top, right, bottom }: Bounds): number {
  let within = 0;
  for (let k = 0; k < count; k++) {
    const across = x[k] ?? 0;
    const along = y[k] ?? 0;
    if (depth[k] !== dropped && across >= left && across <= right && along >= top && along <= bottom) within++;
  }
  return within;
}

/** The first ray that is not left of `left`. */
function firstFrom({ count, x }: Rays, left: number): number {
  let k = 0;
  while (k < count && (x[k] ?? 0) < left) k++;
  return k;
}

/** Turns the rays into the body's own frame, once for all of its parts. */
function aim({ count, x, y, dx, dy, dz }: Rays, body: Body): void {
  const { rx, ry, rz, fx, fy, fz } = body;
  for (let k = 0; k < count; k++) {
    const across = x[k] ?? 0;
    const along = y[k] ?? 0;
    dx[k] = across * rx + along * body.dx + fx;
    dy[k] = across * ry + along * body.dy + fy;
    dz[k] = across * rz + along * body.dz + fz;
  }
}
