/** A JSON array of rows, one object per line, written as the rows come. */
import type { Table } from './cell.js';

export async function* json({ columns, rows }: Table): AsyncGenerator<string> {
  let separator = '[';
  for await (const row of rows) {
    const object = Object.fromEntries(columns.map((name, column) => [name, row[column] ?? null]));
    yield `${separator}\n  ${JSON.stringify(object)}`;
    separator = ',';
  }
  yield separator === '[' ? '[]\n' : '\n]\n';
}
