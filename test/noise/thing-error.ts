/** One thing as it is seen through the noise: its box in space and in the picture, its front. Its label stays. */
import type { ObjectRow, Vector3 } from '../../runtime/facts/rows.js';
import { apply3, asMatrix3, type Matrix3, multiply3, scale } from '../../runtime/geometry/matrix.js';
import type { DepthError } from './depth-error.js';
import { type Drawing, type Noise, noiseOf } from './gaussian.js';
import { turnAbout } from './gravity-error.js';
import type { NoiseModel } from './noise-model.js';

export interface SceneError {
  readonly model: NoiseModel;
  readonly drawing: Drawing;
  readonly depth: DepthError;
  /** Takes the true vertical to the stated one. */
  readonly tilt: Matrix3;
  /** The stated one. */
  readonly up: Vector3 | null;
}

/** @param name what draws go by: a thing that is listed twice is seen twice */
export function seenThrough(row: ObjectRow, error: SceneError, name: string): ObjectRow {
  const { model, drawing } = error;
  const noise = noiseOf(drawing, `thing ${name}`);
  const own = 1 + model.depthOfThing * noise.normal();
  // A lifted box is made of points: what lies too far off is too large by the same factor.
  const factor = row.centre === null ? own : own * error.depth(row.centre);
  const turn = turnOf(error, model.yawDegrees * noise.normal());
  const rotation = row.rotation === null ? null : asMatrix3(row.rotation);
  return {
    ...row,
    centre: row.centre === null ? null : scale(row.centre, factor),
    size: row.size === null ? null : eroded(row.size, factor, model, noise),
    rotation: rotation === null ? null : multiply3(turn, rotation),
    facing: row.facing === null ? null : apply3(turn, row.facing),
    box2d: row.box2d === null ? null : shrunk(row.box2d, model, noise),
  };
}

function turnOf({ up, tilt }: SceneError, degrees: number): Matrix3 {
  return up === null ? tilt : multiply3(turnAbout(up, (degrees * Math.PI) / 180), tilt);
}

function eroded(size: Vector3, factor: number, { erosion, sizeJitter }: NoiseModel, noise: Noise): Vector3 {
  const side = (length: number): number => length * factor * Math.max(0.1, 1 - erosion + sizeJitter * noise.normal());
  return [side(size[0]), side(size[1]), side(size[2])];
}

type Box = NonNullable<ObjectRow['box2d']>;

/** Each side on its own; at least a third of the box is left, around its middle. */
function shrunk([x1, y1, x2, y2]: Box, { erosionPixels, jitterPixels }: NoiseModel, noise: Noise): Box {
  const inwards = (length: number): number =>
    Math.min(length / 3, Math.max(-length / 3, erosionPixels + jitterPixels * noise.normal()));
  const [left, top, right, bottom] = [inwards(x2 - x1), inwards(y2 - y1), inwards(x2 - x1), inwards(y2 - y1)];
  return [Math.max(0, x1 + left), Math.max(0, y1 + top), x2 - right, y2 - bottom];
}
