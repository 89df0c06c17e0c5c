/**
 * A recipe -> the same recipe, laid out as the language reference is. Idempotent. Every token and every comment stays, in
 * its order; only spaces, line breaks and empty lines change. Works on tokens: a construct needs no entry here to be kept.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Source } from '../diagnostics/span.js';
import { cells } from '../diagnostics/visible.js';
import { tooDeep, unclosedText, unexpected, unknownCharacter } from '../syntax/errors.js';
import { parse } from '../syntax/parse.js';
import { type Item, itemsOf } from './items.js';
import { layOut } from './layout.js';
import { structureOf } from './structure.js';
import type { Line } from './word-lines.js';

export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** The text cannot be read, and is left as it is. */
  | { readonly kind: 'unreadable'; readonly diagnostics: readonly Diagnostic[] };

/** Mistakes that hide where a statement ends. Others, such as a clause that is missing, are none of ours. */
const unreadable = new Set([unexpected, unclosedText, unknownCharacter, tooDeep].map(({ code }) => code));

/** Line ends are those of the first line; the text ends with one. */
export function format(source: Source): Formatted {
  const diagnostics: Diagnostic[] = [];
  parse(source, (diagnostic) => void diagnostics.push(diagnostic));
  const errors = diagnostics.filter(({ code }) => unreadable.has(code));
  const items = errors.length === 0 ? itemsOf(source.text) : undefined;
  if (items === undefined) return { kind: 'unreadable', diagnostics: errors };
  const lineEnd = /\r\n|\n/.exec(source.text)?.[0] ?? '\n';
  const text = laidOut(items).replaceAll('\n', lineEnd);
  if (!sameItems(items, itemsOf(text))) throw new Error(`formatting ${source.file} would change more than its spaces`);
  return { kind: 'formatted', text };
}

/** The text of tokens and comments, laid out, whatever they are. */
export function laidOut(items: readonly Item[]): string {
  return textOf(layOut(structureOf(items)));
}

function sameItems(before: readonly Item[], after: readonly Item[] | undefined): boolean {
  if (after?.length !== before.length) return false;
  return before.every((item, at) => item.kind === after[at]?.kind && item.text === after[at].text);
}

/** Comments at line ends stand in this column where they can, so that they line up through a file. */
const COMMENT_COLUMN = 47;
const COMMENT_GAP = 1;
/** A longer line has its comment right behind it, and moves no other. */
const LONG_LINE = 80;

function textOf(lines: readonly Line[]): string {
  const columns = commentColumns(lines);
  return lines
    .map(({ text, comment, spaced }, at) => {
      const gap = Math.max(COMMENT_GAP, (columns[at] ?? 0) - cells(text));
      return `${spaced ? '\n' : ''}${text}${comment === undefined ? '' : ' '.repeat(gap) + comment}\n`;
    })
    .join('');
}

/** Comments of neighbouring lines line up behind the longest of them. */
function commentColumns(lines: readonly Line[]): readonly number[] {
  const columns: number[] = [];
  let column = COMMENT_COLUMN;
  let runStart = 0;
  lines.forEach(({ text, comment, spaced }, at) => {
    const goesOn = comment !== undefined && !spaced && lines[at - 1]?.comment !== undefined;
    if (!goesOn) {
      columns.fill(column, runStart);
      runStart = at;
      column = COMMENT_COLUMN;
    }
    const width = cells(text);
    if (comment !== undefined && width <= LONG_LINE) column = Math.max(column, width + COMMENT_GAP);
    columns.push(column);
  });
  return columns.fill(column, runStart);
}
