/** A picture as a vision-language model is shown it, and its numbers as boxes of the picture. */
import sharp from 'sharp';
import { boundsToPicture, type Placement, squash } from '../../geometry/placement.js';
import { area, type Bounds, clipToPicture, type Picture } from '../../geometry/projection.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { resized } from '../picture/resize.js';
import type { CoordinateSpace } from './chat.js';

/**
 * Sides are multiples of it, and no larger than so many pixels: what Qwen2.5-VL resizes its pictures to (28), and what it takes
 * without resizing again, so that its pixels are those of the picture that was sent.
 */
const MULTIPLE = 28;
const MOST_PIXELS = 1280 * MULTIPLE * MULTIPLE;
const QUALITY = 90;

export function vlmPlacement(picture: Picture): Placement {
  const factor = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  const side = (length: number): number => Math.max(MULTIPLE, Math.floor((length * factor) / MULTIPLE) * MULTIPLE);
  return squash(picture, side(picture.width), side(picture.height));
}

export async function jpegOf(picture: RgbPicture, { content }: Placement): Promise<Uint8Array> {
  const { width, height, pixels } = await resized(picture, content);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

/**
 * @returns pixels of the picture, clipped to it; null where nothing of the box is in it
 * @throws Error where the numbers are not of this space: then the model speaks of another one
 */
export function boxOfNumbers(box: Bounds, coordinates: CoordinateSpace, placement: Placement): Bounds | null {
  const { width, height } = placement.canvas;
  const [unitX, unitY] = unitsOf(coordinates, width, height);
  const [x1, y1, x2, y2] = box;
  if (![x1 * unitX, x2 * unitX].every(within(width)) || ![y1 * unitY, y2 * unitY].every(within(height)))
    throw new Error(`a box [${box.join(', ')}] is not inside a picture of ${width} x ${height} in ${coordinates}`);
  // Numbers are of edges; pixel centres lie at whole numbers.
  const onCanvas: Bounds = [x1 * unitX - 0.5, y1 * unitY - 0.5, x2 * unitX - 0.5, y2 * unitY - 0.5];
  const inPicture = clipToPicture(boundsToPicture(placement, onCanvas), placement.picture);
  return inPicture !== null && area(inPicture) > 0 ? inPicture : null;
}

/** Models draw some boxes a little over the border. */
const OVER_THE_BORDER = 0.05;
const within =
  (length: number) =>
  (value: number): boolean =>
    value >= -OVER_THE_BORDER * length && value <= (1 + OVER_THE_BORDER) * length;

/** Pixels of the shown picture that one unit is, to the side and down. */
function unitsOf(coordinates: CoordinateSpace, width: number, height: number): readonly [number, number] {
  switch (coordinates) {
    case 'norm1000':
      return [width / 1000, height / 1000];
    case 'norm1':
      return [width, height];
    case 'pixels':
      return [1, 1];
  }
}
