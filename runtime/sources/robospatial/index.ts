/**
 * RoboSpatial as a source: one JSON file per picture anywhere under annotations/,
 * pictures under images/<dataset>/<scene_name>/<image_name>.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { RunError } from '../../errors.js';
import { binaryOrder } from '../../facts/binary-order.js';
import type { OpenedSource, SourceItem } from '../../facts/rows.js';
import { indoor } from '../../vocabulary/indoor.js';
import { readJson } from '../json-file.js';
import { pictureSize } from '../picture-size.js';
import { sceneOrQuarantine, Unreadable } from '../unreadable.js';
import { annotationShape } from './annotation.js';
import { annotatedScene } from './scene.js';

export interface RobospatialArguments {
  /** The folder that holds annotations and images. */
  readonly dir: string;
}

/**
 * Opens a RoboSpatial folder. Labels are free text: one that is a word of the indoor table is called so, any other has
 * no noun, and what words it holds are doubt.
 *
 * @throws RunError SPQ501 where the folder is missing, SPQ506 where it is not laid out like RoboSpatial
 */
export async function openRobospatial({ dir }: RobospatialArguments): Promise<OpenedSource> {
  if (!existsSync(dir)) throw new RunError('SPQ501', `There is no folder ${dir}.`, 'Paths are relative to the recipe.');
  const annotations = join(dir, 'annotations');
  const missing = ['annotations', 'images'].filter((folder) => !existsSync(join(dir, folder)));
  if (missing.length > 0) throw new RunError('SPQ506', `${dir} has no ${missing.join(', no ')}.`, layout);
  const entries = await readdir(annotations, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) throw new RunError('SPQ506', `${annotations} holds no .json file.`, layout);
  const scenes = files.map((file) => ({ file, sceneId: sceneIdOf(annotations, file) }));
  scenes.sort((a, b) => binaryOrder(a.sceneId, b.sceneId));
  return { vocabulary: indoor, count: scenes.length, items: readScenes(dir, scenes) };
}

const layout =
  'The folder should hold annotations/…/*.json, one per picture, and images/<dataset>/<scene_name>/<image_name>.';

/** The path of the annotation below annotations/, with / and without .json: unique, and the same on every machine. */
function sceneIdOf(annotations: string, file: string): string {
  return relative(annotations, file).split(sep).join('/').slice(0, -'.json'.length);
}

interface SceneFile {
  readonly file: string;
  readonly sceneId: string;
}

async function* readScenes(dir: string, scenes: readonly SceneFile[]): AsyncGenerator<SourceItem> {
  for (const scene of scenes) yield await sceneOrQuarantine(scene.sceneId, () => readScene(dir, scene));
}

async function readScene(dir: string, { file, sceneId }: SceneFile): Promise<SourceItem> {
  const annotation = await readJson(file, annotationShape);
  const imageUri = join(dir, 'images', annotation.dataset, annotation.scene_name, annotation.image_name);
  const { width, height } = await pictureSize(imageUri);
  const [statedWidth, statedHeight] = annotation.image_size;
  if (width !== statedWidth || height !== statedHeight)
    throw new Unreadable(
      'SPQ505',
      `${file}, at image_size: says ${statedWidth} x ${statedHeight}, but ${imageUri} is ${width} x ${height}.`,
    );
  return { kind: 'scene', facts: annotatedScene(annotation, file, sceneId, imageUri) };
}
