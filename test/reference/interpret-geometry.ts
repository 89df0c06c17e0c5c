/** Functions of boxes, directions and vectors: gap, overlap, blocks, angle, axis, unit, words. */
import type * as ast from '../../compiler/syntax/ast.js';
import * as boxes from './box-geometry.js';
import { wordsOfPlace } from './direction-words.js';
import { asSeenByCamera, isRolled as isRolledCamera, onLevel } from './frames.js';
import { evaluateIn, type Scope } from './interpret.js';
import { isClearlyLess } from './interpret-comparison.js';
import { centreOf, facingDirection } from './interpret-view.js';
import { isWhole } from './object-facts.js';
import {
  type FramedPlace,
  type Quantity,
  quantity,
  type TruthValue,
  truth,
  type UnitVector,
  type Value,
} from './value.js';
import { dot, type Vector, whole } from './whole-units.js';

function boxOf({ context }: Scope, value: Value): boxes.Box | null {
  if (value.kind !== 'object') throw new Error('only an object has a box');
  const { row } = value;
  return row !== null && isWhole(row, context.facts.scene) ? boxes.boxOf(row) : null;
}

const uprightOf = (scope: Scope, value: Value): boxes.Straightened | null =>
  boxes.straightened(boxOf(scope, value), scope.context.facts.scene);

export function gap(scope: Scope, first: Value, second: Value): Quantity {
  return quantity('magnitude', boxes.gap(uprightOf(scope, first), uprightOf(scope, second)));
}

export function overlap(scope: Scope, first: Value, second: Value): Quantity {
  if (first.kind !== 'footprint' || second.kind !== 'footprint') throw new Error('only footprints overlap');
  return quantity('ratio', boxes.overlap(uprightOf(scope, first.of), uprightOf(scope, second.of)));
}

/** `x blocks b from e` */
export function blocked(scope: Scope, { left, right }: ast.Relation): TruthValue {
  if (right.kind !== 'from') throw new Error('`blocks` says from where');
  const viewer = scope.names.get(right.viewer.text);
  if (viewer === undefined && right.viewer.text !== 'camera') throw new Error(`no viewer ${right.viewer.text}`);
  const eye = centreOf(scope.context, viewer ?? { kind: 'camera' });
  const [x, b] = [boxOf(scope, evaluateIn(scope, left)), boxOf(scope, evaluateIn(scope, right.value))];
  return truth(boxes.blocks(x, b, eye, scope.context.settings.length.absolute));
}

/** The line of the facing; of several fronts, that across the sides that are clearly longer. */
export function axis(scope: Scope, value: Value): Value {
  const { context } = scope;
  const row = value.kind === 'object' ? value.row : null;
  if (row?.front !== 'several') return { ...facingDirection(context, value), isAxis: true };
  const sides = boxes.levelSides(boxOf(scope, value), context.facts.scene);
  const [first, second] = sides ?? [];
  if (first === undefined || second === undefined) return { kind: 'direction', level: null, isAxis: true };
  const size = (side: boxes.LevelSide) => quantity('magnitude', side.size);
  const shorter = isClearlyLess(size(first), size(second), context.settings)
    ? first
    : isClearlyLess(size(second), size(first), context.settings)
      ? second
      : undefined;
  const level = shorter === undefined ? null : onLevel(shorter.axis, context.facts.scene);
  return { kind: 'direction', level, isAxis: true };
}

export function angle(first: Value, second: Value): Quantity {
  const [p, q] = [componentsOf(first), componentsOf(second)];
  const areAxes = [first, second].some((each) => each.kind === 'direction' && each.isAxis === true);
  return quantity(
    'angle',
    p === null || q === null ? null : areAxes ? boxes.axisAngle(p, q) : boxes.angleBetween(p, q),
  );
}

/** Three numbers of a vector or direction, in whatever frame. */
function componentsOf(value: Value): Vector | null {
  if (value.kind === 'direction') return value.level;
  if (value.kind === 'camera place') return value.xyz;
  if (value.kind !== 'framed place' && value.kind !== 'unit vector')
    throw new Error(`a ${value.kind} has no direction`);
  const { right, up, forward } = value;
  return right === null || up === null || forward === null ? null : [right, up, forward];
}

/** Right, up and forward in 1e-9; unknown for a vector under three length margins. */
export function unit(scope: Scope, value: Value): UnitVector {
  const v = coordinatesOf(scope, value);
  const found = v === null ? null : boxes.unitVector(v, scope.context.settings.length.absolute);
  const [right, up, forward] = found ?? [null, null, null];
  const isRolled = value.kind === 'camera place' && isRolledCamera(scope.context.facts.scene);
  return { kind: 'unit vector', right, up, forward, isRolled };
}

/** Right, up and forward as coordinates, which a rolled camera has, too. */
function coordinatesOf(scope: Scope, value: Value): Vector | null {
  if (value.kind !== 'camera place') return componentsOf(placeOf(scope, value));
  return value.xyz === null ? null : [value.xyz[0], 0 - value.xyz[1], value.xyz[2]];
}

/** A place by its words. */
function placeOf(scope: Scope, value: Value): FramedPlace {
  if (value.kind === 'framed place') return value;
  if (value.kind !== 'camera place') throw new Error(`a ${value.kind} is no vector`);
  return asSeenByCamera(value, scope.context.facts.scene);
}

export function words(scope: Scope, value: Value): Value {
  const text = wordsOfPlace(placeOf(scope, value), scope.context.settings.length.absolute);
  return { kind: 'word', domain: 'enumeration', text };
}

/** Of a vector. */
export function lengthOfVector(value: Value): Quantity {
  const v = componentsOf(value);
  return quantity('magnitude', v === null ? null : whole(Math.sqrt(dot(v, v))));
}
