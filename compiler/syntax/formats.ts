/** Concrete tree -> AST, for named shares: `formats open 40%, choice 60%`. */
import type { CstNode } from 'chevrotain';
import type * as ast from './ast.js';
import { maybeToken, name, node, nodes, type Origin, spanOf, token } from './concrete.js';
import { number } from './expression.js';

export const share = (cst: CstNode, at: Origin): ast.Share => ({
  name: name(token(cst, 'name'), at),
  share: number(node(cst, 'share'), at),
});

export function formats(cst: CstNode, at: Origin): ast.FormatsSetting {
  return {
    all: maybeToken(cst, 'all') !== undefined,
    shares: nodes(cst, 'share').map((c) => share(c, at)),
    span: spanOf(cst, at),
  };
}
