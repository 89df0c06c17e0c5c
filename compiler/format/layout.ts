/**
 * Blocks -> lines: what is indented, where empty lines stand, and what shares a line with its braces.
 * One empty line stands around every task and level; elsewhere at most one, where there was one.
 */
import type { Item } from './items.js';
import type { Block, Statement } from './structure.js';
import { type Line, wordLines } from './word-lines.js';

const STEP = 2;

export function layOut(block: Block, indent = 0): readonly Line[] {
  const lines = block.statements.flatMap((statement, index) => {
    const before = block.statements[index - 1];
    const leading = commentLines(statement.leading, indent);
    const [first, ...others] = [...leading, ...bodyLines(statement, block, indent)];
    if (first === undefined) return [];
    if (before === undefined) return [{ ...first, spaced: false }, ...others];
    const around = statement.block !== undefined || before.block !== undefined;
    const apart = [first, ...others].slice(0, leading.length + 1).some(({ spaced }) => spaced);
    return [{ ...first, spaced: first.spaced || (around && !apart) }, ...others];
  });
  const [first, ...others] = commentLines(block.rest, indent);
  if (first === undefined) return lines;
  return [...lines, { ...first, spaced: first.spaced && lines.length > 0 }, ...others];
}

function commentLines(comments: readonly Item[], indent: number): readonly Line[] {
  return comments.map(({ text, breaks }) => ({
    text: ' '.repeat(indent) + text,
    comment: undefined,
    spaced: breaks > 1,
  }));
}

function bodyLines(statement: Statement, { place }: Block, indent: number): readonly Line[] {
  const words = wordLines(statement, place, indent);
  const { block, closing } = statement;
  if (block === undefined) return words;
  const comment = closing[0]?.text;
  const inLine = contentInLine(block);
  const [head] = words;
  if (inLine !== undefined && head !== undefined && words.length === 1 && head.comment === undefined) {
    return [{ ...head, text: head.text + inLine, comment }];
  }
  const close = { text: `${' '.repeat(indent)}}`, comment, spaced: false };
  return [...words, ...layOut(block, indent + STEP), close];
}

/** `level 1 "Objects" { use height }` may stay in one line, and what holds nothing does. */
function contentInLine({ statements, rest, inLine }: Block): string | undefined {
  if (rest.length > 0) return undefined;
  if (statements.length === 0) return '}';
  if (!inLine || statements.some(({ items, block }) => items[0]?.text !== 'use' || block !== undefined))
    return undefined;
  const uses = statements.flatMap((statement) => wordLines(statement, 'level', 0)).map(({ text }) => text);
  return ` ${uses.join(' ')} }`;
}
