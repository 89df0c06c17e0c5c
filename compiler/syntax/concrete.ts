/**
 * Reading chevrotain's concrete tree: typed access to labelled children, and spans.
 * After recovery a child may be missing; `Missing` ends the construct that needed it (the parser has already told).
 */
import type { CstElement, CstNode, IToken } from 'chevrotain';
import type { Span } from '../diagnostics/span.js';
import type * as ast from './ast.js';

/** Thrown while building a construct whose text could not be read; caught where recovery resumes. */
export class Missing extends Error {}

const isNode = (element: CstElement): element is CstNode => 'children' in element;
const isWritten = (element: CstElement): element is IToken => !isNode(element) && !Number.isNaN(element.startOffset);
const none: readonly never[] = [];

export function nodes(parent: CstNode, label: string): readonly CstNode[] {
  return parent.children[label]?.filter(isNode) ?? none;
}

/** Those that were written: recovery may add tokens that stand nowhere. */
export function tokens(parent: CstNode, label: string): readonly IToken[] {
  return parent.children[label]?.filter(isWritten) ?? none;
}

export function maybeNode(parent: CstNode, label: string): CstNode | undefined {
  return parent.children[label]?.find(isNode);
}

export function maybeToken(parent: CstNode, label: string): IToken | undefined {
  return parent.children[label]?.find(isWritten);
}

export function node(parent: CstNode, label: string): CstNode {
  const found = maybeNode(parent, label);
  if (!found || found.recoveredNode) throw new Missing(label);
  return found;
}

export function token(parent: CstNode, label: string): IToken {
  const found = maybeToken(parent, label);
  if (!found) throw new Missing(label);
  return found;
}

/** Where spans are counted from: holes are parsed on their own and lie inside a text. */
export interface Origin {
  readonly file: string;
  readonly offset: number;
  /** Words of the language that are names in this text: told, and read as such. */
  readonly names?: ReadonlySet<string>;
}

export function spanOfToken(found: IToken, origin: Origin): Span {
  const start = origin.offset + found.startOffset;
  return { file: origin.file, start, end: origin.offset + (found.endOffset ?? found.startOffset) + 1 };
}

export function spanOf(parent: CstNode, origin: Origin): Span {
  const { location } = parent;
  if (location?.endOffset !== undefined && location.endOffset >= location.startOffset)
    return {
      file: origin.file,
      start: origin.offset + location.startOffset,
      end: origin.offset + location.endOffset + 1,
    };
  return walkedSpan(parent, origin);
}

/** Where recovery has put in tokens that stand nowhere, the parser's own location is none. */
function walkedSpan(parent: CstNode, origin: Origin): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  const visit = (element: CstElement): void => {
    if (isNode(element)) {
      for (const child of Object.values(element.children).flat()) visit(child);
    } else if (!Number.isNaN(element.startOffset)) {
      start = Math.min(start, element.startOffset);
      end = Math.max(end, (element.endOffset ?? element.startOffset) + 1);
    }
  };
  visit(parent);
  if (end < start) return { file: origin.file, start: origin.offset, end: origin.offset };
  return { file: origin.file, start: origin.offset + start, end: origin.offset + end };
}

export function name(found: IToken, origin: Origin): ast.Name {
  return { text: found.image, span: spanOfToken(found, origin) };
}

/** Children of several labels in the order they were written. */
export function inOrder(parent: CstNode, origin: Origin): readonly CstNode[] {
  const written = Object.values(parent.children).flat().filter(isNode);
  if (written.length < 2) return written;
  return written.sort((a, b) => spanOf(a, origin).start - spanOf(b, origin).start);
}
