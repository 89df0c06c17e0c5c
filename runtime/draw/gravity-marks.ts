/** Which way is up, drawn: the horizon, and an arrow against gravity in a lower corner. */
import type { Vector3 } from '../facts/rows.js';
import { add, scale } from '../geometry/matrix.js';
import { type Intrinsics, type Picture, type Pixel, projectedLine, unproject } from '../geometry/projection.js';
import type { Mark, Stroke } from './mark.js';

const COLOUR = '#f4f4f4';
/** Where the arrow stands, as shares of the picture, and how far away and how long it is, metres. */
const CORNER = [0.08, 0.92] as const;
const AWAY_METRES = 2;
const LONG_METRES = 0.3;
/** Below this share of up lies along the columns of the picture: a horizon across it means nothing. */
const LEAST_UPRIGHT = 0.1;

/** @param up unit vector against gravity, camera frame */
export function gravityMarks(
  up: Vector3,
  source: string | null,
  intrinsics: Intrinsics,
  picture: Picture,
): readonly Mark[] {
  const stroke: Stroke = { colour: COLOUR, width: 1.25, dashed: true };
  const level = horizon(up, intrinsics, picture);
  const foot = unproject(intrinsics, [CORNER[0] * picture.width, CORNER[1] * picture.height], AWAY_METRES);
  const line = projectedLine(intrinsics, foot, add(foot, scale(up, LONG_METRES)));
  const name = source === null ? 'up' : `up: ${source}`;
  return [
    ...(level === null ? [] : [{ kind: 'lines', lines: [level], stroke } as const]),
    ...(line === null
      ? []
      : ([
          { kind: 'arrow', from: line[0], to: line[1], stroke: { ...stroke, width: 3, dashed: false } },
          { kind: 'label', at: line[1], text: name, colour: COLOUR },
        ] as const)),
  ];
}

/** From the first to the last column, where rays are level; null where that is outside of the picture, or the camera is rolled. */
export function horizon(
  up: Vector3,
  [fx, fy, cx, cy]: Intrinsics,
  { width, height }: Picture,
): readonly [Pixel, Pixel] | null {
  if (Math.abs(up[1]) < LEAST_UPRIGHT) return null;
  // The ray ((u − cx) / fx, (v − cy) / fy, 1) is level where its product with up is 0.
  const rowAt = (u: number): number => cy - (fy * (up[2] + (up[0] * (u - cx)) / fx)) / up[1];
  const [left, right] = [rowAt(0), rowAt(width - 1)];
  const isOutside = Math.max(left, right) < 0 || Math.min(left, right) > height - 1;
  return isOutside
    ? null
    : [
        [0, left],
        [width - 1, right],
      ];
}
