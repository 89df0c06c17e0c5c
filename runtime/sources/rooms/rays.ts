/**
 * A bundle of viewing rays, spread evenly over a rectangle: what part of them meets a body is its share.
 *
 * One bundle is used over and over, so that no ray costs memory; rays that are done with are dropped from it.
 */

import type { Body, Solid } from './body.js';
import { meet } from './cast.js';
import type { Bounds } from './part-bounds.js';

/** Rays (x[k], y[k], 1), k < count, in no particular order, each with the depth z at which it ends. */
export interface Rays {
  count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly depth: Float64Array;
  /** Their directions in the frame of the body that they are cast at. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly dz: Float64Array;
}

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
  const { depth } = rays;
  aim(rays, body);
  for (const solid of body.solids) {
    for (let k = 0; k < rays.count; k++) {
      const met = meetRay(rays, k, solid);
      if (met < (depth[k] ?? 0)) depth[k] = met;
    }
  }
  for (let k = rays.count - 1; k >= 0; k--) {
    if (depth[k] === Number.POSITIVE_INFINITY) drop(rays, k);
  }
}

/** Drops the rays that meet the body before they end. */
export function dropAt(rays: Rays, body: Body): void {
  const { depth } = rays;
  aim(rays, body);
  for (const solid of body.solids) {
    for (let k = rays.count - 1; k >= 0; k--) {
      if (meetRay(rays, k, solid) < (depth[k] ?? 0)) drop(rays, k);
    }
  }
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

function meetRay({ x, y, dx, dy, dz }: Rays, k: number, solid: Solid): number {
  const across = x[k] ?? 0;
  const along = y[k] ?? 0;
  if (across < solid.left || across > solid.right || along < solid.top || along > solid.bottom) {
    return Number.POSITIVE_INFINITY;
  }
  return meet(solid, dx[k] ?? 0, dy[k] ?? 0, dz[k] ?? 0);
}

/** Puts the last ray in the place of ray k. */
function drop(rays: Rays, k: number): void {
  const { x, y, depth, dx, dy, dz } = rays;
  const last = rays.count - 1;
  x[k] = x[last] ?? 0;
  y[k] = y[last] ?? 0;
  depth[k] = depth[last] ?? 0;
  dx[k] = dx[last] ?? 0;
  dy[k] = dy[last] ?? 0;
  dz[k] = dz[last] ?? 0;
  rays.count = last;
}
