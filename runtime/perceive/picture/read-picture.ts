/**
 * Photographs as pixels: upright, sRGB, 8 bits, opaque, whatever the file holds. What cannot be read is told with its cause
 * and is no exception: among many pictures of a folder some are always broken.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Picture } from '../../geometry/projection.js';

/** Row-major, three bytes for each pixel: red, green, blue. */
export interface RgbPicture extends Picture {
  /** [height · width · 3]. */
  readonly pixels: Uint8Array;
}

export type PictureRead =
  | {
      readonly kind: 'picture';
      readonly picture: RgbPicture;
      /** Of the file's bytes, in hexadecimal digits. */
      readonly sha256: string;
    }
  | {
      readonly kind: 'unreadable';
      /** The code of the message: the file is missing (SPQ503), or no picture that can be used (SPQ504). */
      readonly code: 'SPQ503' | 'SPQ504';
      /** What is wrong, naming the file. */
      readonly message: string;
    };

/**
 * More is refused: 300 MB of pixels. Cameras make up to 100 million; what is larger is a panorama, which no model of a
 * single view understands, or a file made to exhaust memory.
 */
export const MAX_PIXELS = 100_000_000;

/** What photographs are kept in. Drawings that sharp would render (SVG, PDF) show no scene. */
const photographs = new Set(['jpeg', 'png', 'webp', 'tiff', 'heif', 'gif', 'jp2', 'jxl']);

/** What lies behind transparent pixels, as viewers show it. */
const BACKGROUND = '#ffffff';

export async function readPicture(file: string): Promise<PictureRead> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return {
      kind: 'unreadable',
      code: 'SPQ503',
      message: `${file} is missing or may not be read: ${reasonOf(error)}.`,
    };
  }
  const broken = (what: string): PictureRead => ({ kind: 'unreadable', code: 'SPQ504', message: `${file} ${what}.` });
  if (bytes.length === 0) return broken('is empty (0 bytes)');
  try {
    const refusal = await refusalOf(bytes);
    if (refusal !== null) return broken(refusal);
    const picture = await pixelsOf(bytes);
    return { kind: 'picture', picture, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return broken(`is no picture that can be read: ${reasonOf(error)}`);
  }
}

/** Why a picture is refused by its header alone; null where it is not. */
async function refusalOf(bytes: Buffer): Promise<string | null> {
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (!photographs.has(format)) return `is ${format}, and no photograph`;
  if (width * height <= MAX_PIXELS) return null;
  const millions = (pixels: number): string => `${Math.round(pixels / 1e6)} million`;
  return `has ${width} x ${height} = ${millions(width * height)} pixels, more than the ${millions(MAX_PIXELS)} that are read; make it smaller`;
}

async function pixelsOf(bytes: Buffer): Promise<RgbPicture> {
  // A cut file would give grey below the cut, which a model takes for a wall: any damage is an error.
  const { data, info } = await sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .flatten({ background: BACKGROUND })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`it has ${info.channels} channels after it was made red, green and blue`);
  return { width: info.width, height: info.height, pixels: data };
}

/** The first line of what the library says. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/\.$/, '') : String(error);
