/** `spq sql`: asks the store of a run, in the recipe's own words. */
import { type ExitCode, exitCode } from '../exit-code.js';
import { findStore, queryStore } from '../query-store.js';
import type { Shell } from '../shell.js';
import { box } from '../table/box.js';
import type { Table } from '../table/cell.js';
import { csv } from '../table/csv.js';
import { json } from '../table/json.js';
import { markdown } from '../table/markdown.js';

export type TableFormat = 'box' | 'csv' | 'json' | 'markdown';

export interface SqlFlags {
  readonly store?: string;
  readonly out?: string;
  readonly format: TableFormat;
}

/** Text is gathered up to this size before it is written: one write per row would be slow. */
const WRITE_AT_LEAST = 1 << 16;

export async function sql(query: string, flags: SqlFlags, shell: Shell): Promise<ExitCode> {
  const store = flags.store ?? findStore(flags.out ?? '.');
  await queryStore(store, query, async (table) => {
    let gathered = '';
    for await (const text of written(table, flags.format, shell.columns)) {
      gathered += text;
      if (gathered.length < WRITE_AT_LEAST) continue;
      await shell.out(gathered);
      gathered = '';
    }
    await shell.out(gathered);
  });
  return exitCode.done;
}

async function* written(table: Table, format: TableFormat, columns: number | undefined): AsyncGenerator<string> {
  switch (format) {
    case 'box':
      return yield await box(table, columns);
    case 'csv':
      return yield* csv(table);
    case 'json':
      return yield* json(table);
    case 'markdown':
      return yield* markdown(table);
  }
}
