/** Rows of a query as plain values: texts, numbers, lists and structs; whole numbers beyond 2^53 would be texts. */
import type { DuckDBConnection } from '@duckdb/node-api';

export type Row = readonly unknown[];

export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  parameters: Readonly<Record<string, string | number>> = {},
): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql, parameters);
  return reader.getRowsJson();
}

export const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

export const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

export const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
