/**
 * Diagnostics for people (terminal) and for programs (JSON), from the same data.
 * What is shown comes out of files that others wrote, so nothing of it reaches the terminal unescaped (`visible.ts`).
 */
import type { Diagnostic } from './diagnostic.js';
import { excerpt, type Mark } from './excerpt.js';
import { type Painter, plain } from './painter.js';
import { position, type Span } from './span.js';
import { visible } from './visible.js';

/** The text of a file that spans point into; undefined where it is not at hand. */
export type TextOf = (file: string) => string | undefined;

/**
 * One diagnostic as lines of text, without a final newline:
 * headline, the source lines with the exact span underlined, message, hint, and where its page is.
 */
export function renderDiagnostic(diagnostic: Diagnostic, textOf: TextOf, paint: Painter = plain): string {
  const marks: readonly Mark[] = [
    { at: diagnostic.at, label: undefined },
    ...diagnostic.also.map((note) => ({ at: note.at, label: visible(note.note) })),
  ];
  const gutter = gutterWidth(marks, textOf);
  const indent = ' '.repeat(gutter + 1);
  const headline = paint[diagnostic.severity](`${diagnostic.severity} ${diagnostic.code}`);
  const lines = [`${headline}: ${paint.strong(visible(diagnostic.title))}`];

  for (const file of new Set(marks.map((mark) => mark.at.file))) {
    const inFile = marks.filter((mark) => mark.at.file === file);
    const text = textOf(file);
    lines.push(`${indent}${paint.quiet('┌─')} ${visible(file)}${text === undefined ? '' : startOf(inFile, text)}`);
    if (text !== undefined) lines.push(...excerpt(text, inFile, gutter, diagnostic.severity, paint));
  }

  lines.push(...indented(diagnostic.message, indent));
  if (diagnostic.hint !== undefined) lines.push(...indented(diagnostic.hint, indent).map(paint.hint));
  lines.push(paint.quiet(`${indent}${pageOf(diagnostic.code)}`));
  return lines.join('\n');
}

/** Where the explanation of a code is to be found. */
export function pageOf(code: string): string {
  return `${pagePath(code)}, or: spq explain ${code}`;
}

const pagePath = (code: string): string => `docs/errors/${code}.md`;

/** A message of one or more lines, each made visible and indented. */
export function indented(message: string, indent: string): readonly string[] {
  return message.split('\n').map((line) => `${indent}${visible(line)}`.trimEnd());
}

function startOf(marks: readonly Mark[], text: string): string {
  const [first] = marks;
  if (first === undefined) return '';
  const { line, column } = position(text, first.at.start);
  return `:${line}:${column}`;
}

function gutterWidth(marks: readonly Mark[], textOf: TextOf): number {
  const lastLines = marks.map(({ at }) => {
    const text = textOf(at.file);
    return text === undefined ? 1 : position(text, Math.max(at.start, at.end - 1)).line;
  });
  return String(Math.max(...lastLines)).length;
}

export interface JsonPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** From 0, in UTF-16 code units. */
  readonly offset: number;
}

/** Line and column are null where the text of the file is not at hand. */
export interface JsonRange {
  readonly file: string;
  readonly start: JsonPlace | null;
  readonly end: JsonPlace | null;
}

export interface JsonDiagnostic extends JsonRange {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly hint: string | null;
  /** Where the code is explained; a path in the package. */
  readonly page: string;
  readonly also: readonly (JsonRange & { readonly note: string })[];
  /** What to write in place of a range, where that is certain. */
  readonly fix: (JsonRange & { readonly text: string }) | null;
}

/** The same diagnostic as plain JSON data; `end` is exclusive. */
export function diagnosticToJson(diagnostic: Diagnostic, textOf: TextOf): JsonDiagnostic {
  const also = diagnostic.also.map((note) => ({ note: note.note, ...range(note.at, textOf) }));
  const { code, severity, title, message, hint } = diagnostic;
  const page = pagePath(code);
  const fix = diagnostic.fix ? { text: diagnostic.fix.text, ...range(diagnostic.fix.at, textOf) } : null;
  return { code, severity, title, message, hint: hint ?? null, page, ...range(diagnostic.at, textOf), also, fix };
}

function range({ file, start, end }: Span, textOf: TextOf): JsonRange {
  const text = textOf(file);
  if (text === undefined) return { file, start: null, end: null };
  return {
    file,
    start: { ...position(text, start), offset: start },
    end: { ...position(text, end), offset: end },
  };
}
