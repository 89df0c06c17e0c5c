/** The middle of a picture, and the camera that took it. */
import type { Intrinsics, Picture } from '../../geometry/projection.js';
import type { RgbPicture } from './read-picture.js';

/** Part of a picture: how many pixels are left of it and above it, and its size. */
export interface Middle extends Picture {
  readonly left: number;
  readonly top: number;
}

/** The largest part with the shape of `like`, as near to the middle as whole pixels allow. */
export function middleOfShape(picture: Picture, like: Picture): Middle {
  const factor = Math.min(picture.width / like.width, picture.height / like.height);
  const width = Math.min(picture.width, Math.max(1, Math.round(like.width * factor)));
  const height = Math.min(picture.height, Math.max(1, Math.round(like.height * factor)));
  return {
    left: Math.floor((picture.width - width) / 2),
    top: Math.floor((picture.height - height) / 2),
    width,
    height,
  };
}

export function cropped(picture: RgbPicture, { left, top, width, height }: Middle): RgbPicture {
  const pixels = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = 3 * ((top + row) * picture.width + left);
    pixels.set(picture.pixels.subarray(from, from + 3 * width), 3 * row * width);
  }
  return { width, height, pixels };
}

export const croppedIntrinsics = ([fx, fy, cx, cy]: Intrinsics, { left, top }: Middle): Intrinsics => [
  fx,
  fy,
  cx - left,
  cy - top,
];
