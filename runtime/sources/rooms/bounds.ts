/**
 * The bounds of what a body covers of a rectangle of the picture plane, exactly, without rendering it.
 *
 * A part wholly inside the rectangle gives its own bounds; one that is cut by it or by the near plane is bounded by
 * its clipped edges and by the corners of the rectangle that it covers.
 */

import type { Body, Solid } from './body.js';
import { nearDepth, type ViewRectangle } from './camera.js';
import { meet } from './cast.js';
import type { Bounds } from './part-bounds.js';
import { wireframeOf } from './wireframe.js';

interface Growing {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The bounds of what the body's shape covers of `view`; left > right where it covers nothing of it. */
export function boundsWithin(body: Body, view: ViewRectangle): Bounds {
  const huge = Number.POSITIVE_INFINITY;
  const bounds = { left: huge, top: huge, right: -huge, bottom: -huge };
  for (const solid of body.solids) addSolid(bounds, body, solid, view);
  return bounds;
}

function addSolid(bounds: Growing, body: Body, solid: Solid, view: ViewRectangle): void {
  const { left, top, right, bottom } = solid;
  if (right <= view.left || left >= view.right || bottom <= view.top || top >= view.bottom) return;
  if (left >= view.left && right <= view.right && top >= view.top && bottom <= view.bottom) {
    addDirection(bounds, left, top);
    addDirection(bounds, right, bottom);
  } else addClipped(bounds, body, solid, view);
}

function addDirection(bounds: Growing, x: number, y: number): void {
  if (x < bounds.left) bounds.left = x;
  if (x > bounds.right) bounds.right = x;
  if (y < bounds.top) bounds.top = y;
  if (y > bounds.bottom) bounds.bottom = y;
}

/**
 * A convex part meets a rectangle in a polygon whose corners are ends of its clipped edges or corners of the
 * rectangle that it covers; so their bounds are its bounds.
 */
function addClipped(bounds: Growing, body: Body, solid: Solid, view: ViewRectangle): void {
  addCorner(bounds, body, solid, view.left, view.top);
  addCorner(bounds, body, solid, view.right, view.top);
  addCorner(bounds, body, solid, view.left, view.bottom);
  addCorner(bounds, body, solid, view.right, view.bottom);
  const { corners, edges } = wireframeOf(solid);
  const points: Point[] = [];
  for (const { x, y, z } of corners) points.push(pointOf(body, solid, x, y, z, view));
  for (const { from, to } of edges) {
    const a = points[from];
    const b = points[to];
    if (a !== undefined && b !== undefined) addEdge(bounds, a, b, view);
  }
}

function addCorner(bounds: Growing, body: Body, solid: Solid, x: number, y: number): void {
  const dx = x * body.rx + y * body.dx + body.fx;
  const dy = x * body.ry + y * body.dy + body.fy;
  const dz = x * body.rz + y * body.dz + body.fz;
  if (meet(solid, dx, dy, dz) < Number.POSITIVE_INFINITY) addDirection(bounds, x, y);
}

/** Camera frame, with one bit for each side of the view that it lies outside of. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly outside: number;
}

const near = 16;

/** The point (x, y, z) of a solid's own cube [-1, 1]³. */
function pointOf(body: Body, solid: Solid, x: number, y: number, z: number, view: ViewRectangle): Point {
  const px = solid.x + x * solid.hx;
  const py = solid.y + y * solid.hy;
  const pz = solid.z + z * solid.hz;
  const across = px * body.rx + py * body.ry + pz * body.rz;
  const along = px * body.dx + py * body.dy + pz * body.dz;
  const depth = px * body.fx + py * body.fy + pz * body.fz;
  const outside =
    (across < view.left * depth ? 1 : 0) |
    (across > view.right * depth ? 2 : 0) |
    (along < view.top * depth ? 4 : 0) |
    (along > view.bottom * depth ? 8 : 0) |
    (depth < nearDepth ? near : 0);
  return { x: across, y: along, z: depth, outside };
}

/** Clips the segment from a to b to the pyramid of `view` before the near plane, and adds what is left of it. */
function addEdge(bounds: Growing, a: Point, b: Point, view: ViewRectangle): void {
  if ((a.outside & b.outside) !== 0) return;
  let enter = 0;
  let leave = 1;
  for (let plane = 1, crossed = a.outside | b.outside; plane <= crossed; plane *= 2) {
    if ((crossed & plane) === 0) continue;
    const from = inside(plane, a, view);
    const t = from / (from - inside(plane, b, view));
    if ((a.outside & plane) !== 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
  }
  if (enter > leave) return;
  addPointAt(bounds, a, b, enter, view);
  addPointAt(bounds, a, b, leave, view);
}

/** How far a point lies inside one side of the view. */
function inside(plane: number, p: Point, view: ViewRectangle): number {
  if (plane === 1) return p.x - view.left * p.z;
  if (plane === 2) return view.right * p.z - p.x;
  if (plane === 4) return p.y - view.top * p.z;
  return plane === 8 ? view.bottom * p.z - p.y : p.z - nearDepth;
}

function addPointAt(bounds: Growing, a: Point, b: Point, t: number, view: ViewRectangle): void {
  const z = a.z + t * (b.z - a.z);
  const x = (a.x + t * (b.x - a.x)) / z;
  const y = (a.y + t * (b.y - a.y)) / z;
  // A clipped end lies on the border up to rounding; it is put exactly there.
  addDirection(bounds, Math.min(Math.max(x, view.left), view.right), Math.min(Math.max(y, view.top), view.bottom));
}
