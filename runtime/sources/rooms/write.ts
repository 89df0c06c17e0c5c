/**
 * Writes the pictures of a scene: JPEG, 16-bit depth PNG and 8-bit instance PNG, and the rows that point to them.
 */

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DenseRow, SceneFacts } from '../../facts/rows.js';
import { pictureHeight, pictureWidth } from './camera.js';
import type { Picture } from './render.js';

const size = { width: pictureWidth, height: pictureHeight };

/**
 * Writes `<folder>/<sceneId>.jpg`, `.depth.png` (millimetres along z) and `.instances.png` (position in `objects`
 * plus 1; 0 for the room), and returns the facts with these paths. The folder must exist.
 */
export async function writePicture(facts: SceneFacts, picture: Picture, folder: string): Promise<SceneFacts> {
  const path = (ending: string): string => join(folder, `${facts.scene.sceneId}.${ending}`);
  const [jpeg, depth, instances] = await Promise.all([
    sharp(picture.colour, { raw: { ...size, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer(),
    sharp(picture.depth, { raw: { ...size, channels: 1 } })
      .toColourspace('grey16')
      .png({ compressionLevel: 4 })
      .toBuffer(),
    sharp(picture.instances, { raw: { ...size, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  ]);
  await Promise.all([
    writeFile(path('jpg'), jpeg),
    writeFile(path('depth.png'), depth),
    writeFile(path('instances.png'), instances),
  ]);
  return {
    ...facts,
    scene: { ...facts.scene, imageUri: path('jpg'), sha256: createHash('sha256').update(jpeg).digest('hex') },
    dense: [
      dense('depth', path('depth.png'), 'uint16', 'z', 0.001),
      dense('instances', path('instances.png'), 'uint8', null, null),
    ],
  };
}

function dense(
  role: DenseRow['role'],
  uri: string,
  encoding: string,
  depthKind: DenseRow['depthKind'],
  scale: number | null,
): DenseRow {
  return { role, uri, encoding, depthKind, scale, ...size };
}
