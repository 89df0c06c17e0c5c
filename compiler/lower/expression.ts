/** typed -> IR, for expressions. The formulas are those of docs/semantics.md sections 3 and 4. */
import type * as typed from '../check/typed.js';
import {
  absolute,
  add,
  and,
  apply,
  atMost,
  below,
  bool,
  divide,
  equal,
  int,
  isTrue,
  less,
  multiply,
  negate,
  not,
  or,
  real,
  subtract,
  text,
  toReal,
  when,
  where,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Quantity } from '../types/type.js';
import { wholePerUnit } from '../types/unit.js';
import { calledExpression } from './called.js';
import { fact, lowerSector, viewFrom } from './geometry.js';
import { centre } from './object-facts.js';
import { renamed, type Scope } from './scope.js';
import { minus, wholeLength } from './triple.js';
import { scalar, type Value } from './value.js';

export function lower(e: typed.Expression, scope: Scope): Value {
  switch (e.kind) {
    case 'number':
      return scalar(int(e.whole));
    case 'text':
    case 'enumeration':
      return scalar(text(e.value));
    case 'boolean':
      return scalar(bool(e.value));
    case 'entity':
      return e.entity.kind === 'category'
        ? scalar(scope.column(e.entity, 'category'))
        : { kind: 'entity', entity: e.entity };
    case 'let':
      return scope.valueOf(e.let);
    case 'fact':
      return fact(e.entity, e.fact.name, scope);
    case 'component':
      return scalar(component(lower(e.of, scope), e.component));
    case 'extents':
      throw new Error('SPQ904: extents have no value of their own');
    case 'extent':
      return extent(e, scope);
    case 'distance':
      return scalar(distance(e.from, e.to, scope));
    case 'sector':
      return scalar(lowerSector(e.sector, lower(e.of, scope), scope));
    case 'abs':
      return scalar(absolute(lowerScalar(e.of, scope)));
    case 'negative':
      return scalar(negate(lowerScalar(e.of, scope)));
    case 'arithmetic':
      return arithmetic(e, scope);
    case 'view':
      return viewFrom(e, lower(e.of, scope), scope);
    case 'agree':
      return scalar(apply('agree', 'bool', ...e.conditions.map((c) => lowerScalar(c, scope))));
    case 'less':
      return scalar(lowerLess(e, scope));
    case 'about':
      return scalar(
        apply(
          'about',
          'bool',
          shared(e.left, scope),
          shared(e.right, scope),
          int(e.margin.absolute),
          int(e.margin.relativePpm),
        ),
      );
    case 'exact':
      return scalar(exact(e, scope));
    case 'and':
      return scalar(and(lowerScalar(e.left, scope), lowerScalar(e.right, scope)));
    case 'or':
      return scalar(or(lowerScalar(e.left, scope), lowerScalar(e.right, scope)));
    case 'not':
      return scalar(not(lowerScalar(e.of, scope)));
    case 'called':
      return scalar(calledExpression((name) => scope.column(e.thing, name), lowerScalar(e.category, scope)));
    case 'relation':
      return lower(
        e.relation.body,
        renamed(
          scope,
          new Map([
            [e.relation.left, e.left],
            [e.relation.right, e.right],
          ]),
        ),
      );
    case 'if':
      return scalar(
        chosen(lowerScalar(e.condition, scope), lowerScalar(e.consequent, scope), lowerScalar(e.otherwise, scope)),
      );
    case 'pick':
      return pick(e, scope);
    case 'count':
      return scope.count(e);
    case 'error':
      throw new Error('SPQ904: a mistaken recipe reached lowering');
  }
}

/** The one expression of a value that has one: a count is its known value. */
export function lowerScalar(e: typed.Expression, scope: Scope): Expression {
  return scalarOf(lower(e, scope));
}

function scalarOf(value: Value): Expression {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'bounds') return known(value);
  throw new Error(`SPQ904: a ${value.kind} where one value is needed`);
}

export const known = ({ low, high }: { readonly low: Expression; readonly high: Expression }): Expression =>
  where(equal(low, high), low);

const chosen = (condition: Expression, a: Expression, b: Expression): Expression =>
  apply('if', a.type, condition, a, b);

/** Operands of a comparison are read several times: each gets a column of its own. */
const shared = (e: typed.Expression, scope: Scope): Expression => scope.share(lowerScalar(e, scope));

function component(value: Value, which: 'right' | 'up' | 'forward'): Expression {
  if (value.kind !== 'triple') throw new Error('SPQ904: a component of no vector');
  const plain = value[which];
  return value.level && which !== 'forward' ? where(value.level, plain) : plain;
}

/** As with components: a rolled camera has no right. */
function extent(e: Extract<typed.Expression, { kind: 'extent' }>, scope: Scope): Value {
  const end = (which: 'low' | 'high'): Expression => {
    const plain = scope.column(e.entity, `span_${e.component}_${which}`);
    return e.component === 'right' ? where(scope.column(e.entity, 'upright'), plain) : plain;
  };
  return { kind: 'range', low: end('low'), high: end('high') };
}

