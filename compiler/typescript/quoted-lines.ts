/** Lines of a recipe, as comments of a module point to them and quote them. */
import { position, type Span } from '../diagnostics/span.js';
import { visible } from './template.js';
import type { ShownSource } from './writing.js';

export interface QuotedLines {
  /** `quickstart.spq:12-30` */
  readonly place: string;
  /** The lines as they stand, without the indentation that they share. */
  readonly lines: readonly string[];
}

/** @returns undefined where the file is none of these */
export function quotedLines({ file, start, end }: Span, files: readonly ShownSource[]): QuotedLines | undefined {
  const source = files.find((each) => each.file === file);
  if (source === undefined) return undefined;
  const first = position(source.text, start).line;
  const last = position(source.text, end).line;
  const lines = source.text.split(/\r?\n/).slice(first - 1, last);
  const written = lines.filter((line) => line.trim() !== '');
  const shared = Math.min(...written.map((line) => line.length - line.trimStart().length));
  return { place: placeOf(source.shown, first, last), lines: lines.map((line) => line.slice(shared).trimEnd()) };
}

const placeOf = (file: string, first: number, last: number): string =>
  first === last ? `${file}:${first}` : `${file}:${first}-${last}`;

interface Stretch {
  readonly shown: string;
  readonly first: number;
  readonly last: number;
}

/** `quickstart.spq:12-30, quickstart.spq:32`: lines that follow each other are one place. Empty where there are none. */
export function placesText(spans: readonly Span[], files: readonly ShownSource[]): string {
  const stretches: Stretch[] = [];
  for (const { file, start, end } of spans) {
    const source = files.find((each) => each.file === file);
    if (source === undefined) continue;
    const { shown, text } = source;
    const first = position(text, start).line;
    const last = position(text, end).line;
    const before = stretches.at(-1);
    if (before?.shown === shown && before.first <= first && first <= before.last + 1)
      stretches.splice(-1, 1, { ...before, last: Math.max(before.last, last) });
    else stretches.push({ shown, first, last });
  }
  return stretches.map(({ shown, first, last }) => placeOf(shown, first, last)).join(', ');
}

/** A line comment: nothing in the text can end it. */
export function comment(text: string): string {
  return text === '' ? '//' : `// ${visible(text.replaceAll('\n', ' '))}`;
}
