/** Words that other languages have for what is called otherwise here: what is meant by them is known. */
import type { TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';

const table = (entries: readonly (readonly [TokenType, string])[]): ReadonlyMap<string, TokenType> =>
  new Map(entries.flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)));

/** Where a clause begins. */
export const clausesOtherwise = table([
  [t.For, 'bind given foreach'],
  [t.Let, 'def define var const set'],
  [t.Where, 'filter require condition guard such'],
  [t.Take, 'limit sample keep'],
  [t.Ask, 'question questions prompt query'],
  [t.Answer, 'reply response result return returns output'],
  [t.Choices, 'choice options option distractors alternatives'],
  [t.Claim, 'statement assert'],
  [t.Reason, 'explanation explain because rationale'],
]);

/** Behind `with`, `by` and a rank. */
export const extremesOtherwise = table([
  [t.Greatest, 'most max maximum maximal highest largest biggest longest tallest farthest'],
  [t.Least, 'min minimum minimal lowest smallest fewest shortest nearest closest'],
]);

/** Before a bracket. */
export const quantifiersOtherwise = table([
  [t.Any, 'exists exist some has'],
  [t.All, 'every forall each'],
  [t.Count, 'number sum len size'],
]);

/** Numbers that are written as words. */
export const numbersOtherwise: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
);
