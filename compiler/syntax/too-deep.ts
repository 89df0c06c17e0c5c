/**
 * What is nested too deeply to be read: by brackets, or by the operators and words of one clause. Every later stage walks
 * down the tree of an expression, so that this bounds the stack of all of them.
 */
import type { IToken, TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import { clauseWords, declarationWords, firstOnLine } from './starts.js';

/** Far more than anybody writes by hand, far less than exhausts the stack. */
const mostBrackets = 40;
const mostOperators = 400;

export interface TooDeep {
  readonly token: IToken;
  readonly most: number;
}

/** The first token that is nested too deeply. */
export function tooDeepAt(tokens: readonly IToken[]): TooDeep | undefined {
  let brackets = 0;
  let parentheses = 0;
  let operators = 0;
  for (const [i, token] of tokens.entries()) {
    const type = token.tokenType;
    if (type === t.OpenParen || type === t.OpenBrace) brackets++;
    else if (type === t.CloseParen || type === t.CloseBrace) brackets--;
    if (type === t.OpenParen) parentheses++;
    else if (type === t.CloseParen) parentheses--;
    else if (outer.has(type)) parentheses = operators = 0;
    // A `where` in brackets is part of a count; at the beginning of a line a bracket was forgotten.
    else if (inner.has(type) && (parentheses <= 0 || firstOnLine({ before: tokens[i - 1], here: token })))
      operators = 0;
    else if (!flat.has(type)) operators++;
    if (brackets > mostBrackets) return { token, most: mostBrackets };
    if (operators > mostOperators) return { token, most: mostOperators };
  }
  return undefined;
}

const outer: ReadonlySet<TokenType> = new Set([t.Level, t.Task, ...declarationWords]);
const inner: ReadonlySet<TokenType> = new Set(clauseWords);

/** What nests nothing: however many of these follow one another, they stand side by side. */
const flat: ReadonlySet<TokenType> = new Set([
  ...[t.Identifier, t.NumberToken, t.Text, t.OpenText, t.Percent],
  ...[t.Comma, t.Colon, t.DotDot, t.OpenParen, t.CloseParen, t.OpenBrace, t.CloseBrace],
]);
