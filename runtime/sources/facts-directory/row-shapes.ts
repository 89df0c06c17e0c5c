/** What each row of a shard must look like, and the row of `rows.ts` that it becomes. */
import { z } from 'zod';
import {
  ANY_CATEGORY,
  type CoverageRow,
  type DenseRow,
  normaliseLabel,
  type ObjectRow,
  type PixelRow,
  type SceneRow,
} from '../../facts/rows.js';
import type { Defaults } from './shard-columns.js';

// Numbers may be NaN or infinite here: what that means is decided by `validate.ts`.
const number = z.custom<number>((value) => typeof value === 'number', 'is no number');
const whole = z.custom<number>(Number.isInteger, 'is no whole number');
const text = z.string('is no text');
const vector3 = z.tuple([number, number, number], 'needs 3 numbers');
const vector4 = z.tuple([number, number, number, number], 'needs 4 numbers');
const category = text.transform((label) => (label === ANY_CATEGORY ? label : normaliseLabel(label)));

/** What a directory may leave out, and what it then is. */
export const sceneDefaults: Defaults = { capture_id: 'scene_id', metric: 'true' };
export const objectDefaults: Defaults = {
  presence: "'certain'",
  crowd: 'false',
  provenance: "'label'",
  front: "'unseen'",
};
export const coverageDefaults: Defaults = { method: "'stated'" };

export const sceneShape = z
  .object({
    scene_id: text,
    capture_id: text,
    frame_index: whole.nullable(),
    timestamp: number.nullable(),
    image_uri: text.nullable(),
    sha256: text.nullable(),
    width: whole,
    height: whole,
    intrinsics: vector4.nullable(),
    intrinsics_source: z.enum(['truth', 'exif', 'model']).nullable(),
    world_from_camera: z.array(number).length(16, 'needs 16 numbers').nullable(),
    up: vector3.nullable(),
    up_source: text.nullable(),
    floor_height: number.nullable(),
    metric: z.boolean(),
    scale_sigma: number.refine((sigma) => !(sigma < 0), 'is a standard deviation, and not negative').nullable(),
    licence: text.nullable(),
  })
  .transform(
    (row): SceneRow => ({
      sceneId: row.scene_id,
      captureId: row.capture_id,
      frameIndex: row.frame_index,
      timestamp: row.timestamp,
      imageUri: row.image_uri,
      sha256: row.sha256,
      width: row.width,
      height: row.height,
      intrinsics: row.intrinsics,
      intrinsicsSource: row.intrinsics_source,
      worldFromCamera: row.world_from_camera,
      up: row.up,
      upSource: row.up_source,
      floorHeight: row.floor_height,
      metric: row.metric,
      scaleSigma: row.scale_sigma,
      licence: row.licence,
    }),
  );

export const objectShape = z
  .object({
    object_id: text,
    track_id: text.nullable(),
    category,
    score: number.nullable(),
    presence: z.enum(['certain', 'possible']),
    crowd: z.boolean(),
    box2d: vector4.nullable(),
    centre: vector3.nullable(),
    size: vector3.nullable(),
    rotation: z.array(number).nullable(),
    extent: z.enum(['amodal', 'visible']).nullable(),
    provenance: text,
    facing: vector3.nullable(),
    front: z.enum(['one', 'several', 'none', 'unseen']),
    visibility: number.nullable(),
    truncation: number.nullable(),
    caption: text.nullable(),
    verified_by: text.nullable(),
  })
  .transform(
    ({ object_id: objectId, track_id: trackId, verified_by: verifiedBy, ...row }): ObjectRow => ({
      objectId,
      trackId,
      verifiedBy,
      ...row,
    }),
  );

export const pixelShape = z
  .object({ pixel_id: text, u: number, v: number, point: vector3 })
  .transform(({ pixel_id: pixelId, ...row }): PixelRow => ({ pixelId, ...row }));

export const coverageShape = z
  .object({ category, status: z.enum(['exhaustive', 'verified_absent', 'unknown']), method: text })
  .transform((row): CoverageRow => row);

export const denseShape = z
  .object({
    role: z.enum(['depth', 'points', 'normal', 'valid', 'instances']),
    uri: text,
    encoding: text,
    depth_kind: z.enum(['z', 'euclidean']).nullable(),
    scale: number.nullable(),
    width: whole,
    height: whole,
  })
  .transform(({ depth_kind: depthKind, ...row }): DenseRow => ({ depthKind, ...row }));
