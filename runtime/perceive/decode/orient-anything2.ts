/**
 * Orient Anything V2: which way a thing faces, and after how many turns it looks the same (SpatialVision/Orient-Anything-V2,
 * weights CC-BY-4.0). No ONNX file is published: this fits an export of the model for any number of views, of which one is used.
 *
 * Of 900 numbers 360 are bins of azimuth, 180 of elevation, 360 of rotation. Those of azimuth are logits of a distribution
 * with as many peaks as the thing has fronts. Pixels are 0..1 and normalized in the graph.
 */
import { squash } from '../../geometry/placement.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { planesOf, unitRange } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import type { CutStyle } from '../picture/thing-crop.js';
import { floatsOf, type NamedTensors, withDims } from '../tensor.js';
import { circularFit, type Symmetry, unevenness } from './circular-fit.js';
import { type Orientation, unseenOrientation } from './facing.js';
import { greatest, sigmoid } from './scores.js';

export const ORIENT_ANYTHING2_SIDE = 518;

const AZIMUTH_BINS = 360;
const ELEVATION_BINS = 180;
const ROTATION_BINS = 360;
const BINS = AZIMUTH_BINS + ELEVATION_BINS + ROTATION_BINS;

export const orientAnything2: Contract = {
  model: 'orient-anything2',
  inputs: [
    { name: 'images', types: FLOATING, dims: ['batch', 'views', 3, ORIENT_ANYTHING2_SIDE, ORIENT_ANYTHING2_SIDE] },
  ],
  outputs: [{ name: 'pose_enc', types: FLOATING, dims: ['batch', 'views', BINS] }],
};

/** Without what surrounds it, on white, 85 % of the square: as the official code prepares pictures. */
export const orientAnything2Cut: CutStyle = { share: 0.85, ground: [255, 255, 255] };

export const orientAnything2Placement = (crop: RgbPicture) =>
  squash(crop, ORIENT_ANYTHING2_SIDE, ORIENT_ANYTHING2_SIDE);

/** Concentrations from which a symmetry is accepted, and the share of variance to be explained: of the official code. */
const LEAST_CONCENTRATION: Readonly<Record<Symmetry, number>> = { 1: 0.6, 2: 0.5, 4: 0.25 };
const LEAST_EXPLAINED = 0.45;
/**
 * Below it a distribution is flat, and the thing has no front. It is that of the weakest peaks that are accepted, k = 0.25:
 * k / √2. The official code takes every distribution that it cannot fit for one without a front; here that is unknown.
 */
const FLAT = 0.25 / Math.SQRT2;

/** @param content a crop by `orientAnything2Cut` with a mask, resized to the placement's content */
export function orientAnything2Inputs(content: RgbPicture): NamedTensors {
  const planes = planesOf(content, content, unitRange);
  return { images: withDims(planes, [1, ...planes.dims]) };
}

/** Of the first view. */
export function orientAnything2Orientation(outputs: NamedTensors): Orientation {
  const { data } = floatsOf(outputs, 'pose_enc', 3);
  const weights = Array.from(data.subarray(0, AZIMUTH_BINS), sigmoid);
  const fit = circularFit(weights);
  if (fit === null) return unseenOrientation;
  const { symmetry, concentration, explained } = fit;
  if (concentration >= LEAST_CONCENTRATION[symmetry] && explained >= LEAST_EXPLAINED) {
    if (symmetry !== 1) return { front: 'several', symmetry, viewpoint: null, confidence: null };
    const viewpoint = {
      azimuth: greatest(data, 0, AZIMUTH_BINS),
      polar: greatest(data, AZIMUTH_BINS, ELEVATION_BINS) - ELEVATION_BINS / 2,
      rotation: greatest(data, AZIMUTH_BINS + ELEVATION_BINS, ROTATION_BINS) - ROTATION_BINS / 2,
    };
    return { front: 'one', symmetry, viewpoint, confidence: null };
  }
  return unevenness(weights) < FLAT ? { ...unseenOrientation, front: 'none' } : unseenOrientation;
}
