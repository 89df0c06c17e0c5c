/**
 * SAM 2.1: the mask of a thing whose box is known (Ravi et al. 2024), and whether there is such a thing at all. Names and shapes
 * are those of onnx-community/sam2.1-hiera-tiny-ONNX. The picture is squashed to a square; the decoder is given points without
 * elements beside its boxes.
 */
import { type Placement, squash } from '../../geometry/placement.js';
import type { Bounds, Picture } from '../../geometry/projection.js';
import { type Contract, type ExpectedValue, FLOATING } from '../inference/contract.js';
import { imageNet, planesOf } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { float32, floatsOf, int64, type NamedTensors } from '../tensor.js';
import { type BoxMask, boxMasks } from './box-masks.js';
import { boxPrompts, SAM_SIDE } from './slimsam.js';

/** What the encoder gives and the decoder takes: three scales. */
const embeddings: readonly ExpectedValue[] = [
  { name: 'image_embeddings.0', types: FLOATING, dims: ['batch', 32, 256, 256] },
  { name: 'image_embeddings.1', types: FLOATING, dims: ['batch', 64, 128, 128] },
  { name: 'image_embeddings.2', types: FLOATING, dims: ['batch', 256, 64, 64] },
];

export const sam2Encoder: Contract = {
  model: 'sam2-encoder',
  inputs: [{ name: 'pixel_values', types: FLOATING, dims: ['batch', 3, SAM_SIDE, SAM_SIDE] }],
  outputs: embeddings,
};

export const sam2Decoder: Contract = {
  model: 'sam2-decoder',
  inputs: [
    { name: 'input_boxes', types: FLOATING, dims: ['batch', 'boxes', 4] },
    { name: 'input_points', types: FLOATING, dims: ['batch', 'prompts', 'points', 2] },
    { name: 'input_labels', types: ['int64'], dims: ['batch', 'prompts', 'points'] },
    ...embeddings,
  ],
  outputs: [
    { name: 'iou_scores', types: FLOATING, dims: ['batch', 'boxes', 'candidates'] },
    { name: 'pred_masks', types: FLOATING, dims: ['batch', 'boxes', 'candidates', 'rows', 'columns'] },
    { name: 'object_score_logits', types: FLOATING, dims: ['batch', 'boxes', 1] },
  ],
};

export const sam2Placement = (picture: Picture): Placement => squash(picture, SAM_SIDE, SAM_SIDE);

/** @param content the picture, resized to the placement's content */
export const sam2EncoderInputs = (content: RgbPicture): NamedTensors => ({
  pixel_values: planesOf(content, content, imageNet),
});

/**
 * @param encoded what the encoder gave
 * @param boxes pixels of the picture
 */
export function sam2DecoderInputs(encoded: NamedTensors, boxes: readonly Bounds[], placement: Placement): NamedTensors {
  return {
    ...encoded,
    input_boxes: boxPrompts(boxes, placement),
    input_points: float32([1, 1, 0, 2], new Float32Array(0)),
    input_labels: int64([1, boxes.length, 0], []),
  };
}

/** As `boxMasks`; null also where the model holds that there is nothing in the box, by a logit of at most 0. */
export function sam2Masks(outputs: NamedTensors, placement: Placement, size: Picture): readonly (BoxMask | null)[] {
  const { data: something } = floatsOf(outputs, 'object_score_logits', 3);
  return boxMasks(outputs, placement, size).map((mask, box) => ((something[box] ?? 0) > 0 ? mask : null));
}
