/**
 * The noise model as numbers: how far facts that models make from one picture are off. docs/noise.md says where each
 * magnitude comes from. Every field is 0 in `QUIET`, which changes nothing.
 */

export interface NoiseModel {
  /** Standard deviation of the logarithm of the one factor by which all lengths of a scene are wrong. */
  readonly scale: number;
  /** Root mean square of the smooth relative error of depth over the picture. */
  readonly depthBias: number;
  /** Standard deviation of the relative error of depth that each thing has of its own. */
  readonly depthOfThing: number;
  /** The same of single points of the point map. */
  readonly depthOfPoint: number;
  /** Pixels by which each side of a picture box moves inwards: mean and standard deviation. */
  readonly erosionPixels: number;
  readonly jitterPixels: number;
  /** What is narrower than so many pixels is found as possible at most. */
  readonly leastPixels: number;
  /** Share by which each size of a box is too small: mean and standard deviation. */
  readonly erosion: number;
  readonly sizeJitter: number;
  /** Standard deviation of the turn of a box and its front about the vertical, degrees. */
  readonly yawDegrees: number;
  /** Standard deviation of the tilt of gravity, about each of two axes, degrees. */
  readonly tiltDegrees: number;
  /** Share of things that the detector does not find for sure; twice that where under half of a thing is seen. */
  readonly missed: number;
  /** Of those: share that it still lists as possible. */
  readonly missedIsPossible: number;
  /** Of those that are not listed at all: share where its coverage says that nothing is missing. */
  readonly missedSilently: number;
  /** Share of things that it lists a second time, as possible. */
  readonly doubled: number;
  /** Share of things that it labels as something similar. */
  readonly confused: number;
  /** Of those: share where it has no doubt. Where it has, the thing is possible, and neither label is covered. */
  readonly confusedSilently: number;
  /** Share of categories whose coverage it does not state, though nothing is missing. */
  readonly uncovered: number;
}

export const QUIET: NoiseModel = {
  scale: 0,
  depthBias: 0,
  depthOfThing: 0,
  depthOfPoint: 0,
  erosionPixels: 0,
  jitterPixels: 0,
  leastPixels: 0,
  erosion: 0,
  sizeJitter: 0,
  yawDegrees: 0,
  tiltDegrees: 0,
  missed: 0,
  missedIsPossible: 0,
  missedSilently: 0,
  doubled: 0,
  confused: 0,
  confusedSilently: 0,
  uncovered: 0,
};

/** Boxes lifted from a metric point map by a good monocular model, and an open-vocabulary detector with two thresholds. */
export const MONOCULAR: NoiseModel = {
  scale: 0.065,
  depthBias: 0.02,
  depthOfThing: 0.01,
  depthOfPoint: 0.005,
  erosionPixels: 2,
  jitterPixels: 1.5,
  leastPixels: 16,
  erosion: 0.03,
  sizeJitter: 0.02,
  yawDegrees: 4,
  tiltDegrees: 1,
  missed: 0.05,
  missedIsPossible: 0.6,
  missedSilently: 0.1,
  doubled: 0.03,
  confused: 0.03,
  confusedSilently: 0.1,
  uncovered: 0.1,
};
