/**
 * The light of a room: one broad lamp under the ceiling with soft shadows, and light from all sides.
 */

import type { Body } from './body.js';
import type { Room } from './layout.js';
import { hashUnit } from './random.js';
import type { Hit } from './ray.js';

/** A body as an obstacle to light: its bounding ball in the world frame. */
export interface Obstacle {
  readonly body: Body;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
  /** Light comes from above: nothing at this height or higher is shaded. */
  readonly top: number;
}

export function obstacleOf(body: Body): Obstacle {
  const { x, y, base, height, halfWidth, halfDepth } = body.thing;
  const radius = Math.sqrt(halfWidth * halfWidth + halfDepth * halfDepth + (height * height) / 4);
  return { body, x, y, z: base + height / 2, radius, top: base + height };
}

const lampRadius = 0.45;

/** Opposite quarters of the lamp come first: where they agree, the other two would too. */
const quarters = [
  { x: -1, y: -1 },
  { x: 0, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/** The light that a surface point receives, as a factor of its colour. `u`, `v`: whole numbers for the jitter. */
export function lightAt(hit: Hit, room: Room, obstacles: readonly Obstacle[], u: number, v: number): number {
  const { camera } = room;
  const around = hit.nz < 0 ? 0.62 : 0.34 + 0.08 * hit.nz;
  const toCamera = facing(hit, camera.x - hit.x, camera.y - hit.y, camera.z - hit.z);
  const ambient = around * creaseAt(hit, room) + 0.14 * Math.max(0, toCamera);
  const direct = hit.nz < -0.5 ? 0 : lampLight(hit, room, obstacles, hashUnit(u, v, 1));
  return ambient + 0.95 * direct;
}

/** Light of the lamp's middle, times the share of the lamp that jittered rays reach. */
function lampLight(hit: Hit, room: Room, obstacles: readonly Obstacle[], jitter: number): number {
  const dx = room.width / 2 - hit.x;
  const dy = room.depth / 2 - hit.y;
  const dz = room.height - 0.05 - hit.z;
  const towards = facing(hit, dx, dy, dz);
  if (towards <= 0) return 0;
  const light = towards / (1 + 0.08 * (dx * dx + dy * dy + dz * dz));
  const before = obstaclesBefore(hit, obstacles, dx, dy, dz);
  return before.length === 0 ? light : light * shareReached(hit, before, dx, dy, dz, jitter);
}

function shareReached(
  hit: Hit,
  before: readonly Obstacle[],
  dx: number,
  dy: number,
  dz: number,
  jitter: number,
): number {
  const other = (jitter * 64) % 1;
  let blocked = 0;
  let rays = 0;
  for (const quarter of quarters) {
    if (rays === 2 && blocked !== 1) break;
    rays++;
    const ex = dx + (quarter.x + jitter) * lampRadius;
    const ey = dy + (quarter.y + other) * lampRadius;
    for (const { body } of before) {
      if (!blocks(body, hit, ex, ey, dz)) continue;
      blocked++;
      break;
    }
  }
  return 1 - blocked / rays;
}

/** The cosine between the surface normal and a direction. */
function facing(hit: Hit, dx: number, dy: number, dz: number): number {
  return (hit.nx * dx + hit.ny * dy + hit.nz * dz) / Math.sqrt(dx * dx + dy * dy + dz * dz);
}

/** Walls, floor and ceiling shade each other where they meet. */
function creaseAt(hit: Hit, room: Room): number {
  const x = Math.min(hit.x, room.width - hit.x) + Math.abs(hit.nx);
  const y = Math.min(hit.y, room.depth - hit.y) + Math.abs(hit.ny);
  const z = Math.min(hit.z, room.height - hit.z) + Math.abs(hit.nz);
  return 0.72 + 0.28 * Math.min(1, Math.min(x, y, z) / 0.4);
}

const nothing: readonly Obstacle[] = [];

/** The obstacles whose ball comes within the lamp's radius of the line from the point to the lamp. */
function obstaclesBefore(
  hit: Hit,
  obstacles: readonly Obstacle[],
  dx: number,
  dy: number,
  dz: number,
): readonly Obstacle[] {
  const square = dx * dx + dy * dy + dz * dz;
  let found: Obstacle[] | null = null;
  for (const obstacle of obstacles) {
    if (hit.z >= obstacle.top) continue;
    const px = obstacle.x - hit.x;
    const py = obstacle.y - hit.y;
    const pz = obstacle.z - hit.z;
    const t = (px * dx + py * dy + pz * dz) / square;
    const near = Math.min(1, Math.max(0, t));
    const reach = obstacle.radius + near * lampRadius;
    const ex = near * dx - px;
    const ey = near * dy - py;
    const ez = near * dz - pz;
    if (ex * ex + ey * ey + ez * ez >= reach * reach) continue;
    if (found === null) found = [obstacle];
    else found.push(obstacle);
  }
  return found ?? nothing;
}

/** Whether a part of the body lies between a point and the lamp at point + (dx, dy, dz). */
function blocks(body: Body, hit: Hit, dx: number, dy: number, dz: number): boolean {
  const { cosine: c, sine: s, x, y, base } = body.thing;
  // Lifted off its surface by 2 mm, or a surface would shade itself.
  const px = hit.x + 0.002 * hit.nx - x;
  const py = hit.y + 0.002 * hit.ny - y;
  const pz = hit.z + 0.002 * hit.nz - base - body.oz;
  const qx = c * px + s * py - body.ox;
  const qy = c * py - s * px - body.oy;
  const ex = c * dx + s * dy;
  const ey = c * dy - s * dx;
  const { halfWidth, halfDepth, height } = body.thing;
  const middle = height / 2 - body.oz - pz;
  if (!crosses(-body.ox - qx, -body.oy - qy, middle, halfWidth, halfDepth, height / 2, ex, ey, dz)) return false;
  for (const solid of body.solids) {
    // A ball must not be shaded by the corners of its own box.
    if (solid.form === 'ellipsoid' && hit.target?.solid === solid) continue;
    if (crosses(solid.x - qx, solid.y - qy, solid.z - pz, solid.hx, solid.hy, solid.hz, ex, ey, dz)) return true;
  }
  return false;
}

/** Whether the segment from the origin along (dx, dy, dz) crosses a box; round parts shade like their boxes. */
function crosses(
  x: number,
  y: number,
  z: number,
  hx: number,
  hy: number,
  hz: number,
  dx: number,
  dy: number,
  dz: number,
): boolean {
  const ix = 1 / (dx === 0 ? 1e-300 : dx);
  const iy = 1 / (dy === 0 ? 1e-300 : dy);
  const iz = 1 / (dz === 0 ? 1e-300 : dz);
  const sx = Math.abs(ix) * hx;
  const sy = Math.abs(iy) * hy;
  const sz = Math.abs(iz) * hz;
  const leaveX = x * ix + sx;
  const leaveY = y * iy + sy;
  const leaveZ = z * iz + sz;
  if (leaveX <= 0 || leaveY <= 0 || leaveZ <= 0) return false;
  const enter = Math.max(x * ix - sx, y * iy - sy, z * iz - sz);
  return enter < 1 && enter < leaveX && enter < leaveY && enter < leaveZ;
}
