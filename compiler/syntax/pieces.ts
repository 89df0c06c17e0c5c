/**
 * One clause or declaration at a time: read as it is, or with the smallest change that makes it readable. What is changed
 * is told once; what no change helps is left out.
 */
import type { CstNode, IRecognitionException, IToken, TokenType } from 'chevrotain';
import { For, Identifier } from '../../grammar/tokens.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Origin, spanOfToken } from './concrete.js';
import { clausesOtherwise } from './otherwise.js';
import { expectedBy, notExpected, parser } from './parser.js';
import { withNames } from './renamed.js';
import { misspelt, retyped } from './repair.js';
import { repairs } from './repairs.js';
import { clauseWords, type DeclarationRule, imageOf } from './starts.js';

export type Rule = DeclarationRule | 'clause' | 'useTasks';

export interface Piece {
  readonly rule: Rule;
  readonly tokens: readonly IToken[];
  /** What stands behind it; undefined at the end of the text. */
  readonly next: IToken | undefined;
}

export interface Reading {
  readonly read: readonly { readonly rule: Rule; readonly cst: CstNode }[];
  readonly problem: Diagnostic | undefined;
  /** How many of the tokens were read; what is left stands on its own. */
  readonly upTo: number;
  /** Tokens of what could not be read. */
  readonly lost: readonly IToken[];
}

/** What is longer is not repaired: every try reads it anew. */
const mostRepaired = 300;

/**
 * @param text  of the file: where it ends is where a piece at its end breaks off
 * @param names words of the language that may be names here
 */
export function readPiece(written: Piece, at: Origin, text: string, names: ReadonlySet<string>): Reading {
  const asWords = run(written.rule, written.tokens);
  const renamed = !asWords.ok && written.tokens.some((token) => names.has(token.image));
  // The first token is what makes it this piece.
  const [first, ...more] = written.tokens;
  const piece = renamed && first ? { ...written, tokens: [first, ...withNames(more, names)] } : written;
  const plain = renamed ? run(piece.rule, piece.tokens) : asWords;
  if (plain.ok)
    return { read: [{ rule: piece.rule, cst: plain.cst }], problem: undefined, upTo: piece.tokens.length, lost: [] };
  const told = problemOf(plain.error, piece, at, text);
  const lost: Reading = { read: [], problem: told, upTo: piece.tokens.length, lost: piece.tokens };
  if (piece.tokens.length > mostRepaired) return lost;
  const where = indexOf(plain.error, piece.tokens);
  return (
    misspeltClause(piece, where, at, text) ?? repaired(piece, where, told, at, text) ?? beginning(piece, where) ?? lost
  );
}

/** A declaration that is whole, and something behind it. */
function beginning({ rule, tokens }: Piece, where: number): Reading | undefined {
  if (rule === 'clause' || where === 0 || where >= tokens.length) return undefined;
  const made = run(rule, tokens.slice(0, where));
  return made.ok ? { read: [{ rule, cst: made.cst }], problem: undefined, upTo: where, lost: [] } : undefined;
}

type Run = { readonly ok: true; readonly cst: CstNode } | { readonly ok: false; readonly error: IRecognitionException };

function run(rule: Rule, tokens: readonly IToken[]): Run {
  parser.input = [...tokens];
  const cst = parser[rule]();
  const [error] = parser.errors;
  return error ? { ok: false, error } : { ok: true, cst };
}

/** The place of the token that was not expected; behind the last, where more was. */
function indexOf(error: IRecognitionException, tokens: readonly IToken[]): number {
  const found = tokens.findIndex((token) => token.startOffset === error.token.startOffset);
  return found < 0 ? tokens.length : found;
}

/** At the end of a piece what is found is what stands behind it. */
function problemOf(error: IRecognitionException, piece: Piece, at: Origin, text: string): Diagnostic {
  const atEnd = indexOf(error, piece.tokens) === piece.tokens.length;
  const token = atEnd && piece.next ? piece.next : error.token;
  const expected = expectedBy(error);
  return notExpected(token, expected.length > 0 ? expected : following(piece.rule), at, text, piece.tokens[0]?.image);
}

/** What may stand behind a whole piece. */
function following(rule: Rule): readonly string[] {
  if (rule === 'clause') return ['a clause', '`}`'];
  return rule === 'useTasks' ? ['`task`', '`use`', '`}`'] : ['a declaration', 'the end of the file'];
}

/** `… anwser d`: a word that begins a clause, misspelt, does not end the one before it. */
function misspeltClause(piece: Piece, where: number, at: Origin, text: string): Reading | undefined {
  if (piece.rule !== 'clause') return undefined;
  for (const [i, token] of piece.tokens.entries()) {
    const meant = i > 0 && i <= where ? clauseMeant(token) : undefined;
    if (!meant) continue;
    const before = run('clause', piece.tokens.slice(0, i));
    const after = run('clause', [retyped(token, meant), ...piece.tokens.slice(i + 1)]);
    if (!before.ok || !after.ok) continue;
    const told = notExpected(token, ['a clause'], at, text);
    const read = [before.cst, after.cst].map((cst) => ({ rule: piece.rule, cst }));
    const { length } = piece.tokens;
    return { read, problem: withWord(told, at, token, imageOf(meant)), upTo: length, lost: [] };
  }
  return undefined;
}

const clauseMeant = (token: IToken): TokenType | undefined =>
  misspelt(token, clauseWords) ?? (token.tokenType === Identifier ? clausesOtherwise.get(token.image) : undefined);

/** The problem, with the word in place of what was found. */
function withWord(problem: Diagnostic, at: Origin, token: IToken, word: string): Diagnostic {
  return { ...problem, hint: `Did you mean \`${word}\`?`, fix: { at: spanOfToken(token, at), text: word } };
}

/** The first change after which all is read. */
function repaired(
  { rule, tokens }: Piece,
  where: number,
  told: Diagnostic,
  at: Origin,
  text: string,
): Reading | undefined {
  for (const { tokens: changed, hint, fix, guessed, culprit, expected } of repairs(tokens, where, told.at.file)) {
    const made = run(rule, changed);
    if (!made.ok) continue;
    const found = culprit ? notExpected(culprit, expected ?? following(rule), at, text) : told;
    const problem = { ...found, ...(hint === undefined ? {} : { hint }), ...(fix === undefined ? {} : { fix }) };
    // A message about what was guessed would be a second one about the same mistake. What `for` binds has no values.
    if (guessed && hasValues(rule, tokens)) return { read: [], problem, upTo: tokens.length, lost: tokens };
    return { read: [{ rule, cst: made.cst }], problem, upTo: tokens.length, lost: [] };
  }
  return undefined;
}

const hasValues = (rule: Rule, [first]: readonly IToken[]): boolean =>
  rule === 'fact' || rule === 'relation' || (rule === 'clause' && first?.tokenType !== For);
