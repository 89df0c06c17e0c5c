/**
 * A thing as the camera sees it: its parts, with the camera carried into the thing's own frame.
 *
 * Rays then need no rotation per part. A ray is (x, y, 1) in the camera frame, so its parameter is the depth z.
 */

import type { Camera } from './camera.js';
import type { Thing } from './layout.js';
import { type Bounds, boundsOfPart } from './part-bounds.js';
import type { Part } from './shape.js';

/** A part with its centre (x, y, z) relative to the optical centre, and the viewing directions that it covers. */
export interface Solid extends Part, Bounds {}

/** The camera in a thing's own frame: x right, y out of the front, z up, origin in the middle of its base. */
export interface Eye {
  /** The optical centre, metres. */
  readonly ox: number;
  readonly oy: number;
  readonly oz: number;
  /** The camera's right axis. */
  readonly rx: number;
  readonly ry: number;
  readonly rz: number;
  /** The camera's down axis. */
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
  /** The camera's forward axis. */
  readonly fx: number;
  readonly fy: number;
  readonly fz: number;
}

export interface Body extends Eye {
  readonly thing: Thing;
  readonly solids: readonly Solid[];
  /** Least and greatest depth z of its box in the camera frame. */
  readonly nearest: number;
  readonly farthest: number;
}

/** The body of a thing; its shape is made here, so ask only for things that may be seen. */
export function bodyOf(thing: Thing, camera: Camera): Body {
  const { cosine: c, sine: s, halfWidth, halfDepth } = thing;
  const { right, down, forward } = camera;
  const px = camera.x - thing.x;
  const py = camera.y - thing.y;
  const ox = c * px + s * py;
  const oy = c * py - s * px;
  const oz = camera.z - thing.base;
  const rx = c * right[0] + s * right[1];
  const ry = c * right[1] - s * right[0];
  const rz = right[2];
  const dx = c * down[0] + s * down[1];
  const dy = c * down[1] - s * down[0];
  const dz = down[2];
  const fx = c * forward[0] + s * forward[1];
  const fy = c * forward[1] - s * forward[0];
  const fz = forward[2];
  const centreDepth = -ox * fx - oy * fy + (thing.height / 2 - oz) * fz;
  const reach = Math.abs(fx) * halfWidth + Math.abs(fy) * halfDepth + (Math.abs(fz) * thing.height) / 2;
  const nearest = centreDepth - reach;
  const farthest = centreDepth + reach;
  const solids: Solid[] = [];
  const body: Body = { thing, solids, ox, oy, oz, rx, ry, rz, dx, dy, dz, fx, fy, fz, nearest, farthest };
  for (const part of thing.kind.build(thing.width, thing.height, thing.depth)) solids.push(solidOf(part, body));
  return body;
}

function solidOf(part: Part, eye: Eye): Solid {
  const { form, finish, hx, hy, hz } = part;
  const { left, top, right, bottom } = boundsOfPart(part, eye);
  const x = part.x - eye.ox;
  const y = part.y - eye.oy;
  const z = part.z - eye.oz;
  return { form, finish, x, y, z, hx, hy, hz, left, top, right, bottom };
}

/** Whether the ball around a thing's box reaches into the picture; it never says no to a thing that does. */
export function mayBeSeen(thing: Thing, camera: Camera): boolean {
  const { right, down, forward, view } = camera;
  const x = thing.x - camera.x;
  const y = thing.y - camera.y;
  const z = thing.base + thing.height / 2 - camera.z;
  const { halfWidth, halfDepth, height } = thing;
  const radius = Math.sqrt(halfWidth * halfWidth + halfDepth * halfDepth + (height * height) / 4);
  const depth = x * forward[0] + y * forward[1] + z * forward[2];
  if (depth < -radius) return false;
  const across = x * right[0] + y * right[1] + z * right[2];
  const along = x * down[0] + y * down[1] + z * down[2];
  return (
    beyond(view.left, depth, across) < radius &&
    beyond(-view.right, depth, -across) < radius &&
    beyond(view.top, depth, along) < radius &&
    beyond(-view.bottom, depth, -along) < radius
  );
}

/** How far a point lies outside the plane of directions `slope`: side < slope · depth is outside. */
function beyond(slope: number, depth: number, side: number): number {
  return (slope * depth - side) / Math.sqrt(1 + slope * slope);
}
