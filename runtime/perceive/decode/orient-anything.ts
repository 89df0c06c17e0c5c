/**
 * Orient Anything, first version: which way a thing faces, from a crop of it (Wang et al. 2024). No ONNX file is published: this
 * fits an export of DINOv2 with its head, in which logits come as the head gives them.
 *
 * Logits are 360 bins of azimuth, 180 of polar angle, then rotation, and at the end two for whether the thing has a front at
 * all. Rotation has 180 bins in some checkpoints and 360 in others, so its bins are what is left.
 */
import { squash } from '../../geometry/placement.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { imageNet, planesOf } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import type { CutStyle } from '../picture/thing-crop.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import { type Orientation, unseenOrientation } from './facing.js';
import { greatest } from './scores.js';

export const ORIENT_ANYTHING_SIDE = 224;

export const orientAnything: Contract = {
  model: 'orient-anything',
  inputs: [{ name: 'pixel_values', types: FLOATING, dims: ['batch', 3, ORIENT_ANYTHING_SIDE, ORIENT_ANYTHING_SIDE] }],
  outputs: [{ name: 'logits', types: FLOATING, dims: ['batch', 'bins'] }],
};

/**
 * The thing on black, as the official demo's pictures become when their alpha is dropped. There it fills 85 % of a square,
 * which is made 256 pixels wide and cut to its middle 224.
 */
export const orientAnythingCut: CutStyle = { share: (0.85 * 256) / ORIENT_ANYTHING_SIDE, ground: [0, 0, 0] };

export const orientAnythingPlacement = (crop: RgbPicture) => squash(crop, ORIENT_ANYTHING_SIDE, ORIENT_ANYTHING_SIDE);

const AZIMUTH_BINS = 360;
const POLAR_BINS = 180;
const CONFIDENCE_LOGITS = 2;
/** Above it the official demo draws a front. */
const LEAST_CONFIDENCE = 0.5;

/** @param content a crop by `orientAnythingCut`, resized to the placement's content */
export const orientAnythingInputs = (content: RgbPicture): NamedTensors => ({
  pixel_values: planesOf(content, content, imageNet),
});

/**
 * Of the first crop of the batch. A confidence that is too low says that there is no one front, or that it is not seen: which of
 * them is unknown.
 *
 * @throws Error where rotation has neither 180 nor 360 bins
 */
export function orientAnythingOrientation(outputs: NamedTensors): Orientation {
  const { data, dims } = floatsOf(outputs, 'logits', 2);
  const [, bins = 0] = dims;
  const rotationBins = bins - AZIMUTH_BINS - POLAR_BINS - CONFIDENCE_LOGITS;
  if (rotationBins !== 180 && rotationBins !== 360)
    throw new Error(`${bins} logits, where 722 (rotation by 180 bins) or 902 (by 360) are expected`);
  const [has = 0, hasNot = 0] = data.subarray(bins - CONFIDENCE_LOGITS, bins);
  const confidence = 1 / (1 + Math.exp(hasNot - has));
  if (!(confidence > LEAST_CONFIDENCE)) return { ...unseenOrientation, confidence };
  const viewpoint = {
    azimuth: greatest(data, 0, AZIMUTH_BINS),
    polar: greatest(data, AZIMUTH_BINS, POLAR_BINS) - POLAR_BINS / 2,
    rotation: greatest(data, AZIMUTH_BINS + POLAR_BINS, rotationBins) - rotationBins / 2,
  };
  return { front: 'one', symmetry: 1, viewpoint, confidence };
}
