/**
 * Photographs as a source: those that a pattern finds, in the order of their names. By themselves they have no facts but their
 * size; `perceive` finds the rest (`runtime/perceive/stream`).
 */
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { RunError } from '../../errors.js';
import { binaryOrder } from '../../facts/binary-order.js';
import type { OpenedSource, SceneRow, SourceItem } from '../../facts/rows.js';
import type { PictureFile, PicturesToPerceive } from '../../perceive/stream/picture-file.js';
import { pictureSize } from '../picture-size.js';
import { sceneOrQuarantine } from '../unreadable.js';

export interface ImagesArguments {
  /** A pattern such as `photos/*.jpg`, absolute or relative to `recipeDir`. */
  readonly files: string;
  readonly recipeDir: string;
  /** No more pictures than this, the first ones. */
  readonly most: number;
  /** What is perceived; null: nothing is. */
  readonly perceive: Omit<PicturesToPerceive, 'pictures'> | null;
}

/**
 * Opens the photographs. A scene is a photograph and a capture of its own; its id is its path below the folder that the pattern
 * begins with, so that the same pictures in another place are the same scenes.
 *
 * @throws RunError SPQ501 where the pattern finds nothing; and what opening the models throws
 */
export async function openImages({ files, recipeDir, most, perceive }: ImagesArguments): Promise<OpenedSource> {
  const all = await findPictures(files, recipeDir);
  const { index = 0, of = 1 } = perceive?.part ?? {};
  const pictures = all.filter((_, at) => at % of === index).slice(0, most);
  if (perceive === null || perceive.operators.length === 0)
    return { vocabulary: [], count: pictures.length, items: sizesOf(pictures) };
  // What runs models is loaded for those that do.
  const { perceived } = await import('../../perceive/stream/perceived.js');
  return perceived({ ...perceive, pictures });
}

async function findPictures(pattern: string, recipeDir: string): Promise<readonly PictureFile[]> {
  const { glob } = await import('tinyglobby');
  const { folder, rest } = splitPattern(pattern.replaceAll('\\', '/'));
  const root = isAbsolute(folder) ? folder : resolve(recipeDir, folder);
  const found =
    rest === '' ? [] : await glob([rest], { cwd: root, absolute: true, dot: false, expandDirectories: false });
  if (found.length === 0)
    throw new RunError(
      'SPQ501',
      `No file is found by ${join(root, rest)}.`,
      'A pattern is relative to the recipe: `photos/*.jpg`; `**` stands for any folders.',
    );
  return found
    .map((file) => ({ sceneId: relative(root, file).replaceAll('\\', '/'), file: resolve(file) }))
    .sort((a, b) => binaryOrder(a.sceneId, b.sceneId));
}

/** The folder before the first part with a wildcard, and what stands behind it. */
function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => /[*?[\]{}!()]/.test(part));
  if (wild < 0) return { folder: dirname(pattern), rest: basename(pattern) };
  return {
    folder: parts.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.'),
    rest: parts.slice(wild).join('/'),
  };
}

async function* sizesOf(pictures: readonly PictureFile[]): AsyncGenerator<SourceItem> {
  for (const { sceneId, file } of pictures)
    yield await sceneOrQuarantine(sceneId, async () => {
      const { width, height } = await pictureSize(file);
      const scene = { ...unperceived, sceneId, captureId: sceneId, imageUri: file, width, height };
      return { kind: 'scene', facts: { scene, objects: [], pixels: [], coverage: [], dense: [] } };
    });
}

/** What is known of a photograph of which nothing is perceived. */
const unperceived: Omit<SceneRow, 'sceneId' | 'captureId' | 'imageUri' | 'width' | 'height'> = {
  frameIndex: null,
  timestamp: null,
  sha256: null,
  intrinsics: null,
  intrinsicsSource: null,
  worldFromCamera: null,
  up: null,
  upSource: null,
  floorHeight: null,
  metric: false,
  scaleSigma: null,
  licence: null,
};
