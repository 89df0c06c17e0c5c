/**
 * The recipe that a store was made by, kept in it word for word with what it imports and what the run was told:
 * a question can be traced to its lines when the file has changed or is gone.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { RunError } from '../errors.js';
import { quoteText } from './schema.js';

export interface StoredRecipe {
  /** The recipe first, then what it imports; names relative to the recipe's folder, `/` between parts. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly options: RecipeOptions;
}

/** What a run was told besides the recipe and may have changed the questions. Null: it was not told. */
export interface RecipeOptions {
  readonly seed: number | null;
  readonly levels: readonly number[] | null;
  readonly tasks: readonly string[] | null;
  readonly balance: 'answers' | 'words' | 'none' | null;
}

const balances = ['answers', 'words', 'none'] as const;

export async function storeRecipe(connection: DuckDBConnection, { files, options }: StoredRecipe): Promise<void> {
  await connection.run('create or replace table recipe (place INTEGER, file VARCHAR, "text" VARCHAR)');
  const row = await connection.prepare('insert into recipe values ($place, $file, $text)');
  for (const [place, { file, text }] of files.entries()) {
    row.bind({ place, file, text });
    await row.run();
  }
  await connection.run(
    'create or replace table run_options (seed BIGINT, levels INTEGER[], tasks VARCHAR[], balance VARCHAR)',
  );
  const list = (values: readonly (string | number)[] | null, type: string): string =>
    values === null ? `null` : `from_json(${quoteText(JSON.stringify(values))}, '["${type}"]')`;
  const balance = options.balance === null ? 'null' : quoteText(options.balance);
  const chosen = `${list(options.levels, 'INTEGER')}, ${list(options.tasks, 'VARCHAR')}`;
  await connection.run(`insert into run_options values (${options.seed ?? 'null'}, ${chosen}, ${balance})`);
}

/** @throws RunError SPQ511 where the store holds none: an older version made it */
export async function storedRecipe(connection: DuckDBConnection, store: string): Promise<StoredRecipe> {
  const tables = await connection.runAndReadAll(
    `select count(*) from duckdb_tables() where table_name in ('recipe', 'run_options') and database_name = current_database()`,
  );
  if (Number(tables.getRows()[0]?.[0]) < 2)
    throw new RunError(
      'SPQ511',
      `The store ${store} does not hold the recipe that made it.`,
      'An older version of spq made it: run the recipe again.',
    );
  const files = await connection.runAndReadAll('select file, "text" from recipe order by place');
  const options = await connection.runAndReadAll('select seed, levels, tasks, balance from run_options');
  const [seed, levels, tasks, balance] = options.getRowsJson()[0] ?? [];
  return {
    files: files.getRowsJson().map(([file, text]) => ({ file: String(file), text: String(text) })),
    options: {
      seed: seed === null || seed === undefined ? null : Number(seed),
      levels: Array.isArray(levels) ? levels.map(Number) : null,
      tasks: Array.isArray(tasks) ? tasks.map(String) : null,
      balance: balances.find((one) => one === balance) ?? null,
    },
  };
}
