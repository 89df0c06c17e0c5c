/** Depth of a model that somebody described, as a point map. */
import type { Placement } from '../../geometry/placement.js';
import { type Intrinsics, resizedIntrinsics } from '../../geometry/projection.js';
import type { NamedTensors } from '../tensor.js';
import { floatsOf } from '../tensor.js';

/**
 * `metric`: metres along z. `inverse`: 1 / metres. `canonical`: metres along z for a camera of another focal length: they are to be
 * multiplied by the camera's own, in pixels of what the model was given, and divided by that one.
 */
export const depthKinds = ['metric', 'inverse', 'canonical'] as const;

export interface DescribedDepth {
  readonly output: string;
  readonly kind: (typeof depthKinds)[number];
  /** Pixels. */
  readonly canonicalFocal: number;
  /** Output that holds the focal length in pixels of what the model was given; null where there is none. */
  readonly focal: string | null;
}

export interface DepthOfPicture {
  readonly width: number;
  readonly height: number;
  /** [height · width], along z; NaN where there is none. Padding is cut off. */
  readonly metres: Float32Array;
  /** In pixels of this depth image. */
  readonly intrinsics: Intrinsics;
}

/**
 * @param intrinsics of the picture; null where they are unknown: then only an output of the model tells them
 * @returns null where nobody says with which focal length the picture was taken
 * @throws Error where the output is no image
 */
export function describedDepth(
  outputs: NamedTensors,
  { output, kind, canonicalFocal, focal }: DescribedDepth,
  placement: Placement,
  intrinsics: Intrinsics | null,
): DepthOfPicture | null {
  const { picture, content, canvas } = placement;
  const shape = outputs[output]?.dims ?? [];
  const [rows = 0, columns = 0] = shape.slice(-2);
  const { data } = floatsOf(outputs, output, shape.length);
  if (rows * columns === 0 || rows * columns !== data.length)
    throw new Error(`\`${output}\` has dims [${shape}], and is no image`);
  const onCanvas =
    intrinsics === null ? toldCamera(outputs, focal, placement) : resizedIntrinsics(intrinsics, picture, content);
  if (onCanvas === null) return null;
  const scale = kind === 'canonical' ? onCanvas[0] / canonicalFocal : 1;
  // The content fills the top left of the canvas, and of whatever size the output has.
  const width = Math.max(1, Math.round((content.width * columns) / canvas.width));
  const height = Math.max(1, Math.round((content.height * rows) / canvas.height));
  const metres = new Float32Array(width * height);
  for (let at = 0; at < metres.length; at++) {
    const value = data[Math.floor(at / width) * columns + (at % width)] ?? Number.NaN;
    metres[at] = kind === 'inverse' ? 1 / value : value * scale;
  }
  return { width, height, metres, intrinsics: resizedIntrinsics(onCanvas, canvas, { width: columns, height: rows }) };
}

/** Of the canvas: the focal length that the model tells, looking at the middle of the picture. */
function toldCamera(outputs: NamedTensors, focal: string | null, { content }: Placement): Intrinsics | null {
  if (focal === null) return null;
  const [pixels = Number.NaN] = floatsOf(outputs, focal, outputs[focal]?.dims.length ?? 0).data;
  if (!(pixels > 0) || !Number.isFinite(pixels)) return null;
  return [pixels, pixels, (content.width - 1) / 2, (content.height - 1) / 2];
}
