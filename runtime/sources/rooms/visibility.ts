/**
 * How much of a body is seen: the share outside the picture and the share hidden by nearer bodies.
 *
 * Both are measured on the shapes themselves with fixed sets of rays, so that they are the same whether or not a
 * picture is rendered. What no border and no other body touches costs no ray and is exact.
 */

import type { Body } from './body.js';
import { boundsWithin } from './bounds.js';
import type { Camera, ViewRectangle } from './camera.js';
import { mayHide } from './occlusion.js';
import type { Bounds } from './part-bounds.js';
import { countWithin, dropAt, emptyRays, endAt, type Lattice, latticeOf, spread } from './rays.js';

/** A body with what it covers of the picture: bounds in viewing directions. */
export interface Outline {
  readonly body: Body;
  readonly bounds: Bounds;
}

export interface Seen extends Outline {
  /** Share of its silhouette in the picture that nothing hides; null where no ray met it at all. */
  readonly visibility: number | null;
  /** Share of its silhouette outside the picture; the silhouette is followed one picture beyond each border. */
  readonly truncation: number;
  /** Share of the rectangle `bounds` that its silhouette covers; 1 where no ray was needed to know the rest. */
  readonly coverage: number;
}

const coarse = latticeOf(21, 13);
const fine = latticeOf(55, 34);

/** Scratch of `measure`, overwritten by each call. */
const rays = emptyRays(fine.count);

/** The outline of a body in the picture, or null where it is not in it. */
export function outlineOf(body: Body, camera: Camera): Outline | null {
  const bounds = boundsWithin(body, camera.view);
  return bounds.left < bounds.right && bounds.top < bounds.bottom ? { body, bounds } : null;
}

/** Measures one outline against all bodies of the picture (itself among them). */
export function measure(outline: Outline, all: readonly Outline[], camera: Camera): Seen {
  const { body, bounds } = outline;
  const { view } = camera;
  const others = othersBefore(outline, all, camera);
  const cut =
    bounds.left <= view.left || bounds.right >= view.right || bounds.top <= view.top || bounds.bottom >= view.bottom;
  let counts = others.length > 0 ? countRays(outline, others, coarse) : null;
  if (counts !== null && counts.met < 8) counts = countRays(outline, others, fine);
  return {
    body,
    bounds,
    visibility: counts === null ? 1 : counts.met === 0 ? null : counts.seen / counts.met,
    truncation: cut ? shareOutside(outline, view) : 0,
    coverage: counts === null ? 1 : counts.met / counts.rays,
  };
}

const none: readonly Outline[] = [];

/** The outlines that may hide something of `outline`. */
function othersBefore(outline: Outline, all: readonly Outline[], camera: Camera): readonly Outline[] {
  let found: Outline[] | null = null;
  for (const other of all) {
    if (other === outline || !mayHide(other, outline, camera)) continue;
    if (found === null) found = [other];
    else found.push(other);
  }
  return found ?? none;
}

interface Counts {
  readonly rays: number;
  /** Rays that meet the body, and those among them that nothing stops before it. */
  readonly met: number;
  readonly seen: number;
}

function countRays({ body, bounds }: Outline, others: readonly Outline[], lattice: Lattice): Counts {
  spread(rays, bounds, lattice);
  endAt(rays, body);
  const met = countWithin(rays, bounds);
  for (const other of others) dropAt(rays, other.body);
  return { rays: lattice.count, met, seen: countWithin(rays, bounds) };
}

/** The share of rays outside the picture among those that meet the body; a border cuts it, so never quite 0 or 1. */
function shareOutside({ body, bounds: shown }: Outline, view: ViewRectangle): number {
  const reach = reachOf(body, view);
  spread(rays, reach, coarse);
  const before = countWithin(rays, shown);
  dropAt(rays, body);
  const met = coarse.count - countWithin(rays, reach);
  const inside = before - countWithin(rays, shown);
  return (met - inside + 0.5) / (met + 1);
}

/** What a body covers of the plane of directions, followed one picture beyond each border. */
function reachOf({ solids }: Body, view: ViewRectangle): Bounds {
  let left = view.right;
  let top = view.bottom;
  let right = view.left;
  let bottom = view.top;
  for (const solid of solids) {
    left = Math.min(left, solid.left);
    top = Math.min(top, solid.top);
    right = Math.max(right, solid.right);
    bottom = Math.max(bottom, solid.bottom);
  }
  const width = view.right - view.left;
  const height = view.bottom - view.top;
  return {
    left: Math.max(left, view.left - width),
    top: Math.max(top, view.top - height),
    right: Math.min(right, view.right + width),
    bottom: Math.min(bottom, view.bottom + height),
  };
}
