/** Pixels as the tensor that a model is given: a plane per channel, numbers as the model was trained with. */
import type { Vector3 } from '../../facts/rows.js';
import type { Picture } from '../../geometry/projection.js';
import { float32, type Tensor } from '../tensor.js';
import type { RgbPicture } from './read-picture.js';

/** number = (byte / divisor − mean) / deviation, channel by channel in the order of the planes. */
export interface Normalization {
  readonly planes: 'rgb' | 'bgr';
  readonly divisor: number;
  readonly mean: Vector3;
  readonly deviation: Vector3;
  /** What padding is: a byte, normalized as pixels are; or 0 after that, which is the mean. */
  readonly padding: { readonly byte: number } | 'zero';
}

/** RGB, 0..1: of models that normalize themselves, or do not. */
export const unitRange: Normalization = {
  planes: 'rgb',
  divisor: 255,
  mean: [0, 0, 0],
  deviation: [1, 1, 1],
  padding: 'zero',
};

/** Mean and deviation of ImageNet's training pictures, as torchvision has them. */
export const imageNet: Normalization = {
  ...unitRange,
  mean: [0.485, 0.456, 0.406],
  deviation: [0.229, 0.224, 0.225],
};

/** Mean and deviation of CLIP's training pictures, as its code has them. */
export const clip: Normalization = {
  ...unitRange,
  mean: [0.48145466, 0.4578275, 0.40821073],
  deviation: [0.26862954, 0.26130258, 0.27577711],
};

/** @returns float32 [1, 3, canvas height, canvas width], the picture at the top left */
export function planesOf(content: RgbPicture, canvas: Picture, normalization: Normalization): Tensor {
  const { planes, divisor, mean, deviation, padding } = normalization;
  const size = canvas.width * canvas.height;
  const data = new Float32Array(3 * size);
  for (const plane of [0, 1, 2] as const) {
    const channel = planes === 'rgb' ? plane : 2 - plane;
    const scale = 1 / (divisor * deviation[plane]);
    const offset = -mean[plane] / deviation[plane];
    const target = data.subarray(plane * size, (plane + 1) * size);
    if (padding !== 'zero') target.fill(padding.byte * scale + offset);
    for (let y = 0; y < content.height; y++) {
      let from = y * content.width * 3 + channel;
      const row = y * canvas.width;
      for (let x = 0; x < content.width; x++, from += 3) target[row + x] = (content.pixels[from] ?? 0) * scale + offset;
    }
  }
  return float32([1, 3, canvas.height, canvas.width], data);
}
