/** Comparisons of values, with a margin and without. Those of counts go by their bounds: 2..3 is surely less than 5. */
import type { Margin } from '../check/typed.js';
import { and, atMost, below, bool, equal, isKnown, less, not, or, when, where } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

/** The one expression of a value that has one: a count is its known value. */
export function scalarOf(value: Value): Expression {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'bounds') return where(equal(value.low, value.high), value.low);
  if (value.kind === 'member' || value.kind === 'order') return value.index;
  throw new Error(`SPQ904: a ${value.kind} where one value is needed`);
}

/** True and false where the two are clear of each other by the margin. */
export function lessThan(left: Value, right: Value, { absolute, relativePpm }: Margin, scope: Scope): Expression {
  if (left.kind === 'bounds' || right.kind === 'bounds') return exact('<', left, right);
  return less(scope.share(scalarOf(left)), scope.share(scalarOf(right)), absolute, relativePpm);
}

type Operator = '<' | '<=' | '=' | '!=';

export function exact(operator: Operator, l: Value, r: Value): Expression {
  const [left, right] = [bounds(l), bounds(r)];
  if (!left || !right) return plain(operator, scalarOf(l), scalarOf(r));
  if (left.low === left.high && right.low === right.high) return plain(operator, left.low, right.low);
  const decided = (yes: Expression, no: Expression): Expression =>
    when([
      [yes, bool(true)],
      [no, bool(false)],
    ]);
  switch (operator) {
    case '<':
      return decided(below(left.high, right.low), atMost(right.high, left.low));
    case '<=':
      return decided(atMost(left.high, right.low), below(right.high, left.low));
    case '=':
    case '!=': {
      const same = and(equal(left.low, left.high), equal(right.low, right.high), equal(left.low, right.low));
      const apart = or(below(left.high, right.low), below(right.high, left.low));
      return operator === '=' ? decided(same, apart) : decided(apart, same);
    }
  }
}

function bounds(value: Value): { readonly low: Expression; readonly high: Expression } | undefined {
  if (value.kind === 'bounds') return value;
  return value.kind === 'scalar' && value.value.type === 'int' ? { low: value.value, high: value.value } : undefined;
}

function plain(operator: Operator, l: Expression, r: Expression): Expression {
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

/** Whether a value can be told: a count whose bounds meet, a member without a tie, a point with all its coordinates. */
export function valueKnown(value: Value): Expression {
  switch (value.kind) {
    case 'scalar':
      return isKnown(value.value);
    case 'bounds':
      return equal(value.low, value.high);
    case 'member':
    case 'order':
      return isKnown(value.index);
    case 'triple':
      // Coordinates in a named frame are what they are; only the words right and up need a level camera.
      return and(...[value.right, value.up, value.forward].map(isKnown));
    case 'direction':
      return and(isKnown(value.right), isKnown(value.forward));
    case 'range':
      return and(isKnown(value.low), isKnown(value.high));
    case 'tuple':
      return and(...value.items.map(valueKnown));
    case 'box':
      return and(...value.edges.map(isKnown));
    case 'box3d':
      return and(...[...value.lengths, value.heading].map(isKnown));
    case 'list':
    case 'entity':
      return bool(true);
  }
}
