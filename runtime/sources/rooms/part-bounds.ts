/**
 * The exact bounds of one part in viewing directions (x / z, y / z): closed formulas, no rendering.
 */

import type { Axes } from './body.js';
import { nearDepth } from './camera.js';
import type { Part } from './shape.js';

/** A rectangle of viewing directions; empty while left > right. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const infinity = Number.POSITIVE_INFINITY;

/** The bounds of what the near plane cuts: it may reach anywhere. */
export const everywhere: Bounds = { left: -infinity, top: -infinity, right: infinity, bottom: infinity };

/** Exact bounds of a part with its centre (px, py, pz) from the optical centre; `everywhere` if the near plane cuts it. */
export function boundsOfPart(
  form: Part['form'],
  px: number,
  py: number,
  pz: number,
  hx: number,
  hy: number,
  hz: number,
  axes: Axes,
): Bounds {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = axes;
  const z = px * fx + py * fy + pz * fz;
  const reach = hx * Math.abs(fx) + hy * Math.abs(fy) + hz * Math.abs(fz);
  if (z - reach <= nearDepth) return everywhere;
  const x = px * rx + py * ry + pz * rz;
  const y = px * dx + py * dy + pz * dz;
  switch (form) {
    case 'box':
      return boxBounds(axes, x, y, z, hx, hy, hz);
    case 'cylinder': {
      // A cylinder covers what joins its two discs.
      const low = conicBounds(axes, x - hz * rz, y - hz * dz, z - hz * fz, hx, hy, 0);
      const high = conicBounds(axes, x + hz * rz, y + hz * dz, z + hz * fz, hx, hy, 0);
      return {
        left: Math.min(low.left, high.left),
        top: Math.min(low.top, high.top),
        right: Math.max(low.right, high.right),
        bottom: Math.max(low.bottom, high.bottom),
      };
    }
    case 'ellipsoid':
      return conicBounds(axes, x, y, z, hx, hy, hz);
  }
}

function boxBounds(axes: Axes, x: number, y: number, z: number, hx: number, hy: number, hz: number): Bounds {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = axes;
  let left = infinity;
  let top = infinity;
  let right = -infinity;
  let bottom = -infinity;
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
  return { left, top, right, bottom };
}

/**
 * An ellipsoid, or a flat disc where hz = 0, with its centre (x, y, z) in the camera frame.
 *
 * The plane of directions x / z = m touches it where (sum over its half axes a of (a_x - m a_z)²) equals
 * (x - m z)²: a quadratic equation in m, with one root for either side.
 */
function conicBounds(axes: Axes, x: number, y: number, z: number, hx: number, hy: number, hz: number): Bounds {
  const { rx, ry, rz, dx, dy, dz, fx, fy, fz } = axes;
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
  return {
    left: (rf + spreadX) / ff,
    top: (df + spreadY) / ff,
    right: (rf - spreadX) / ff,
    bottom: (df - spreadY) / ff,
  };
}
