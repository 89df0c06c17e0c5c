/** All that a store holds, as text: tables row by row in their order, views and macros as the database prints them. */
import { createHash } from 'node:crypto';
import { quoteName } from '../../runtime/facts/schema.js';
import { openStore } from '../../runtime/facts/store.js';

/** By name: rows and a hash of them, or the definition. */
export async function storeText(path: string): Promise<Readonly<Record<string, string>>> {
  const { connection, close } = await openStore(path, { readOnly: true });
  const rows = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
    (await connection.runAndReadAll(sql)).getRowsJson();
  const tables = await rows('select table_name from duckdb_tables() where not internal order by 1');
  const texts: (readonly [string, string])[] = [];
  for (const [table] of tables) {
    const held = JSON.stringify(await rows(`select * from ${quoteName(String(table))} order by rowid`));
    texts.push([String(table), `${held.length} ${createHash('sha256').update(held).digest('hex')}`]);
  }
  const words = await rows(
    `select view_name, sql from duckdb_views() where not internal union all
     select function_name, macro_definition from duckdb_functions() where macro_definition is not null and not internal`,
  );
  close();
  return Object.fromEntries([...texts, ...words.map(([name, text]) => [String(name), String(text)] as const)]);
}
