/** Rows of texts under a head, in columns: those of numbers to the right. */
import { cells, visible } from '../compiler/diagnostics/visible.js';

/** Lines without a break at the end; each begins with two spaces. */
export function aligned(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const shown = [head, ...rows].map((row) => row.map(visible));
  const widths = head.map((_, column) => Math.max(...shown.map((row) => cells(row[column] ?? ''))));
  const right = head.map((_, column) => rows.some((row) => /^-?\d/.test(row[column] ?? '')));
  return shown.map((row) => {
    const padded = row.map((text, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - cells(text));
      return right[column] === true ? space + text : text + space;
    });
    return `  ${padded.join('  ')}`.trimEnd();
  });
}
