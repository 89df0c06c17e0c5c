/** The size of a picture, from its header. */
import { stat } from 'node:fs/promises';
import sharp from 'sharp';
import type { Picture } from '../geometry/projection.js';
import { requireFile, Unreadable } from './unreadable.js';

/**
 * Width and height in pixels, after EXIF rotation.
 *
 * @param format the format that the file must have, as sharp names it
 * @throws Unreadable SPQ503 where the file is missing; SPQ504 where it is empty, broken, or of another format
 */
export async function pictureSize(file: string, format?: 'png' | 'jpeg'): Promise<Picture> {
  await requireFile(file);
  if ((await stat(file)).size === 0) throw new Unreadable('SPQ504', `${file} is empty (0 bytes).`);
  const found = await sharp(file)
    .metadata()
    .catch((cause: unknown) => {
      throw new Unreadable('SPQ504', `${file} is no picture that can be read: ${reasonOf(cause)}.`);
    });
  if (format !== undefined && found.format !== format)
    throw new Unreadable('SPQ504', `${file} is ${found.format}, not ${format} as its name says.`);
  // EXIF orientations 5 to 8 turn the picture by a quarter.
  const turned = (found.orientation ?? 1) >= 5;
  return turned ? { width: found.height, height: found.width } : { width: found.width, height: found.height };
}

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
