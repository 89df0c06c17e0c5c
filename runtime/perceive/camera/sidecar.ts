/**
 * Intrinsics that lie beside pictures as JSON: `photo.jpg.json` for one, `intrinsics.json` for all others of its folder.
 *
 *     { "intrinsics": [fx, fy, cx, cy], "width": 1920, "height": 1080 }
 *
 * In pixels of a picture of that size, turned upright, whose pixel centres lie at whole numbers. A picture of the same shape
 * and another size gets them resized.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Intrinsics, type Picture, resizedIntrinsics } from '../../geometry/projection.js';
import { readJson } from '../../sources/json-file.js';
import { Unreadable } from '../../sources/unreadable.js';

/** Shapes that differ by more are of another picture: resizing rounds sides to whole pixels. */
const SAME_SHAPE = 0.01;

const positive = z.number().positive();
const shape = z.strictObject({
  intrinsics: z.tuple([positive, positive, z.number(), z.number()]),
  width: z.int().positive(),
  height: z.int().positive(),
});

export interface Sidecar {
  readonly file: string;
  /** fx, fy, cx, cy in pixels of the picture. */
  readonly intrinsics: Intrinsics;
}

/**
 * @param picture path of the picture @param size of it, upright
 * @returns null where nothing lies beside it
 * @throws Unreadable SPQ507 where the file is no such JSON, SPQ505 where it is of a picture of another shape
 */
export async function sidecarOf(picture: string, size: Picture): Promise<Sidecar | null> {
  const file = [`${picture}.json`, join(dirname(picture), 'intrinsics.json')].find((path) => existsSync(path));
  if (file === undefined) return null;
  const { intrinsics, width, height } = await readJson(file, shape);
  if (Math.abs((width * size.height) / (height * size.width) - 1) > SAME_SHAPE)
    throw new Unreadable(
      'SPQ505',
      `${file} states intrinsics of ${width} x ${height}, and ${picture} is ${size.width} x ${size.height}: another shape.`,
    );
  return { file, intrinsics: resizedIntrinsics(intrinsics, { width, height }, size) };
}
