/**
 * Small scenes to write by hand: metres, camera frame (x right, y down, z forward), a level camera of 640x480
 * with a focal length of 500 px. Whatever a test does not speak of is whole, seen, certain and covered.
 */
import type {
  CoverageRow,
  ObjectRow,
  PixelRow,
  SceneFacts,
  SceneRow,
  Vector3,
  VocabularyRow,
} from '../../runtime/facts/rows.js';
import { completeWord } from '../../runtime/vocabulary/word.js';

/** A level camera: up is against y. */
export const LEVEL: Vector3 = [0, -1, 0];

/** Box axes along the camera's. */
export const ALIGNED: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const IMAGE = { width: 640, height: 480, focal: 500 } as const;

/** An object at `centre`, a cube of half a metre unless told otherwise; its 2D box is 40 px around its centre. */
export function thing(objectId: string, category: string, centre: Vector3, facts: Partial<ObjectRow> = {}): ObjectRow {
  return {
    objectId,
    trackId: null,
    category,
    score: null,
    presence: 'certain',
    crowd: false,
    box2d: boxAround(centre, 20),
    centre,
    size: [0.5, 0.5, 0.5],
    rotation: ALIGNED,
    extent: 'amodal',
    provenance: 'test',
    facing: null,
    front: facts.facing === undefined || facts.facing === null ? 'none' : 'one',
    visibility: 1,
    truncation: 0,
    caption: null,
    verifiedBy: null,
    ...facts,
  };
}

/** The square of `half` pixels around the projection of a point. */
export function boxAround([x, y, z]: Vector3, half: number): readonly [number, number, number, number] {
  const u = IMAGE.width / 2 + (IMAGE.focal * x) / z;
  const v = IMAGE.height / 2 + (IMAGE.focal * y) / z;
  return [u - half, v - half, u + half, v + half];
}

export function pixel(pixelId: string, u: number, v: number, point: Vector3): PixelRow {
  return { pixelId, u, v, point };
}

export interface SceneExtras {
  readonly pixels?: readonly PixelRow[];
  /** By default every category of `FURNITURE`, exhaustively. */
  readonly coverage?: readonly CoverageRow[];
  readonly scene?: Partial<SceneRow>;
}

export function scene(sceneId: string, objects: readonly ObjectRow[], extras: SceneExtras = {}): SceneFacts {
  return {
    scene: {
      sceneId,
      captureId: sceneId,
      frameIndex: null,
      timestamp: null,
      imageUri: null,
      sha256: null,
      width: IMAGE.width,
      height: IMAGE.height,
      intrinsics: [IMAGE.focal, IMAGE.focal, IMAGE.width / 2, IMAGE.height / 2],
      intrinsicsSource: 'truth',
      worldFromCamera: null,
      up: LEVEL,
      upSource: 'truth',
      floorHeight: -1.5,
      metric: true,
      scaleSigma: null,
      licence: null,
      ...extras.scene,
    },
    objects,
    pixels: extras.pixels ?? [],
    coverage: extras.coverage ?? FURNITURE.map(({ label }) => covered(label)),
    dense: [],
  };
}

export function covered(category: string, status: CoverageRow['status'] = 'exhaustive'): CoverageRow {
  return { category, status, method: 'test' };
}

function noun(label: string, plural: string, facts: Partial<VocabularyRow> = {}): VocabularyRow {
  return completeWord({ label, plural, countable: true, ...facts });
}

/** An armchair is a chair; sofa and couch are neighbours; "side table" holds a word of place. */
export const FURNITURE: readonly VocabularyRow[] = [
  noun('chair', 'chairs', { hasFront: 'one' }),
  noun('armchair', 'armchairs', { broader: 'chair', hasFront: 'one' }),
  noun('sofa', 'sofas', { also: ['couch'], hasFront: 'one' }),
  noun('couch', 'couches', { hasFront: 'one' }),
  noun('table', 'tables'),
  noun('side table', 'side tables', { broader: 'table' }),
  noun('lamp', 'lamps'),
];
