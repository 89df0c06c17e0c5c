/** Concrete tree -> AST, for `perceive`: which operators fill which roles. */
import type { CstNode } from 'chevrotain';
import { join } from '../diagnostics/span.js';
import type * as ast from './ast.js';
import { maybeNode, maybeToken, name, node, nodes, type Origin, spanOf, token } from './concrete.js';
import { expression } from './expression.js';

export function perceive(cst: CstNode, at: Origin): ast.Perceive {
  return {
    source: name(token(cst, 'source'), at),
    roles: nodes(cst, 'perceived').map((role) => perceived(role, at)),
    span: spanOf(cst, at),
  };
}

function perceived(cst: CstNode, at: Origin): ast.PerceivedRole {
  return {
    role: name(token(cst, 'role'), at),
    operators: nodes(cst, 'operator').map((call) => ({
      callee: name(token(call, 'callee'), at),
      arguments: nodes(call, 'setting').map((given) => setting(given, at)),
      span: spanOf(call, at),
    })),
    span: spanOf(cst, at),
  };
}

function setting(cst: CstNode, at: Origin): ast.OperatorArgument {
  const label = maybeToken(cst, 'name');
  const low = expression(node(cst, 'value'), at);
  const end = maybeNode(cst, 'high');
  const high = end && expression(end, at);
  return {
    name: label && name(label, at),
    value: high ? { kind: 'range', low, high, span: join(low.span, high.span) } : low,
    span: spanOf(cst, at),
  };
}
