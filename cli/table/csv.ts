/** CSV after RFC 4180: CRLF, quotes doubled. NULL is an empty field, empty text is `""`. */
import { type Table, textOf } from './cell.js';

export async function* csv({ columns, rows }: Table): AsyncGenerator<string> {
  yield record(columns);
  for await (const row of rows) yield record(row.map(textOf));
}

function record(fields: readonly (string | undefined)[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(text: string | undefined): string {
  if (text === undefined) return '';
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
