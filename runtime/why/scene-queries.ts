/**
 * Runs the queries of a probe over one scene of a store. Only temporary tables are made, so the store may be read-only.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Probe } from '../../compiler/plan/probe.js';

/** A row as JSON holds it: whole numbers beyond 2^53 are text. */
export type Row = Readonly<Record<string, unknown>>;

/** Makes the shared relations of the scene; whatever was made for another is gone. */
export async function lookAtScene(connection: DuckDBConnection, { shared }: Probe, scene: number): Promise<void> {
  for (const { name, sql } of shared)
    await connection.run(
      `create or replace temp table ${name} as ${sql}`,
      named(sql, { first: scene, end: scene + 1 }),
    );
}

/** @param parameters those that the query mentions are given to it */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  parameters: Readonly<Record<string, string | number>> = {},
): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql, named(sql, parameters));
  return reader.getRowObjectsJson();
}

/** DuckDB refuses parameters that a statement does not mention. */
function named(sql: string, given: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)));
}

export const textIn = (row: Row, column: string): string | null => {
  const value = row[column];
  return value === null || value === undefined ? null : String(value);
};

/** Null where it is unknown, or no number. */
export const numberIn = (row: Row, column: string): number | null => {
  const value = row[column];
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export const truthIn = (row: Row, column: string): boolean | null => {
  const value = row[column];
  return typeof value === 'boolean' ? value : null;
};

export const numbersIn = (row: Row, column: string): readonly number[] | null => {
  const value = row[column];
  if (!Array.isArray(value)) return null;
  const numbers = value.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
};

export const textsIn = (row: Row, column: string): readonly string[] => {
  const value = row[column];
  return Array.isArray(value) ? value.map(String) : [];
};
