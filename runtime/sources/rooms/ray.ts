/**
 * What a viewing ray of the renderer meets first: which body and part, where, and with which surface normal.
 */

import type { Solid } from './body.js';
import type { Camera } from './camera.js';
import { meetAlong } from './cast.js';
import type { Room } from './layout.js';
import type { Target } from './target.js';

/** The renderer overwrites one of these per ray. Points and normals are in the world frame, metres. */
export interface Hit {
  /** Depth z along the optical axis. */
  depth: number;
  /** Null for the room itself. */
  target: Target | null;
  x: number;
  y: number;
  z: number;
  nx: number;
  ny: number;
  nz: number;
}

export function emptyHit(): Hit {
  return { depth: 0, target: null, x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0 };
}

/** Follows the ray (x, y, 1) to the first of `targets`, nearest bodies first, or to the room behind them. */
export function trace(hit: Hit, room: Room, targets: readonly Target[], x: number, y: number): void {
  const { camera } = room;
  hit.target = null;
  let depth = Number.POSITIVE_INFINITY;
  for (const target of targets) {
    if (target.body.nearest > depth) break;
    const met = meetAlong(target.body, target.solid, x, y);
    if (met >= depth) continue;
    depth = met;
    hit.target = target;
  }
  if (hit.target === null) meetRoom(hit, room, x, y);
  else hit.depth = depth;
  hit.x = camera.x + hit.depth * (x * camera.right[0] + y * camera.down[0] + camera.forward[0]);
  hit.y = camera.y + hit.depth * (x * camera.right[1] + y * camera.down[1] + camera.forward[1]);
  hit.z = camera.z + hit.depth * (x * camera.right[2] + y * camera.down[2] + camera.forward[2]);
  if (hit.target !== null) setNormal(hit, hit.target, x, y);
}

/** The floor, ceiling or wall that the ray leaves the room by; its normal points inwards. */
function meetRoom(hit: Hit, room: Room, x: number, y: number): void {
  const { camera } = room;
  hit.nx = 0;
  hit.ny = 0;
  hit.nz = 0;
  const tx = leave(camera, 0, camera.x, room.width, x, y);
  const ty = leave(camera, 1, camera.y, room.depth, x, y);
  const tz = leave(camera, 2, camera.z, room.height, x, y);
  hit.depth = Math.min(Math.abs(tx), Math.abs(ty), Math.abs(tz));
  if (hit.depth === Math.abs(tx)) hit.nx = tx > 0 ? -1 : 1;
  else if (hit.depth === Math.abs(ty)) hit.ny = ty > 0 ? -1 : 1;
  else hit.nz = tz > 0 ? -1 : 1;
}

/** When the ray leaves [0, length] along one world axis; negative where it leaves at 0. */
function leave(camera: Camera, axis: 0 | 1 | 2, from: number, length: number, x: number, y: number): number {
  const speed = x * camera.right[axis] + y * camera.down[axis] + camera.forward[axis];
  if (speed > 0) return (length - from) / speed;
  return speed < 0 ? from / speed : Number.POSITIVE_INFINITY;
}

function setNormal(hit: Hit, { body, solid }: Target, x: number, y: number): void {
  // The point in the solid's own cube [-1, 1]³.
  const u = (hit.depth * (x * body.rx + y * body.dx + body.fx) - solid.x) / solid.hx;
  const v = (hit.depth * (x * body.ry + y * body.dy + body.fy) - solid.y) / solid.hy;
  const w = (hit.depth * (x * body.rz + y * body.dz + body.fz) - solid.z) / solid.hz;
  setOwnNormal(hit, solid, u, v, w);
  const { nx, ny, nz } = hit;
  const { cosine, sine } = body.thing;
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
  hit.nx = (cosine * nx - sine * ny) / length;
  hit.ny = (sine * nx + cosine * ny) / length;
  hit.nz = nz / length;
}

/** The normal in the thing's own frame, of any length, at the point (u, v, w) of the solid's own cube. */
function setOwnNormal(hit: Hit, solid: Solid, u: number, v: number, w: number): void {
  switch (solid.form) {
    case 'box': {
      const isX = Math.abs(u) >= Math.abs(v) && Math.abs(u) >= Math.abs(w);
      const isY = !isX && Math.abs(v) >= Math.abs(w);
      hit.nx = isX ? u : 0;
      hit.ny = isY ? v : 0;
      hit.nz = isX || isY ? 0 : w;
      break;
    }
    case 'cylinder': {
      const isSide = u * u + v * v > w * w;
      hit.nx = isSide ? u : 0;
      hit.ny = isSide ? v : 0;
      hit.nz = isSide ? 0 : w;
      break;
    }
    case 'ellipsoid':
      hit.nx = u / solid.hx;
      hit.ny = v / solid.hy;
      hit.nz = w / solid.hz;
      break;
  }
}
