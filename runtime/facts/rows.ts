/**
 * Facts v1 as TypeScript rows: what every source produces, one scene at a time.
 *
 * Units are metres, radians and pixels; vectors and boxes are in the camera frame
 * (OpenCV: x right, y down, z forward, origin at the optical centre). `null` is unknown.
 * The DuckDB tables of `schema.ts` hold exactly these columns in snake_case.
 */

import type { PerceptionTally } from '../perceive/stream/tally.js';

export type Vector3 = readonly [number, number, number];

export interface SceneRow {
  /** Unique within its source; sources are told apart by the name the recipe gives them. */
  readonly sceneId: string;
  /** Sequence, room or drive: the unit of `split`. By default the scene itself. */
  readonly captureId: string;
  readonly frameIndex: number | null;
  readonly timestamp: number | null;
  /** Path of the picture, or null where none was made. */
  readonly imageUri: string | null;
  readonly sha256: string | null;
  /** Pixels, after EXIF rotation. */
  readonly width: number;
  readonly height: number;
  /** Pinhole intrinsics [fx, fy, cx, cy] in pixels of width x height. */
  readonly intrinsics: readonly [number, number, number, number] | null;
  readonly intrinsicsSource: 'truth' | 'exif' | 'model' | null;
  /** Row-major 4x4, camera to world. */
  readonly worldFromCamera: readonly number[] | null;
  /** Unit vector against gravity, camera frame. */
  readonly up: Vector3 | null;
  /** Where `up` comes from: `truth`, `assumed`, a model id; null where unknown. */
  readonly upSource: string | null;
  /** Coordinate of the floor plane along `up`, metres from the camera (negative: below it). */
  readonly floorHeight: number | null;
  /** False: lengths are known up to one common factor only. */
  readonly metric: boolean;
  /** Standard deviation of the factor by which all lengths may be off, 0.07 for 7 %; null where none is stated. */
  readonly scaleSigma: number | null;
  readonly licence: string | null;
}

/** The category of a region that may hold anything (KITTI `DontCare`): a possible member of every category. */
export const ANY_CATEGORY = '*';

export interface ObjectRow {
  /** Unique within its scene. */
  readonly objectId: string;
  readonly trackId: string | null;
  /** Lower-case label with spaces, as `normaliseLabel` gives it, or ANY_CATEGORY. */
  readonly category: string;
  readonly score: number | null;
  readonly presence: 'certain' | 'possible';
  /** True where the row is a region that may hold any number of things. */
  readonly crowd: boolean;
  /** [x1, y1, x2, y2] in pixels, clipped to the picture; null where the object is not in the picture. */
  readonly box2d: readonly [number, number, number, number] | null;
  /** Box centre; null where there is no 3D box. */
  readonly centre: Vector3 | null;
  /** Full edge lengths along the box's own axes. */
  readonly size: Vector3 | null;
  /** Row-major 3x3, box axes to camera: corner = centre + rotation · local. */
  readonly rotation: readonly number[] | null;
  /** Whether the box is the whole object's (`amodal`) or only the seen part's (`visible`). */
  readonly extent: 'amodal' | 'visible' | null;
  readonly provenance: string;
  /** Unit vector, camera frame, out of the one front; null unless `front` is `one`. */
  readonly facing: Vector3 | null;
  readonly front: 'one' | 'several' | 'none' | 'unseen';
  /** Share of the object's silhouette that is seen, 0..1. */
  readonly visibility: number | null;
  /** Share of the object's silhouette outside the picture, 0..1. */
  readonly truncation: number | null;
  readonly caption: string | null;
  /** Who looked whether the caption is right of this thing: a person or a model id; null where nobody did. */
  readonly verifiedBy: string | null;
  /** What the columns hold that a recipe names, in its order; only a facts directory has any. */
  readonly own?: OwnValues;
}

