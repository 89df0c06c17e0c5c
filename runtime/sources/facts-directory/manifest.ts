/** manifest.json of a facts directory: what its numbers mean, and its vocabulary. */
import { z } from 'zod';
import { normaliseLabel, type VocabularyRow } from '../../facts/rows.js';

export const SCHEMA_VERSION = 1;

const label = z.string().min(1).transform(normaliseLabel);

const word = z.object({
  label,
  /** Noun form for several; `label` + s where it is left out. */
  plural: z.string().min(1).optional(),
  countable: z.boolean().default(true),
  broader: label.nullable().default(null),
  also: z.array(label).default([]),
  has_front: z.boolean().default(false),
});

export const manifestShape = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  units: z.object({ length: z.literal('m'), angle: z.literal('rad'), image: z.literal('px') }),
  /** x right, y down, z forward. */
  camera_axes: z.literal('opencv'),
  models: z.array(z.looseObject({ id: z.string(), role: z.string() })).default([]),
  licence: z.string().nullable().default(null),
  vocabulary: z
    .array(word)
    .refine((words) => new Set(words.map((w) => w.label)).size === words.length, 'a label is listed twice')
    .default([]),
  /** File name to what was written into it; a shard that is not named here is read all the same. */
  shards: z.record(z.string(), z.object({ rows: z.int().nonnegative() })).default({}),
});

export type Manifest = z.output<typeof manifestShape>;

export function vocabularyRows({ vocabulary }: Manifest): readonly VocabularyRow[] {
  return vocabulary.map(({ label: name, plural, countable, broader, also, has_front }) => ({
    label: name,
    plural: plural ?? `${name}s`,
    countable,
    broader,
    also,
    hasFront: has_front,
  }));
}

/** The manifest as it is written: the inverse of `vocabularyRows`. */
export function manifestOf(
  vocabulary: readonly VocabularyRow[],
  shards: Manifest['shards'],
  licence: string | null,
): z.input<typeof manifestShape> {
  return {
    schema_version: SCHEMA_VERSION,
    units: { length: 'm', angle: 'rad', image: 'px' },
    camera_axes: 'opencv',
    models: [],
    licence,
    vocabulary: vocabulary.map(({ hasFront, also, ...row }) => ({ ...row, also: [...also], has_front: hasFront })),
    shards,
  };
}
