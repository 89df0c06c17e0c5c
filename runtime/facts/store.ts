/**
 * The store: one DuckDB file that holds the tables of `schema.ts`.
 * Opened for writing it has all of them; opened for reading they are known to be there.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RunError } from '../errors.js';
import { createTable, quoteText, sqlType, storeTables } from './schema.js';

export interface Store {
  readonly path: string;
  readonly connection: DuckDBConnection;
  /** Another connection to the same database; who asks for it closes it. */
  readonly connect: () => Promise<DuckDBConnection>;
  readonly close: () => void;
}

export interface StoreOptions {
  /** Threads of DuckDB; 1 or more. By default one per core. */
  readonly threads?: number;
  /** True: the file must exist, and nothing can be written. Several readers may open one file. */
  readonly readOnly?: boolean;
}

/**
 * What DuckDB may hold in memory, tables of a chunk and questions that are still to be sampled among them; what is more goes to a
 * folder beside the store, `<store>.tmp`, until it is closed; of a store in memory to one among the temporary files. A process
 * takes about a gigabyte beside that.
 */
const memoryLimit = '1536MiB';

/**
 * Opens a store, and makes it where there is none.
 *
 * @param path a file, or `:memory:`
 * @throws RunError SPQ501 where the folder, or the file to be read, is missing; SPQ508 where the file is in use or
 *   no database; SPQ511 where its tables are of another version
 */
export async function openStore(path: string, { threads, readOnly = false }: StoreOptions = {}): Promise<Store> {
  requirePath(path, readOnly);
  const instance = await openInstance(path, {
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(readOnly ? { access_mode: 'READ_ONLY' } : {}),
    memory_limit: memoryLimit,
    ...(path === ':memory:' ? { temp_directory: join(tmpdir(), `spq-${randomUUID()}`) } : {}),
    // Nothing may be fetched while running: every extension used is built in.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    if (!readOnly) for (const table of Object.values(storeTables)) await connection.run(createTable(table));
    await requireTables(path, connection);
  } catch (cause) {
    close();
    throw cause;
  }
  return { path, connection, connect: () => instance.connect(), close };
}

function requirePath(path: string, readOnly: boolean): void {
  if (path === ':memory:') return;
  if (readOnly && !existsSync(path))
    throw new RunError('SPQ501', `There is no store at ${path}.`, 'A store is made by `spq run recipe.spq --out DIR`.');
  if (!existsSync(dirname(path)))
    throw new RunError('SPQ501', `The folder ${dirname(path)} does not exist.`, 'Make the folder first.');
}

async function openInstance(path: string, options: Record<string, string>): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, options);
  } catch (cause) {
    throw unopened(path, cause instanceof Error ? cause.message : String(cause));
  }
}

function unopened(path: string, reason: string): RunError {
  if (/lock/i.test(reason))
    return new RunError(
      'SPQ508',
      `${path} is in use by another process.`,
      'Wait until that process ends, or write elsewhere with --out. Readers do not disturb each other.',
    );
  if (/not a valid DuckDB database|deserialize|magic bytes/i.test(reason))
    return new RunError('SPQ508', `${path} is not a DuckDB file.`, 'Name another file, or delete this one.');
  return new RunError(
    'SPQ508',
    `${path} cannot be opened: ${firstLine(reason)}`,
    'Check the rights on the file and its folder.',
  );
}

/** Compares the tables of the file with `schema.ts`, column by column. */
async function requireTables(path: string, connection: DuckDBConnection): Promise<void> {
  const names = Object.keys(storeTables).map(quoteText).join(', ');
  const reader = await connection.runAndReadAll(
    `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index)
     from duckdb_columns() where table_name in (${names}) and not internal
       and database_name = current_database() and schema_name = 'main' group by all`,
  );
  const found = new Map(reader.getRows().map(([table, columns]) => [String(table), String(columns)]));
  for (const table of Object.values(storeTables)) {
    const expected = table.columns.map(({ name, type }) => `${name} ${sqlType(type)}`).join(', ');
    if (found.get(table.name) === expected) continue;
    const what = found.has(table.name) ? 'has other columns' : 'is missing';
    throw new RunError(
      'SPQ511',
      `In ${path} the table \`${table.name}\` ${what}.`,
      'The file is no store, or another version of spq made it: run the recipe again.',
    );
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
