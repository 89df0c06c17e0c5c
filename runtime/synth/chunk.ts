/**
 * The chunk: what is made of some scenes so that tasks can ask of them, in a database of its own in memory. Its tables stay, and are
 * emptied and filled chunk by chunk: so each statement is planned once a run, and memory is bounded by the chunk.
 */
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { quoteName, quoteText } from '../facts/schema.js';
import type { Around } from '../profile/around.js';

/**
 * What DuckDB does with the least and greatest values of a column, at the time of planning. And how it orders joins: of tuples that
 * are filtered it expects next to none, and builds its hash tables of them, with all their columns, rather than of the few things
 * of the scenes. As they are written, tuples are what is looked up with, and never kept.
 */
const leftOut = ['statistics_propagation', 'compressed_materialization', 'join_order', 'build_side_probe_side'];

/** More than is ever written between two checkpoints. */
const never = '1000TB';

export interface Bounds {
  readonly first: number;
  readonly end: number;
}

export interface Chunk {
  /** Empties all tables, and makes the shared relations of these scenes. */
  readonly fill: (bounds: Bounds) => Promise<void>;
  /** Lets a connection find the tables by their names, and plan statements that outlive what the tables hold now. */
  readonly showTo: (connection: DuckDBConnection) => Promise<void>;
  /** Drops it, and sets back what it had set. */
  readonly close: () => Promise<void>;
}

interface Filler {
  readonly name: string;
  readonly sql: string;
  readonly statement: DuckDBPreparedStatement;
}

/**
 * @param tables of the chunk beside the shared relations: a name, and its columns with their types
 * @param called apart from other chunks of the store
 */
export async function openChunk(
  connection: DuckDBConnection,
  { shared }: Pick<Plan, 'shared'>,
  tables: Readonly<Record<string, string>>,
  around: Around,
  called = 'chunk',
): Promise<Chunk> {
  const store = String((await connection.runAndReadAll('select current_database()')).getRows()[0]?.[0]);
  // A recipe may be called anything, and its store is called as it is: this is called otherwise.
  const database = quoteName(`${called} of ${store}`);
  const path = quoteText(`${quoteName(store)}.main,${database}.main`);
  await connection.run(`attach ':memory:' as ${database}`);
  const showTo = async (other: DuckDBConnection): Promise<void> => {
    // What has no database before its name is looked up in the store, then in the chunk.
    await other.run(`set search_path = ${path}`);
    // A statement that is kept must not rest on what the tables held when it was planned: of a table without a true in some
    // column, statistics would say that none ever is. Another chunk of the store sets this back when it is closed.
    await other.run(`set disabled_optimizers = '${leftOut.join(',')}'`);
    // By itself a database is checkpointed, its rows compressed, after every few statements that add to it.
    await other.run(`set checkpoint_threshold = '${never}'`);
  };
  const fillers: Filler[] = [];
  const close = async (): Promise<void> => {
    for (const { statement } of fillers) statement.destroySync();
    await connection.run('reset disabled_optimizers');
    await connection.run('reset checkpoint_threshold');
    await connection.run('reset search_path');
    await connection.run(`detach ${database}`);
  };
  try {
    await showTo(connection);
    for (const [name, columns] of Object.entries(tables))
      await connection.run(`create table ${database}.${name} (${columns})`);
    for (const { name, sql } of shared) {
      await connection.run(`create table ${database}.${name} as ${sql} limit 0`, usedIn(sql, { first: 0, end: 0 }));
      fillers.push({ name, sql, statement: await connection.prepare(`insert into ${database}.${name} ${sql}`) });
    }
  } catch (cause) {
    await close();
    throw cause;
  }
  const emptied = [...shared.map(({ name }) => name), ...Object.keys(tables)];
  const fill = async (bounds: Bounds): Promise<void> => {
    for (const name of emptied) await connection.run(`delete from ${database}.${name}`);
    // An emptied table gives its memory back at a checkpoint.
    await connection.run(`checkpoint ${database}`);
    for (const { name, statement, sql } of fillers) {
      statement.bind(usedIn(sql, bounds));
      await around({ kind: 'relation', name, query: true }, () => statement.run());
    }
  };
  return { fill, showTo, close };
}

/** DuckDB refuses parameters that a statement does not mention. */
function usedIn(sql: string, bounds: Bounds): Record<string, number> {
  return Object.fromEntries(Object.entries(bounds).filter(([name]) => sql.includes(`$${name}`)));
}
