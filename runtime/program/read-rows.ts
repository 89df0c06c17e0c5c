/** Rows of a store as objects, typed by whoever reads them. */
import type { Store } from '../facts/store.js';

/**
 * @param Row what the columns hold: VARCHAR is string, INTEGER and DOUBLE number, BIGINT and UBIGINT bigint, a list an
 *            array, a STRUCT an object; NULL is null. The database is believed, not asked.
 * @param sql a query, or its part from `from` on: `from questions where level = 2`
 */
export async function readRows<Row>({ connection }: Pick<Store, 'connection'>, sql: string): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql);
  // A boundary: DuckDB knows the types of columns only when it runs.
  return reader.getRowObjectsJS() as unknown as readonly Row[];
}
