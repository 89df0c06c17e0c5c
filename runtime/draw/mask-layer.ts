/** Masks as a layer over a picture: each in the colour of its thing, translucent, with an outline. */
import type { InstanceMask } from '../perceive/instance-mask.js';

export interface ColouredMask {
  readonly mask: InstanceMask;
  /** `#rrggbb` */
  readonly colour: string;
}

/** Of 255: the thing is seen through it. */
const FILL = 80;
const OUTLINE = 255;

/**
 * @param masks of width x height; later ones lie over earlier ones
 * @returns [height · width · 4], red, green, blue, alpha
 */
export function maskLayer(masks: readonly ColouredMask[], width: number, height: number): Buffer {
  const layer = Buffer.alloc(4 * width * height);
  for (const { mask, colour } of masks) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    for (let at = 0; at < mask.pixels.length; at++)
      if (mask.pixels[at] === 1)
        layer.set([red ?? 0, green ?? 0, blue ?? 0, isInside(mask, at) ? FILL : OUTLINE], 4 * at);
  }
  return layer;
}

/** Whether the four neighbours are of the mask, too; the border of the picture is no outline. */
function isInside({ width, height, pixels }: InstanceMask, at: number): boolean {
  const [u, v] = [at % width, Math.floor(at / width)];
  return (
    (u === 0 || pixels[at - 1] === 1) &&
    (u === width - 1 || pixels[at + 1] === 1) &&
    (v === 0 || pixels[at - width] === 1) &&
    (v === height - 1 || pixels[at + width] === 1)
  );
}
