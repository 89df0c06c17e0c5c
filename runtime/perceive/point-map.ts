/**
 * What is seen, pixel by pixel: the affine-invariant map that a model gives, and the metric map of which facts are made.
 *
 * Camera frame throughout (OpenCV: x right, y down, z forward); pixel centres lie at whole numbers; arrays are row-major.
 */
import type { Intrinsics } from '../geometry/projection.js';

/**
 * A point map up to scale and to a shift along z, as MoGe gives it: which focal length it was taken with is not known yet.
 * `solveFocalShift` makes a `PointMap` of it.
 */
export interface AffinePointMap {
  readonly width: number;
  readonly height: number;
  /** [height · width · 3], camera axes, no unit; NaN where invalid. */
  readonly points: Float32Array;
  /** [height · width · 3], unit vectors, camera frame, towards the camera; NaN where unknown. Null: the model gives none. */
  readonly normals: Float32Array | null;
  /** [height · width], 1 where the point is to be used, else 0. */
  readonly valid: Uint8Array;
  /** Metres per unit, once the shift is added; null where lengths stay known up to one factor. */
  readonly metricScale: number | null;
}

/** A point for every pixel, and the camera that projects each to its pixel. */
export interface PointMap {
  readonly width: number;
  readonly height: number;
  /** [height · width · 3], camera frame, metres; NaN where invalid. z > 0 where valid. */
  readonly points: Float32Array;
  /** [height · width · 3], unit vectors, camera frame, towards the camera; NaN where unknown. Null: none were given. */
  readonly normals: Float32Array | null;
  /** [height · width], 1 where the point is to be used, else 0. */
  readonly valid: Uint8Array;
  /** fx, fy, cx, cy in pixels of this map (not of a larger picture that it was made from). */
  readonly intrinsics: Intrinsics;
}
