/** Choices among members: the least, the k-th, the order of all (docs/semantics.md section 11). */
import type * as typed from '../check/typed.js';
import { add, and, below, bool, equal, int, isTrue, multiply, not, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { lessThan } from './compare.js';
import { lower, lowerScalar } from './expression.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

type Of<K extends typed.Expression['kind']> = Extract<typed.Expression, { kind: K }>;

/** For each pair of values, whether the first clearly comes before the second. */
type Before = (i: number, j: number) => Expression;

function beforeOf(e: Of<'pick'> | Of<'sort'>, scope: Scope): Before {
  const values = e.by.map((by) => lower(by, scope));
  const found = new Map<string, Expression>();
  return (i, j) => {
    const key = `${i} ${j}`;
    const known = found.get(key);
    if (known) return known;
    const [a, b] = [values[i], values[j]];
    if (!a || !b) return bool(false);
    const made = isTrue(e.most === 'least' ? lessThan(a, b, e.margin, scope) : lessThan(b, a, e.margin, scope));
    const kept = values.length > 2 ? scope.share(made) : made;
    found.set(key, kept);
    return kept;
  };
}

const others = (count: number, i: number): readonly number[] =>
  Array.from({ length: count }, (_, j) => j).filter((j) => j !== i);

/** Of rank k: k - 1 others are clearly before, all the rest clearly after. */
export function pick(e: Of<'pick'>, scope: Scope): Value {
  const before = beforeOf(e, scope);
  const n = e.members.length;
  const cases = e.members.map((_, i) => {
    const rest = others(n, i);
    const test =
      e.rank === 1
        ? and(...rest.map((j) => before(i, j)))
        : and(
            equal(total(rest.map((j) => before(j, i))), int(e.rank - 1)),
            equal(total(rest.map((j) => before(i, j))), int(n - e.rank)),
          );
    return [test, int(i)] as const;
  });
  return { kind: 'member', members: e.members, index: when(cases) };
}

/** Known where every two are clearly apart; then each member's place is the number of those before it. */
export function sort(e: Of<'sort'>, scope: Scope): Value {
  const before = beforeOf(e, scope);
  const n = e.members.length;
  const pairs = e.members.flatMap((_, i) =>
    others(n, i)
      .filter((j) => j > i)
      .map((j) => [i, j] as const),
  );
  const clear = scope.share(and(...pairs.map(([i, j]) => or2(before(i, j), before(j, i)))));
  const places = e.members.map((_, i) => scope.share(total(others(n, i).map((j) => before(j, i)))));
  return { kind: 'order', members: e.members, index: scope.share(when([[clear, permutationOf(places, scope)]])) };
}

const or2 = (a: Expression, b: Expression): Expression => not(and(not(a), not(b)));

/** The lexicographic number of the permutation that puts member i at places[i]. */
function permutationOf(places: readonly Expression[], scope: Scope): Expression {
  const n = places.length;
  const at = places.map((_, p) => scope.share(when(places.map((place, i) => [equal(place, int(p)), int(i)] as const))));
  // Lehmer's code: at each place, how many of the later members have a smaller number.
  const terms = at.map((member, p) => {
    const smaller = total(at.slice(p + 1).map((later) => below(later, member)));
    return multiply(int(factorial(n - 1 - p)), smaller);
  });
  return terms.reduce(add, int(0));
}

function total(conditions: readonly Expression[]): Expression {
  return conditions.map((c) => when([[c, int(1)]], int(0))).reduce(add, int(0));
}

export function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** How many of the conditions are true, and how many are not false. */
export function tally(e: Of<'tally'>, scope: Scope): Value {
  const truths = e.conditions.map((c) => scope.share(lowerScalar(c, scope)));
  return {
    kind: 'bounds',
    low: scope.share(total(truths)),
    high: scope.share(total(truths.map((t) => not(isTrue(not(t)))))),
  };
}

/** Some: the count is not 0. */
export function exists(e: Of<'exists'>, scope: Scope): Expression {
  const count = scope.count(e.count);
  if (count.kind !== 'bounds') throw new Error('SPQ904: a count without bounds');
  const some = when([
    [below(int(0), count.low), bool(true)],
    [equal(count.high, int(0)), bool(false)],
  ]);
  return e.negated ? not(some) : some;
}
