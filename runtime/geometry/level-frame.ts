/** The camera's frame made level: the same right-handed axes (right, down, forward), with down along gravity. */
import type { Vector3 } from '../facts/rows.js';
import { cross, dot, type Matrix3, normalised, scale, subtract } from './matrix.js';

/** Below this sine between the optical axis and the vertical, forward is taken from the picture's upper side. */
const STEEP_SINE = 1e-3;

/**
 * Level axes to camera axes: its columns are right, down and forward, where forward is the optical axis without its
 * vertical part.
 *
 * @param up unit vector against gravity, camera frame
 */
export function cameraFromLevel(up: Vector3): Matrix3 {
  const ahead = levelPart([0, 0, 1], up) ?? levelPart([0, -1, 0], up) ?? [1, 0, 0];
  const right = cross(ahead, up);
  return [right[0], -up[0], ahead[0], right[1], -up[1], ahead[1], right[2], -up[2], ahead[2]];
}

/** A direction without its vertical part, at length 1; null where hardly anything is left. */
function levelPart(direction: Vector3, up: Vector3): Vector3 | null {
  const level = subtract(direction, scale(up, dot(direction, up)));
  return dot(level, level) > STEEP_SINE * STEEP_SINE ? normalised(level) : null;
}
