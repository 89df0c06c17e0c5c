/** A camera turned to look along one of its rays: the axes in which a crop of its picture is seen. */
import type { Vector3 } from '../facts/rows.js';
import { type Matrix3, multiply3 } from './matrix.js';
import { rotationX, rotationY } from './rotation.js';

/**
 * Axes of the turned camera (right, down, along the ray) to those of the camera: first to the side, then up or down, so that its
 * right stays level with the rows of the picture, and what is upright in the picture is upright in the crop.
 *
 * @param ray any length, camera frame
 */
export function cameraFromRay([x, y, z]: Vector3): Matrix3 {
  return multiply3(rotationY(Math.atan2(x, z)), rotationX(Math.atan2(-y, Math.hypot(x, z))));
}
