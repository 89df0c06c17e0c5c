/**
 * Where constructs begin: the words at which reading goes on after something that could not be read. Most words of the
 * language mean something else in other places, so that what stands around a word decides.
 */
import type { IToken, TokenType } from 'chevrotain';
import * as t from '../../grammar/tokens.js';

/** Words that begin a clause of a task. */
export const clauseWords: readonly TokenType[] = [
  ...[t.For, t.Let, t.Where, t.Take, t.Ask, t.Answer, t.Statements, t.Choices, t.Claim, t.Reason],
  ...[t.Refer, t.Formats, t.Balance, t.Weight],
];

/** Words that begin a declaration, and the rule that reads it. */
export const declarationRules = {
  import: 'importing',
  use: 'useFile',
  source: 'source',
  perceive: 'perceive',
  seed: 'seed',
  margin: 'margin',
  units: 'units',
  refer: 'refer',
  formats: 'formats',
  balance: 'balance',
  fact: 'fact',
  relation: 'relation',
  mix: 'mix',
  split: 'split',
  emit: 'emit',
} as const;
export type DeclarationRule = (typeof declarationRules)[keyof typeof declarationRules];

/** Words for what `for` binds. */
export const entityWords: readonly string[] = [
  ...['object', 'objects', 'pixel', 'pixels', 'place', 'places', 'category', 'categories'],
];

export const imageOf = (type: TokenType): string => type.name.replace('keyword-', '');

/** The token with its neighbours; none beyond the ends of the text. */
export interface Around {
  readonly before: IToken | undefined;
  readonly here: IToken;
  readonly next: IToken | undefined;
  readonly second: IToken | undefined;
}

export function around(tokens: readonly IToken[], i: number): Around | undefined {
  const here = tokens[i];
  return here && { before: tokens[i - 1], here, next: tokens[i + 1], second: tokens[i + 2] };
}

const is = (token: IToken | undefined, ...types: readonly TokenType[]): boolean =>
  token !== undefined && types.includes(token.tokenType);

export const firstOnLine = ({ before, here }: Pick<Around, 'before' | 'here'>): boolean =>
  before === undefined || (before.endLine ?? 0) < (here.startLine ?? 0);

/** After a dot or colon, before a colon: a word is a name there. */
const isName = ({ before, next }: Around): boolean => is(before, t.Dot, t.Colon) || is(next, t.Colon);

/** @param names words of the language that this task uses as names */
export function startsClause(place: Around, names: ReadonlySet<string>): boolean {
  const { before, here, next } = place;
  if (!clauseWords.includes(here.tokenType) || is(before, t.Dot, t.Colon)) return false;
  // `let answer = …` gives a name; `answer = …` is a slip.
  if (is(next, t.Equal) && is(before, t.Let, t.Comma)) return false;
  if (names.has(here.image) && !firstOnLine(place)) return false;
  if (is(before, t.Let, t.Task, t.Per)) return false;
  if (is(here, t.For)) return !is(before, t.Reason);
  if (is(here, t.Statements)) return !is(before, t.Choices);
  if (is(here, t.Choices)) return before?.image !== 'of';
  return !(is(here, t.Claim) && (is(next, t.NumberToken) || is(before, t.Comma, t.Formats)));
}

export function startsTask(place: Around): boolean {
  const { before, here, next, second } = place;
  if (!is(here, t.Task) || isName(place) || is(before, t.Per)) return false;
  return firstOnLine(place) || is(next, t.OpenBrace) || is(second, t.OpenBrace, t.Text);
}

export function startsLevel(place: Around): boolean {
  const { before, here, next, second } = place;
  if (!is(here, t.Level) || isName(place) || is(before, t.Mix, t.Comma)) return false;
  return is(next, t.NumberToken, t.Text, t.OpenBrace) || firstOnLine(place) || is(second, t.OpenBrace);
}

const followers: Readonly<Record<keyof typeof declarationRules, readonly TokenType[]>> = {
  import: [t.Text],
  use: [t.Text],
  source: [t.Identifier],
  perceive: [t.Identifier],
  seed: [t.NumberToken],
  margin: [t.Identifier],
  units: [t.Identifier],
  refer: [t.By],
  formats: [t.Identifier, t.All],
  balance: [t.Identifier, t.By],
  fact: [t.Identifier],
  relation: [t.OpenParen],
  mix: [t.Level],
  split: [t.Identifier],
  emit: [t.Identifier],
};

const isDeclarationWord = (image: string): image is keyof typeof declarationRules =>
  Object.hasOwn(declarationRules, image);

/** The words that begin declarations. */
export const declarationWords: readonly TokenType[] = [
  ...[
    t.Import,
    t.Use,
    t.Source,
    t.Perceive,
    t.Seed,
    t.Margin,
    t.Units,
    t.Refer,
    t.Formats,
    t.Balance,
    t.Fact,
    t.Relation,
    t.Mix,
    t.Split,
    t.Emit,
  ],
];

export function ruleOf(word: TokenType): DeclarationRule | undefined {
  const image = imageOf(word);
  return isDeclarationWord(image) ? declarationRules[image] : undefined;
}

/** The rule of the declaration that begins here; `refer`, `formats` and `balance` are clauses, too. */
export function startsDeclaration(place: Around): DeclarationRule | undefined {
  const { before, here, next, second } = place;
  if (here.tokenType === t.Identifier || !isDeclarationWord(here.image) || isName(place)) return undefined;
  if (is(before, t.By, t.Per, t.Task, t.Let) || is(next, t.Equal)) return undefined;
  // `for objects {a, b}, relation r in (…)`
  if (is(here, t.Relation) && (is(before, t.For, t.Comma) || is(second, t.In))) return undefined;
  const follows = followers[here.image].some((type) => is(next, type));
  return follows || firstOnLine(place) ? declarationRules[here.image] : undefined;
}

/** Where a level or task is left, even if its brace is missing. */
export function startsOutside(place: Around): boolean {
  if (startsLevel(place)) return true;
  const { here, next } = place;
  const rule = startsDeclaration(place);
  if (rule === undefined || rule === 'refer' || rule === 'formats' || rule === 'balance') return false;
  return rule !== 'useFile' || is(next, t.Text) || is(here, t.Import);
}
