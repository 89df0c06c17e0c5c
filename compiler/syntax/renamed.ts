/**
 * Words of the language that a task uses as names: `let count = …`. That is told once, where the name is given; wherever
 * else it stands it is then read as the name that it was meant to be.
 */
import { createTokenInstance, type IToken } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { type Origin, spanOfToken } from './concrete.js';
import { unexpected } from './errors.js';
import { around, entityWords, startsClause } from './starts.js';

const kinds: readonly string[] = [...entityWords, 'measure', 'component', 'frame'];
const none: ReadonlySet<string> = new Set();

/** Tells of each once, and gives them all. */
export function namesOf(tokens: readonly IToken[], at: Origin, report: Report): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (!isWord(token) || names.has(token.image) || !givesName(tokens, i)) continue;
    names.add(token.image);
    const hint = `\`${token.image}\` is a word of the language; take another name.`;
    report(unexpected({ found: `\`${token.image}\``, expected: ['a name'], hint }, spanOfToken(token, at)));
  }
  return names;
}

const isWord = (token: IToken): boolean => token.tokenType !== t.Identifier && /^[a-z]+$/.test(token.image);

/** `let K =`, `object K`, `objects {a, K}`: and not a clause that begins where a name was forgotten. */
function givesName(tokens: readonly IToken[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (next?.tokenType === t.Equal) return before?.tokenType === t.Let || before?.tokenType === t.Comma;
  const behind = next && around(tokens, i + 1);
  const ends = !behind || [t.Comma, t.CloseBrace, t.CloseParen, t.In].some((type) => type === next?.tokenType);
  const ended = ends || startsClause(behind, none);
  if (before && kinds.includes(before.image)) return ended && tokens[i - 2]?.image !== 'other';
  return ended && inNames(tokens, i);
}

/** Between the brackets of `objects {…}`. */
function inNames(tokens: readonly IToken[], i: number): boolean {
  let from = i - 1;
  while (tokens[from]?.tokenType === t.Comma || (from < i - 1 && isPlain(tokens[from]))) from--;
  if (from === i - 1 && tokens[from]?.tokenType !== t.OpenBrace && tokens[from]?.tokenType !== t.OpenParen)
    return false;
  const [open, kind] = [tokens[from], tokens[from - 1]];
  const opens = open?.tokenType === t.OpenBrace || open?.tokenType === t.OpenParen;
  return opens && kind !== undefined && kinds.includes(kind.image);
}

const isPlain = (token: IToken | undefined): boolean =>
  token !== undefined && (token.tokenType === t.Identifier || isWord(token) || token.tokenType === t.Comma);

/** The tokens with those names as names. */
export function withNames(tokens: readonly IToken[], names: ReadonlySet<string>): readonly IToken[] {
  return tokens.map((token) => {
    if (token.tokenType === t.Identifier || !names.has(token.image)) return token;
    const { image, startOffset, endOffset, startLine, endLine } = token;
    const end = endOffset ?? startOffset;
    return createTokenInstance(t.Identifier, image, startOffset, end, startLine ?? 1, endLine ?? 1, 1, 1);
  });
}
