/**
 * The order whose value clearly comes before those of all others. There may be 24, and 552 comparisons of two: instead
 * the first is compared with the second, found in pairs. What is clearly less than the second is clearly less than all.
 */
import type * as typed from '../check/typed.js';
import { equal, int, isTrue, larger, smaller, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { lessThan, scalarOf } from './compare.js';
import { lower } from './expression.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

type PickOrder = Extract<typed.Expression, { kind: 'pick order' }>;

/** The first two of some values. */
interface Best {
  readonly first: Expression;
  readonly second: Expression | undefined;
}

export function pickOrder(e: PickOrder, scope: Scope): Value {
  const values = e.by.map((by) => scope.share(scalarOf(lower(by, scope))));
  const { first, second } = best(values, e.most, scope);
  if (!second) return { kind: 'order', members: e.members, index: int(0) };
  const [low, high] = e.most === 'least' ? [first, second] : [second, first];
  const scalar = (value: Expression): Value => ({ kind: 'scalar', value });
  const clear = scope.share(isTrue(lessThan(scalar(low), scalar(high), e.margin, scope)));
  const which = when(values.map((value, i) => [equal(value, first), int(i)] as const));
  return { kind: 'order', members: e.members, index: scope.share(when([[clear, which]])) };
}

/** One value that is unknown makes all unknown. */
function best(values: readonly Expression[], most: PickOrder['most'], scope: Scope): Best {
  const [only, ...rest] = values;
  if (!only) throw new Error('SPQ904: the orders of nothing');
  if (rest.length === 0) return { first: only, second: undefined };
  const [before, after] = most === 'least' ? [smaller, larger] : [larger, smaller];
  const half = Math.ceil(values.length / 2);
  const [a, b] = [best(values.slice(0, half), most, scope), best(values.slice(half), most, scope)];
  const seconds = [scope.share(after(a.first, b.first)), ...[a, b].flatMap(({ second }) => second ?? [])];
  return {
    first: scope.share(before(a.first, b.first)),
    second: seconds.reduce((x, y) => scope.share(before(x, y))),
  };
}
