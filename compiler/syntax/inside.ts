/**
 * Words that begin a clause in one place and stand inside of one in another. `where` is the condition of a range, too, as in
 * `count(object x where …)`, and `reason for x in {a, b}` binds. What stands before the word decides; where that is broken,
 * an open parenthesis does.
 */
import type { IToken, TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import { entityWords } from './starts.js';

/** Words before the variable of a range: `the x in xs`, `count(x in xs`. */
const openers: readonly TokenType[] = [t.OpenParen, t.The, t.Other, t.Count, t.Any, t.All];

/**
 * Whether the word at `i` belongs to the clause that begins at `from`.
 *
 * @param from where that clause begins
 */
export function isInner(tokens: readonly IToken[], from: number, i: number): boolean {
  const here = tokens[i];
  if (here?.tokenType === t.For) return tokens[from]?.tokenType === t.Reason && tokens[i + 2]?.tokenType === t.In;
  // What `for` binds has no condition of its own.
  if (here?.tokenType !== t.Where || i === from || tokens[from]?.tokenType === t.For) return false;
  if (endsRange(tokens, i - 1)) return true;
  const sameLine = (tokens[i - 1]?.endLine ?? 0) >= (here.startLine ?? 0);
  return sameLine && open(tokens, from, i) > 0;
}

/** `object x`, `x in xs`, `x in {a, b}`, `x in orders of xs`. */
function endsRange(tokens: readonly IToken[], last: number): boolean {
  const entity = tokens[last - 1];
  if (entity && entityWords.includes(entity.image)) return true;
  let i = last;
  if (tokens[i]?.tokenType === t.CloseBrace) while (i >= 0 && tokens[i]?.tokenType !== t.OpenBrace) i--;
  while (i > 0 && last - i < 40 && tokens[i]?.tokenType !== t.In) {
    if (i < last && !inSet.includes(tokens[i]?.tokenType ?? t.Where)) return false;
    i--;
  }
  const before = tokens[i - 2];
  return tokens[i]?.tokenType === t.In && before !== undefined && openers.includes(before.tokenType);
}

/** What a set is written with. */
const inSet: readonly TokenType[] = [t.OpenBrace, t.CloseBrace, t.Comma, t.Identifier, t.Orders];

/** How many parentheses are open. */
function open(tokens: readonly IToken[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const type = tokens[i]?.tokenType;
    if (type === t.OpenParen) count++;
    else if (type === t.CloseParen && count > 0) count--;
  }
  return count;
}
