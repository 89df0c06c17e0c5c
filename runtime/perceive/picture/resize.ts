/** A picture made another size, as models are given it. */
import sharp from 'sharp';
import { type Between, between, rescaled } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import type { RgbPicture } from './read-picture.js';

/**
 * Resizes with a triangle filter, edges to edges; what shrinks is smoothed first, so that fine texture does not become noise.
 * That is what training pipelines do (Pillow's bilinear), and what ONNX exports leave out.
 *
 * The library shrinks. It does not enlarge: libvips moves what it enlarges by half a pixel of the result.
 */
export async function resized(picture: RgbPicture, size: Picture): Promise<RgbPicture> {
  const smaller = { width: Math.min(size.width, picture.width), height: Math.min(size.height, picture.height) };
  return enlarged(await shrunk(picture, smaller), size);
}

async function shrunk(picture: RgbPicture, size: Picture): Promise<RgbPicture> {
  const { width, height, pixels } = picture;
  if (size.width === width && size.height === height) return picture;
  const { data } = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: size.width, height: size.height, pixels: data };
}

/** Between two pixels their mean, weighted by nearness; beyond the outermost centres the outermost pixel. */
function enlarged(picture: RgbPicture, { width, height }: Picture): RgbPicture {
  if (width === picture.width && height === picture.height) return picture;
  const from = picture.pixels;
  const pixels = new Uint8Array(width * height * 3);
  const across = betweenOf(width, picture.width);
  let to = 0;
  for (const { first, second, weight } of betweenOf(height, picture.height)) {
    const [above, below] = [first * picture.width * 3, second * picture.width * 3];
    for (const x of across) {
      // Places are counted, and no function is made in here: a picture has millions of numbers.
      const [left, right] = [x.first * 3, x.second * 3];
      for (let channel = 0; channel < 3; channel++, to++) {
        const upper =
          (from[above + left + channel] ?? 0) * (1 - x.weight) + (from[above + right + channel] ?? 0) * x.weight;
        const lower =
          (from[below + left + channel] ?? 0) * (1 - x.weight) + (from[below + right + channel] ?? 0) * x.weight;
        pixels[to] = Math.round(upper * (1 - weight) + lower * weight);
      }
    }
  }
  return { width, height, pixels };
}

/** For each of `wanted` pixels, between which of `given` ones it lies. */
const betweenOf = (wanted: number, given: number): readonly Between[] =>
  Array.from({ length: wanted }, (_, i) => between(rescaled(i, wanted, given), given));
