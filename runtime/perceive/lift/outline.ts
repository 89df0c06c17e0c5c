/**
 * How a mask ends: at the thing's own rim, at the border of the picture, or where something nearer hides the rest.
 *
 * What hides is nearer a few pixels beyond the rim, farther out than depth is blended. What a thing stands on is nearer
 * there, too. But lines of sight go down to a base below the eye, and whatever they meet before it is higher than the base.
 */
import type { Vector3 } from '../../facts/rows.js';
import { dot } from '../../geometry/matrix.js';
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import type { ObjectPoint } from './object-points.js';

export interface Outline {
  /** [height · width], 1 within `NEAR_PIXELS` of where the mask ends at something nearer, or at the picture's border. */
  readonly cut: Uint8Array;
  /** Whether the mask comes to the border of the picture: how much lies beyond it nobody knows. */
  readonly isAtBorder: boolean;
}

/** Masks end some pixels short of things, at the border of the picture as elsewhere. */
const BORDER_PIXELS = 5;
/** How far beyond the rim is looked for what hides it. */
const BEYOND_PIXELS = [3, 6];
/** Share of the depth by which something is nearer that hides. */
const NEARER_SHARE = 0.02;
/** What a thing stands on is at most so much higher than its base, metres and share of the depth: the larger of the two. */
const SUPPORT_METRES = 0.02;
const SUPPORT_SHARE = 0.01;
/** What is as near to a cut as this is cut. */
const NEAR_PIXELS = 3;

export interface Surroundings {
  readonly map: PointMap;
  /** Unit vector against gravity, camera frame. */
  readonly up: Vector3;
}

/** @param base lowest coordinate of the thing along `up`, metres */
export function outlineOf(
  { map, up }: Surroundings,
  mask: InstanceMask,
  points: readonly ObjectPoint[],
  base: number,
): Outline {
  const { width, height } = map;
  const cut = new Uint8Array(width * height);
  let isAtBorder = false;
  for (const { pixel, point } of points) {
    const [u, v] = [pixel % width, Math.floor(pixel / width)];
    const atBorder = Math.min(u, v, width - 1 - u, height - 1 - v) < BORDER_PIXELS;
    isAtBorder ||= atBorder;
    if (atBorder || isHidden({ map, up }, mask, { u, v, depth: point[2], base })) markAround(cut, map, u, v);
  }
  return { cut, isAtBorder };
}

interface RimPixel {
  readonly u: number;
  readonly v: number;
  readonly depth: number;
  readonly base: number;
}

const directions = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Whether the pixel is the last of its mask in some direction, and something nearer follows there. */
function isHidden(around: Surroundings, mask: InstanceMask, { u, v, depth, base }: RimPixel): boolean {
  const { width, height } = mask;
  return directions.some(([du, dv]) => {
    if (mask.pixels[(v + dv) * width + u + du] === 1) return false;
    return BEYOND_PIXELS.some((step) => {
      const [x, y] = [u + step * du, v + step * dv];
      const at = y * width + x;
      if (x < 0 || y < 0 || x >= width || y >= height || mask.pixels[at] === 1 || around.map.valid[at] !== 1)
        return false;
      const found = around.map.points[3 * at + 2] ?? depth;
      return found < depth * (1 - NEARER_SHARE) && !isSupport(around, at, base);
    });
  });
}

function isSupport({ map, up }: Surroundings, at: number, base: number): boolean {
  const [x = 0, y = 0, z = 0] = map.points.subarray(3 * at, 3 * at + 3);
  const allowed = Math.max(SUPPORT_METRES, SUPPORT_SHARE * z);
  return base < 0 && dot([x, y, z], up) <= base + allowed;
}

function markAround(cut: Uint8Array, { width, height }: PointMap, u: number, v: number): void {
  for (let y = Math.max(0, v - NEAR_PIXELS); y <= Math.min(height - 1, v + NEAR_PIXELS); y++)
    cut.fill(1, y * width + Math.max(0, u - NEAR_PIXELS), y * width + Math.min(width - 1, u + NEAR_PIXELS) + 1);
}
