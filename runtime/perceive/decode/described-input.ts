/** A picture as a model is given it that somebody described: how it is resized, and what its numbers are. */
import type { Vector3 } from '../../facts/rows.js';
import { letterbox, type Placement, squash } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { type ExpectedValue, FLOATING } from '../inference/contract.js';
import { clip, imageNet, type Normalization, planesOf, unitRange } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import type { NamedTensors } from '../tensor.js';

/**
 * `squash`: made exactly so large. `letterbox`: its longer side fills a square, the rest is padding at the right and the bottom.
 * `keep`: its shape is kept, without padding, with about as many pixels, but no more than it has.
 */
export const fits = ['squash', 'letterbox', 'keep'] as const;
/** What a byte becomes: 0..1; by mean and deviation of ImageNet or CLIP; −1..1; or itself. */
export const normalizations = ['unit', 'imagenet', 'clip', 'half', 'bytes'] as const;

export interface DescribedInput {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly fit: (typeof fits)[number];
  /** With `keep`: sides are multiples of it. */
  readonly multiple: number;
  readonly normalize: (typeof normalizations)[number];
  readonly channels: 'rgb' | 'bgr';
  /** A byte, normalized as pixels are. */
  readonly padding: number;
}

export function describedPlacement(picture: Picture, { width, height, fit, multiple }: DescribedInput): Placement {
  switch (fit) {
    case 'squash':
      return squash(picture, width, height);
    case 'letterbox':
      return letterbox(picture, width);
    case 'keep': {
      const factor = Math.min(1, Math.sqrt((width * height) / (picture.width * picture.height)));
      const side = (length: number): number => Math.max(1, Math.round((length * factor) / multiple)) * multiple;
      return squash(picture, side(picture.width), side(picture.height));
    }
  }
}

/** @param content the picture, resized to the placement's content */
export const describedInputs = (content: RgbPicture, { canvas }: Placement, input: DescribedInput): NamedTensors => ({
  [input.name]: planesOf(content, canvas, normalizationOf(input)),
});

export const describedValue = ({ name }: DescribedInput): ExpectedValue => ({
  name,
  types: FLOATING,
  dims: ['batch', 3, 'height', 'width'],
});

function normalizationOf({ normalize, channels, padding }: DescribedInput): Normalization {
  const normalization: Normalization = { ...scaled(normalize), planes: channels, padding: { byte: padding } };
  if (channels === 'rgb') return normalization;
  // Mean and deviation are listed in the order of the planes.
  const { mean, deviation } = normalization;
  return { ...normalization, mean: turned(mean), deviation: turned(deviation) };
}

const turned = ([red, green, blue]: Vector3): Vector3 => [blue, green, red];

function scaled(normalize: DescribedInput['normalize']): Normalization {
  switch (normalize) {
    case 'unit':
      return unitRange;
    case 'imagenet':
      return imageNet;
    case 'clip':
      return clip;
    case 'half':
      return { ...unitRange, mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };
    case 'bytes':
      return { ...unitRange, divisor: 1 };
  }
}
