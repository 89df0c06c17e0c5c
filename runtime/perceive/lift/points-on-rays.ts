/** Depths as points: each lies on the ray of its pixel. A map has a million pixels, so nothing is made for any of them. */
import type { Intrinsics, Picture } from '../../geometry/projection.js';

export interface PointsOnRays {
  /** [height · width · 3], camera frame, units of the depths; NaN where invalid. */
  readonly points: Float32Array;
  /** [height · width], 1 where the depth is a positive number. */
  readonly valid: Uint8Array;
}

/**
 * The same as `unproject` for each pixel.
 *
 * @param depths [height · width], along z; not positive or not finite where unknown
 */
export function pointsOnRays(
  depths: Float32Array,
  { width, height }: Picture,
  [fx, fy, cx, cy]: Intrinsics,
): PointsOnRays {
  const points = new Float32Array(3 * width * height).fill(Number.NaN);
  const valid = new Uint8Array(width * height);
  let at = 0;
  for (let v = 0; v < height; v++) {
    const down = (v - cy) / fy;
    for (let u = 0; u < width; u++, at++) {
      const z = depths[at] ?? Number.NaN;
      if (!(z > 0) || z === Number.POSITIVE_INFINITY) continue;
      points[3 * at] = ((u - cx) / fx) * z;
      points[3 * at + 1] = down * z;
      points[3 * at + 2] = z;
      valid[at] = 1;
    }
  }
  return { points, valid };
}
