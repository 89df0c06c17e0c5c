/** How far apart the two sides were of the comparison that decided a question: what its margin was for. */
import type * as typed from '../check/typed.js';
import { absolute, equal, int, larger, smaller, subtract, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { decidingComparison } from './deciding-comparison.js';
import { inUnits } from './deciding-margin.js';
import { lower } from './expression.js';
import type { Scope } from './scope.js';

/**
 * In the units of `decidingMargin`. Of a choice, from the chosen to the nearest of the others; of an order, between the
 * nearest two. Undefined where no margin decided; unknown where a side is.
 */
export function decidingDistance(condition: typed.Expression, at: Scope): Expression | undefined {
  const found = decidingComparison(condition, at);
  if (!found) return undefined;
  const { e, scope } = found;
  switch (e.kind) {
    case 'less': {
      const apart = betweenSides(e, scope);
      return apart && inUnits(apart, e.left);
    }
    case 'pick':
    case 'pick order':
    case 'sort': {
      const apart = amongMembers(e, scope);
      return apart && inUnits(apart, e.by[0] ?? e);
    }
    // What is about as much is so within half a margin, and not so beyond two: one distance would not tell.
    case 'about':
    case 'exact':
      return undefined;
  }
}

function betweenSides(e: Extract<typed.Expression, { kind: 'less' }>, scope: Scope): Expression | undefined {
  const [left, right] = [lower(e.left, scope), lower(e.right, scope)];
  if (left.kind === 'scalar' && right.kind === 'scalar') return absolute(subtract(left.value, right.value));
  if (left.kind !== 'range' || right.kind !== 'range') return undefined;
  return larger(subtract(right.low, left.high), subtract(left.low, right.high));
}

type Among = Extract<typed.Expression, { kind: 'pick' | 'pick order' | 'sort' }>;

function amongMembers(e: Among, scope: Scope): Expression | undefined {
  const values = e.by.map((by) => lower(by, scope)).flatMap((v) => (v.kind === 'scalar' ? scope.share(v.value) : []));
  if (values.length !== e.by.length || values.length < 2) return undefined;
  const apart = (i: number, j: number): Expression => {
    const [a = int(0), b = int(0)] = i < j ? [values[i], values[j]] : [values[j], values[i]];
    return scope.share(absolute(subtract(a, b)));
  };
  const least = (all: readonly Expression[]): Expression => all.reduce((a, b) => scope.share(smaller(a, b)));
  const others = (i: number): readonly Expression[] => values.flatMap((_, j) => (j === i ? [] : [apart(i, j)]));
  if (e.kind === 'sort') return least(values.flatMap((_, i) => others(i).slice(i)));
  const chosen = lower(e, scope);
  if (chosen.kind !== 'member' && chosen.kind !== 'order') return undefined;
  const index = scope.share(chosen.index);
  return when(values.map((_, i) => [equal(index, int(i)), least(others(i))] as const));
}
