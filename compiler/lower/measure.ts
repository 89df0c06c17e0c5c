/** typed -> IR, for what is measured: lengths, angles, components and arithmetic, in whole units of each. */
import type * as typed from '../check/typed.js';
import { absolute, add, and, divide, multiply, negate, real, subtract, toReal, where, whole } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Quantity } from '../types/type.js';
import { wholePerUnit } from '../types/unit.js';
import { scalarOf } from './compare.js';
import { lower, lowerScalar } from './expression.js';
import { gap } from './gap.js';
import { angle, axisOf, lowerSector, needOf, placeOf, vectorLength, viewFrom } from './geometry.js';
import { overlap } from './overlap.js';
import { orderedLength, pathLength } from './path-length.js';
import type { Scope } from './scope.js';
import { minus, wholeLength } from './triple.js';
import { unitVector } from './unit-vector.js';
import { scalar, type Value } from './value.js';
import { lowerWords } from './words.js';

type Measure = Extract<
  typed.Expression,
  {
    kind:
      | ('component' | 'extent' | 'view' | 'distance' | 'path' | 'length' | 'gap' | 'overlap')
      | ('axis' | 'angle' | 'unit' | 'direction words' | 'sector' | 'abs' | 'negative' | 'arithmetic');
  }
>;

export function lowerMeasure(e: Measure, scope: Scope): Value {
  switch (e.kind) {
    case 'component':
      return scalar(component(lower(e.of, scope), e.component));
    case 'extent':
      return extent(e, scope);
    case 'view':
      return viewFrom(e, lower(e.of, scope), scope);
    case 'distance':
      return scalar(scope.share(wholeLength(minus(placeOf(e.to, scope), placeOf(e.from, scope)))));
    case 'path':
      return scalar(path(e, scope));
    case 'length':
      return scalar(vectorLength(lower(e.of, scope), scope));
    case 'gap':
      return scalar(scope.share(gap(needOf(e.from, scope), needOf(e.to, scope), scope.share)));
    case 'overlap':
      return scalar(scope.share(overlap(needOf(e.of, scope), needOf(e.over, scope), scope.share)));
    case 'axis':
      return axisOf(e.entity, scope);
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
  }
}

function path({ from, members, order }: Extract<typed.Expression, { kind: 'path' }>, scope: Scope): Expression {
  const found = order && lower(order, scope);
  if (found?.kind === 'order') return orderedLength(found, from && placeOf(from, scope), scope);
  const places = [...(from ? [from] : []), ...members];
  return pathLength(
    places.map((place) => placeOf(place, scope)),
    scope.share,
  );
}

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
