/**
 * Text -> tokens and comments in one row, each with the line breaks and spaces before it.
 * Comments are found in the gaps between tokens, so the lexer need not know that somebody reads them.
 */
import type { IToken } from 'chevrotain';
import { Identifier, keywordList, lexer, NumberToken, OpenText, Text } from '../../grammar/tokens.js';

export type ItemKind = 'name' | 'keyword' | 'text' | 'number' | 'symbol' | 'comment';

export interface Item {
  readonly kind: ItemKind;
  /** As written; a comment without the spaces behind it. */
  readonly text: string;
  /** Line breaks between this and what stands before it. */
  readonly breaks: number;
  /** True where anything stands between this and what is before it. */
  readonly apart: boolean;
}

/** Undefined where the text holds what is no token: then nothing is known of it. */
export function itemsOf(text: string): readonly Item[] | undefined {
  const { tokens, errors } = lexer.tokenize(text);
  if (errors.length > 0 || tokens.some((found) => found.tokenType === OpenText)) return undefined;
  const items: Item[] = [];
  let end = 0;
  for (const found of tokens) {
    const before = text.slice(end, found.startOffset);
    const { comments, rest } = commentsIn(before);
    for (const comment of comments) items.push(comment);
    items.push({ kind: kindOf(found), text: found.image, breaks: breaksIn(rest), apart: before !== '' });
    end = found.startOffset + found.image.length;
  }
  return items.concat(commentsIn(text.slice(end)).comments);
}

const keywords = new Set(keywordList);

function kindOf({ tokenType, image }: IToken): ItemKind {
  if (tokenType === Identifier) return 'name';
  if (tokenType === Text) return 'text';
  if (tokenType === NumberToken) return 'number';
  return keywords.has(image) ? 'keyword' : 'symbol';
}

/** The comments of a gap, and the space behind the last one. */
function commentsIn(gap: string): { readonly comments: readonly Item[]; readonly rest: string } {
  const comments: Item[] = [];
  let end = 0;
  for (const { 0: found, index } of gap.matchAll(/\/\/[^\r\n]*/g)) {
    comments.push({ kind: 'comment', text: found.trimEnd(), breaks: breaksIn(gap.slice(end, index)), apart: true });
    end = index + found.length;
  }
  return { comments, rest: gap.slice(end) };
}

function breaksIn(space: string): number {
  return space.match(/\r\n|\r|\n/g)?.length ?? 0;
}
