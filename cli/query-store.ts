/**
 * Asks a store in SQL. The store is opened for reading and nothing else can be reached from a query:
 * no other file, no network, no extension. What is asked may come from anywhere.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { openStore } from '../runtime/facts/store.js';
import { noStoreIn, queryFailed, severalStores } from './errors.js';
import { type Cell, cellOf, type Table } from './table/cell.js';

/** Locked last, so that no query can switch it on again. */
const CONFINED = 'set enable_external_access = false; set lock_configuration = true';

/**
 * Hands the result of one query to `use` while the store is open.
 *
 * @throws RunError SPQ501, SPQ508 or SPQ511 when the store cannot be opened, SPQ582 when the query fails
 */
export async function queryStore<Result>(
  store: string,
  query: string,
  use: (table: Table) => Promise<Result>,
): Promise<Result> {
  const { connection, close } = await openStore(store, { readOnly: true });
  try {
    await connection.run(CONFINED);
    const result = await orThrow(stream(connection, query));
    return await use({ columns: result.deduplicatedColumnNames(), rows: rowsOf(result) });
  } finally {
    close();
  }
}

/** The one store of a folder. @throws RunError SPQ501 when there is none, SPQ585 when there are several */
export function findStore(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.duckdb')) : [];
  const [only, ...others] = names.toSorted();
  if (only === undefined) throw noStoreIn(folder);
  if (others.length > 0) throw severalStores(folder, [only, ...others]);
  return join(folder, only);
}

async function stream(connection: DuckDBConnection, query: string): Promise<DuckDBResult> {
  return connection.stream(query);
}

async function* rowsOf(result: DuckDBResult): AsyncGenerator<readonly Cell[]> {
  const chunks = result.yieldRows();
  for (;;) {
    const next = await orThrow(chunks.next());
    if (next.done === true) return;
    for (const row of next.value) yield row.map(cellOf);
  }
}

async function orThrow<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw queryFailed(error instanceof Error ? error.message : String(error));
  }
}
