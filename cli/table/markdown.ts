/** A Markdown table, written as the rows come. Pipes, backslashes and line breaks in values are escaped. */
import { visible } from '../../compiler/diagnostics/visible.js';
import { type Table, textOf } from './cell.js';

export async function* markdown({ columns, rows }: Table): AsyncGenerator<string> {
  yield record(columns);
  yield record(columns.map(() => '---'));
  for await (const row of rows) yield record(row.map((cell) => textOf(cell) ?? 'NULL'));
}

function record(texts: readonly string[]): string {
  return `| ${texts.map(escaped).join(' | ')} |\n`;
}

function escaped(text: string): string {
  const lines = text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').split(/\r?\n/);
  return lines.map(visible).join('<br>');
}
