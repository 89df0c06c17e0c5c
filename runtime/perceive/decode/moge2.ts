/**
 * MoGe-2: a point map with normals, a mask of what has a finite depth, and the factor that makes it metric.
 *
 * Input and output as the official export has them (github.com/microsoft/MoGe, docs/onnx.md): pixels 0..1, normalized in the
 * graph; `num_tokens` is a scalar. The graph resizes without smoothing, so larger pictures are shrunk before it.
 * Where the camera stands along z is solved for afterwards: the points are affine-invariant.
 */
import { type Placement, shrunkTo } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { planesOf, unitRange } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import type { AffinePointMap } from '../point-map.js';
import { floatsOf, int64, type NamedTensors } from '../tensor.js';

export const moge2: Contract = {
  model: 'moge2',
  inputs: [
    { name: 'image', types: FLOATING, dims: ['batch', 3, 'height', 'width'] },
    // Exports of one size have none.
    { name: 'num_tokens', types: ['int64'], dims: [], optional: true },
  ],
  outputs: [
    { name: 'points', types: FLOATING, dims: ['batch', 'height', 'width', 3] },
    // Of the models without `normal` in their name there is none.
    { name: 'normal', types: FLOATING, dims: ['batch', 'height', 'width', 3], optional: true },
    { name: 'mask', types: FLOATING, dims: ['batch', 'height', 'width'] },
    { name: 'metric_scale', types: FLOATING, dims: ['batch'] },
  ],
};

/** The model's README suggests 1200 to 2500 patches; more is finer and slower. */
export const MOGE_TOKENS = 2500;
/** Side of a patch of DINOv2, pixels. */
const PATCH = 14;
/** Where the mask is larger, the point is used; as the official code does. */
const MASK_THRESHOLD = 0.5;

/** As many pixels as the model looks at: more would be thrown away, unsmoothed. The shape is kept for the focal length. */
export const moge2Placement = (picture: Picture, tokens = MOGE_TOKENS): Placement =>
  shrunkTo(picture, tokens * PATCH * PATCH);

/** @param content the picture, resized to the placement's content */
export function moge2Inputs(content: RgbPicture, tokens = MOGE_TOKENS): NamedTensors {
  return { image: planesOf(content, content, unitRange), num_tokens: int64([], [tokens]) };
}

/**
 * @returns camera axes x right, y down, z forward; up to a shift along z, and to `metricScale`, which is to be multiplied in
 *   after the shift; null where that is not a positive number
 */
export function moge2PointMap(outputs: NamedTensors): AffinePointMap {
  const points = floatsOf(outputs, 'points', 4);
  const mask = floatsOf(outputs, 'mask', 3).data;
  const [scale = Number.NaN] = floatsOf(outputs, 'metric_scale', 1).data;
  const [, height = 0, width = 0] = points.dims;
  const valid = new Uint8Array(width * height);
  for (let i = 0; i < valid.length; i++) {
    const seen = (mask[i] ?? 0) > MASK_THRESHOLD && isFinite3(points.data, i);
    valid[i] = seen ? 1 : 0;
  }
  return {
    width,
    height,
    points: whereValid(points.data, valid, 1),
    normals: outputs.normal === undefined ? null : normalsOf(floatsOf(outputs, 'normal', 4).data, valid),
    valid,
    metricScale: Number.isFinite(scale) && scale > 0 ? scale : null,
  };
}

const isFinite3 = (values: Float32Array, i: number): boolean =>
  Number.isFinite(values[3 * i]) && Number.isFinite(values[3 * i + 1]) && Number.isFinite(values[3 * i + 2]);

/** Vectors times a sign, NaN where the point is not to be used. */
function whereValid(vectors: Float32Array, valid: Uint8Array, sign: 1 | -1): Float32Array {
  const kept = new Float32Array(vectors.length);
  for (let i = 0; i < valid.length; i++)
    for (let axis = 3 * i; axis < 3 * i + 3; axis++)
      kept[axis] = valid[i] === 1 ? sign * (vectors[axis] ?? Number.NaN) : Number.NaN;
  return kept;
}

/**
 * Normals towards the camera. Which way they point is not written anywhere; but what is seen faces the camera, so where most
 * have z > 0 all are turned around.
 */
function normalsOf(normals: Float32Array, valid: Uint8Array): Float32Array {
  let away = 0;
  for (let i = 0; i < valid.length; i++) if (valid[i] === 1) away += Math.sign(normals[3 * i + 2] ?? 0);
  return whereValid(normals, valid, away > 0 ? -1 : 1);
}
