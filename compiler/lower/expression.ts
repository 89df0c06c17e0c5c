/** typed -> IR, for expressions. The formulas are those of docs/semantics.md sections 3 and 4. */
import type * as typed from '../check/typed.js';
import {
  absolute,
  add,
  and,
  apply,
  bool,
  divide,
  int,
  isKnown,
  isTrue,
  multiply,
  negate,
  not,
  or,
  real,
  subtract,
  text,
  toReal,
  unknown,
  when,
  where,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Quantity } from '../types/type.js';
import { wholePerUnit } from '../types/unit.js';
import { calledExpression } from './called.js';
import { exact, lessThan, scalarOf, valueKnown } from './compare.js';
import { wordsOf } from './finite-words.js';
import { gap } from './gap.js';
import { angle, blocked, fact, lowerSector, needOf, placeOf, vectorLength, viewFrom } from './geometry.js';
import { overlap } from './overlap.js';
import { pathLength } from './path-length.js';
import { pickOrder } from './pick-order.js';
import { renamed, type Scope } from './scope.js';
import { exists, pick, sort, tally } from './sets.js';
import { minus, wholeLength } from './triple.js';
import { unitVector } from './unit-vector.js';
import { scalar, type Value } from './value.js';
import { lowerWords } from './words.js';

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
    case 'unknown':
      return scalar(unknown('text'));
    case 'words':
      return scalar(text(wordsOf(e.words, 'plain')));
    case 'option':
    case 'footprint':
      throw new Error(`SPQ904: ${e.kind} has no value of its own`);
    case 'list':
      return { kind: 'list', members: e.members };
    case 'tuple':
      return { kind: 'tuple', items: e.items.map((i) => lower(i, scope)) };
    case 'fact':
      return fact(e.entity, e.fact.name, scope);
    case 'user fact':
      return lower(e.fact.body, renamed(scope, new Map([[e.fact.parameter, e.entity]])));
    case 'component':
      return scalar(component(lower(e.of, scope), e.component));
    case 'extents':
      throw new Error('SPQ904: extents have no value of their own');
    case 'extent':
      return extent(e, scope);
    case 'distance':
      return scalar(scope.share(wholeLength(minus(placeOf(e.to, scope), placeOf(e.from, scope)))));
    case 'path':
      return scalar(
        pathLength(
          [...(e.from ? [e.from] : []), ...e.members].map((p) => placeOf(p, scope)),
          scope.share,
        ),
      );
    case 'length':
      return scalar(vectorLength(lower(e.of, scope), scope));
    case 'gap':
      return scalar(scope.share(gap(needOf(e.from, scope), needOf(e.to, scope), scope.share)));
    case 'overlap':
      return scalar(scope.share(overlap(needOf(e.of, scope), needOf(e.over, scope), scope.share)));
    case 'blocks':
      return scalar(blocked(e, scope));
    case 'axis':
      return fact(e.entity, 'facing', scope);
    case 'angle':
      return scalar(angle(lower(e.left, scope), lower(e.right, scope), e.left.type.kind === 'axis', scope));
    case 'unit':
      return unitVector(lower(e.of, scope), scope);
    case 'direction words':
      return scalar(lowerWords(lower(e.of, scope), e.frame.kind, scope));
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
      return scalar(conditional(e, scope));
    case 'pick':
      return pick(e, scope);
    case 'pick order':
      return pickOrder(e, scope);
    case 'sort':
      return sort(e, scope);
    case 'tally':
      return tally(e, scope);
    case 'count':
      return scope.count(e);
    case 'exists':
      return scalar(exists(e, scope));
    case 'error':
      throw new Error('SPQ904: a mistaken recipe reached lowering');
  }
}

/** The one expression of a value that has one: a count is its known value. */
export function lowerScalar(e: typed.Expression, scope: Scope): Expression {
  return scalarOf(lower(e, scope));
}

function conditional(e: Extract<typed.Expression, { kind: 'if' }>, scope: Scope): Expression {
  const condition = lowerScalar(e.condition, scope);
  const [a, b] = [lowerScalar(e.consequent, scope), lowerScalar(e.otherwise, scope)];
  // `unknown` takes the type of the other branch.
  const type = e.consequent.type.kind === 'unknown' ? b.type : a.type;
  const typedAs = (branch: typed.Expression, value: Expression): Expression =>
    branch.type.kind === 'unknown' ? unknown(type) : value;
  return apply('if', type, condition, typedAs(e.consequent, a), typedAs(e.otherwise, b));
}

/** A facing is known where a thing has one front, even if the heading of the world is not. */
function known(e: typed.Expression, scope: Scope): Expression {
  if (e.kind === 'fact' && e.fact.name === 'facing') return isKnown(scope.column(e.entity, 'fx'));
  return isTrue(valueKnown(lower(e, scope)));
}

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

function lowerLess(e: Extract<typed.Expression, { kind: 'less' }>, scope: Scope): Expression {
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
