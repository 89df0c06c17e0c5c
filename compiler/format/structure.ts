/**
 * Tokens -> statements and the blocks they open. Only the first words of statements are known here (`words.ts`), so a
 * construct that this file never heard of is a part of the statement it stands in.
 */
import type { Item } from './items.js';
import { closes, endsOperand, opens } from './token-roles.js';
import { blocks, freelyWorded, openers, type Place } from './words.js';

export interface Block {
  readonly place: Place;
  readonly statements: readonly Statement[];
  /** Comments behind the last statement. */
  readonly rest: readonly Item[];
  /** True where it was written in the line of its opening brace. */
  readonly inLine: boolean;
}

export interface Statement {
  /** Comments on lines of their own, above the first token. */
  readonly leading: readonly Item[];
  /** Tokens up to the opening brace of the block, and the comments between and right behind them. */
  readonly items: readonly Item[];
  readonly block: Block | undefined;
  /** What stands on the line of the block's closing brace: a comment at most. */
  readonly closing: readonly Item[];
}

interface Cursor {
  readonly items: readonly Item[];
  at: number;
}

/** Deep nesting is for the caller to refuse: blocks are read by recursion. */
export function structureOf(items: readonly Item[]): Block {
  const cursor: Cursor = { items, at: 0 };
  const statements: Statement[] = [];
  for (;;) {
    const { statements: found, rest } = block(cursor, 'file');
    for (const one of found) statements.push(one);
    const stray = items[cursor.at];
    if (stray === undefined) return { place: 'file', statements, rest, inLine: false };
    // A closing brace that closes nothing; parsed recipes have none.
    statements.push({ leading: rest, items: [stray], block: undefined, closing: [] });
    cursor.at++;
  }
}

function block(cursor: Cursor, place: Place): Block {
  const from = cursor.at;
  const statements: Statement[] = [];
  for (;;) {
    const leading = take(cursor, isComment);
    const next = cursor.items[cursor.at];
    if (next === undefined || next.text === '}') {
      const held = cursor.items.slice(from, cursor.at + 1);
      const inLine = held.every(({ kind, breaks }) => kind !== 'comment' && breaks === 0);
      return { place, statements, rest: leading, inLine };
    }
    statements.push({ leading, ...statement(cursor, place) });
  }
}

function statement(cursor: Cursor, place: Place): Omit<Statement, 'leading'> {
  const items: Item[] = [];
  const tokens: Item[] = [];
  let depth = 0;
  // `the x where p with least f`: until its `with`, a `where` is no clause.
  let picking = false;
  for (;;) {
    const behind = nextToken(cursor);
    const token = cursor.items[behind];
    if (
      token === undefined ||
      (depth === 0 && (token.text === '}' || (!picking && begins(cursor, behind, tokens, place))))
    ) {
      move(cursor, onSameLine, items);
      return { items, block: undefined, closing: [] };
    }
    move(cursor, isComment, items);
    const inside = blocks.get(tokens[0]?.text ?? '');
    cursor.at++;
    items.push(token);
    if (token.text === '{' && depth === 0 && inside !== undefined) {
      move(cursor, onSameLine, items);
      const opened = block(cursor, inside);
      cursor.at++;
      return { items, block: opened, closing: take(cursor, onSameLine) };
    }
    tokens.push(token);
    if (depth === 0 && token.kind === 'keyword' && !isHead(tokens)) picking = isPicking(token, picking);
    if (opens(token)) depth++;
    if (closes(token)) depth--;
  }
}

/** Takes items as long as they are wanted. */
function take(cursor: Cursor, wanted: (item: Item) => boolean): readonly Item[] {
  const taken: Item[] = [];
  move(cursor, wanted, taken);
  return taken;
}

function move(cursor: Cursor, wanted: (item: Item) => boolean, to: Item[]): void {
  for (let item = cursor.items[cursor.at]; item !== undefined && wanted(item); item = cursor.items[cursor.at]) {
    to.push(item);
    cursor.at++;
  }
}

const isComment = ({ kind }: Item): boolean => kind === 'comment';
const onSameLine = ({ kind, breaks }: Item): boolean => kind === 'comment' && breaks === 0;

/** Where the next token stands, behind any comments. */
function nextToken({ items, at }: Cursor, from = at): number {
  let found = from;
  while (items[found]?.kind === 'comment') found++;
  return found;
}

/** Does the token at `behind` begin the next statement, outside of all brackets, after `tokens` of this one? */
function begins(cursor: Cursor, behind: number, tokens: readonly Item[], place: Place): boolean {
  const [first] = tokens;
  const token = cursor.items[behind];
  if (first === undefined || token === undefined) return false;
  const nextAt = nextToken(cursor, behind + 1);
  const next = cursor.items[nextAt];
  const afterNext = cursor.items[nextToken(cursor, nextAt + 1)];
  if (place === 'perceive') return token.kind === 'name' && next?.text === '=';
  if (token.kind !== 'keyword' || !openers[place].has(token.text)) return false;
  if (isHead(tokens) || !endsOperand(tokens, tokens.length - 1)) return false;
  // `mix level 0 10%`: a level has a title.
  if (token.text === 'level') return next?.kind === 'number' && afterNext?.kind === 'text';
  return true;
}

function isPicking({ text }: Item, before: boolean): boolean {
  if (text === 'the') return true;
  return text === 'with' ? false : before;
}

/** Is this a relation or fact of which only the words were read? */
function isHead(tokens: readonly Item[]): boolean {
  return freelyWorded.has(tokens[0]?.text ?? '') && !tokens.some(({ text }) => text === '=');
}
