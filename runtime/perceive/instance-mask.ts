/** The pixels of one thing. */

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