/** Numbers (of conditions 1 and 0), and texts; null is unknown. */
export interface OwnValues {
  readonly numbers: readonly (number | null)[];
  readonly texts: readonly (string | null)[];
}

/** A sampled valid pixel, away from depth edges, with its point of the point map. */
export interface PixelRow {
  /** Unique within its scene. */
  readonly pixelId: string;
  /** Pixel coordinates; pixel centres lie at whole numbers. */
  readonly u: number;
  readonly v: number;
  /** Camera frame, metres. */
  readonly point: Vector3;
}

export interface CoverageRow {
  readonly category: string;
  /** `exhaustive`: every one in the picture is listed. `verified_absent`: none is in it. */
  readonly status: 'exhaustive' | 'verified_absent' | 'unknown';
  readonly method: string;
}

export interface DenseRow {
  readonly role: 'depth' | 'points' | 'normal' | 'valid' | 'instances';
  readonly uri: string;
  readonly encoding: string;
  readonly depthKind: 'z' | 'euclidean' | null;
  /** Metres per stored unit. */
  readonly scale: number | null;
  readonly width: number;
  readonly height: number;
}

export interface SceneFacts {
  readonly scene: SceneRow;
  readonly objects: readonly ObjectRow[];
  readonly pixels: readonly PixelRow[];
  readonly coverage: readonly CoverageRow[];
  readonly dense: readonly DenseRow[];
}

/** A scene or object that could not be used, with its cause; the run goes on and ends with exit code 3. */
export interface Quarantined {
  readonly sceneId: string;
  readonly objectId: string | null;
  readonly stage: 'read' | 'perceive' | 'validate' | 'ingest';
  /** The code of the message, SPQ5xx. */
  readonly code: string;
  /** What is wrong, naming file and line or row. */
  readonly message: string;
}

export type SourceItem =
  | { readonly kind: 'scene'; readonly facts: SceneFacts }
  | { readonly kind: 'quarantined'; readonly row: Quarantined };

/** Which dear facts a plan demands of a source: what nobody needs is neither read nor rendered. */
export interface Demand {
  readonly pixels: boolean;
}

/** What a source declares: its vocabulary rows, and how to read it. `items` may be read once. */
export interface OpenedSource {
  readonly vocabulary: readonly VocabularyRow[];
  /** Number of scenes, where it is known before reading. */
  readonly count: number | null;
  readonly items: AsyncIterable<SourceItem> | Iterable<SourceItem>;
  /** What models did, when the last of `items` was read; null where reading was broken off. Absent where no model looks. */
  readonly perceived?: () => PerceptionTally | null;
}

/** One label: its noun forms, and what else it may be called. */
export interface VocabularyRow {
  readonly label: string;
  /** As it stands in a sentence: `TV` for tv, `drinking glass` for glass. */
  readonly singular: string;
  /** For several; the singular where nothing is counted. */
  readonly plural: string;
  /** What stands before the singular for one of it: `a`, `an`; `some`, `a pair of` where nothing is counted. */
  readonly article: string;
  /** Of the singular: the scissors are, the furniture is. */
  readonly verb: 'is' | 'are';
  /** False: never counted, and never the noun of a reference. */
  readonly countable: boolean;
  /** A wider name that is also right: an armchair is a chair. */
  readonly broader: string | null;
  /** Other names for exactly this, right both ways: a sofa is a couch. */
  readonly same: readonly string[];
  /** What people may call it, too: calling a desk a table is neither clearly right nor wrong. */
  readonly also: readonly string[];
  /** How many fronts things of this label have; null where the label does not say. */
  readonly hasFront: 'one' | 'several' | 'none' | null;
}

/** `Brown_Potato.` becomes `brown potato`: lower case, single spaces, no trailing full stop. */
export function normaliseLabel(label: string): string {
  return label.normalize('NFC').replaceAll('_', ' ').replace(/\s+/g, ' ').trim().replace(/\.+$/, '').toLowerCase();
}
