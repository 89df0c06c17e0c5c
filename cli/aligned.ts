/** Rows of texts under a head, in columns: those of numbers to the right. */
import { cells, visible } from '../compiler/diagnostics/visible.js';

/** A number, with what may stand after it; or nothing. */
const number = /^(-?\d[\d,.]*( %)?( ± [\d.]+)?[ !]*)?$/;

/** Lines without a break at the end; each begins with two spaces. */
export function aligned(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const shown = [head, ...rows].map((row) => row.map(visible));
  const widths = head.map((_, column) => Math.max(...shown.map((row) => cells(row[column] ?? ''))));
  const right = head.map((_, column) => rows.every((row) => number.test(row[column] ?? '')));
  return shown.map((row) => {
    const padded = row.map((text, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - cells(text));
      return right[column] === true ? space + text : text + space;
    });
    return `  ${padded.join('  ')}`.trimEnd();
  });
}
