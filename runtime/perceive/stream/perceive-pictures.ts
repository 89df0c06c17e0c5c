/**
 * Pictures to facts, as a stream: each picture goes through the operators that its plan has, several pictures are under way at
 * once, and facts come in the order of the pictures. What fails is told of its picture, and the others go on.
 */
import type { PlannedOperator } from '../../../compiler/plan/plan.js';
import type { Role } from '../../../compiler/std/perception.js';
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
import { openPicture, type PictureOpened } from '../picture/read-picture.js';
import { readBindings } from '../worker/bindings.js';
import { type Finder, finderOf, type Look } from './finder.js';
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
  const opened = await openPicture(file);
  if (opened.kind === 'unreadable') return failed(sceneId, 'read', opened.code, opened.message);
  const { size, sha256 } = opened;
  try {
    const camera = await cameraOf(file, size);
    const known = await foundIn({ sha256, camera, photo: photoOf(opened, file, camera) }, finders, given.retryFailed);
    if ('code' in known) return failed(sceneId, 'perceive', known.code, `${file}: ${known.role}: ${known.message}`);
    const facts = sceneFacts({ sceneId, file, sha256, ...size, camera }, known.found, {
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
  } catch (cause) {
    if (cause instanceof Unreadable) return failed(sceneId, 'read', cause.code, cause.message);
    throw cause;
  }
}

/** Reads the pixels when they are first asked for; unreadable ones are thrown. */
function photoOf(opened: PictureOpened & { kind: 'opened' }, file: string, camera: Camera | null): Look['photo'] {
  let photo: Promise<Photo> | undefined;
  const read = async (): Promise<Photo> => {
    const found = await opened.read();
    if (found.kind === 'unreadable') throw new Unreadable(found.code, found.message);
    const { picture, sha256 } = found;
    return { file, sha256, picture, camera, maskSize: maskSizeOf(picture) };
  };
  return () => {
    photo ??= read();
    return photo;
  };
}

type FoundIn = { readonly found: Known } | { readonly role: Role; readonly code: string; readonly message: string };

async function foundIn(look: Look, finders: readonly Finder[], again: boolean): Promise<FoundIn> {
  let found: Known = {};
  const keys = new Map<string, string>();
  for (const finder of finders) {
    const outcome = await finder.find(look, found, keys, again);
    if (outcome.kind === 'failed') return { role: finder.role, code: outcome.code, message: outcome.message };
    found = { ...found, ...outcome.found };
  }
  return { found };
}

/** Null where nothing but a model tells. @throws Unreadable where a file beside the picture cannot be used */
async function cameraOf(file: string, size: Picture): Promise<Camera | null> {
  const found = await pictureIntrinsics(file, size);
  return found.kind === 'known' ? { intrinsics: found.intrinsics, source: found.source } : null;
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
