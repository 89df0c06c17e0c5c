/** A small change that may be meant, and the tokens of which it is made. */
import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/suggest.js';
import { spanOfToken } from './concrete.js';
import { imageOf } from './starts.js';

export interface Repair {
  /** The piece as it would be. */
  readonly tokens: readonly IToken[];
  /** Left out, as the fix is, where something else may be meant. */
  readonly hint?: string;
  readonly fix?: Fix;
  /** The place of what is missing or too many is a guess: what is read then may mean something else. */
  readonly guessed?: true;
  /** What the message is about, if not what was not expected. */
  readonly culprit?: IToken;
  /** What belongs in the culprit's place, if not what may follow the whole. */
  readonly expected?: readonly string[];
}

/** A piece that cannot be read, and the place in it of the token that was not expected: its length, where more was. */
export interface Broken {
  readonly tokens: readonly IToken[];
  readonly where: number;
  readonly file: string;
}

export const is = (token: IToken | undefined, ...types: readonly TokenType[]): token is IToken =>
  token !== undefined && types.includes(token.tokenType);

/** Nothing stands between them. */
export const touching = (one: IToken | undefined, other: IToken | undefined): boolean =>
  one !== undefined && other !== undefined && (one.endOffset ?? one.startOffset) + 1 === other.startOffset;

/** From one token to another, both included. */
export function between(first: IToken, last: IToken, { file }: Broken): Fix['at'] {
  const origin = { file, offset: 0 };
  return { file, start: spanOfToken(first, origin).start, end: spanOfToken(last, origin).end };
}

/** The piece with other tokens in the place of some. */
export const changed = ({ tokens }: Broken, from: number, to: number, put: readonly IToken[]): readonly IToken[] => [
  ...tokens.slice(0, from),
  ...put,
  ...tokens.slice(to),
];

/** The word that a name was probably meant to be. */
export function misspelt(token: IToken, words: readonly TokenType[]): TokenType | undefined {
  if (token.tokenType !== t.Identifier || token.image.length < 3) return undefined;
  const meant = nearest(token.image, words.map(imageOf));
  const found = words.find((w) => imageOf(w) === meant);
  return found && Math.abs(imageOf(found).length - token.image.length) <= 1 ? found : undefined;
}

/** A token in the place of another. */
export function as(token: IToken, type: TokenType, image: string): IToken {
  const { startOffset, endOffset, startLine, endLine } = token;
  return createTokenInstance(type, image, startOffset, endOffset ?? startOffset, startLine ?? 1, endLine ?? 1, 1, 1);
}

/** The same token as a word of the language. */
export const retyped = (token: IToken, type: TokenType): IToken => as(token, type, imageOf(type));

/** A token of no extent, between two others. */
export function invented(type: TokenType, image: string, offset: number, line: number): IToken {
  return createTokenInstance(type, image, offset, offset - 1, line, line, 1, 1);
}

/** A token of no extent, before another. */
export const before = (token: IToken, type: TokenType, image: string): IToken =>
  invented(type, image, token.startOffset, token.startLine ?? 1);
