/**
 * What a worker says of a picture, as findings of its role. It is checked as what a stranger says: of the right form, inside the
 * picture, beside the right things. `{ "unknown": "why" }` is an answer, too.
 */
import { z } from 'zod';
import type { Role } from '../../../compiler/std/perception.js';
import { length, scale } from '../../geometry/matrix.js';
import { type Bounds, clipToPicture, type Intrinsics, resizedIntrinsics } from '../../geometry/projection.js';
import type { ScoreThresholds } from '../decode/detection.js';
import { resizedMask } from '../instance-mask.js';
import { pointsOfDepth } from '../lift/depth-points.js';
import type { Camera, Findings, Photo } from '../operators/findings.js';
import type { PointMap } from '../point-map.js';
import { floatsOf, type NamedTensors } from '../tensor.js';
import type { GivenPicture } from './pictures.js';

/** Of one picture: its part of the header, and its tensors without the number before their names. */
export interface Told {
  readonly header: unknown;
  readonly tensors: NamedTensors;
}

/** How a worker's answers are read, role by role. Each throws an Error with what is wrong with the answer. */
export type Reader<R extends Role> = (told: Told, given: GivenPicture, thresholds: ScoreThresholds) => Findings[R];

const number = z.number();
const vector = z.tuple([number, number, number]);
const intrinsicsShape = z.tuple([number.positive(), number.positive(), number, number]);
const unknownShape = z.object({ unknown: z.string().min(1) });

const pointsShape = z.looseObject({ intrinsics: intrinsicsShape.optional(), metric: z.boolean().default(true) });
const gravityShape = z.looseObject({ up: vector, confidence: number.min(0).max(1).default(1) });
const objectsShape = z.looseObject({
  objects: z.array(
    z.looseObject({
      label: z.string().min(1),
      score: number.min(0).max(1).default(1),
      box: z.tuple([number, number, number, number]),
    }),
  ),
});
const facingShape = z.looseObject({
  fronts: z.array(
    z.union([
      z.looseObject({ front: z.literal('one'), facing: vector }),
      z.looseObject({ front: z.enum(['several', 'none', 'unseen']) }),
    ]),
  ),
});
const coverageShape = z.looseObject({
  coverage: z.array(
    z.looseObject({ category: z.string().min(1), status: z.enum(['exhaustive', 'verified_absent', 'unknown']) }),
  ),
});
const captionsShape = z.looseObject({
  captions: z.array(z.looseObject({ text: z.string().min(1), verified_by: z.string().nullish() }).nullable()),
});

export const readers: { readonly [R in Role]: Reader<R> } = {
  points: ({ header, tensors }, { photo }) => {
    const unknown = unknownIn(header);
    if (unknown !== null) return unknown;
    const { intrinsics, metric } = read(pointsShape, header);
    return pointsFrom(tensors, intrinsics ?? null, metric, photo);
  },
  objects: ({ header }, { photo }, thresholds) =>
    read(objectsShape, header).objects.flatMap(({ label, score, box }) => {
      if (score < thresholds.possible) return [];
      const presence = score >= thresholds.certain ? 'certain' : 'possible';
      return [{ label, score, presence, box: insideOf(box, photo) }] as const;
    }),
  masks: ({ tensors }, { photo, objects = [] }) => masksFrom(tensors, photo, objects.length),
  gravity: ({ header }) => {
    const unknown = unknownIn(header);
    if (unknown !== null) return unknown;
    const { up, confidence } = read(gravityShape, header);
    return { kind: 'found', up: unit(up), confidence };
  },
  facing: ({ header }, { objects = [] }) =>
    beside(objects, read(facingShape, header).fronts).map((one) =>
      one.front === 'one' ? { front: 'one', facing: unit(one.facing) } : { front: one.front },
    ),
  captions: ({ header }, { objects = [] }) =>
    beside(objects, read(captionsShape, header).captions).map((one) =>
      one === null ? null : { text: one.text, verifiedBy: one.verified_by ?? null },
    ),
  coverage: ({ header }) => read(coverageShape, header).coverage.map(({ category, status }) => ({ category, status })),
};

