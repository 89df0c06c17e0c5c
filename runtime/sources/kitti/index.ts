/**
 * The KITTI object benchmark as a source: image_2/NNNNNN.png, calib/NNNNNN.txt, label_2/NNNNNN.txt.
 * One label file is one scene; a scene whose files are broken is quarantined and the others go on.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RunError } from '../../errors.js';
import { binaryOrder } from '../../facts/binary-order.js';
import type { OpenedSource, SceneRow, SourceItem } from '../../facts/rows.js';
import type { Picture } from '../../geometry/projection.js';
import { pictureSize } from '../picture-size.js';
import { readText, sceneOrQuarantine } from '../unreadable.js';
import { type Calibration, parseCalibration } from './calibration-file.js';
import { parseLabels } from './label-file.js';
import { kittiObjects } from './objects.js';
import { kittiCoverage, kittiVocabulary } from './vocabulary.js';

export interface KittiArguments {
  /** The folder with image_2, calib and label_2, or the one above it, whose `training` holds them. */
  readonly dir: string;
  /** `level`: takes "up" to be straight up in the picture; null: KITTI does not know it. */
  readonly gravity: 'level' | null;
}

/**
 * Opens a KITTI folder. Nothing but its list of names is read before `items` is.
 *
 * @throws RunError SPQ501 where the folder is missing, SPQ506 where it is not laid out like KITTI
 */
export async function openKitti({ dir, gravity }: KittiArguments): Promise<OpenedSource> {
  const root = findRoot(dir);
  const files = await readdir(join(root, 'label_2'));
  const sceneIds = files.filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -'.txt'.length));
  sceneIds.sort(binaryOrder);
  if (sceneIds.length === 0) throw new RunError('SPQ506', `${join(root, 'label_2')} holds no .txt file.`, layout);
  return { vocabulary: kittiVocabulary, count: sceneIds.length, items: readScenes(root, sceneIds, gravity) };
}

const folders = ['image_2', 'calib', 'label_2'] as const;
const layout = `The folder should hold ${folders.join(', ')}, as KITTI's own \`training\` does.`;

function findRoot(dir: string): string {
  if (!existsSync(dir)) throw new RunError('SPQ501', `There is no folder ${dir}.`, 'Paths are relative to the recipe.');
  const inner = join(dir, 'training');
  const root = !existsSync(join(dir, 'label_2')) && existsSync(inner) ? inner : dir;
  const missing = folders.filter((folder) => !existsSync(join(root, folder)));
  if (missing.length > 0) throw new RunError('SPQ506', `${root} has no ${missing.join(', no ')}.`, layout);
  return root;
}

async function* readScenes(
  root: string,
  sceneIds: readonly string[],
  gravity: 'level' | null,
): AsyncGenerator<SourceItem> {
  for (const sceneId of sceneIds) yield await sceneOrQuarantine(sceneId, () => readScene(root, sceneId, gravity));
}

async function readScene(root: string, sceneId: string, gravity: 'level' | null): Promise<SourceItem> {
  const labelFile = join(root, 'label_2', `${sceneId}.txt`);
  const calibrationFile = join(root, 'calib', `${sceneId}.txt`);
  const imageUri = join(root, 'image_2', `${sceneId}.png`);
  const labels = parseLabels(await readText(labelFile), labelFile);
  const calibration = parseCalibration(await readText(calibrationFile), calibrationFile);
  const picture = await pictureSize(imageUri, 'png');
  return {
    kind: 'scene',
    facts: {
      scene: sceneRow(sceneId, imageUri, picture, calibration, gravity),
      objects: kittiObjects(labels, calibration, picture),
      pixels: [],
      coverage: kittiCoverage,
      dense: [],
    },
  };
}

function sceneRow(
  sceneId: string,
  imageUri: string,
  picture: Picture,
  { intrinsics }: Calibration,
  gravity: 'level' | null,
): SceneRow {
  return {
    sceneId,
    captureId: sceneId,
    frameIndex: null,
    timestamp: null,
    imageUri,
    sha256: null,
    ...picture,
    intrinsics,
    intrinsicsSource: 'truth',
    worldFromCamera: null,
    // y points down.
    up: gravity === 'level' ? [0, -1, 0] : null,
    upSource: gravity === 'level' ? 'assumed' : null,
    floorHeight: null,
    metric: true,
    scaleSigma: null,
    licence: 'CC BY-NC-SA 3.0',
  };
}
