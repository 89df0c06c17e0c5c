/** The small changes that may be meant where a piece of text cannot be read, the likeliest first. */
import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { spanOfToken } from './concrete.js';
import { entityWords, imageOf } from './starts.js';

export interface Repair {
  /** The piece as it would be. */
  readonly tokens: readonly IToken[];
  readonly hint: string;
  /** Left out where something else may be meant. */
  readonly fix?: Fix;
  /** What the message is about, if not what was not expected. */
  readonly culprit?: IToken;
  /** What belongs in the culprit's place, if not what may follow the whole. */
  readonly expected?: readonly string[];
}

/** The word that a name was probably meant to be. */
export function misspelt(token: IToken, words: readonly TokenType[]): TokenType | undefined {
  if (token.tokenType !== t.Identifier || token.image.length < 3) return undefined;
  const meant = suggest(token.image, words.map(imageOf));
  const found = words.find((w) => imageOf(w) === meant);
  return found && Math.abs(imageOf(found).length - token.image.length) <= 1 ? found : undefined;
}

/** The same token as a word of the language. */
export function retyped(token: IToken, type: TokenType): IToken {
  const { startOffset, endOffset, startLine, endLine } = token;
  return createTokenInstance(type, imageOf(type), startOffset, endOffset ?? 0, startLine ?? 1, endLine ?? 1, 1, 1);
}

/** A token of no extent, between two others. */
export function invented(type: TokenType, image: string, offset: number, line: number): IToken {
  return createTokenInstance(type, image, offset, offset - 1, line, line, 1, 1);
}

/** Words that stand inside of clauses. */
const insideWords: readonly TokenType[] = [
  ...[t.When, t.Then, t.Else, t.With, t.Least, t.Greatest, t.Rank, t.From, t.At, t.Toward, t.Turned, t.By, t.Per, t.In],
  ...[t.And, t.Or, t.Not, t.Where, t.Is, t.About, t.Near, t.Statements, t.Choices, t.Only, t.Except, t.Says, t.Say],
];

const insertions: readonly (readonly [TokenType, string])[] = [
  ...([t.Comma, t.CloseParen, t.CloseBrace, t.OpenParen, t.OpenBrace, t.Equal] as const).map(
    (type, i) => [type, [',', ')', '}', '(', '{', '='][i] ?? ''] as const,
  ),
  [t.When, 'when'],
];

/** How far before what was not expected a misspelt word is looked for. */
const farthest = 12;

/** Constructs that have an `=` of their own. */
const defining: readonly TokenType[] = [t.Let, t.Source, t.Fact, t.Relation];

/** @param where the token that was not expected; the length of the tokens, where more was */
export function* repairs(tokens: readonly IToken[], where: number, file: string): Generator<Repair> {
  const [first] = tokens;
  if (!first) return;
  const span = (token: IToken): Fix['at'] => spanOfToken(token, { file, offset: 0 });
  const change = (from: number, to: number, put: readonly IToken[]): readonly IToken[] => [
    ...tokens.slice(0, from),
    ...put,
    ...tokens.slice(to),
  ];
  const without = (i: number, token: IToken): Repair => ({
    tokens: change(i, i + 1, []),
    hint: 'Leave it out.',
    fix: { at: span(token), text: '' },
  });
  const filler = fillerIn(tokens);
  if (filler) yield { ...without(1, filler), culprit: filler };
  // The word itself may have been read as part of something else.
  for (let i = where; i > Math.max(0, where - farthest); i--) {
    const token = tokens[i];
    const meant = token && meantInside(token, first);
    if (!token || !meant) continue;
    const hint = meant.sure ? `Write \`${imageOf(meant.type)}\`.` : `Did you mean \`${imageOf(meant.type)}\`?`;
    yield {
      tokens: change(i, i + 1, [retyped(token, meant.type)]),
      hint,
      fix: { at: span(token), text: imageOf(meant.type) },
      ...(i === where ? {} : { culprit: token }),
    };
  }
  const last = tokens[where - 1];
  const found = tokens[where];
  for (const [type, image] of last ? insertions : []) {
    if (!last || (type === t.Equal && (found?.image === '(' || !defining.includes(first.tokenType)))) continue;
    if (type === t.When && first.tokenType !== t.Claim) continue;
    const { end } = span(last);
    yield {
      tokens: change(where, where, [invented(type, image, end, last.endLine ?? 1)]),
      hint: `A \`${image}\` is missing before it.`,
      fix: { at: { file, start: end, end }, text: image === 'when' ? ' when' : image },
    };
  }
  if (last?.tokenType === t.Comma && where > 1) yield { ...without(where - 1, last), hint: 'Leave out the comma.' };
  if (found && where > 0) yield without(where, found);
  const set = asSet(tokens, span);
  if (set) yield set;
  const kind = withKind(tokens);
  if (kind) yield kind;
}

/** `for a`, `for {a, b}` */
function withKind([first, second, ...more]: readonly IToken[]): Repair | undefined {
  if (first?.tokenType !== t.For || !second || entityWords.includes(second.image)) return undefined;
  const one = second.tokenType === t.Identifier;
  const kind = one ? 'object' : 'objects';
  const word = invented(t.Identifier, kind, second.startOffset, second.startLine ?? 1);
  return {
    tokens: [first, word, second, ...more],
    hint: `Say what is bound: \`for ${one ? `object ${second.image}` : 'objects {a, b}'}\`.`,
    culprit: second,
    expected: ['`object`', '`pixel`', '`category`', '`place`'],
  };
}

/** `if` in a claim is `when`; and words that are nearly one of the language. */
function meantInside(token: IToken, first: IToken): { readonly type: TokenType; readonly sure: boolean } | undefined {
  if (token.tokenType === t.If && first.tokenType === t.Claim) return { type: t.When, sure: true };
  const type = misspelt(token, insideWords);
  return type && { type, sure: false };
}

/** `for each object a` */
function fillerIn([first, second, third]: readonly IToken[]): IToken | undefined {
  if (first?.tokenType !== t.For || !second || !third) return undefined;
  return !entityWords.includes(second.image) && entityWords.includes(third.image) ? second : undefined;
}

/** `for objects a, b` */
function asSet(tokens: readonly IToken[], span: (token: IToken) => Fix['at']): Repair | undefined {
  const [first, kind, ...names] = tokens;
  const [opening, closing] = [names[0], names.at(-1)];
  if (first?.tokenType !== t.For || !kind || !entityWords.includes(kind.image) || !opening || !closing)
    return undefined;
  if (!names.every((n) => n.tokenType === t.Identifier || n.tokenType === t.Comma)) return undefined;
  const { start, file } = span(opening);
  const { end } = span(closing);
  const line = opening.startLine ?? 1;
  const text = `{${names.map((n) => (n.image === ',' ? ', ' : n.image)).join('')}}`;
  return {
    tokens: [first, kind, invented(t.OpenBrace, '{', start, line), ...names, invented(t.CloseBrace, '}', end, line)],
    hint: `Several are a set: \`${text}\`.`,
    fix: { at: { file, start, end }, text },
  };
}
