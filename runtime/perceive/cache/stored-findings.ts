/**
 * What a role found, as bytes and back. Points are kept as depths, from which each lies on the ray of its pixel, and normals as
 * two 16-bit numbers: 8 bytes a pixel instead of 25. What is read back is used in the first run, too, so that a run with what
 * is kept gives the same bytes as one without.
 */
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Role } from '../../../compiler/std/perception.js';
import type { InstanceMask } from '../instance-mask.js';
import { pointsOnRays } from '../lift/points-on-rays.js';
import type { Findings, Points } from '../operators/findings.js';
import { maskOfRuns, runsOfMask } from '../run-length.js';
import { fromOctahedral, toOctahedral } from './octahedral.js';

const four = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const three = z.tuple([z.number(), z.number(), z.number()]);
const unknown = z.object({ kind: z.literal('unknown'), cause: z.string() });

const storedPoints = z.union([
  unknown,
  z.object({
    kind: z.literal('found'),
    width: z.number(),
    height: z.number(),
    /** [height · width], metres along z; 0 where invalid. */
    depths: z.custom<Float32Array>((value) => value instanceof Float32Array),
    normals: z.custom<Int16Array>((value) => value instanceof Int16Array).nullable(),
    intrinsics: four,
    camera: z.object({ intrinsics: four, source: z.enum(['truth', 'exif', 'model']) }),
    metric: z.boolean(),
  }),
]);
const storedMask = z.object({ width: z.number(), height: z.number(), counts: z.string() });

const shapes = {
  points: storedPoints,
  objects: z.array(
    z.object({ label: z.string(), score: z.number(), presence: z.enum(['certain', 'possible']), box: four }),
  ),
  masks: z.array(storedMask.nullable()),
  gravity: z.union([unknown, z.object({ kind: z.literal('found'), up: three, confidence: z.number() })]),
  facing: z.array(
    z.union([
      z.object({ front: z.literal('one'), facing: three }),
      z.object({ front: z.enum(['several', 'none', 'unseen']) }),
    ]),
  ),
  captions: z.array(z.object({ text: z.string(), verifiedBy: z.string().nullable() }).nullable()),
  coverage: z.array(z.object({ category: z.string(), status: z.enum(['exhaustive', 'verified_absent', 'unknown']) })),
} as const satisfies Record<Role, z.ZodType>;

interface Form<Found> {
  readonly stored: (found: Found) => unknown;
  /** @throws Error where it is not what `stored` made */
  readonly found: (stored: unknown) => Found;
}

const forms: { readonly [R in Role]: Form<Findings[R]> } = {
  points: { stored: pointsStored, found: (stored) => pointsFound(shapes.points.parse(stored)) },
  objects: { stored: (objects) => objects, found: (stored) => shapes.objects.parse(stored) },
  masks: { stored: (masks) => masks.map(maskStored), found: (stored) => shapes.masks.parse(stored).map(maskFound) },
  gravity: { stored: (gravity) => gravity, found: (stored) => shapes.gravity.parse(stored) },
  facing: { stored: (facing) => facing, found: (stored) => shapes.facing.parse(stored) },
  captions: { stored: (captions) => captions, found: (stored) => shapes.captions.parse(stored) },
  coverage: { stored: (coverage) => coverage, found: (stored) => shapes.coverage.parse(stored) },
};

export const bytesOf = <R extends Role>(role: R, found: Findings[R]): Uint8Array =>
  serialize(forms[role].stored(found));

/** @throws Error where the bytes are not what `bytesOf` gave for this role */
export const findingOf = <R extends Role>(role: R, bytes: Uint8Array): Findings[R] =>
  forms[role].found(deserialize(bytes));

function pointsStored(points: Points): z.input<typeof storedPoints> {
  if (points.kind === 'unknown') return points;
  const { map, camera, metric } = points;
  const depths = new Float32Array(map.valid.length);
  for (let at = 0; at < depths.length; at++) if (map.valid[at] === 1) depths[at] = map.points[3 * at + 2] ?? 0;
  return {
    kind: 'found',
    width: map.width,
    height: map.height,
    depths,
    normals: map.normals && toOctahedral(map.normals),
    intrinsics: [...map.intrinsics],
    camera: { intrinsics: [...camera.intrinsics], source: camera.source },
    metric,
  };
}

function pointsFound(stored: z.output<typeof storedPoints>): Points {
  if (stored.kind === 'unknown') return stored;
  const { width, height, depths, intrinsics, camera, metric } = stored;
  const { points, valid } = pointsOnRays(depths, stored, intrinsics);
  const normals = stored.normals && fromOctahedral(stored.normals);
  return { kind: 'found', map: { width, height, points, normals, valid, intrinsics }, camera, metric };
}

const maskStored = (mask: InstanceMask | null): z.input<typeof storedMask> | null =>
  mask && { width: mask.width, height: mask.height, counts: runsOfMask(mask) };

function maskFound(stored: z.output<typeof storedMask> | null): InstanceMask | null {
  if (stored === null) return null;
  const mask = maskOfRuns(stored.counts, stored.width, stored.height);
  if (mask === null) throw new Error(`run lengths of ${stored.width} x ${stored.height} pixels are broken`);
  return mask;
}
