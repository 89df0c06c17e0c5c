/** How far apart the two sides were of the comparison that decided a value: what its margin was for. */
import type * as typed from '../check/typed.js';
import { absolute, divide, equal, int, larger, real, smaller, subtract, toReal, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { angleBetween } from './angle.js';
import type { Deciding, Margined } from './deciding-comparison.js';
import { inUnits, ofChosen } from './deciding-margin.js';
import { lower } from './expression.js';
import { realsOf, sectorsAround } from './geometry.js';
import type { Scope } from './scope.js';
import { xyz } from './triple.js';

/**
 * In the units of `decidingMargin`. Of a choice, from the chosen to the nearest of the others; of an order, between the
 * nearest two; of a direction, to the nearest border of a sector. Undefined where no one distance tells; unknown where a
 * side is.
 */
export function decidingDistance(deciding: Deciding): Expression | undefined {
  switch (deciding.kind) {
    case 'exact':
      return undefined;
    case 'chosen':
      return ofChosen(deciding, decidingDistance);
    case 'comparison':
      return distanceOf(deciding.e, deciding.scope);
  }
}

function distanceOf(e: Margined, scope: Scope): Expression | undefined {
  switch (e.kind) {
    case 'less': {
      const apart = betweenSides(e, scope);
      return apart && inUnits(apart, e);
    }
    case 'pick':
    case 'pick order':
    case 'sort': {
      const apart = amongMembers(e, scope);
      return apart && inUnits(apart, e);
    }
    case 'sector':
      return fromBorder(e, scope);
    // What is about as much is so within half a margin, and not so beyond two; words have a border for each component.
    case 'about':
    case 'direction words':
    case 'blocks':
      return undefined;
  }
}

function betweenSides(e: Extract<Margined, { kind: 'less' }>, scope: Scope): Expression | undefined {
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

/** Borders lie alike on both sides of straight ahead: half a circle has them all. */
function fromBorder(e: Extract<Margined, { kind: 'sector' }>, scope: Scope): Expression {
  const { x, z } = realsOf(lower(e.of, scope));
  const degrees = angleBetween(xyz(x, real(0), z), xyz(real(0), real(0), real(1)), scope.share);
  const angle = scope.share(divide(toReal(degrees), real(1e6)));
  const sectors = sectorsAround(e.sector);
  const borders = Array.from({ length: sectors / 2 }, (_, i) => ((i + 0.5) * 360) / sectors);
  return borders.map((border) => absolute(subtract(angle, real(border)))).reduce((a, b) => scope.share(smaller(a, b)));
}
