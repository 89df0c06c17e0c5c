/** typed -> IR, for conditions: three values each, unknown being NULL. The margins are those of the typed tree. */
import type * as typed from '../check/typed.js';
import { and, apply, bool, int, isTrue, not, or, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { calledExpression } from './called.js';
import { exact, lessThan, valueKnown } from './compare.js';
import { lower, lowerScalar } from './expression.js';
import { blocked } from './geometry.js';
import { renamed, type Scope } from './scope.js';
import { exists } from './sets.js';
import { scalar, type Value } from './value.js';

type Condition = Extract<
  typed.Expression,
  {
    kind:
      | ('agree' | 'less' | 'about' | 'exact' | 'and' | 'or' | 'not')
      | ('known' | 'called' | 'relation' | 'blocks' | 'exists');
  }
>;

export function lowerCondition(e: Condition, scope: Scope): Value {
  switch (e.kind) {
    case 'agree':
      return scalar(apply('agree', 'bool', ...e.conditions.map((c) => lowerScalar(c, scope))));
    case 'less':
      return scalar(less(e, scope));
    case 'about':
      return scalar(about(e, scope));
    case 'exact':
      return scalar(exact(e.operator, lower(e.left, scope), lower(e.right, scope)));
    case 'and':
      return scalar(and(lowerScalar(e.left, scope), lowerScalar(e.right, scope)));
    case 'or':
      return scalar(or(lowerScalar(e.left, scope), lowerScalar(e.right, scope)));
    case 'not':
      return scalar(not(lowerScalar(e.of, scope)));
    case 'known':
      return scalar(known(e.of, scope));
    case 'called':
      return scalar(calledExpression((name) => scope.column(e.thing, name), lowerScalar(e.category, scope)));
    case 'relation':
      return related(e, scope);
    case 'blocks':
      return scalar(blocked(e, scope));
    case 'exists':
      return scalar(exists(e, scope));
  }
}

/** A relation is its body, its two sides put in. */
function related({ relation, left, right }: Extract<typed.Expression, { kind: 'relation' }>, scope: Scope): Value {
  const sides = new Map([
    [relation.left, left],
    [relation.right, right],
  ]);
  return lower(relation.body, renamed(scope, sides));
}

function known(e: typed.Expression, scope: Scope): Expression {
  return isTrue(valueKnown(lower(e, scope)));
}

/** Operands are read several times: each gets a column of its own. */
function about({ left, right, margin }: Extract<typed.Expression, { kind: 'about' }>, scope: Scope): Expression {
  const shared = (side: typed.Expression): Expression => scope.share(lowerScalar(side, scope));
  return apply('about', 'bool', shared(left), shared(right), int(margin.absolute), int(margin.relativePpm));
}

function less(e: Extract<typed.Expression, { kind: 'less' }>, scope: Scope): Expression {
  const left = lower(e.left, scope);
  const right = lower(e.right, scope);
  const margin = e.margin.absolute;
  if (left.kind !== 'range' || right.kind !== 'range') return lessThan(left, right, e.margin, scope);
  const clear = (a: Expression, b: Expression): Expression => apply('clear', 'bool', a, b, int(margin));
  return when([
    [clear(left.high, right.low), bool(true)],
    [clear(right.high, left.low), bool(false)],
  ]);
}
