/** Pictures painted for tests: rectangles of one colour on a ground, known to the pixel. */
import type { RgbPicture } from '../../runtime/perceive/picture/read-picture.js';

export type Colour = readonly [number, number, number];

/** Pixels from (left, top) up to, and without, (right, bottom). */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly colour: Colour;
}

export const red: Colour = [255, 0, 0];
export const green: Colour = [0, 255, 0];
export const blue: Colour = [0, 0, 255];
export const white: Colour = [255, 255, 255];
export const black: Colour = [0, 0, 0];

export function painted(
  width: number,
  height: number,
  ground: Colour,
  rectangles: readonly Rectangle[] = [],
): RgbPicture {
  const pixels = new Uint8Array(width * height * 3);
  const rows = [{ left: 0, top: 0, right: width, bottom: height, colour: ground }, ...rectangles];
  for (const { left, top, right, bottom, colour } of rows)
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) pixels.set(colour, (y * width + x) * 3);
  return { width, height, pixels };
}
