/**
 * The exact bounds of one part in viewing directions (x / z, y / z): closed formulas, no rendering.
 */

import type { Eye } from './body.js';
import { nearDepth } from './camera.js';
import type { Part } from './shape.js';

/** A rectangle of viewing directions; empty while left > right. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Growing {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const infinity = Number.POSITIVE_INFINITY;

/** What `boundsOfPart` returns: one rectangle for all, since thirty parts a room are bounded. */
const found: Growing = { left: infinity, top: infinity, right: -infinity, bottom: -infinity };

/**
 * Exact bounds of a part as the camera at `eye` sees it; they reach everywhere if the near plane cuts it. Read them at
 * once: the next call overwrites them.
 */
export function boundsOfPart(part: Part, eye: Eye): Bounds {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = eye;
  const { hx, hy, hz } = part;
  const px = part.x - eye.ox;
  const py = part.y - eye.oy;
  const pz = part.z - eye.oz;
  const z = px * fx + py * fy + pz * fz;
  const isCut = z - hx * Math.abs(fx) - hy * Math.abs(fy) - hz * Math.abs(fz) <= nearDepth;
  found.left = found.top = isCut ? -infinity : infinity;
  found.right = found.bottom = isCut ? infinity : -infinity;
  if (isCut) return found;
  const x = px * rx + py * ry + pz * rz;
  const y = px * dx + py * dy + pz * dz;
  switch (part.form) {
    case 'box':
      addBox(eye, x, y, z, hx, hy, hz);
      return found;
    case 'cylinder':
      // A cylinder covers what joins its two discs.
      addConic(eye, x - hz * rz, y - hz * dz, z - hz * fz, hx, hy, 0);
      addConic(eye, x + hz * rz, y + hz * dz, z + hz * fz, hx, hy, 0);
      return found;
    case 'ellipsoid':
      addConic(eye, x, y, z, hx, hy, hz);
      return found;
  }
}

function addBox(eye: Eye, x: number, y: number, z: number, hx: number, hy: number, hz: number): void {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = eye;
  let { left, top, right, bottom } = found;
  for (let corner = 0; corner < 8; corner++) {
    const sx = corner & 1 ? hx : -hx;
    const sy = corner & 2 ? hy : -hy;
    const sz = corner & 4 ? hz : -hz;
    const inverse = 1 / (z + sx * fx + sy * fy + sz * fz);
    const across = (x + sx * rx + sy * ry + sz * rz) * inverse;
    const along = (y + sx * dx + sy * dy + sz * dz) * inverse;
    if (across < left) left = across;
    if (across > right) right = across;
    if (along < top) top = along;
    if (along > bottom) bottom = along;
  }
  add(left, top, right, bottom);
}

function add(left: number, top: number, right: number, bottom: number): void {
  if (left < found.left) found.left = left;
  if (top < found.top) found.top = top;
  if (right > found.right) found.right = right;
  if (bottom > found.bottom) found.bottom = bottom;
}

/**
 * An ellipsoid, or a flat disc where hz = 0, with its centre (x, y, z) in the camera frame.
 *
 * The plane of directions x / z = m touches it where (sum over its half axes a of (a_x - m a_z)²) equals
 * (x - m z)²: a quadratic equation in m, with one root for either side.
 */
function addConic(eye: Eye, x: number, y: number, z: number, hx: number, hy: number, hz: number): void {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = eye;
  const ax = hx * hx;
  const ay = hy * hy;
  const az = hz * hz;
  const ff = ax * fx * fx + ay * fy * fy + az * fz * fz - z * z;
  const rf = ax * rx * fx + ay * ry * fy + az * rz * fz - x * z;
  const rr = ax * rx * rx + ay * ry * ry + az * rz * rz - x * x;
  const df = ax * dx * fx + ay * dy * fy + az * dz * fz - y * z;
  const dd = ax * dx * dx + ay * dy * dy + az * dz * dz - y * y;
  const spreadX = Math.sqrt(Math.max(0, rf * rf - ff * rr));
  const spreadY = Math.sqrt(Math.max(0, df * df - ff * dd));
  // ff is negative before the near plane, so the smaller root has the plus sign.
  add((rf + spreadX) / ff, (df + spreadY) / ff, (rf - spreadX) / ff, (df - spreadY) / ff);
}
