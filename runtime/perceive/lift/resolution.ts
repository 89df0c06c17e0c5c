/**
 * How well the sides of a box are resolved. Across the view by pixels: each end of a thing is known to about one. Along it by
 * how well depths of one thing are known against each other. Of what is too small for both, a side would be a guess.
 */
import { apply3, length, scale, transpose3 } from '../../geometry/matrix.js';
import type { Intrinsics } from '../../geometry/projection.js';
import type { UprightBox } from './upright-box.js';

/** Standard deviation of where a mask ends, pixels, and what each pixel adds that it was grown by. */
const END_PIXELS = 0.5;
const GROWN_SHARE = 0.25;
/** A side must be so many of its deviations long: sizes are accepted within 25 %, which is then two deviations. */
const LEAST_DEVIATIONS = 8;
/**
 * Standard deviation of depths of a thing against each other, as a share of them, where a model estimated them. What all of
 * them are off by together is the scale, and another matter.
 */
export const ESTIMATED_DEPTH_NOISE = 0.005;

export interface Resolution {
  readonly intrinsics: Intrinsics;
  /** Pixels that the mask was grown by. */
  readonly grown: number;
  /** As `ESTIMATED_DEPTH_NOISE`; 0 where depth was measured. */
  readonly depthNoise: number;
}

/** Standard deviations of the three sizes, metres, along the box's own axes. */
export function sizeSigmas(box: UprightBox, { intrinsics: [fx, fy], grown, depthNoise }: Resolution) {
  const away = length(box.centre);
  const metresPerPixel = away / Math.min(fx, fy);
  const across = Math.SQRT2 * (END_PIXELS + GROWN_SHARE * grown) * metresPerPixel;
  const along = Math.SQRT2 * depthNoise * away;
  const view = apply3(transpose3(box.rotation), scale(box.centre, 1 / away));
  const sigma = (axis: 0 | 1 | 2): number => {
    const cosine = Math.abs(view[axis]);
    return Math.hypot(Math.sqrt(Math.max(0, 1 - cosine * cosine)) * across, cosine * along);
  };
  // A circle tells its middle by its front.
  return box.isRound ? ([across, sigma(1), across] as const) : ([sigma(0), sigma(1), sigma(2)] as const);
}

/** Whether each side is many times longer than it is uncertain. */
export function isResolved(box: UprightBox, resolution: Resolution): boolean {
  const sigmas = sizeSigmas(box, resolution);
  return ([0, 1, 2] as const).every((axis) => box.size[axis] >= LEAST_DEVIATIONS * sigmas[axis]);
}
