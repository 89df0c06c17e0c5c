/**
 * Grounding DINO: things that match a phrase (Liu et al. 2023). Names and shapes are those of the exports of onnx-community.
 *
 * One phrase is looked for in a pass: these exports were traced with one, and of several only the first is read right
 * (decision-labs/geoai.js issue 35). The picture is squashed to a square of 800 pixels, as that export's preprocessor does.
 */
import { type Placement, squash } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { imageNet, planesOf } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import type { BertPhrase } from './bert-tokens.js';
import { canvasBounds, type Detection, detectionOf, merged, type ScoreThresholds } from './detection.js';
import { sigmoid } from './scores.js';

export const GROUNDING_DINO_SIDE = 800;
/** Columns of the logits: a token each. A longer text fails in the graph. */
export const GROUNDING_DINO_TOKENS = 256;

export const groundingDino: Contract = {
  model: 'grounding-dino',
  inputs: [
    { name: 'pixel_values', types: FLOATING, dims: ['batch', 3, 'height', 'width'] },
    { name: 'pixel_mask', types: ['int64'], dims: ['batch', 'height', 'width'] },
    { name: 'input_ids', types: ['int64'], dims: ['batch', 'length'] },
    { name: 'attention_mask', types: ['int64'], dims: ['batch', 'length'] },
    { name: 'token_type_ids', types: ['int64'], dims: ['batch', 'length'] },
  ],
  outputs: [
    { name: 'logits', types: FLOATING, dims: ['batch', 'queries', GROUNDING_DINO_TOKENS] },
    { name: 'pred_boxes', types: FLOATING, dims: ['batch', 'queries', 4] },
  ],
};

/** From a quarter to 0.35 on, demos draw what was found. What is certain is our choice, not yet tried on real weights. */
export const groundingDinoThresholds: ScoreThresholds = { possible: 0.25, certain: 0.4 };
/** The boxes of one phrase that overlap more are one thing. */
const SAME_THING = 0.5;
/** Boxes of several phrases that overlap more are one thing, of which the best phrase is the name. */
const SAME_BOX = 0.85;

export const groundingDinoPlacement = (picture: Picture): Placement =>
  squash(picture, GROUNDING_DINO_SIDE, GROUNDING_DINO_SIDE);

/**
 * @param content the picture, resized to the placement's content
 * @throws Error where the phrase has more tokens than the model reads
 */
export function groundingDinoInputs(content: RgbPicture, phrase: BertPhrase): NamedTensors {
  if (phrase.to > GROUNDING_DINO_TOKENS - 2)
    throw new Error(
      `a phrase of ${phrase.to - phrase.from} tokens, where Grounding DINO reads ${GROUNDING_DINO_TOKENS}`,
    );
  const everywhere = new BigInt64Array(content.width * content.height).fill(1n);
  return {
    pixel_values: planesOf(content, content, imageNet),
    pixel_mask: { type: 'int64', dims: [1, content.height, content.width], data: everywhere },
    ...phrase.tensors,
  };
}

/** Of one pass. A query's score is that of the token of the phrase that it fits best; logits of padding are −∞. */
export function groundingDinoDetections(
  outputs: NamedTensors,
  label: string,
  { from, to }: BertPhrase,
  placement: Placement,
  thresholds: ScoreThresholds = groundingDinoThresholds,
): readonly Detection[] {
  const { data: logits, dims } = floatsOf(outputs, 'logits', 3);
  const { data: boxes } = floatsOf(outputs, 'pred_boxes', 3);
  const [, queries = 0, tokens = 0] = dims;
  const found = Array.from({ length: queries }, (_, query) => {
    const own = logits.subarray(query * tokens + from, query * tokens + to);
    const score = sigmoid(Math.max(...own));
    const [cx = 0, cy = 0, w = 0, h = 0] = boxes.subarray(4 * query, 4 * query + 4);
    const onCanvas = canvasBounds([cx, cy, w, h], placement.canvas.width, placement.canvas.height);
    return detectionOf(label, score, onCanvas, placement, thresholds);
  });
  return merged(
    found.filter((detection) => detection !== null),
    SAME_THING,
  );
}

/**
 * The passes of all phrases together.
 *
 * @param meaningOf equal for labels that may be the same thing
 */
export function acrossPhrases(
  passes: readonly (readonly Detection[])[],
  meaningOf?: (label: string) => string,
): readonly Detection[] {
  const oneOfAKind = merged(passes.flat(), SAME_THING, meaningOf);
  return merged(oneOfAKind, SAME_BOX, () => '');
}
