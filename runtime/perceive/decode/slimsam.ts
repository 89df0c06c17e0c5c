/**
 * SlimSAM: the mask of a thing whose box is known. The picture is encoded once; the decoder takes all boxes at once.
 *
 * Names and shapes are those of Xenova/slimsam-77-uniform at its branch `boxes`: the decoder of `main` takes points alone.
 * Preprocessing is SAM's (Kirillov et al. 2023): the longer side 1024, padded with 0 after normalization.
 */
import { boundsToCanvas, letterbox, type Placement } from '../../geometry/placement.js';
import type { Bounds, Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { imageNet, planesOf } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { float32, int64, type NamedTensors, type Tensor } from '../tensor.js';

/** Side of the square, pixels. */
export const SAM_SIDE = 1024;

export const slimsamEncoder: Contract = {
  model: 'slimsam-encoder',
  inputs: [{ name: 'pixel_values', types: FLOATING, dims: ['batch', 3, SAM_SIDE, SAM_SIDE] }],
  outputs: [
    { name: 'image_embeddings', types: FLOATING, dims: ['batch', 256, 64, 64] },
    { name: 'image_positional_embeddings', types: FLOATING, dims: ['batch', 256, 64, 64] },
  ],
};

export const slimsamDecoder: Contract = {
  model: 'slimsam-decoder',
  inputs: [
    { name: 'input_boxes', types: FLOATING, dims: ['batch', 'boxes', 4] },
    // The branch `points-and-boxes` has these, too; they are given no points.
    { name: 'input_points', types: FLOATING, dims: ['batch', 'boxes', 'points', 2], optional: true },
    { name: 'input_labels', types: ['int64'], dims: ['batch', 'boxes', 'points'], optional: true },
    { name: 'image_embeddings', types: FLOATING, dims: ['batch', 256, 64, 64] },
    { name: 'image_positional_embeddings', types: FLOATING, dims: ['batch', 256, 64, 64] },
  ],
  outputs: [
    { name: 'iou_scores', types: FLOATING, dims: ['batch', 'boxes', 'candidates'] },
    { name: 'pred_masks', types: FLOATING, dims: ['batch', 'boxes', 'candidates', 'rows', 'columns'] },
  ],
};

export const slimsamPlacement = (picture: Picture): Placement => letterbox(picture, SAM_SIDE);

/** @param content the picture, resized to the placement's content */
export const slimsamEncoderInputs = (content: RgbPicture, { canvas }: Placement): NamedTensors => ({
  pixel_values: planesOf(content, canvas, imageNet),
});

/**
 * @param embeddings what the encoder gave
 * @param boxes pixels of the picture
 */
export function slimsamDecoderInputs(
  embeddings: NamedTensors,
  boxes: readonly Bounds[],
  placement: Placement,
): NamedTensors {
  return {
    ...embeddings,
    input_boxes: boxPrompts(boxes, placement),
    input_points: float32([1, boxes.length, 0, 2], new Float32Array(0)),
    input_labels: int64([1, boxes.length, 0], []),
  };
}

/** Boxes as SAM is prompted with them: float32 [1, boxes, 4], x1, y1, x2, y2 on the canvas, whose edge is at 0. */
export function boxPrompts(boxes: readonly Bounds[], placement: Placement): Tensor {
  const corners = boxes.flatMap((box) => boundsToCanvas(placement, box).map((coordinate) => coordinate + 0.5));
  return float32([1, boxes.length, 4], Float32Array.from(corners));
}
