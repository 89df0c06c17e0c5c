/**
 * Objects of a facts directory that have a mask but no 3D box, where the scene has depth: they are lifted. What a row states
 * itself is kept.
 */
import type { Doubt } from '../../facts/plausibility.js';
import type { DenseRow, ObjectRow, SceneFacts, SceneRow } from '../../facts/rows.js';
import { type Bounds, clipToPicture, resizedIntrinsics } from '../../geometry/projection.js';
import { type InstanceMask, resizedMask } from '../../perceive/instance-mask.js';
import { pointsOfDepth } from '../../perceive/lift/depth-points.js';
import type { LiftedObject } from '../../perceive/lift/lift-object.js';
import { type LiftedScene, liftScene } from '../../perceive/lift/lift-scene.js';
import { ESTIMATED_DEPTH_NOISE } from '../../perceive/lift/resolution.js';
import { maskOfRuns } from '../../perceive/run-length.js';
import { Unreadable } from '../unreadable.js';
import { readDepth } from './depth-file.js';
import type { RowProblem } from './read-row.js';
import type { PlacedScene } from './scenes.js';

/** What `up_source` and `provenance` say of what was found here. */
const FROM_NORMALS = 'from_normals';
const LIFTED = 'lifted';

export interface Lifted {
  readonly facts: SceneFacts;
  /** Masks and depth that cannot be read; the rest of the scene goes on. */
  readonly problems: readonly RowProblem[];
  /** Why an object has no box. */
  readonly doubts: readonly Doubt[];
}

interface Masked {
  readonly position: number;
  readonly mask: InstanceMask;
}

/**
 * @param facts   the valid facts of the scene
 * @param broken  positions of objects that something is wrong with: they stay without geometry
 * @param pathOf  makes the path of a dense file
 */
export async function lifted(
  facts: SceneFacts,
  placed: PlacedScene,
  broken: ReadonlySet<number>,
  pathOf: (uri: string) => string,
): Promise<Lifted> {
  const wanted = facts.objects.flatMap((row, position) =>
    row.size === null && !broken.has(position) && placed.masks[position] != null ? [position] : [],
  );
  const depthAt = facts.dense.findIndex(({ role }) => role === 'depth');
  const depth = facts.dense[depthAt];
  const { intrinsics } = facts.scene;
  if (wanted.length === 0 || depth === undefined || intrinsics === null) return { facts, problems: [], doubts: [] };
  const { masks, problems } = readMasks(wanted, placed, facts.scene);
  try {
    const metres = await readDepth({ ...depth, uri: pathOf(depth.uri) });
    const map = pointsOfDepth({
      width: depth.width,
      height: depth.height,
      metres,
      kind: depth.depthKind ?? 'z',
      intrinsics: resizedIntrinsics(intrinsics, facts.scene, depth),
    });
    const found = liftScene(
      map,
      masks.map(({ mask }) => resizedMask(mask, depth.width, depth.height)),
      facts.scene,
      // A scene that states no doubt of its scale was measured.
      facts.scene.scaleSigma === null ? 0 : ESTIMATED_DEPTH_NOISE,
    );
    return { facts: withLifted(facts, found, masks, depth), problems, doubts: doubtsOf(facts, found, masks) };
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return { facts, problems: [...problems, depthProblem(placed, depthAt, cause)], doubts: [] };
  }
}

function readMasks(wanted: readonly number[], placed: PlacedScene, { width, height }: SceneRow) {
  const problems: RowProblem[] = [];
  const masks = wanted.flatMap((position): readonly Masked[] => {
    const mask = maskOfRuns(placed.masks[position] ?? '', width, height);
    if (mask !== null) return [{ position, mask }];
    const { file, row } = placed.objectPlaces[position] ?? placed.place;
    problems.push({
      file,
      row,
      sceneId: placed.sceneId,
      objectId: placed.facts?.objects[position]?.objectId ?? null,
      column: 'mask',
      code: 'SPQ505',
      what: `is no run lengths of ${width} x ${height} pixels`,
      hint: "Write `counts` of COCO's compressed run lengths, at the size of the picture.",
    });
    return [];
  });
  return { masks, problems };
}

function depthProblem(placed: PlacedScene, position: number, { code, message }: Unreadable): RowProblem {
  const { file, row } = placed.densePlaces[position] ?? placed.place;
  const hint = 'Without it the objects of the scene that have masks alone get no 3D boxes.';
  const known = code === 'SPQ503' ? code : 'SPQ504';
  const what = `cannot be used: ${message.replace(/\.$/, '')}`;
  return { file, row, sceneId: placed.sceneId, objectId: null, column: 'uri', code: known, what, hint };
}

function withLifted(facts: SceneFacts, found: LiftedScene, masks: readonly Masked[], depth: DenseRow): SceneFacts {
  const { scene } = facts;
  const byPosition = new Map(masks.map(({ position }, index) => [position, found.objects[index]]));
  return {
    ...facts,
    scene: {
      ...scene,
      up: found.up,
      upSource: scene.up === null && found.up !== null ? FROM_NORMALS : scene.upSource,
      floorHeight: found.floorHeight,
    },
    objects: facts.objects.map((row, position) => {
      const object = byPosition.get(position);
      return object === undefined ? row : withBox(row, object, facts.scene, depth);
    }),
  };
}

/** Where a row says itself how much is seen of a thing, that is kept, too. */
function withBox(row: ObjectRow, object: LiftedObject, scene: SceneRow, depth: DenseRow): ObjectRow {
  const seen = {
    ...row,
    box2d: row.box2d ?? (object.box2d === null ? null : resizedBounds(object.box2d, depth, scene)),
    visibility: row.visibility ?? object.visibility,
    truncation: row.truncation ?? object.truncation,
  };
  if (object.box === null || passesForWhole(row, object)) return seen;
  const { centre, size, rotation } = object.box;
  return { ...seen, centre, size, rotation, extent: 'visible', provenance: LIFTED };
}

/** A box that ends where something hides the thing must not be taken for whole because the row says that much is seen. */
function passesForWhole(row: ObjectRow, object: LiftedObject): boolean {
  return (
    (row.visibility !== null && object.visibility === null) || (row.truncation !== null && object.truncation === null)
  );
}

function resizedBounds([x1, y1, x2, y2]: Bounds, from: DenseRow, to: SceneRow): Bounds | null {
  const [x, y] = [to.width / from.width, to.height / from.height];
  const resized: Bounds = [(x1 + 0.5) * x - 0.5, (y1 + 0.5) * y - 0.5, (x2 + 0.5) * x - 0.5, (y2 + 0.5) * y - 0.5];
  return clipToPicture(resized, to);
}

function doubtsOf(facts: SceneFacts, { objects }: LiftedScene, masks: readonly Masked[]): readonly Doubt[] {
  return objects.flatMap((object, index) => {
    const of = masks[index]?.position ?? 0;
    const row = facts.objects[of];
    const cause =
      object.cause ?? (row !== undefined && passesForWhole(row, object) ? 'not all of its sides are seen' : null);
    if (cause === null) return [];
    const what = `gives no 3D box: ${cause} (${object.pointCount} points)`;
    return [{ of, column: 'mask', what, hint: 'Its size, place and box are unknown, and nothing is asked of them.' }];
  });
}
