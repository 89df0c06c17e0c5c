/**
 * Pictures to facts, as a stream: each picture goes through the operators that its plan has, several pictures are under way at
 * once, and facts come in the order of the pictures. What fails is told of its picture, and the others go on.
 */
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import type { SourceItem } from '../../facts/rows.js';
import { letterbox } from '../../geometry/placement.js';
import type { Picture } from '../../geometry/projection.js';
import { Unreadable } from '../../sources/unreadable.js';
import { openFindingsCache } from '../cache/findings-cache.js';
import { pictureIntrinsics } from '../camera/picture-intrinsics.js';
import { openSessionHost } from '../inference/session-host.js';
import { readRegistry } from '../models/registry.js';
import type { Camera, Photo } from '../operators/findings.js';
import { operators as known } from '../operators/index.js';
import type { OpenOperator, Operator, Workbench } from '../operators/operator.js';
import { readPicture } from '../picture/read-picture.js';
import { readBindings } from '../worker/bindings.js';
import { type Finder, finderOf } from './finder.js';
import { inOrder } from './in-order.js';
import type { Known } from './known.js';
import { notingModels } from './noting-models.js';
import type { PictureFile, PicturesToPerceive } from './picture-file.js';
import { sceneFacts } from './scene-facts.js';
import type { PerceptionTally } from './tally.js';

export interface Perceiving {
  /** What things may be labelled, as far as the operators know. */
  readonly labels: readonly string[];
  /** One for each picture, in their order. May be read once. */
  readonly items: AsyncGenerator<SourceItem>;
  /** What was done so far. */
  readonly tally: () => PerceptionTally;
  /** Ends what runs models. */
  readonly close: () => Promise<void>;
}

/** Masks are no finer: it is the size at which SAM looks at a picture. */
const MASK_SIDE = 1024;
/** Pictures under way for each picture that an operator can work on: one more is read, one more is lifted. */
const AHEAD = 2;

/**
 * @param table opens operators by their names
 * @throws RunError SPQ52x where a model is missing or does not fit, SPQ50x where a file of the recipe cannot be read
 */
export async function perceivePictures(
  given: PicturesToPerceive,
  table: Readonly<Record<string, OpenOperator>> = known,
): Promise<Perceiving> {
  const { host, models } = notingModels(openSessionHost());
  const opened: Operator[] = [];
  const close = async (): Promise<void> => {
    for (const operator of opened) await operator.close();
    await host.close();
  };
  try {
    const { modelFolder, recipeDir, session, workersFile } = given;
    const workbench: Workbench = {
      host,
      modelFolder,
      recipeDir,
      session,
      registry: await readRegistry(given.registry),
      workers: workersFile === undefined ? null : await readBindings(workersFile),
    };
    for (const planned of given.operators) opened.push(await opener(table, planned)(planned, workbench));
  } catch (cause) {
    await close();
    throw cause;
  }
  const cache = openFindingsCache(given.cacheFolder);
  const finders = opened.map((operator, at) => finderOf(operator, given.operators[at]?.reads ?? [], cache));
  const most = AHEAD * Math.max(1, ...opened.map(({ batch, calls }) => batch * calls));
  const labels = [...new Set(opened.flatMap((operator) => operator.labels))];
  const items = inOrder(given.pictures, most, (picture) => perceived(picture, finders, given, labels));
  const tally = (): PerceptionTally => ({
    operators: finders.map((finder) => ({
      operator: nameOf(given, finder.role),
      role: finder.role,
      ...finder.tally(),
    })),
    models: models(),
  });
  return { tally, labels, items, close };
}

function opener(table: Readonly<Record<string, OpenOperator>>, { operator }: PlannedOperator): OpenOperator {
  const open = table[operator];
  if (open === undefined) throw new Error(`SPQ904: there is no operator ${operator}`);
  return open;
}

async function perceived(
  { sceneId, file }: PictureFile,
  finders: readonly Finder[],
  given: PicturesToPerceive,
  soughtLabels: readonly string[],
): Promise<SourceItem> {
  const read = await readPicture(file);
  if (read.kind === 'unreadable') return failed(sceneId, 'read', read.code, read.message);
  const { picture, sha256 } = read;
  const camera = await cameraOf(file, picture);
  if (camera instanceof Unreadable) return failed(sceneId, 'read', camera.code, camera.message);
  const photo: Photo = { file, sha256, picture, camera, maskSize: maskSizeOf(picture) };
  let known: Known = {};
  const keys = new Map<string, string>();
  for (const finder of finders) {
    const outcome = await finder.find(photo, known, keys, given.retryFailed);
    if (outcome.kind === 'failed')
      return failed(sceneId, 'perceive', outcome.code, `${file}: ${finder.role}: ${outcome.message}`);
    known = { ...known, ...outcome.found };
  }
  const { width, height } = picture;
  const facts = sceneFacts({ sceneId, file, sha256, width, height, camera: photo.camera }, known, {
    boxes: given.boxes,
    pixels: given.pixels,
    provenance: {
      objects: nameOf(given, 'objects'),
      gravity: nameOf(given, 'gravity'),
      coverage: nameOf(given, 'coverage'),
    },
    soughtLabels,
  });
  return { kind: 'scene', facts };
}

/** Null where nothing but a model tells; unreadable where a file beside the picture cannot be used. */
async function cameraOf(file: string, picture: Picture): Promise<Camera | null | Unreadable> {
  try {
    const found = await pictureIntrinsics(file, picture);
    return found.kind === 'known' ? { intrinsics: found.intrinsics, source: found.source } : null;
  } catch (cause) {
    if (cause instanceof Unreadable) return cause;
    throw cause;
  }
}

function maskSizeOf(picture: Picture): Picture {
  const { content } = letterbox(picture, MASK_SIDE);
  return content.width < picture.width ? content : { width: picture.width, height: picture.height };
}

const nameOf = ({ operators }: PicturesToPerceive, role: string): string =>
  operators.find((planned) => planned.role === role)?.operator ?? 'unknown';

const failed = (sceneId: string, stage: 'read' | 'perceive', code: string, message: string): SourceItem => ({
  kind: 'quarantined',
  row: { sceneId, objectId: null, stage, code, message },
});
