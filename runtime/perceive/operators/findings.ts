/** What is known of a picture while it goes through operators: what each role finds, in the form in which others read it. */
import type { Vector3 } from '../../facts/rows.js';
import type { Intrinsics, Picture } from '../../geometry/projection.js';
import type { Detection } from '../decode/detection.js';
import type { InstanceMask } from '../instance-mask.js';
import type { RgbPicture } from '../picture/read-picture.js';
import type { PointMap } from '../point-map.js';

/** A photograph, before anything is found. */
export interface Photo {
  /** Where it was read; for messages alone. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly picture: RgbPicture;
  /** Of the picture, where something else than a model states them; null where nothing does. */
  readonly camera: Camera | null;
  /** The size that masks have: that of the picture, or smaller. */
  readonly maskSize: Picture;
}

export interface Camera {
  /** fx, fy, cx, cy in pixels of the picture. */
  readonly intrinsics: Intrinsics;
  readonly source: 'truth' | 'exif' | 'model';
}

export type Points =
  | {
      readonly kind: 'found';
      readonly map: PointMap;
      /** Of the picture: those of the map, at the picture's size. */
      readonly camera: Camera;
      /** False: lengths are known up to one common factor only. */
      readonly metric: boolean;
    }
  | { readonly kind: 'unknown'; readonly cause: string };

export type Up =
  | {
      readonly kind: 'found';
      /** Unit vector against gravity, camera frame. */
      readonly up: Vector3;
      /** 0..1, as its operator gives it. */
      readonly confidence: number;
    }
  | { readonly kind: 'unknown'; readonly cause: string };

/** Where a thing's front is. `unseen`: it may have one, and this picture does not tell. */
export type Front =
  /** Unit vector, camera frame, out of the one front. */
  { readonly front: 'one'; readonly facing: Vector3 } | { readonly front: 'several' | 'none' | 'unseen' };

export interface Caption {
  readonly text: string;
  /** Id of the model that found exactly this thing by it; null where none looked. */
  readonly verifiedBy: string | null;
}

/** Whether all things of a label in the picture were found. */
export interface Covered {
  readonly category: string;
  /** `exhaustive`: two looks found the same things. `verified_absent`: neither found any. */
  readonly status: 'exhaustive' | 'verified_absent' | 'unknown';
}

/** Of each role, what it finds. Lists stand beside `objects`, position by position. */
export interface Findings {
  readonly points: Points;
  readonly objects: readonly Detection[];
  /** Of the photo's `maskSize`; null where a thing has no pixel. */
  readonly masks: readonly (InstanceMask | null)[];
  readonly gravity: Up;
  readonly facing: readonly Front[];
  /** Null where a thing has none. */
  readonly captions: readonly (Caption | null)[];
  /** Of each label that was looked for a second time. */
  readonly coverage: readonly Covered[];
}

/** What an operator of a role is given: the photo, and what the roles that it reads have found. */
export interface Given {
  readonly points: { readonly photo: Photo };
  readonly objects: { readonly photo: Photo };
  readonly masks: { readonly photo: Photo } & Pick<Findings, 'objects'>;
  readonly gravity: { readonly photo: Photo } & Pick<Findings, 'points'>;
  readonly facing: { readonly photo: Photo } & Pick<Findings, 'points' | 'objects' | 'masks'>;
  readonly captions: { readonly photo: Photo } & Pick<Findings, 'objects'>;
  readonly coverage: { readonly photo: Photo } & Pick<Findings, 'objects'>;
}
