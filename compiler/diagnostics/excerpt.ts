/**
 * The source lines a diagnostic speaks of, with its spans underlined: `^` for the place itself, `-` for places
 * that take part. Underlines stand under the exact characters, whatever their width in the terminal.
 */
import type { Severity } from './diagnostic.js';
import type { Painter } from './painter.js';
import type { Span } from './span.js';
import { cells, visible } from './visible.js';

/** A span to underline. The first mark of an excerpt is the diagnostic's own and has no label. */
export interface Mark {
  readonly at: Span;
  readonly label: string | undefined;
}

interface Line {
  readonly number: number;
  /** Offset of its first character, and of the next line's. */
  readonly start: number;
  readonly next: number;
  /** Without its line break. */
  readonly text: string;
}

/** The part of a mark that lies on one line, in terminal cells. */
interface Underline {
  readonly from: number;
  readonly width: number;
  readonly own: boolean;
  readonly label: string | undefined;
}

/** Lines `7 │ text` and `  │  ^^^ label`; `⋮` stands for lines left out between them. */
export function excerpt(
  text: string,
  marks: readonly Mark[],
  gutter: number,
  severity: Severity,
  paint: Painter,
): readonly string[] {
  const shown: string[] = [];
  const inside = marks.map((mark) => ({ ...mark, at: clamped(mark.at, text.length) }));
  let previous: number | undefined;
  for (const line of markedLines(text, inside)) {
    if (previous !== undefined && line.number > previous + 1) shown.push(paint.quiet(`${' '.repeat(gutter)} ⋮`));
    previous = line.number;
    const number = String(line.number).padStart(gutter);
    shown.push(`${paint.quiet(`${number} │`)} ${visible(line.text)}`.trimEnd());
    const underlines = inside.flatMap((mark) => underline(line, mark) ?? []);
    for (const row of rows(underlines)) {
      shown.push(`${paint.quiet(`${' '.repeat(gutter)} │`)} ${drawn(row, severity, paint)}`);
    }
  }
  return shown;
}

function clamped({ file, start, end }: Span, length: number): Span {
  const from = Math.min(Math.max(0, start), length);
  return { file, start: from, end: Math.min(Math.max(from, end), length) };
}

/** First and last line of every mark, in order, each once. */
function markedLines(text: string, marks: readonly Mark[]): readonly Line[] {
  const lines = linesOf(text);
  const lineAt = (offset: number): Line | undefined => lines.findLast((line) => line.start <= offset);
  const wanted = marks.flatMap(({ at }) => [lineAt(at.start), lineAt(Math.max(at.start, at.end - 1))]);
  return lines.filter((line) => wanted.includes(line));
}

function linesOf(text: string): readonly Line[] {
  let next = 0;
  return text.split('\n').map((whole, index) => {
    const start = next;
    next += whole.length + 1;
    return { number: index + 1, start, next, text: whole.endsWith('\r') ? whole.slice(0, -1) : whole };
  });
}

function underline(line: Line, { at, label }: Mark): Underline | undefined {
  const startsHere = at.start >= line.start;
  if (at.start >= line.next || (!startsHere && at.end <= line.start)) return undefined;
  // A span that goes on from the line above is underlined from the first word, not under the indentation.
  const blank = line.text.length - line.text.trimStart().length;
  const from = startsHere ? Math.min(at.start - line.start, line.text.length) : blank;
  const to = Math.max(from, Math.min(at.end - line.start, line.text.length));
  return {
    from: cells(line.text.slice(0, from)),
    // An empty span and the end of a line still get a mark: "something is missing here".
    width: Math.max(1, cells(line.text.slice(from, to))),
    own: label === undefined,
    label: at.end <= line.next ? label : undefined,
  };
}

/** Puts underlines that would run into each other on rows of their own, the diagnostic's own one on the first. */
function rows(underlines: readonly Underline[]): readonly (readonly Underline[])[] {
  const placed: Underline[][] = [];
  for (const mark of underlines) {
    const row = placed.find((others) => others.every((other) => apart(mark, other)));
    if (row === undefined) placed.push([mark]);
    else row.push(mark);
  }
  return placed.map((row) => row.toSorted((one, other) => one.from - other.from));
}

function apart(one: Underline, other: Underline): boolean {
  return reach(one) < other.from || reach(other) < one.from;
}

/** The first free cell after an underline and its label. */
function reach({ from, width, label }: Underline): number {
  return from + width + (label === undefined ? 0 : 1 + cells(label));
}

function drawn(row: readonly Underline[], severity: Severity, paint: Painter): string {
  let at = 0;
  let text = '';
  for (const mark of row) {
    const strokes = (mark.own ? '^' : '-').repeat(mark.width);
    const labelled = mark.label === undefined ? strokes : `${strokes} ${mark.label}`;
    text += ' '.repeat(mark.from - at) + (mark.own ? paint[severity](labelled) : paint.hint(labelled));
    at = reach(mark);
  }
  return text;
}
