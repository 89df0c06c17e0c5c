/**
 * Characters that mean nothing in the language, and what was meant by them: quotes of other kinds, `&&`, `#`, `;`. Each kind
 * is told of once. What was meant takes their place, so that the rest of the text can be read.
 */
import { createTokenInstance, type ILexingError, type IToken, type TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import { unknownCharacter } from './errors.js';

export interface Readable {
  readonly tokens: readonly IToken[];
  readonly problems: readonly Diagnostic[];
  /** Where characters were left out: what stands around them may not be what was meant. */
  readonly holes: readonly number[];
}

/** @param lexed tokens and errors of the whole text */
export function withSlips(
  file: string,
  text: string,
  lexed: { readonly tokens: readonly IToken[]; readonly errors: readonly ILexingError[] },
): Readable {
  const made: IToken[] = [];
  const covered: Covered[] = [];
  const problems: Diagnostic[] = [];
  const holes: number[] = [];
  const told = new Set<string>();
  for (const { offset, length, line = 1 } of lexed.errors) {
    if (offset < (covered.at(-1)?.end ?? 0)) continue;
    const characters = text.slice(offset, offset + length);
    const slip = slipAt(text, offset, characters);
    const end = slip?.end ?? offset + length;
    const key = slip ? slip.hint : characters;
    if (!told.has(key)) {
      const at: Span = { file, start: offset, end: Math.max(end, offset + length) };
      const fix = slip?.fix === undefined ? undefined : { at: { ...at, end: slip.fix.end }, text: slip.fix.text };
      const problem = unknownCharacter({ characters: shown(characters, slip), hint: slip?.hint }, spanOf(at, slip));
      problems.push(fix ? { ...problem, fix } : problem);
    }
    told.add(key);
    if (slip) covered.push({ start: offset, end });
    if (!slip || slip.lost) holes.push(offset);
    if (slip?.token) made.push(tokenAt(slip.token, slip.image ?? '', line, offset, end));
  }
  const kept = outside(lexed.tokens, covered);
  const tokens = [...kept, ...made].sort((a, b) => a.startOffset - b.startOffset);
  return { tokens, problems, holes };
}

interface Covered {
  readonly start: number;
  readonly end: number;
}

interface Slip extends Covered {
  readonly hint: string;
  readonly token?: TokenType;
  readonly image?: string;
  readonly fix?: { readonly end: number; readonly text: string };
  /** True where the whole covered text is what the message is about. */
  readonly whole: boolean;
  /** What stands around it is not what was meant, either. */
  readonly lost?: boolean;
}

const spanOf = (at: Span, slip: Slip | undefined): Span => (slip?.whole === false ? { ...at, end: at.start + 1 } : at);
const shown = (characters: string, slip: Slip | undefined): string =>
  slip?.whole === false ? characters.slice(0, 1) : characters;

const otherQuotes: Readonly<Record<string, string>> = { "'": "'", '`': '`', '“': '”', '„': '“', '«': '»', '‘': '’' };
const words: Readonly<Record<string, readonly [TokenType, string]>> = {
  '&&': [t.And, 'and'],
  '&': [t.And, 'and'],
  '||': [t.Or, 'or'],
  '|': [t.Or, 'or'],
  '!': [t.Not, 'not'],
  '≤': [t.LessEqual, '<='],
  '≥': [t.GreaterEqual, '>='],
  '≠': [t.NotEqual, '!='],
  '–': [t.Minus, '-'],
  '−': [t.Minus, '-'],
  '×': [t.Star, '*'],
};

function slipAt(text: string, start: number, characters: string): Slip | undefined {
  const [first = ''] = characters;
  const lineEnd = endOfLine(text, start);
  const close = otherQuotes[first];
  if (close !== undefined) {
    const end = text.slice(start + 1, lineEnd).lastIndexOf(close) + start + 2;
    const inner = text.slice(start + 1, end - 1);
    if (end <= start + 1 || inner.includes('"') || inner.includes('\\')) return undefined;
    const image = `"${inner}"`;
    return {
      start,
      end,
      hint: 'Texts stand between `"` and `"`.',
      token: t.Text,
      image,
      fix: { end, text: image },
      whole: false,
    };
  }
  if (first === '#')
    return {
      start,
      end: lineEnd,
      hint: 'A comment begins with `//`.',
      fix: { end: start + 1, text: '//' },
      whole: false,
    };
  if (first === '?')
    return { start, end: start + 1, hint: 'Texts stand between `"` and `"`.', whole: false, lost: true };
  if (first === ';' && inBrackets(text, start))
    return {
      start,
      end: start + 1,
      hint: 'Write `,`.',
      token: t.Comma,
      image: ',',
      fix: { end: start + 1, text: ',' },
      whole: true,
    };
  if (first === ';')
    return {
      start,
      end: start + 1,
      hint: 'Lines need no end: leave it out.',
      fix: { end: start + 1, text: '' },
      whole: false,
    };
  const word = words[characters];
  if (!word) return undefined;
  const end = start + characters.length;
  return {
    start,
    end,
    hint: `Write \`${word[1]}\`.`,
    token: word[0],
    image: word[1],
    fix: { end, text: word[1] },
    whole: true,
  };
}

/** Whether a bracket of the same line is open: what stands there is a list. */
function inBrackets(text: string, at: number): boolean {
  let open = 0;
  for (const character of text.slice(text.lastIndexOf('\n', at) + 1, at)) {
    if ('({'.includes(character)) open++;
    if (')}'.includes(character)) open--;
  }
  return open > 0;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' && line > from ? line - 1 : line;
}

/** Tokens that no slip covers; both are in the order of the text. */
function outside(tokens: readonly IToken[], covered: readonly Covered[]): readonly IToken[] {
  let next = 0;
  return tokens.filter(({ startOffset }) => {
    while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= startOffset) next++;
    return startOffset < (covered[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

/** A token in the place of what was written; a fixed word takes as much room as was there. */
function tokenAt(type: TokenType, image: string, line: number | undefined, start: number, end: number): IToken {
  return createTokenInstance(type, image, start, Math.max(end - 1, start - 1), line ?? 1, line ?? 1, 1, 1);
}
