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
  for (const solid of body.solids) if (isWhole(solid, view)) addWhole(bounds, solid);
  // What is cut is dear to bound, so it comes last: most often the whole parts have reached as far.
  for (const solid of body.solids) {
    if (!isWhole(solid, view) && !isBeyond(solid, view) && !isWithin(bounds, solid, view)) {
      addClipped(bounds, body, solid, view);
    }
  }
  return bounds;
}

function isWhole({ left, top, right, bottom }: Bounds, view: ViewRectangle): boolean {
  return left >= view.left && right <= view.right && top >= view.top && bottom <= view.bottom;
}

function isBeyond({ left, top, right, bottom }: Bounds, view: ViewRectangle): boolean {
  return right <= view.left || left >= view.right || bottom <= view.top || top >= view.bottom;
}

function addWhole(bounds: Growing, { left, top, right, bottom }: Bounds): void {
  if (left < bounds.left) bounds.left = left;
  if (top < bounds.top) bounds.top = top;
  if (right > bounds.right) bounds.right = right;
  if (bottom > bounds.bottom) bounds.bottom = bottom;
}

/** Whether what a solid can cover of the view lies within the bounds already: most parts of a thing add nothing. */
function isWithin(bounds: Growing, solid: Bounds, view: ViewRectangle): boolean {
  return (
    (solid.left >= bounds.left || view.left >= bounds.left) &&
    (solid.top >= bounds.top || view.top >= bounds.top) &&
    (solid.right <= bounds.right || view.right <= bounds.right) &&
    (solid.bottom <= bounds.bottom || view.bottom <= bounds.bottom)
  );
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
  const { corners, edges } = wireframeOf(solid);
  let count = 0;
  let shared = 31;
  for (const { x, y, z } of corners) {
    const beyond = setPoint(count++, body, solid, x, y, z, view);
    if (beyond === 0) addCornerPoint(bounds, count - 1);
    shared &= beyond;
  }
  // All of it lies beyond one side.
  if (shared !== 0) return;
  for (const { from, to } of edges) {
    const beyond = outside[from] ?? 0;
    const other = outside[to] ?? 0;
    if ((beyond | other) !== 0 && (beyond & other) === 0) addEdge(bounds, from, to, view);
  }
  addCorner(bounds, body, solid, view.left, view.top);
  addCorner(bounds, body, solid, view.right, view.top);
  addCorner(bounds, body, solid, view.left, view.bottom);
  addCorner(bounds, body, solid, view.right, view.bottom);
}

function addCornerPoint(bounds: Growing, k: number): void {
  const z = ahead[k] ?? 0;
  addDirection(bounds, (across[k] ?? 0) / z, (along[k] ?? 0) / z);
}

/** Adds a corner of the view if the solid covers it. */
function addCorner(bounds: Growing, body: Body, solid: Solid, x: number, y: number): void {
  if (x >= bounds.left && x <= bounds.right && y >= bounds.top && y <= bounds.bottom) return;
  if (x < solid.left || x > solid.right || y < solid.top || y > solid.bottom) return;
  const dx = x * body.rx + y * body.dx + body.fx;
  const dy = x * body.ry + y * body.dy + body.fy;
  const dz = x * body.rz + y * body.dz + body.fz;
  if (meet(solid, dx, dy, dz) < Number.POSITIVE_INFINITY) addDirection(bounds, x, y);
}

const mostCorners = 48;
/** Scratch of `addClipped`: its corners in the camera frame, with one bit for each side of the view they lie beyond. */
const across = new Float64Array(mostCorners);
const along = new Float64Array(mostCorners);
const ahead = new Float64Array(mostCorners);
const outside = new Uint8Array(mostCorners);

/** Sets corner k to the point (x, y, z) of a solid's own cube [-1, 1]³; says beyond which sides of the view it lies. */
function setPoint(k: number, body: Body, solid: Solid, x: number, y: number, z: number, view: ViewRectangle): number {
  const px = solid.x + x * solid.hx;
  const py = solid.y + y * solid.hy;
  const pz = solid.z + z * solid.hz;
  const right = px * body.rx + py * body.ry + pz * body.rz;
  const down = px * body.dx + py * body.dy + pz * body.dz;
  const depth = px * body.fx + py * body.fy + pz * body.fz;
  across[k] = right;
  along[k] = down;
  ahead[k] = depth;
  const beyond =
    (right < view.left * depth ? 1 : 0) |
    (right > view.right * depth ? 2 : 0) |
    (down < view.top * depth ? 4 : 0) |
    (down > view.bottom * depth ? 8 : 0) |
    (depth < nearDepth ? 16 : 0);
  outside[k] = beyond;
  return beyond;
}

/** Clips the segment between two corners to the pyramid of `view` before the near plane, and adds what is left. */
function addEdge(bounds: Growing, a: number, b: number, view: ViewRectangle): void {
  const outsideA = outside[a] ?? 0;
  const crossed = outsideA | (outside[b] ?? 0);
  let enter = 0;
  let leave = 1;
  for (let plane = 1; plane <= crossed; plane *= 2) {
    if ((crossed & plane) === 0) continue;
    const from = inside(plane, a, view);
    const t = from / (from - inside(plane, b, view));
    if ((outsideA & plane) !== 0) enter = Math.max(enter, t);
    else leave = Math.min(leave, t);
  }
  if (enter > leave) return;
  addPointAt(bounds, a, b, enter, view);
  addPointAt(bounds, a, b, leave, view);
}

/** How far a corner lies inside one side of the view. */
function inside(plane: number, k: number, view: ViewRectangle): number {
  const x = across[k] ?? 0;
  const y = along[k] ?? 0;
  const z = ahead[k] ?? 0;
  if (plane === 1) return x - view.left * z;
  if (plane === 2) return view.right * z - x;
  if (plane === 4) return y - view.top * z;
  return plane === 8 ? view.bottom * z - y : z - nearDepth;
}

function addPointAt(bounds: Growing, a: number, b: number, t: number, view: ViewRectangle): void {
  const z = mix(ahead, a, b, t);
  const x = mix(across, a, b, t) / z;
  const y = mix(along, a, b, t) / z;
  // A clipped end lies on the border up to rounding; it is put exactly there.
  addDirection(bounds, Math.min(Math.max(x, view.left), view.right), Math.min(Math.max(y, view.top), view.bottom));
}

function mix(values: Float64Array, a: number, b: number, t: number): number {
  const from = values[a] ?? 0;
  return from + t * ((values[b] ?? 0) - from);
}
