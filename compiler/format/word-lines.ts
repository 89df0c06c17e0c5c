/**
 * The words of one statement -> lines. The first word of a setting or clause is padded; phrasings stand under each other.
 * Other line breaks stay where the author put them: lines are neither broken nor joined by length.
 */
import { cells } from '../diagnostics/visible.js';
import type { Item } from './items.js';
import { gap } from './spacing.js';
import type { Statement } from './structure.js';
import { closes, endsOperand, opens } from './token-roles.js';
import { freelyWorded, type Place, padded, underPhrasings } from './words.js';

export interface Line {
  readonly text: string;
  /** What stands at its end. */
  readonly comment: string | undefined;
  /** True where an empty line comes before it. */
  readonly spaced: boolean;
}

const STEP = 2;
/** What a clause says begins this far behind its first word. */
const WORD_WIDTH = 8;

/** The tokens of a statement, and where on a line they may begin, in cells from 0. */
interface Words {
  readonly tokens: readonly Item[];
  /** How many brackets are open around each token. */
  readonly depths: readonly number[];
  readonly hasBlock: boolean;
  /** Where the head of a relation ends and its meaning begins. */
  readonly equals: number;
  /** Column of what goes on on further lines. */
  readonly content: number;
}

export function wordLines({ items, block }: Statement, place: Place, indent: number): readonly Line[] {
  const tokens = items.filter(({ kind }) => kind !== 'comment');
  const word = tokens[0]?.text ?? '';
  const isPadded = padded[place].has(word);
  const content = indent + (isPadded ? Math.max(WORD_WIDTH, word.length + 1) : STEP);
  const equals = tokens.findIndex(({ text }) => text === '=');
  const words = { tokens, depths: depthsOf(tokens), hasBlock: block !== undefined, equals, content };
  const lines: Line[] = [];
  let open: string | undefined;
  let phrasing: number | undefined;
  let at = 0;
  const end = (comment?: string): void => {
    const spaced = lines.length === 0 && (items[0]?.breaks ?? 0) > 1;
    if (open !== undefined) lines.push({ text: open, comment, spaced });
    else if (comment !== undefined) lines.push({ text: ' '.repeat(content) + comment, comment: undefined, spaced });
    open = undefined;
  };
  for (const item of items) {
    if (item.kind === 'comment') {
      if (item.breaks > 0) end();
      end(item.text);
      continue;
    }
    const column = newLineColumn(words, at, phrasing);
    if (column !== undefined) end();
    if (at === 0) open = ' '.repeat(indent);
    else if (open === undefined) open = ' '.repeat(column ?? continued(words, at));
    else open = at === 1 && isPadded ? open.padEnd(content) : open + gap(tokens, at, holdsNames(words, at));
    if (beginsPhrasings(words, at, phrasing)) phrasing = cells(open);
    open += item.text;
    at++;
  }
  end();
  return lines;
}

/** Where the token begins a line of its own, and in which column; undefined where it goes on in its line. */
function newLineColumn(words: Words, at: number, phrasing: number | undefined): number | undefined {
  const { tokens, depths, hasBlock, content } = words;
  const token = tokens[at];
  const left = tokens[at - 1];
  if (at < 2 || hasBlock || token === undefined || left === undefined) return undefined;
  if (depths[at] === 0 && token.kind === 'text' && isFurtherPhrasing(tokens, at, phrasing)) return phrasing ?? content;
  if (depths[at] === 0 && underPhrasings.has(token.text) && isUnderPhrasings(tokens, at)) return content;
  const mayBreak = gap(tokens, at, false) === ' ' || opens(left) || closes(token);
  return token.breaks > 0 && mayBreak ? continued(words, at) : undefined;
}

/** Column of a line that goes on inside a statement: further in for every open bracket. */
function continued({ tokens, depths, hasBlock, content }: Words, at: number): number {
  const token = tokens[at];
  if (hasBlock && token?.text === '{') return content - STEP;
  return content + STEP * (depths[at] ?? 0);
}

/** Texts that follow each other are phrasings; in a reason, each text is one that is not a part of a condition. */
function isFurtherPhrasing(tokens: readonly Item[], at: number, phrasing: number | undefined): boolean {
  const left = tokens[at - 1];
  if (left?.kind === 'text') return true;
  const isStep = tokens[0]?.text === 'reason' && phrasing !== undefined && endsOperand(tokens, at - 1);
  return isStep && left?.text !== 'called';
}

/** Is this the first of the texts that stand under each other? */
function beginsPhrasings({ tokens, depths }: Words, at: number, phrasing: number | undefined): boolean {
  if (tokens[at]?.kind !== 'text' || depths[at] !== 0) return false;
  return tokens[0]?.text === 'reason' ? phrasing === undefined : tokens[at - 1]?.kind !== 'text';
}

function isUnderPhrasings(tokens: readonly Item[], at: number): boolean {
  if (tokens[0]?.text !== 'claim' || tokens[at - 1]?.kind !== 'text') return false;
  return tokens.slice(0, at).some(({ kind }, index) => kind === 'text' && tokens[index - 1]?.kind === 'text');
}

function depthsOf(tokens: readonly Item[]): readonly number[] {
  let depth = 0;
  return tokens.map((token) => {
    if (closes(token)) depth--;
    const here = depth;
    if (opens(token)) depth++;
    return here;
  });
}

/** In `for objects (a, b)` and `relation (a: object) left of (b: object)` a parenthesis holds names. */
function holdsNames({ tokens, equals }: Words, at: number): boolean {
  const word = tokens[0]?.text ?? '';
  if (freelyWorded.has(word)) return at < equals;
  return word === 'for' && tokens[at - 2]?.text !== 'in';
}
