/**
 * Whether a thing goes on beyond its mask as something thin: the pole of a lamp, the legs of a chair. Segmenters, and masks
 * made at a quarter of the picture's size, lose what is a few pixels wide; without it the thing would be its shade or its seat.
 *
 * Such a part is a ridge of depth that leaves the mask: nearer than what is seen on either side of it, and nearer to the depth
 * of the thing than to theirs. What the thing stands on is no ridge, for it goes on to at least one side.
 */
import type { Bounds } from '../../geometry/projection.js';
import { boundsOf, type InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import { depthAt, directions, isMasked, type Step } from './mask-rim.js';

/** The ridge must hold from here to there beyond the rim, pixels: nearer to it everything is blended. */
const FROM_PIXELS = 3;
const TO_PIXELS = 10;
/** Half the width, blended pixels included, of the widest part that is called thin. */
const ASIDE_PIXELS = 8;
/** Share of the depth by which the sides are farther away. */
const STEP_SHARE = 0.03;
/** So far inside the rim depth is the thing's own. */
const INSIDE_PIXELS = 3;

/**
 * Only of parts that leave the picture box of the mask: what lies between the shade and the foot changes no size.
 *
 * @param taken [height · width], 1 where any mask is: what has a mask of its own is another thing
 */
export function hasThinParts(map: PointMap, mask: InstanceMask, taken: Uint8Array): boolean {
  const bounds = boundsOf(mask);
  return mask.pixels.some((one, pixel) => {
    if (one !== 1) return false;
    const [u, v] = [pixel % mask.width, Math.floor(pixel / mask.width)];
    return directions.some(
      (step) =>
        !isMasked(mask, u + step[0], v + step[1]) &&
        isOutside(bounds, u + TO_PIXELS * step[0], v + TO_PIXELS * step[1]) &&
        isRidge(map, taken, [u, v], step),
    );
  });
}

function isOutside(bounds: Bounds | null, x: number, y: number): boolean {
  if (bounds === null) return true;
  const [x1, y1, x2, y2] = bounds;
  return x < x1 || y < y1 || x > x2 || y > y2;
}

function isRidge(map: PointMap, taken: Uint8Array, [u, v]: Step, [du, dv]: Step): boolean {
  const inside = depthAt(map, u - INSIDE_PIXELS * du, v - INSIDE_PIXELS * dv);
  const own = Number.isNaN(inside) ? depthAt(map, u, v) : inside;
  for (let steps = FROM_PIXELS; steps <= TO_PIXELS; steps++) {
    const [x, y] = [u + steps * du, v + steps * dv];
    const depth = depthAt(map, x, y);
    // Across the direction of travel.
    const [one, other] = [-1, 1].map((sign) =>
      depthAt(map, x + sign * ASIDE_PIXELS * dv, y + sign * ASIDE_PIXELS * du),
    );
    const sides = Math.min(one ?? Number.NaN, other ?? Number.NaN);
    if (!(sides - depth > STEP_SHARE * depth) || Math.abs(depth - own) >= sides - depth) return false;
    if (taken[y * map.width + x] === 1) return false;
  }
  return true;
}
