/**
 * OWLv2: things that match phrases, any number of phrases in one pass (Minderer et al. 2023, "Scaling Open-Vocabulary Object
 * Detection"). Names and shapes are those of the exports for transformers.js.
 *
 * The picture is padded at the bottom and right to a square, and boxes are relative to that square, as in Hugging Face's
 * image processor for it; that of transformers.js squashes instead.
 */
import { letterbox, type Placement } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { clip, type Normalization, planesOf } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import { canvasBounds, type Detection, detectionOf, merged, type ScoreThresholds } from './detection.js';
import { greatest, sigmoid } from './scores.js';

export const owlv2: Contract = {
  model: 'owlv2',
  inputs: [
    { name: 'pixel_values', types: FLOATING, dims: ['batch', 3, 'height', 'width'] },
    { name: 'input_ids', types: ['int64'], dims: ['queries', 'length'] },
    { name: 'attention_mask', types: ['int64'], dims: ['queries', 'length'] },
  ],
  outputs: [
    { name: 'logits', types: FLOATING, dims: ['batch', 'patches', 'queries'] },
    { name: 'pred_boxes', types: FLOATING, dims: ['batch', 'patches', 4] },
  ],
};

/** Side of the square, pixels: 60 patches of 16. */
export const OWLV2_SIDE = 960;

/** Padding is black before mean and deviation are applied. */
const padded: Normalization = { ...clip, padding: { byte: 0 } };

/** From 0.1 on, Hugging Face's example shows what was found. A third is our choice: few things of that score are not there. */
export const owlv2Thresholds: ScoreThresholds = { possible: 0.1, certain: 0.3 };
/** Neighbouring patches find the same thing again. */
const SAME_THING = 0.5;

/** A phrase that is looked for, and what things are labelled that match it: several phrases may have one label. */
export interface Query {
  readonly phrase: string;
  readonly label: string;
}

export const owlv2Placement = (picture: Picture): Placement => letterbox(picture, OWLV2_SIDE);

/**
 * @param content the picture, resized to the placement's content
 * @param tokens `input_ids` and `attention_mask` of the phrases: `clipTokens`
 */
export function owlv2Inputs(content: RgbPicture, { canvas }: Placement, tokens: NamedTensors): NamedTensors {
  return { pixel_values: planesOf(content, canvas, padded), ...tokens };
}

/** @param queries in the order of their tokens */
export function owlv2Detections(
  outputs: NamedTensors,
  queries: readonly Query[],
  placement: Placement,
  thresholds: ScoreThresholds = owlv2Thresholds,
  meaningOf?: (label: string) => string,
): readonly Detection[] {
  const { data: logits, dims } = floatsOf(outputs, 'logits', 3);
  const { data: boxes } = floatsOf(outputs, 'pred_boxes', 3);
  const [, patches = 0, columns = 0] = dims;
  if (columns !== queries.length)
    throw new Error(`logits of ${columns} phrases, where ${queries.length} were looked for`);
  const found = Array.from({ length: patches }, (_, patch) => {
    const best = greatest(logits, patch * columns, columns);
    const query = queries[best];
    if (query === undefined) return null;
    const [cx = 0, cy = 0, w = 0, h = 0] = boxes.subarray(4 * patch, 4 * patch + 4);
    const score = sigmoid(logits[patch * columns + best] ?? Number.NEGATIVE_INFINITY);
    const onCanvas = canvasBounds([cx, cy, w, h], placement.canvas.width);
    return detectionOf(query.label, score, onCanvas, placement, thresholds);
  });
  return merged(
    found.filter((detection) => detection !== null),
    SAME_THING,
    meaningOf,
  );
}