function distance(from: typed.Entity, to: typed.Entity, scope: Scope): Expression {
  const at = (entity: typed.Entity) => centre((name) => scope.column(entity, name));
  return scope.share(wholeLength(minus(at(to), at(from))));
}

function lowerLess(e: Extract<typed.Expression, { kind: 'less' }>, scope: Scope): Expression {
  const left = lower(e.left, scope);
  const right = lower(e.right, scope);
  const { absolute: margin, relativePpm } = e.margin;
  if (left.kind !== 'range' || right.kind !== 'range')
    return less(scope.share(scalarOf(left)), scope.share(scalarOf(right)), margin, relativePpm);
  const clear = (a: Expression, b: Expression): Expression => apply('clear', 'bool', a, b, int(margin));
  return when([
    [clear(left.high, right.low), bool(true)],
    [clear(right.high, left.low), bool(false)],
  ]);
}

/** Comparisons without a margin. Those of counts go by their bounds: 2..3 is surely less than 5. */
function exact(e: Extract<typed.Expression, { kind: 'exact' }>, scope: Scope): Expression {
  const [l, r] = [lower(e.left, scope), lower(e.right, scope)];
  const [left, right] = [bounds(l), bounds(r)];
  if (!left || !right) return plain(e.operator, scalarOf(l), scalarOf(r));
  if (left.low === left.high && right.low === right.high) return plain(e.operator, left.low, right.low);
  const decided = (yes: Expression, no: Expression): Expression =>
    when([
      [yes, bool(true)],
      [no, bool(false)],
    ]);
  switch (e.operator) {
    case '<':
      return decided(below(left.high, right.low), atMost(right.high, left.low));
    case '<=':
      return decided(atMost(left.high, right.low), below(right.high, left.low));
    case '=':
    case '!=': {
      const same = and(equal(left.low, left.high), equal(right.low, right.high), equal(left.low, right.low));
      const apart = or(below(left.high, right.low), below(right.high, left.low));
      return e.operator === '=' ? decided(same, apart) : decided(apart, same);
    }
  }
}

function bounds(value: Value): { readonly low: Expression; readonly high: Expression } | undefined {
  if (value.kind === 'bounds') return value;
  return value.kind === 'scalar' && value.value.type === 'int' ? { low: value.value, high: value.value } : undefined;
}

function plain(operator: '<' | '<=' | '=' | '!=', l: Expression, r: Expression): Expression {
  switch (operator) {
    case '<':
      return below(l, r);
    case '<=':
      return atMost(l, r);
    case '=':
      return equal(l, r);
    case '!=':
      return not(equal(l, r));
  }
}

/** Sums of whole numbers stay whole; products and quotients are taken to their own whole units. */
function arithmetic(e: Extract<typed.Expression, { kind: 'arithmetic' }>, scope: Scope): Value {
  const [left, right] = [lower(e.left, scope), lower(e.right, scope)];
  if (left.kind === 'triple' && right.kind === 'triple') {
    const level = left.level && right.level ? and(left.level, right.level) : (left.level ?? right.level);
    return {
      kind: 'triple',
      right: subtract(left.right, right.right),
      up: subtract(left.up, right.up),
      forward: subtract(left.forward, right.forward),
      level,
    };
  }
  const [l, r] = [scope.share(scalarOf(left)), scope.share(scalarOf(right))];
  if (e.operator === '+') return scalar(add(l, r));
  if (e.operator === '-') return scalar(subtract(l, r));
  const perUnit = (x: typed.Expression): number => wholePerUnit[quantityOf(x).dimension];
  const result = wholePerUnit[quantityOf(e).dimension];
  // In units, not whole units, the formula is the ordinary one; one factor takes the result to whole units.
  const factor =
    e.operator === '*' ? result / (perUnit(e.left) * perUnit(e.right)) : (result * perUnit(e.right)) / perUnit(e.left);
  const value = e.operator === '*' ? multiply(toReal(l), toReal(r)) : divide(toReal(l), toReal(r));
  return scalar(whole(multiply(value, real(factor))));
}

function quantityOf(e: typed.Expression): Quantity {
  if (e.type.kind === 'quantity') return e.type;
  throw new Error('SPQ904: arithmetic on no quantity');
}

/** The member clearly less (or greater) than every other; unknown where none is. */
function pick(e: Extract<typed.Expression, { kind: 'pick' }>, scope: Scope): Value {
  const by = e.members.map((member) => scope.share(lowerScalar(e.by, renamed(scope, new Map([[e.variable, member]])))));
  const beats = (a: Expression, b: Expression): Expression => {
    const [low, high] = e.most === 'least' ? [a, b] : [b, a];
    return isTrue(less(low, high, e.margin.absolute, e.margin.relativePpm));
  };
  const cases = by.map(
    (value, i) => [and(...by.flatMap((other, j) => (j === i ? [] : [beats(value, other)]))), int(i)] as const,
  );
  return { kind: 'member', members: e.members, index: when(cases) };
}
