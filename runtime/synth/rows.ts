/** Rows of texts that the runtime knows, as a table of the store: one statement, however many there are. */
import type { DuckDBConnection } from '@duckdb/node-api';

/** Makes the temporary table `name` anew. Rows are in the order of the columns; `number` counts them from 0. */
export async function listRows(
  connection: DuckDBConnection,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const listed = columns.map((column, i) => `r[${i + 1}] as ${column}`).join(', ');
  await connection.run(
    `create or replace temp table ${name} as
     select cast(i as integer) as number, ${listed} from
       (select unnest(rows) as r, unnest(range(len(rows))) as i from
         (select from_json($rows::json, '[["VARCHAR"]]') as rows))`,
    { rows: JSON.stringify(rows) },
  );
}
