/** A row of a shard as a row of `rows.ts`, or what is wrong with it. */
import type { z } from 'zod';
import type { Place, ShardRow } from './shard-rows.js';

/** One thing that is wrong with one row. */
export interface RowProblem extends Place {
  readonly sceneId: string;
  readonly objectId: string | null;
  readonly column: string;
  readonly code: 'SPQ503' | 'SPQ504' | 'SPQ505' | 'SPQ510';
  readonly what: string;
  readonly hint: string;
}

export type Read<Row> = { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly problem: RowProblem };

export function readRow<Shape extends z.ZodType>(
  row: ShardRow,
  shape: Shape,
  objectId: string | null,
): Read<z.output<Shape>> {
  const parsed = shape.safeParse(row.values);
  if (parsed.success) return { ok: true, row: parsed.data };
  const [issue] = parsed.error.issues;
  const column = String(issue?.path[0] ?? '');
  const what = row.value(column) === null ? 'is NULL' : (issue?.message ?? 'cannot be read');
  return { ok: false, problem: problemOf(row, objectId, column, 'SPQ505', what, 'See docs/store.md for the columns.') };
}

export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  /** Beside `rows`, position by position. */
  readonly places: readonly Place[];
  readonly problems: readonly RowProblem[];
}

export function readRows<Shape extends z.ZodType>(rows: readonly ShardRow[], shape: Shape): ReadRows<z.output<Shape>> {
  const read = rows.map((row) => ({ place: row, read: readRow(row, shape, null) }));
  return {
    rows: read.flatMap(({ read: one }) => (one.ok ? [one.row] : [])),
    places: read.flatMap(({ place, read: one }) => (one.ok ? [place] : [])),
    problems: read.flatMap(({ read: one }) => (one.ok ? [] : [one.problem])),
  };
}

export function problemOf(
  { file, row, sceneId }: ShardRow | RowProblem,
  objectId: string | null,
  column: string,
  code: RowProblem['code'],
  what: string,
  hint: string,
): RowProblem {
  return { file, row, sceneId, objectId, column, code, what, hint };
}
