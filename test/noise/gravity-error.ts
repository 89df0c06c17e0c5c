/** Gravity that is a little off: the turn that takes the true vertical to the one that is stated. */
import type { SceneRow, Vector3 } from '../../runtime/facts/rows.js';
import { identity3, type Matrix3, multiply3 } from '../../runtime/geometry/matrix.js';
import { type Drawing, noiseOf } from './gaussian.js';
import type { NoiseModel } from './noise-model.js';

const RADIANS = Math.PI / 180;

/** Boxes are fitted upright, so they tilt with it. */
export function tiltOf({ up }: SceneRow, { tiltDegrees }: NoiseModel, drawing: Drawing): Matrix3 {
  if (up === null || tiltDegrees === 0) return identity3;
  const noise = noiseOf(drawing, 'tilt');
  const [first, second] = levelAxes(up);
  const about = (axis: Vector3) => turnAbout(axis, tiltDegrees * RADIANS * noise.normal());
  return multiply3(about(first), about(second));
}

/** Two unit vectors at right angles to `up` and to each other. */
function levelAxes(up: Vector3): readonly [Vector3, Vector3] {
  const other: Vector3 = Math.abs(up[0]) < 0.9 ? [1, 0, 0] : [0, 0, 1];
  const first = unit(cross(up, other));
  return [first, cross(up, first)];
}

/** About a unit vector, radians. */
export function turnAbout([x, y, z]: Vector3, angle: number): Matrix3 {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const t = 1 - c;
  return [
    c + t * x * x,
    t * x * y - s * z,
    t * x * z + s * y,
    t * x * y + s * z,
    c + t * y * y,
    t * y * z - s * x,
    t * x * z - s * y,
    t * y * z + s * x,
    c + t * z * z,
  ];
}

function cross(p: Vector3, q: Vector3): Vector3 {
  return [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
}

function unit(v: Vector3): Vector3 {
  const length = Math.hypot(...v);
  return [v[0] / length, v[1] / length, v[2] / length];
}
