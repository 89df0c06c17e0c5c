/**
 * Measures the work of a run while it goes on: time of each node, and for asking what DuckDB tells of each statement.
 * Statements that ask are profiled one by one; looking at the profile is not part of the time.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../facts/schema.js';
import type { Store } from '../facts/store.js';
import type { Around, Worked } from './around.js';
import { addRun, type OperatorTree, readProfile, type StatementProfile } from './operators.js';

/** Of one node, all its runs. */
export interface Measured {
  readonly node: Worked;
  /** Of its query. */
  readonly runs: number;
  readonly ms: number;
  /** Of shared relations alone. */
  readonly rows: number | null;
  readonly allocated: number | null;
  readonly operators: readonly OperatorTree[];
}

export interface Measuring {
  /** For `RunOptions.measure`. */
  readonly measure: (store: Store) => Around;
  /** In the order in which they were first worked at. */
  readonly measured: () => readonly Measured[];
  readonly peakBuffers: () => number | null;
}

/** @param file where DuckDB may write its profiles; nothing is left there */
export function openMeasuring(file: string): Measuring {
  const nodes = new Map<string, Measured>();
  let peak: number | null = null;
  const add = (node: Worked, ms: number, rows: number | null, profile: StatementProfile | undefined): void => {
    const key = `${node.kind} ${node.name}`;
    const { runs, ...known } = nodes.get(key) ?? { node, runs: 0, ms: 0, rows: null, allocated: null, operators: [] };
    if (profile !== undefined) peak = Math.max(peak ?? 0, profile.peak);
    nodes.set(key, {
      node,
      runs: runs + (node.query === true ? 1 : 0),
      ms: known.ms + ms,
      rows: rows === null ? known.rows : (known.rows ?? 0) + rows,
      allocated: profile === undefined ? known.allocated : Math.max(known.allocated ?? 0, profile.allocated),
      operators: addRun(known.operators, profile?.operators ?? null),
    });
  };
  const measure = ({ connection }: Store): Around => {
    return async (node, work) => {
      const asks = node.query === true;
      if (asks) await beginProfile(connection, file);
      const start = performance.now();
      const value = await work();
      const ms = performance.now() - start;
      const profile = asks ? await endProfile(connection, file) : undefined;
      add(node, ms, node.kind === 'relation' ? await countOf(connection, node.name) : null, profile);
      return value;
    };
  };
  return { measure, measured: () => [...nodes.values()], peakBuffers: () => peak };
}

async function beginProfile(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run("pragma enable_profiling = 'json'");
  await connection.run(`set profiling_output = ${quoteText(file)}`);
  // What the two statements above wrote.
  rmSync(file, { force: true });
}

/** Of the last statement; undefined where DuckDB wrote none. */
async function endProfile(connection: DuckDBConnection, file: string): Promise<StatementProfile | undefined> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  await connection.run('pragma disable_profiling');
  rmSync(file, { force: true });
  return readProfile(text);
}

async function countOf(connection: DuckDBConnection, table: string): Promise<number> {
  const reader = await connection.runAndReadAll(`select count(*) from ${table}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
