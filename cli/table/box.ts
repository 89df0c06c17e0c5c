/** A table for reading: boxed, aligned, numbers to the right, NULL shown, cut to the terminal where there is one. */
import { cells, firstCells, visible } from '../../compiler/diagnostics/visible.js';
import { type Cell, type Table, textOf } from './cell.js';

const ROWS_AT_MOST = 200;
const NARROWEST = 6;
/** Border and padding: `│ ` before each column, ` ` behind it; `│` at the end. */
const PER_COLUMN = 3;

/** The first rows of a table as text; says when there are more. `terminalWidth` in cells, undefined for no limit. */
export async function box(table: Table, terminalWidth: number | undefined): Promise<string> {
  const rows: (readonly Cell[])[] = [];
  let more = false;
  for await (const row of table.rows) {
    more = rows.length === ROWS_AT_MOST;
    if (more) break;
    rows.push(row);
  }
  const texts = rows.map((row) => row.map((cell) => visible(textOf(cell) ?? 'NULL')));
  const names = table.columns.map(visible);
  const natural = names.map((name, column) => Math.max(cells(name), ...texts.map((row) => cells(row[column] ?? ''))));
  const widths = terminalWidth === undefined ? natural : fitted(natural, terminalWidth);
  const right = names.map((_, column) => rows.some((row) => typeof row[column] === 'number'));

  const lines = [
    rule(widths, '┌', '┬', '┐'),
    line(names, widths, []),
    rule(widths, '├', '┼', '┤'),
    ...texts.map((row) => line(row, widths, right)),
    rule(widths, '└', '┴', '┘'),
    more ? `the first ${ROWS_AT_MOST} rows; --format csv, json or markdown gives all` : rowCount(rows.length),
  ];
  return `${lines.join('\n')}\n`;
}

/** Takes from the widest columns, cell by cell, until the table fits or all are narrow. */
function fitted(natural: readonly number[], terminalWidth: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width + PER_COLUMN, 1) - terminalWidth;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) return widths;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

function rule(widths: readonly number[], left: string, between: string, right: string): string {
  return left + widths.map((width) => '─'.repeat(width + 2)).join(between) + right;
}

function line(texts: readonly string[], widths: readonly number[], right: readonly boolean[]): string {
  const padded = widths.map((width, column) => {
    const whole = texts[column] ?? '';
    const text = cells(whole) > width ? `${firstCells(whole, width - 1)}…` : whole;
    const space = ' '.repeat(width - cells(text));
    return right[column] === true ? space + text : text + space;
  });
  return `│ ${padded.join(' │ ')} │`;
}

function rowCount(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
