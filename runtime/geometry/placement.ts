/**
 * Where a picture lies in the input of a model: resized, and put at the top left of a canvas that may be larger. Points go
 * both ways. Pixel centres lie at whole numbers, so pixel 0 begins at −0.5; a resize maps edges to edges.
 */
import type { Bounds, Picture, Pixel } from './projection.js';

export interface Placement {
  readonly picture: Picture;
  /** The resized picture. Its sides are rounded, so each axis has a factor of its own. */
  readonly content: Picture;
  /** What the model is given; what lies right of and below the content is padding. */
  readonly canvas: Picture;
}

/** A side of the resized picture: rounded, and at least a pixel. */
const sideOf = (length: number): number => Math.max(1, Math.round(length));

/** Every side made that long, whatever the shape was. */
export function squash(picture: Picture, width: number, height: number): Placement {
  return { picture, content: { width, height }, canvas: { width, height } };
}

/** The longer side fills a square canvas, and the shape is kept. */
export function letterbox(picture: Picture, side: number): Placement {
  const factor = side / Math.max(picture.width, picture.height);
  const content = { width: sideOf(picture.width * factor), height: sideOf(picture.height * factor) };
  return { picture, content, canvas: { width: side, height: side } };
}

/** The shape is kept, without padding; a picture of more than so many pixels is shrunk to about as many. */
export function shrunkTo(picture: Picture, pixels: number): Placement {
  const factor = Math.min(1, Math.sqrt(pixels / (picture.width * picture.height)));
  const content = { width: sideOf(picture.width * factor), height: sideOf(picture.height * factor) };
  return { picture, content, canvas: content };
}

/** A point of the picture on the canvas. */
export function toCanvas({ picture, content }: Placement, [u, v]: Pixel): Pixel {
  return [rescaled(u, picture.width, content.width), rescaled(v, picture.height, content.height)];
}

/** The inverse of `toCanvas`. */
export function toPicture({ picture, content }: Placement, [u, v]: Pixel): Pixel {
  return [rescaled(u, content.width, picture.width), rescaled(v, content.height, picture.height)];
}

/** Where a coordinate comes to lie when a row of `from` pixels is made `to` pixels long. */
export const rescaled = (coordinate: number, from: number, to: number): number =>
  ((coordinate + 0.5) * to) / from - 0.5;

export function boundsToCanvas(placement: Placement, [x1, y1, x2, y2]: Bounds): Bounds {
  return [...toCanvas(placement, [x1, y1]), ...toCanvas(placement, [x2, y2])];
}

export function boundsToPicture(placement: Placement, [x1, y1, x2, y2]: Bounds): Bounds {
  return [...toPicture(placement, [x1, y1]), ...toPicture(placement, [x2, y2])];
}

/** Two neighbours of a row, and how much the second counts. */
export interface Between {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

/** A coordinate in a row of so many pixels, whose centres lie at whole numbers; outside it the nearest pixel. */
export function between(coordinate: number, count: number): Between {
  const inside = Math.min(Math.max(coordinate, 0), count - 1);
  const first = Math.floor(inside);
  return { first, second: Math.min(first + 1, count - 1), weight: inside - first };
}
