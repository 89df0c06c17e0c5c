/**
 * The Parquet shards of a facts directory, read through DuckDB: each table as one stream of rows,
 * ordered by scene, each row with the file and row number where it stands.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { RunError } from '../../errors.js';
import { quoteText, type Table } from '../../facts/schema.js';
import { type Defaults, givenColumns, type OwnColumn, ownSelected, selected } from './shard-columns.js';
import { type ShardRow, shardRows } from './shard-rows.js';

export interface ShardReader {
  /** Rows of one table in the order of scene_id, then of `orderBy`, some at a time; nothing where the table has no shard. */
  readonly rows: (
    table: Table,
    orderBy: readonly string[],
    defaults: Defaults,
    own?: readonly OwnColumn[],
  ) => AsyncGenerator<readonly ShardRow[]>;
  readonly close: () => void;
}

/** Opens the shards of a directory. Nothing is read yet. */
export async function openShards(dir: string): Promise<ShardReader> {
  const instance = await DuckDBInstance.create(':memory:', {
    // Ordering more rows than memory holds spills here.
    temp_directory: join(tmpdir(), 'spq-facts'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  return {
    rows: (table, orderBy, defaults, own = []) => readTable(instance, { dir, table, orderBy, defaults, own }),
    close: () => instance.closeSync(),
  };
}

/** Names of the shards of a table: `objects.parquet`, `objects-0001.parquet`, …, sorted. */
export function shardNames(dir: string, table: Table): readonly string[] {
  return readdirSync(dir)
    .filter((name) => name.startsWith(table.name) && name.endsWith('.parquet'))
    .sort();
}

interface Reading {
  readonly dir: string;
  readonly table: Table;
  readonly orderBy: readonly string[];
  readonly defaults: Defaults;
  readonly own: readonly OwnColumn[];
}

async function* readTable(
  instance: DuckDBInstance,
  { dir, table, orderBy, defaults, own }: Reading,
): AsyncGenerator<readonly ShardRow[]> {
  const files = shardNames(dir, table);
  if (files.length === 0) return;
  const connection = await instance.connect();
  const beside = await instance.connect();
  try {
    const paths = `[${files.map((name) => quoteText(join(dir, name))).join(', ')}]`;
    const from = `read_parquet(${paths}, union_by_name = true, filename = true, file_row_number = true)`;
    const described = await connection
      .runAndReadAll(`select column_name, column_type from (describe select * from ${from})`)
      .catch((cause: unknown) => {
        throw unreadableShards(dir, files, cause);
      });
    const types = new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
    const first = join(dir, files[0] ?? '');
    const columns = [
      ...givenColumns(table).map((column) => selected(column, types, defaults, first)),
      ...own.map((column, place) => ownSelected(column, place, types, first)),
    ];
    yield* shardRows(connection, beside, { from, columns, orderBy, files });
  } finally {
    connection.closeSync();
    beside.closeSync();
  }
}

function unreadableShards(dir: string, names: readonly string[], cause: unknown): RunError {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  return new RunError(
    'SPQ509',
    `${join(dir, names.join(', '))} cannot be read as Parquet: ${reason}`,
    'Write the shard again.',
  );
}
