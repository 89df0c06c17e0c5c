/** The length of a walk from point to point (docs/semantics.md section 9). */
import { add, int, item, list, multiply, permuted, sum } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { placeOf } from './geometry.js';
import type { Share } from './object-facts.js';
import type { Scope } from './scope.js';
import { mapXyz, minus, wholeLength, type Xyz } from './triple.js';
import type { Value } from './value.js';

/** Whole um: the sum of the whole distances of consecutive points. Nothing to walk is 0. */
export function pathLength(points: readonly Xyz[], share: Share): Expression {
  const [first, ...rest] = points.slice(1).map((point, i) => step(points[i] ?? point, point, share));
  return first ? sum(first, ...rest) : int(0);
}

const step = (from: Xyz, to: Xyz, share: Share): Expression => share(wholeLength(mapXyz(minus(to, from), share)));

/** Along members in an order that each tuple has for itself: every step is looked up among the distances of all pairs. */
export function orderedLength(
  { members, index }: Extract<Value, { kind: 'order' }>,
  start: Xyz | undefined,
  scope: Scope,
): Expression {
  const { share } = scope;
  const count = members.length;
  const points = members.map((member) => placeOf(member, scope));
  const between = points.map((p, i) => points.map((q, j) => (i < j ? step(p, q, share) : int(0))));
  const distances = points.flatMap((_, i) => points.map((_, j) => between[Math.min(i, j)]?.[Math.max(i, j)] ?? int(0)));
  const table = share(list('ints', ...distances));
  const walked = points.map((_, place) => share(permuted(index, count, int(place))));
  const steps = walked.slice(1).map((to, i) => share(item(table, add(multiply(walked[i] ?? to, int(count)), to))));
  const starts = start
    ? [share(item(list('ints', ...points.map((p) => step(start, p, share))), walked[0] ?? int(0)))]
    : [];
  const [first, ...rest] = [...starts, ...steps];
  return first ? share(sum(first, ...rest)) : int(0);
}
