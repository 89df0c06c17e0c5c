/**
 * Casts viewing rays: where a ray meets a part, a body, or the room around them.
 *
 * A ray starts at the optical centre with direction (x, y, 1), so what is returned is the depth z in metres;
 * Infinity where it meets nothing.
 */

import type { Body, Solid } from './body.js';
import { type Camera, nearDepth } from './camera.js';
import type { Room } from './layout.js';
import type { Part } from './shape.js';

/** The depth at which the ray (x, y, 1) first meets the body, or Infinity. */
export function castBody(body: Body, x: number, y: number): number {
  let depth = Number.POSITIVE_INFINITY;
  for (const solid of body.solids) {
    const t = meetAlong(body, solid, x, y);
    if (t < depth) depth = t;
  }
  return depth;
}

/** The depth at which the ray (x, y, 1) meets a solid of the body, or Infinity. */
export function meetAlong(body: Body, solid: Solid, x: number, y: number): number {
  if (x < solid.left || x > solid.right || y < solid.top || y > solid.bottom) return Number.POSITIVE_INFINITY;
  const dx = x * body.rx + y * body.dx + body.fx;
  const dy = x * body.ry + y * body.dy + body.fy;
  const dz = x * body.rz + y * body.dz + body.fz;
  return meet(solid, dx, dy, dz);
}

/** Where a ray from the origin along (dx, dy, dz), in the part's frame, enters the part; Infinity if it does not. */
export function meet(part: Part, dx: number, dy: number, dz: number): number {
  switch (part.form) {
    case 'box':
      return meetBox(part, dx, dy, dz);
    case 'cylinder':
      return meetCylinder(part, dx, dy, dz);
    case 'ellipsoid':
      return meetEllipsoid(part, dx, dy, dz);
  }
}

function meetBox(part: Part, dx: number, dy: number, dz: number): number {
  const ix = inverse(dx);
  const iy = inverse(dy);
  const iz = inverse(dz);
  const sx = Math.abs(ix) * part.hx;
  const sy = Math.abs(iy) * part.hy;
  const sz = Math.abs(iz) * part.hz;
  const tx = part.x * ix;
  const ty = part.y * iy;
  const tz = part.z * iz;
  let enter = tx - sx;
  if (ty - sy > enter) enter = ty - sy;
  if (tz - sz > enter) enter = tz - sz;
  let leave = tx + sx;
  if (ty + sy < leave) leave = ty + sy;
  if (tz + sz < leave) leave = tz + sz;
  return enter <= leave && enter > nearDepth ? enter : Number.POSITIVE_INFINITY;
}

/** 1 / x, but huge and finite for 0: a ray along a slab is either inside it for ever or never. */
function inverse(x: number): number {
  return 1 / (x === 0 ? 1e-300 : x);
}

function meetCylinder(part: Part, dx: number, dy: number, dz: number): number {
  const { x, y, hx } = part;
  const a = dx * dx + dy * dy;
  const b = x * dx + y * dy;
  const square = b * b - a * (x * x + y * y - hx * hx);
  if (square < 0) return Number.POSITIVE_INFINITY;
  const root = Math.sqrt(square);
  const iz = inverse(dz);
  const enter = Math.max((b - root) / a, part.z * iz - Math.abs(iz) * part.hz);
  const leave = Math.min((b + root) / a, part.z * iz + Math.abs(iz) * part.hz);
  return enter <= leave && enter > nearDepth ? enter : Number.POSITIVE_INFINITY;
}

/** Stretched along z, an ellipsoid of revolution is a ball. */
function meetEllipsoid(part: Part, dx: number, dy: number, dz: number): number {
  const { x, y, hx } = part;
  const stretch = hx / part.hz;
  const z = part.z * stretch;
  const sz = dz * stretch;
  const a = dx * dx + dy * dy + sz * sz;
  const b = x * dx + y * dy + z * sz;
  const square = b * b - a * (x * x + y * y + z * z - hx * hx);
  if (square < 0) return Number.POSITIVE_INFINITY;
  const enter = (b - Math.sqrt(square)) / a;
  return enter > nearDepth ? enter : Number.POSITIVE_INFINITY;
}

/** The depth of the floor, wall or ceiling behind everything; the camera is inside, so there always is one. */
export function castRoom(room: Room, camera: Camera, x: number, y: number): number {
  const { right, down, forward } = camera;
  const dx = x * right[0] + y * down[0] + forward[0];
  const dy = x * right[1] + y * down[1] + forward[1];
  const dz = x * right[2] + y * down[2] + forward[2];
  return Math.min(leave(camera.x, dx, room.width), leave(camera.y, dy, room.depth), leave(camera.z, dz, room.height));
}

/** When a point at `from` in [0, length] that moves with `speed` leaves the interval. */
function leave(from: number, speed: number, length: number): number {
  if (speed > 0) return (length - from) / speed;
  return speed < 0 ? -from / speed : Number.POSITIVE_INFINITY;
}
