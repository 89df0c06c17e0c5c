/** manifest.json of a facts directory: what its numbers mean, and its vocabulary. */
import { z } from 'zod';
import { normaliseLabel, type VocabularyRow } from '../../facts/rows.js';
import { type TableName, tableNames, vocabularyTables } from '../../vocabulary/index.js';
import { completeWord, type Word } from '../../vocabulary/word.js';

export const SCHEMA_VERSION = 1;

const label = z.string().min(1).transform(normaliseLabel);

/** `true` and `false` are the older way to say `one` and nothing. */
const fronts = z
  .union([z.enum(['one', 'several', 'none']), z.boolean()])
  .transform((front) => (front === true ? ('one' as const) : front === false ? null : front));

/** What is left out comes from a named table, or else from the rules of English. */
const word = z.object({
  label,
  singular: z.string().min(1).optional(),
  plural: z.string().min(1).optional(),
  article: z.string().min(1).optional(),
  verb: z.enum(['is', 'are']).optional(),
  countable: z.boolean().optional(),
  broader: label.nullable().optional(),
  same: z.array(label).optional(),
  also: z.array(label).optional(),
  has_front: fronts.nullable().optional(),
});

type ManifestWord = z.output<typeof word>;

const table = z.enum(tableNames);
const vocabulary = z.union([table.transform((name) => [name]), z.array(z.union([table, word]))]).refine((entries) => {
  const labels = ownWords(entries).map((own) => own.label);
  return new Set(labels).size === labels.length;
}, 'a label is listed twice');

const ownWords = (entries: readonly (TableName | ManifestWord)[]): readonly ManifestWord[] =>
  entries.filter((entry) => typeof entry !== 'string');

export const manifestShape = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  units: z.object({ length: z.literal('m'), angle: z.literal('rad'), image: z.literal('px') }),
  /** x right, y down, z forward. */
  camera_axes: z.literal('opencv'),
  models: z.array(z.looseObject({ id: z.string(), role: z.string() })).default([]),
  licence: z.string().nullable().default(null),
  /** A table's name, or a list of rows and names of tables. */
  vocabulary: vocabulary.default([]),
  /** File name to what was written into it; a shard that is not named here is read all the same. */
  shards: z.record(z.string(), z.object({ rows: z.int().nonnegative() })).default({}),
});

export type Manifest = z.output<typeof manifestShape>;

/** The rows of the tables that the manifest names, an earlier table before a later one, and its own rows before both. */
export function vocabularyRows({ vocabulary: entries }: Manifest): readonly VocabularyRow[] {
  const tabled = entries.flatMap((entry) => (typeof entry === 'string' ? vocabularyTables[entry] : []));
  const rows = new Map<string, VocabularyRow>();
  for (const row of tabled) if (!rows.has(row.label)) rows.set(row.label, row);
  for (const own of ownWords(entries)) rows.set(own.label, completeWord(asWord(own), rows.get(own.label)));
  return [...rows.values()];
}

const asWord = ({ has_front: hasFront, ...row }: ManifestWord): Word => ({ ...row, hasFront });

/** The manifest as it is written: the inverse of `vocabularyRows`. */
export function manifestOf(
  rows: readonly VocabularyRow[],
  shards: Manifest['shards'],
  licence: string | null,
): z.input<typeof manifestShape> {
  return {
    schema_version: SCHEMA_VERSION,
    units: { length: 'm', angle: 'rad', image: 'px' },
    camera_axes: 'opencv',
    models: [],
    licence,
    vocabulary: rows.map(({ hasFront, same, also, ...row }) => ({
      ...row,
      same: [...same],
      also: [...also],
      has_front: hasFront,
    })),
    shards,
  };
}