function read<Shape extends z.ZodType>(shape: Shape, header: unknown): z.output<Shape> {
  const parsed = shape.safeParse(header);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`wrong at ${issue?.path.join('.') || 'the top'}: ${issue?.message}`);
}

function unknownIn(header: unknown): { readonly kind: 'unknown'; readonly cause: string } | null {
  const parsed = unknownShape.safeParse(header);
  return parsed.success ? { kind: 'unknown', cause: parsed.data.unknown } : null;
}

/** What is a direction must nearly be of length 1, or it is something else. */
function unit(direction: readonly [number, number, number]): readonly [number, number, number] {
  const norm = length(direction);
  if (!(Math.abs(norm - 1) < 0.01)) throw new Error(`[${direction.join(', ')}] has length ${norm}, and not 1`);
  return scale(direction, 1 / norm);
}

function beside<T>(objects: readonly unknown[], told: readonly T[]): readonly T[] {
  if (told.length === objects.length) return told;
  throw new Error(`${told.length} are told, where there are ${objects.length} things`);
}

function insideOf(box: Bounds, { picture }: Photo): Bounds {
  const inside = clipToPicture(box, picture);
  if (inside !== null) return inside;
  throw new Error(`a box [${box.join(', ')}] is not inside a picture of ${picture.width} x ${picture.height}`);
}

/** `depth` [h, w] along the optical axis, or `points` [h, w, 3] of the camera frame; metres, NaN where there is none. */
function pointsFrom(
  tensors: NamedTensors,
  told: Intrinsics | null,
  metric: boolean,
  { picture, camera }: Photo,
): Findings['points'] {
  const from = floatsOf(tensors, tensors.depth === undefined ? 'points' : 'depth', tensors.depth === undefined ? 3 : 2);
  const [height = 0, width = 0] = from.dims;
  const known = camera === null ? null : resizedIntrinsics(camera.intrinsics, picture, { width, height });
  // Points were made with a camera of their own; depth is put on rays of the camera that is known.
  const intrinsics = tensors.depth === undefined ? (told ?? known) : (known ?? told);
  if (intrinsics === null) return { kind: 'unknown', cause: 'nobody says with which focal length it was taken' };
  const map =
    tensors.depth === undefined
      ? pointMap(from.data, width, height, intrinsics)
      : pointsOfDepth({ width, height, metres: from.data, kind: 'z', intrinsics });
  const seen: Camera = {
    intrinsics: resizedIntrinsics(intrinsics, { width, height }, picture),
    source: camera?.source ?? 'model',
  };
  return { kind: 'found', map, camera: seen, metric };
}

function pointMap(data: Float32Array, width: number, height: number, intrinsics: Intrinsics): PointMap {
  if (data.length !== 3 * width * height) throw new Error('`points` does not have three numbers for each pixel');
  const valid = new Uint8Array(width * height);
  const points = new Float32Array(data.length).fill(Number.NaN);
  for (let at = 0; at < valid.length; at++) {
    const point = data.subarray(3 * at, 3 * at + 3);
    if (!point.every(Number.isFinite) || !((point[2] ?? 0) > 0)) continue;
    valid[at] = 1;
    points.set(point, 3 * at);
  }
  return { width, height, points, normals: null, valid, intrinsics };
}

/** `masks` [things, h, w], 0 where a thing is not. */
function masksFrom({ masks }: NamedTensors, { maskSize }: Photo, things: number): Findings['masks'] {
  if (masks === undefined || (masks.type !== 'uint8' && masks.type !== 'bool') || masks.dims.length !== 3)
    throw new Error('there is no tensor `masks` of bytes [things, height, width]');
  const [count = 0, height = 0, width = 0] = masks.dims;
  if (count !== things) throw new Error(`${count} masks, where there are ${things} things`);
  const { data } = masks;
  return Array.from({ length: count }, (_, at) => {
    const pixels = data.subarray(at * width * height, (at + 1) * width * height).map((value) => (value === 0 ? 0 : 1));
    const mask = resizedMask({ width, height, pixels }, maskSize.width, maskSize.height);
    return mask.pixels.includes(1) ? mask : null;
  });
}
