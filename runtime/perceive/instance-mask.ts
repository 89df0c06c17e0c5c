/** The pixels of one thing. */
import type { Bounds } from '../geometry/projection.js';

/** Row-major, 1 where the pixel shows the thing, else 0. */
export interface InstanceMask {
  readonly width: number;
  readonly height: number;
  /** [height · width]. */
  readonly pixels: Uint8Array;
}

/** The mask at another size: each pixel is that of the nearest centre. The same object where the size is the same. */
export function resizedMask(mask: InstanceMask, width: number, height: number): InstanceMask {
  if (mask.width === width && mask.height === height) return mask;
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const u = Math.floor((((at % width) + 0.5) * mask.width) / width);
    const v = Math.floor(((Math.floor(at / width) + 0.5) * mask.height) / height);
    pixels[at] = mask.pixels[v * mask.width + u] ?? 0;
  }
  return { width, height, pixels };
}

/** Outermost pixel centres: x1, y1, x2, y2; null where they span no area. */
export function boundsOf({ width, pixels }: InstanceMask): Bounds | null {
  let [x1, y1, x2, y2] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] !== 1) continue;
    const [u, v] = [at % width, Math.floor(at / width)];
    [x1, y1, x2, y2] = [Math.min(x1, u), Math.min(y1, v), Math.max(x2, u), Math.max(y2, v)];
  }
  return x1 < x2 && y1 < y2 ? [x1, y1, x2, y2] : null;
}
