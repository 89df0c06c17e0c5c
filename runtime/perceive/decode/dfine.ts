/**
 * D-FINE: things of a closed list of classes, for instance the 80 of COCO (Peng et al. 2024). Names and shapes are those of the
 * exports of onnx-community. The picture is squashed to a square, pixels are 0..1 without mean or deviation; each class has a
 * sigmoid of its own, and a query is one thing, so nothing is found twice.
 */
import { type Placement, squash } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { planesOf, unitRange } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import { canvasBounds, type Detection, detectionOf, type ScoreThresholds } from './detection.js';
import { greatest, sigmoid } from './scores.js';

export const DFINE_SIDE = 640;

export const dfine: Contract = {
  model: 'dfine',
  inputs: [{ name: 'pixel_values', types: FLOATING, dims: ['batch', 3, DFINE_SIDE, DFINE_SIDE] }],
  outputs: [
    { name: 'logits', types: FLOATING, dims: ['batch', 'queries', 'classes'] },
    { name: 'pred_boxes', types: FLOATING, dims: ['batch', 'queries', 4] },
  ],
};

/** Chosen, and not yet tried on real weights: above half a query is taken for certain, below a quarter for none. */
export const dfineThresholds: ScoreThresholds = { possible: 0.25, certain: 0.5 };

export const dfinePlacement = (picture: Picture): Placement => squash(picture, DFINE_SIDE, DFINE_SIDE);

/** @param content the picture, resized to the placement's content */
export const dfineInputs = (content: RgbPicture): NamedTensors => ({
  pixel_values: planesOf(content, content, unitRange),
});

/**
 * @param labels of the classes in the order of the model; null for one that is no thing, as the first of Objects365 heads
 * @throws Error where the model has another number of classes
 */
export function dfineDetections(
  outputs: NamedTensors,
  labels: readonly (string | null)[],
  placement: Placement,
  thresholds: ScoreThresholds = dfineThresholds,
): readonly Detection[] {
  const { data: logits, dims } = floatsOf(outputs, 'logits', 3);
  const { data: boxes } = floatsOf(outputs, 'pred_boxes', 3);
  const [, queries = 0, classes = 0] = dims;
  if (classes !== labels.length)
    throw new Error(`logits of ${classes} classes, where there are ${labels.length} labels`);
  const found = Array.from({ length: queries }, (_, query) => {
    const best = greatest(logits, query * classes, classes);
    const label = labels[best] ?? null;
    if (label === null) return null;
    const [cx = 0, cy = 0, w = 0, h = 0] = boxes.subarray(4 * query, 4 * query + 4);
    const score = sigmoid(logits[query * classes + best] ?? Number.NEGATIVE_INFINITY);
    const onCanvas = canvasBounds([cx, cy, w, h], placement.canvas.width, placement.canvas.height);
    return detectionOf(label, score, onCanvas, placement, thresholds);
  });
  return found.filter((detection) => detection !== null).toSorted((a, b) => b.score - a.score);
}
