/**
 * Photographs as pixels: upright, sRGB, 8 bits, opaque, whatever the file holds. What cannot be read is told with its cause
 * and is no exception: among many pictures of a folder some are always broken.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
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

/** A photograph whose header was read: its pixels may never be needed. */
export type PictureOpened =
  | {
      readonly kind: 'opened';
      /** Pixels, after it is turned upright. */
      readonly size: Picture;
      /** Of the file's bytes, in hexadecimal digits. */
      readonly sha256: string;
      readonly read: () => Promise<PictureRead>;
    }
  | (PictureRead & { readonly kind: 'unreadable' });

export async function openPicture(file: string): Promise<PictureOpened> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const message = `${file} is missing or may not be read: ${reasonOf(error)}.`;
    return { kind: 'unreadable', code: 'SPQ503', message };
  }
  if (bytes.length === 0) return broken(file, 'is empty (0 bytes)');
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    const refusal = refusalOf(header);
    if (refusal !== null) return broken(file, refusal);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { kind: 'opened', size: uprightSize(header), sha256, read: () => readOpened(file, bytes, sha256) };
  } catch (error) {
    return broken(file, `is no picture that can be read: ${reasonOf(error)}`);
  }
}

export async function readPicture(file: string): Promise<PictureRead> {
  const opened = await openPicture(file);
  return opened.kind === 'opened' ? opened.read() : opened;
}

async function readOpened(file: string, bytes: Buffer, sha256: string): Promise<PictureRead> {
  try {
    return { kind: 'picture', picture: await pixelsOf(bytes), sha256 };
  } catch (error) {
    return broken(file, `is no picture that can be read: ${reasonOf(error)}`);
  }
}

const broken = (file: string, what: string) =>
  ({ kind: 'unreadable', code: 'SPQ504', message: `${file} ${what}.` }) as const;

/** EXIF orientations 5 to 8 turn a picture by a quarter. */
const uprightSize = ({ width, height, orientation = 1 }: Metadata): Picture =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

/** Why a picture is refused by its header alone; null where it is not. */
function refusalOf({ format, width, height }: Metadata): string | null {
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
