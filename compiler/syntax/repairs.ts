/** The small changes that may be meant where a piece of text cannot be read, the likeliest first. */
import type { IToken, TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';
import { as, type Broken, before, between, changed, invented, is, misspelt, type Repair, retyped } from './repair.js';
import { repairsOfNumbers } from './repairs-of-numbers.js';
import { repairsOfOrder } from './repairs-of-order.js';
import { repairsOfSets } from './repairs-of-sets.js';
import { entityWords, imageOf } from './starts.js';

/** Words that stand inside of clauses. */
const insideWords: readonly TokenType[] = [
  ...[t.When, t.Then, t.Else, t.With, t.Least, t.Greatest, t.Rank, t.From, t.At, t.Toward, t.Turned, t.By, t.Per, t.In],
  ...[t.And, t.Or, t.Not, t.Where, t.Is, t.About, t.Near, t.Statements, t.Choices, t.Only, t.Except, t.Says, t.Say],
];

/** Marks and words that are forgotten, each with the clauses or constructs that may lack it. */
const insertions: readonly (readonly [TokenType, string, lacking?: readonly TokenType[]])[] = [
  [t.Comma, ','],
  [t.CloseParen, ')'],
  [t.CloseBrace, '}'],
  [t.OpenParen, '('],
  [t.OpenBrace, '{'],
  [t.Equal, '=', [t.Let, t.Source, t.Fact, t.Relation]],
  [t.When, 'when', [t.Claim]],
  [t.By, 'by', [t.Refer]],
  [t.Per, 'per', [t.Take]],
];

/** How far before what was not expected a misspelt word is looked for. */
const farthest = 12;

/** @param where the token that was not expected; the length of the tokens, where more was */
export function* repairs(tokens: readonly IToken[], where: number, file: string): Generator<Repair> {
  const broken: Broken = { tokens, where, file };
  const filler = fillerIn(tokens);
  if (filler) yield { ...without(broken, 1, filler), hint: 'Leave it out.', culprit: filler };
  yield* repairsOfNumbers(broken);
  yield* repairsOfOrder(broken);
  yield* spelling(broken);
  yield* repairsOfSets(broken);
  yield* unitName(broken);
  yield* missing(broken);
  const [last, found] = [tokens[where - 1], tokens[where]];
  if (is(last, t.Comma) && where > 1) yield { ...without(broken, where - 1, last), hint: 'Leave out the comma.' };
  if (found && where > 0) yield without(broken, where, found);
  const kind = withKind(tokens);
  if (kind) yield kind;
}

/** What means nothing where it is too many; all else may mean something, and is only left out so that the rest is read. */
const idle: readonly TokenType[] = [...[t.CloseParen, t.CloseBrace, t.Colon, t.Comma, t.Equal, t.The, t.Is, t.Percent]];

function without(broken: Broken, at: number, token: IToken): Repair {
  const tokens = changed(broken, at, at + 1, []);
  if (!is(token, ...idle) && at !== 1) return { tokens, guessed: true };
  return { tokens, guessed: true, hint: 'Leave it out.', fix: { at: between(token, token, broken), text: '' } };
}

/** `unit: %`: where a name is meant, what is none stands as a text. */
function* unitName(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const found = tokens[where];
  if (!is(found, t.Percent) || !is(tokens[where - 1], t.Colon)) return;
  const text = '"%"';
  const fix = { at: between(found, found, broken), text };
  yield { tokens: changed(broken, where, where + 1, [as(found, t.Text, text)]), hint: `Write \`${text}\`.`, fix };
}

/** Words that are nearly one of the language. The word itself may have been read as part of something else. */
function* spelling(broken: Broken): Generator<Repair> {
  const { tokens, where } = broken;
  const [first] = tokens;
  for (let i = where; first && i > Math.max(0, where - farthest); i--) {
    const token = tokens[i];
    const meant = token && meantInside(token, first);
    if (!token || !meant) continue;
    const image = imageOf(meant.type);
    yield {
      tokens: changed(broken, i, i + 1, [retyped(token, meant.type)]),
      hint: meant.sure ? `Write \`${image}\`.` : `Did you mean \`${image}\`?`,
      fix: { at: between(token, token, broken), text: image },
      ...(i === where ? {} : { culprit: token }),
    };
  }
}

/** `if` in a claim is `when`. */
function meantInside(token: IToken, first: IToken): { readonly type: TokenType; readonly sure: boolean } | undefined {
  if (is(token, t.If) && is(first, t.Claim)) return { type: t.When, sure: true };
  const type = misspelt(token, insideWords);
  return type && { type, sure: false };
}

function* missing(broken: Broken): Generator<Repair> {
  const { tokens, where, file } = broken;
  const [first, last, found] = [tokens[0], tokens[where - 1], tokens[where]];
  if (!first || !last) return;
  const { end } = between(last, last, broken);
  for (const [type, image, lacking] of insertions) {
    if ((lacking && !lacking.includes(first.tokenType)) || (type === t.Equal && is(found, t.OpenParen))) continue;
    const isWord = /^[a-z]/.test(image);
    yield {
      tokens: changed(broken, where, where, [invented(type, image, end, last.endLine ?? 1)]),
      guessed: true,
      hint: `A \`${image}\` is missing before it.`,
      fix: { at: { file, start: end, end }, text: isWord ? ` ${image}` : image },
    };
  }
  if (!is(found, t.Text, t.Identifier, t.NumberToken) || !tokens.slice(0, where).some((token) => is(token, t.If)))
    return;
  yield {
    tokens: changed(broken, where, where, [before(found, t.Then, 'then')]),
    hint: 'A `then` is missing before it.',
    fix: { at: { file, start: end, end }, text: ' then' },
  };
}

/** `for a`, `for {a, b}` */
function withKind([first, second, ...more]: readonly IToken[]): Repair | undefined {
  if (!is(first, t.For) || !second || entityWords.includes(second.image)) return undefined;
  const one = is(second, t.Identifier);
  const kind = one ? 'object' : 'objects';
  return {
    tokens: [first, before(second, t.Identifier, kind), second, ...more],
    hint: `Say what is bound: \`for ${one ? `object ${second.image}` : 'objects {a, b}'}\`.`,
    culprit: second,
    expected: ['`object`', '`pixel`', '`category`', '`place`'],
  };
}

/** `for each object a` */
function fillerIn([first, second, third]: readonly IToken[]): IToken | undefined {
  if (!is(first, t.For) || !second || !third) return undefined;
  return !entityWords.includes(second.image) && entityWords.includes(third.image) ? second : undefined;
}
