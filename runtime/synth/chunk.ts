/**
 * The chunk: what is made of some scenes so that tasks can ask of them, in a database of its own in memory. Its tables stay, and are
 * emptied and filled chunk by chunk: so each statement is planned once a run, and memory is bounded by the chunk.
 */
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { quoteName } from '../facts/schema.js';
import type { Around } from '../profile/around.js';

/** The name of the database. */
const database = 'chunk';

/** What DuckDB does with the least and greatest values of a column, at the time of planning. */
const basedOnStatistics = 'statistics_propagation,compressed_materialization';

export interface Bounds {
  readonly first: number;
  readonly end: number;
}

export interface Chunk {
  /** Empties all tables, and makes the shared relations of these scenes. */
  readonly fill: (bounds: Bounds) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param tables of the chunk beside the shared relations: a name, and its columns with their types */
export async function openChunk(
  connection: DuckDBConnection,
  plan: Plan,
  tables: Readonly<Record<string, string>>,
  around: Around,
): Promise<Chunk> {
  await connection.run(`attach ':memory:' as ${database}`);
  // A statement that is kept must not rest on what the tables held when it was planned: of a table without a true in some
  // column, statistics would say that none ever is.
  await connection.run(`set disabled_optimizers = '${basedOnStatistics}'`);
  const store = (await connection.runAndReadAll('select current_database()')).getRows()[0]?.[0];
  // What has no database before its name is looked up in the store, then in the chunk.
  await connection.run(`set search_path = '${quoteName(String(store)).replaceAll("'", "''")}.main,${database}.main'`);
  for (const [name, columns] of Object.entries(tables))
    await connection.run(`create table ${database}.${name} (${columns})`);
  const fillers: { readonly name: string; readonly statement: DuckDBPreparedStatement; readonly sql: string }[] = [];
  const fill = async (bounds: Bounds): Promise<void> => {
    for (const name of [...plan.shared.map((s) => s.name), ...Object.keys(tables)]) await empty(connection, name);
    // An emptied table gives its memory back at a checkpoint.
    await connection.run(`checkpoint ${database}`);
    for (const { name, statement, sql } of fillers) {
      statement.bind(usedIn(sql, bounds));
      await around({ kind: 'relation', name, query: true }, () => statement.run());
    }
  };
  for (const { name, sql } of plan.shared) {
    await connection.run(`create table ${database}.${name} as ${sql} limit 0`, usedIn(sql, { first: 0, end: 0 }));
    fillers.push({ name, sql, statement: await connection.prepare(`insert into ${database}.${name} ${sql}`) });
  }
  return { fill, close: () => closeChunk(connection, fillers) };
}

async function empty(connection: DuckDBConnection, table: string): Promise<void> {
  await connection.run(`delete from ${database}.${table}`);
}

async function closeChunk(
  connection: DuckDBConnection,
  fillers: readonly { readonly statement: DuckDBPreparedStatement }[],
): Promise<void> {
  for (const { statement } of fillers) statement.destroySync();
  await connection.run('reset search_path');
  await connection.run('reset disabled_optimizers');
  await connection.run(`detach ${database}`);
}

/** DuckDB refuses parameters that a statement does not mention. */
function usedIn(sql: string, bounds: Bounds): Record<string, number> {
  return Object.fromEntries(Object.entries(bounds).filter(([name]) => sql.includes(`$${name}`)));
}
