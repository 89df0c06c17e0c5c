/** A thing cut out of its picture: a square around it, on a plain ground where the picture ends or shows something else. */
import type { Bounds, Pixel } from '../../geometry/projection.js';
import type { InstanceMask } from '../instance-mask.js';
import type { RgbPicture } from './read-picture.js';

export interface Cut {
  /** Pixels of the picture; centres lie at whole numbers. */
  readonly box: Bounds;
  /** Of the size of the picture: what it does not show is ground. Null: all of the picture is kept. */
  readonly mask: InstanceMask | null;
}

export interface CutStyle {
  /** Length of the box's longer side as a share of the square's side. */
  readonly share: number;
  /** Red, green and blue, 0..255. */
  readonly ground: readonly [number, number, number];
}

/**
 * The square around the middle of the box, as large as the style says, in the pixels of the picture: nothing is resized.
 *
 * Pixels outside the picture are ground; with a mask, so is everything else that is not the thing.
 */
export function thingCrop(picture: RgbPicture, { box, mask }: Cut, { share, ground }: CutStyle): RgbPicture {
  const [x1, y1, x2, y2] = [Math.round(box[0]), Math.round(box[1]), Math.round(box[2]), Math.round(box[3])];
  const [width, height] = [x2 - x1 + 1, y2 - y1 + 1];
  const side = Math.round(Math.max(width, height) / share);
  const [left, top] = [x1 - Math.floor((side - width) / 2), y1 - Math.floor((side - height) / 2)];
  const pixels = new Uint8Array(side * side * 3);
  for (let v = 0; v < side; v++) {
    const y = top + v;
    for (let u = 0; u < side; u++) {
      const x = left + u;
      const inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
      const from = y * picture.width + x;
      const to = 3 * (v * side + u);
      if (inside && (mask === null || mask.pixels[from] === 1))
        pixels.set(picture.pixels.subarray(3 * from, 3 * from + 3), to);
      else pixels.set(ground, to);
    }
  }
  return { width: side, height: side, pixels };
}

/** The pixel that a crop around the box looks at. */
export const middleOf = ([x1, y1, x2, y2]: Bounds): Pixel => [(x1 + x2) / 2, (y1 + y2) / 2];
