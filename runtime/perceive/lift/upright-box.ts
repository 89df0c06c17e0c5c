/**
 * The upright box around the points of a thing: its footprint is the square around a circle where the thing is round as seen
 * from above, and else the smallest rectangle.
 *
 * It is the box of what is seen. Whether that is the whole thing is told by `whole-box.ts`.
 */
import type { Vector3 } from '../../facts/rows.js';
import type { Box } from '../../geometry/box.js';
import type { Point2 } from '../../geometry/convex-hull.js';
import { cameraFromLevel } from '../../geometry/level-frame.js';
import { apply3, multiply3, transpose3 } from '../../geometry/matrix.js';
import { rotationY } from '../../geometry/rotation.js';
import { type Range, smallestRectangle } from '../../geometry/smallest-rectangle.js';
import { roundFootprint } from './round-footprint.js';

export interface UprightBox extends Box {
  /** From the camera's level right towards its level forward, to the first axis of the box: radians, 0 up to π/2. */
  readonly yaw: number;
  /** Round as seen from above: then a turn about the vertical means nothing, and its back is where its front is not. */
  readonly isRound: boolean;
}

/**
 * Share of the points left out at either end of each axis. Noise puts the outermost point beyond the surface; a table's
 * legs end in hardly more points than these.
 */
const TRIMMED_SHARE = 0.003;
/** No side of a box is shorter, metres: of a picture on a wall only a face is seen. */
const THINNEST_METRES = 0.005;

/**
 * @param points   camera frame, metres, at least one
 * @param up       unit vector against gravity, camera frame
 * @param measured those of them whose depth is their own: only they tell whether the thing is round
 */
export function uprightBox(points: readonly Vector3[], up: Vector3, measured = points): UprightBox {
  const fromLevel = cameraFromLevel(up);
  const toLevel = transpose3(fromLevel);
  const level = points.map((point) => apply3(toLevel, point));
  const fromAbove = ([right, , forward]: Vector3): Point2 => [right, forward];
  const circle = roundFootprint(measured.map((point) => fromAbove(apply3(toLevel, point))));
  const yaw = circle === null ? (smallestRectangle(level.map(fromAbove))?.angle ?? 0) : 0;
  // The axis points down: from right towards forward is the opposite of a right-handed turn about it.
  const turn = rotationY(-yaw);
  const rotation = multiply3(fromLevel, turn);
  const back = transpose3(turn);
  const own = level.map((point) => apply3(back, point));
  const range = (axis: 0 | 1 | 2): Range => trimmedRange(own.map((point) => point[axis]));
  const around = (middleOfCircle: number, radius: number): Range => [middleOfCircle - radius, middleOfCircle + radius];
  const x = circle === null ? range(0) : around(circle.centre[0], circle.radius);
  const z = circle === null ? range(2) : around(circle.centre[1], circle.radius);
  const y = range(1);
  return {
    centre: apply3(rotation, [middle(x), middle(y), middle(z)]),
    size: [sizeOf(x), sizeOf(y), sizeOf(z)],
    rotation,
    yaw,
    isRound: circle !== null,
  };
}

function trimmedRange(values: readonly number[]): Range {
  const sorted = Float64Array.from(values).sort();
  const left = Math.floor(TRIMMED_SHARE * sorted.length);
  return [sorted[left] ?? 0, sorted[sorted.length - 1 - left] ?? 0];
}

const middle = ([least, most]: Range): number => (least + most) / 2;
const sizeOf = ([least, most]: Range): number => Math.max(most - least, THINNEST_METRES);
