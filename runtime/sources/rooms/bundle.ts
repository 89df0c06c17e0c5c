/**
 * Casts a fixed bundle of rays at once, part by part: a part is only tried on the rays that its bounds can meet.
 */

import type { Body, Solid } from './body.js';
import { meet } from './cast.js';
import type { Bounds } from './part-bounds.js';

/** Points of the unit square, evenly spread: a Fibonacci lattice. Point k lies at ((k + 0.5) / count, heights[k]). */
export interface Lattice {
  readonly count: number;
  readonly heights: Float64Array;
}

/** `step` and `count` are neighbours in the Fibonacci sequence, so no two points share a row. */
export function latticeOf(count: number, step: number): Lattice {
  return { count, heights: Float64Array.from({ length: count }, (_, k) => (((k * step) % count) + 0.5) / count) };
}

/**
 * Lowers `depths[k]` to the depth at which ray k, spread over `bounds`, meets the body.
 *
 * @param among  where given, rays that are Infinity in it are left out
 */
export function castBundle(
  body: Body,
  bounds: Bounds,
  lattice: Lattice,
  depths: Float64Array,
  among: Float64Array | null,
): void {
  for (const solid of body.solids) {
    if (solid.bottom < bounds.top || solid.top > bounds.bottom) continue;
    const perRay = lattice.count / (bounds.right - bounds.left);
    const first = Math.max(0, Math.ceil((solid.left - bounds.left) * perRay - 0.5));
    const last = Math.min(lattice.count - 1, Math.floor((solid.right - bounds.left) * perRay - 0.5));
    if (first <= last) castAt(body, solid, bounds, lattice, depths, among, first, last);
  }
}

function castAt(
  body: Body,
  solid: Solid,
  bounds: Bounds,
  { count, heights }: Lattice,
  depths: Float64Array,
  among: Float64Array | null,
  first: number,
  last: number,
): void {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = body;
  const height = bounds.bottom - bounds.top;
  const step = (bounds.right - bounds.left) / count;
  const lowest = (solid.top - bounds.top) / height;
  const highest = (solid.bottom - bounds.top) / height;
  for (let k = first; k <= last; k++) {
    const t = heights[k] ?? 0;
    if (t < lowest || t > highest || (among !== null && among[k] === Number.POSITIVE_INFINITY)) continue;
    const x = bounds.left + (k + 0.5) * step;
    const y = bounds.top + t * height;
    const depth = meet(solid, x * rx + y * dx + fx, x * ry + y * dy + fy, x * rz + y * dz + fz);
    if (depth < (depths[k] ?? 0)) depths[k] = depth;
  }
}
