/** An oriented 3D box and its corners. */
import type { Vector3 } from '../facts/rows.js';
import { add, apply3, type Matrix3 } from './matrix.js';

export interface Box {
  readonly centre: Vector3;
  /** Full edge lengths along the box's own axes. */
  readonly size: Vector3;
  /** Box axes to the frame of `centre`. */
  readonly rotation: Matrix3;
}

/**
 * Signs of the corners along the box's own axes, in the order that every list of corners here has:
 * the face at −z counter-clockwise from (−, −), then the face at +z.
 */
export const cornerSigns = [
  [-1, -1, -1],
  [1, -1, -1],
  [1, 1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
  [1, -1, 1],
  [1, 1, 1],
  [-1, 1, 1],
] as const satisfies readonly Vector3[];

/** The twelve edges, as pairs of positions in `cornerSigns`. */
export const boxEdges = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
  [4, 5],
  [5, 6],
  [6, 7],
  [7, 4],
  [0, 4],
  [1, 5],
  [2, 6],
  [3, 7],
] as const;

/** The eight corners, centre + rotation · (signs · size / 2), in the frame of the centre. */
export function boxCorners({ centre, size, rotation }: Box): readonly Vector3[] {
  return cornerSigns.map(([x, y, z]) =>
    add(centre, apply3(rotation, [(x * size[0]) / 2, (y * size[1]) / 2, (z * size[2]) / 2])),
  );
}
