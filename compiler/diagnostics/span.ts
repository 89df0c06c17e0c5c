/** Where a piece of text stands. Offsets are UTF-16 code units into the named file, end exclusive. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** The smallest span that holds both; they must lie in one file. */
export function join(first: Span, last: Span): Span {
  return { file: first.file, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** One file of source text, as the shells read it. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Line and column of an offset, both from 1; columns count UTF-16 code units. */
export function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: offset - lastBreak };
}
