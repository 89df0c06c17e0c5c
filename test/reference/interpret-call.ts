/** The functions of the language: distance, gap, overlap, span, sides and sectors, abs, agree. */
import type * as ast from '../../compiler/syntax/ast.js';
import { isRolled } from './frames.js';
import { evaluateIn, type Scope, truthOf } from './interpret.js';
import { angle, axis, gap, lengthOfVector, overlap, unit, words } from './interpret-geometry.js';
import { centreOf } from './interpret-view.js';
import { agree } from './kleene.js';
import { COMPASS, FACINGS, HOURS, LINES, SIDES, sectorOfDirection, sectorOfVector } from './sectors.js';
import { type Quantity, quantity, type Range, truth, type Value } from './value.js';
import { dot, subtract, whole } from './whole-units.js';

export function call(scope: Scope, { callee, arguments: given }: ast.Call): Value {
  if (callee.text === 'agree') return truth(agree(given.map((each) => truthOf(scope, each.value))));
  const values = given.map((each) => evaluateIn(scope, each.value));
  const [first, second] = values;
  if (first === undefined) throw new Error(`${callee.text} without arguments`);
  switch (callee.text) {
    case 'distance':
      return distance(scope, first, second);
    case 'span':
      return spans(scope, first);
    case 'side':
      return sectorOfPlace(scope, first, SIDES);
    case 'compass8':
      return sectorOfPlace(scope, first, COMPASS);
    case 'facing8':
      return ofDirection(scope, first, FACINGS);
    case 'axis4':
      return ofDirection(scope, first, [...LINES, ...LINES]);
    case 'abs':
      return absolute(first);
    case 'clock':
      return sectorOfPlace(scope, first, HOURS);
    case 'words':
      return words(scope, first);
    case 'gap':
      return gap(scope, first, second ?? first);
    case 'footprint':
      return { kind: 'footprint', of: first };
    case 'overlap':
      return overlap(scope, first, second ?? first);
    case 'angle':
      return angle(first, second ?? first);
    case 'axis':
      return axis(scope, first);
    case 'unit':
      return unit(scope, first);
    case 'length':
      if (first.kind === 'camera place' || first.kind === 'framed place') return lengthOfVector(first);
      return second === undefined ? lengthOfList(scope, [], first) : lengthOfList(scope, [first], second);
  }
  throw new Error(`no function ${callee.text}`);
}

function distance(scope: Scope, a: Value, b: Value | undefined): Quantity {
  if (b === undefined) throw new Error('distance is between two things');
  const [p, q] = [centreOf(scope.context, a), centreOf(scope.context, b)];
  if (p === null || q === null) return quantity('magnitude', null);
  const d = subtract(p, q);
  return quantity('magnitude', whole(Math.sqrt(dot(d, d))));
}

/** The way along a list, from neighbour to neighbour. */
function lengthOfList(scope: Scope, start: readonly Value[], list: Value): Value {
  if (list.kind !== 'list') throw new Error('only a list has a length');
  if (list.items === null) return quantity('magnitude', null);
  const stations = [...start, ...list.items];
  const steps = stations.slice(1).map((each, i) => distance(scope, stations[i] ?? each, each).amount);
  const known = steps.flatMap((step) => step ?? []);
  return quantity('magnitude', known.length < steps.length ? null : known.reduce((sum, step) => sum + step, 0));
}

function spans(scope: Scope, value: Value): Value {
  if (value.kind !== 'object') throw new Error('only an object has a span');
  const facts = value.row === null ? undefined : scope.context.factsOf(value.row);
  const range = (ends: readonly [number, number] | null | undefined): Range => ({ kind: 'range', ends: ends ?? null });
  return {
    kind: 'spans',
    right: range(facts?.spanRight),
    up: range(facts?.spanUp),
    forward: range(facts?.spanForward),
  };
}

const sector = (text: string | null): Value => ({ kind: 'word', domain: 'enumeration', text });

function sectorOfPlace(scope: Scope, value: Value, names: readonly string[]): Value {
  const { settings, facts } = scope.context;
  if (value.kind === 'framed place') return sector(sectorOfVector(value.right, value.forward, names, settings));
  if (value.kind !== 'camera place') throw new Error(`a ${value.kind} lies in no sector`);
  // The plane (right, forward) of the camera needs its word `right`.
  const right = isRolled(facts.scene) ? null : (value.xyz?.[0] ?? null);
  return sector(sectorOfVector(right, value.xyz?.[2] ?? null, names, settings));
}

function ofDirection(scope: Scope, value: Value, names: readonly string[]): Value {
  if (value.kind !== 'direction') throw new Error('only a direction points somewhere');
  if (value.level === null) return sector(null);
  const [x, , y] = value.level;
  return sector(sectorOfDirection(x, y, names, scope.context.settings));
}

function absolute(value: Value): Value {
  if (value.kind !== 'quantity') throw new Error(`no abs of a ${value.kind}`);
  // Without its sign a length is a magnitude, and takes the margin of one.
  const measure = value.measure === 'signed' ? 'magnitude' : value.measure;
  return quantity(measure, value.amount === null ? null : Math.abs(value.amount));
}
