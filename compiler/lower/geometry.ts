/** Facts, frames and sectors: how points are seen from the camera, the world and other objects. */
import type * as typed from '../check/typed.js';
import {
  and,
  apply,
  atMost,
  below,
  equal,
  int,
  isKnown,
  item,
  less,
  list,
  negate,
  real,
  subtract,
  text,
  toReal,
  when,
  where,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { type Fact, ownName } from '../std/facts.js';
import { type SectorName, sectors } from '../std/functions.js';
import { angleBetween, axisAngle } from './angle.js';
import { blocks } from './blocks.js';
import { centre } from './object-facts.js';
import type { Scope } from './scope.js';
import { cross, dot, horizontal, known, length, minus, over, wholeLength, type Xyz, xyz } from './triple.js';
import { scalar, type Value } from './value.js';

export function fact(entity: typed.Entity, { name, own }: Fact, scope: Scope): Value {
  const of = (column: string): Expression => scope.column(entity, column);
  if (name === 'position')
    return { kind: 'triple', right: of('cx'), up: negate(of('cy')), forward: of('cz'), level: of('upright') };
  if (name === 'box3d') return box3d(of, scope);
  if (name === 'box2d') return { kind: 'box', edges: ['x1', 'y1', 'x2', 'y2'].map(of) };
  if (name === 'facing') return { kind: 'direction', right: of('facing_right'), forward: of('facing_forward') };
  return scalar(of(own ? ownName(name) : name));
}

/** The line of its facing; where there are several fronts, across the sides that are clearly the longer ones. */
export function axisOf(entity: typed.Entity, scope: Scope): Value {
  const need = needOf(entity, scope);
  const { lengthUm, relativePpm } = scope.settings.margin;
  const shorter = (a: string, b: string): Expression => less(need(a), need(b), lengthUm, relativePpm);
  const several = equal(need('front'), text('several'));
  const cases = [
    [and(several, shorter('level1', 'level2')), vector(entity, 'level1_box_', scope)],
    [and(several, shorter('level2', 'level1')), vector(entity, 'level2_box_', scope)],
  ] as const;
  const along = (of: 'right' | 'forward'): Expression => {
    const facing = need(`facing_${of}`);
    const world = vector(entity, of === 'right' ? 'wr' : 'wf', scope);
    const sides = cases.map(([test, side]) => [test, dot(world, side)] as const);
    return scope.share(when([[isKnown(facing), facing], ...sides]));
  };
  return { kind: 'direction', right: along('right'), forward: along('forward') };
}

/** Where it stands, how large it is, and how far it is turned to the right of where the camera looks. */
function box3d(of: (column: string) => Expression, scope: Scope): Value {
  const facing = xyz(of('facing_right'), real(0), of('facing_forward'));
  const turn = scope.share(angleBetween(facing, xyz(real(0), real(0), real(1)), scope.share));
  const left = subtract(int(360e6), turn);
  const heading = when([
    [atMost(real(0), of('facing_right')), turn],
    [below(of('facing_right'), real(0)), left],
  ]);
  const lengths = ['cx', 'cy', 'cz', 'width', 'height', 'depth_extent'].map(of);
  return { kind: 'box3d', lengths, heading: scope.share(heading) };
}

/** A point of the camera frame, in the frame of a viewer. The point may be a fact or a shared value. */
export function viewFrom(e: Extract<typed.Expression, { kind: 'view' }>, point: Value, scope: Scope): Value {
  if (point.kind !== 'triple') throw new Error('SPQ904: a view of no point');
  const { viewer } = e;
  if (viewer.kind !== 'entity') return viewer.kind === 'camera' ? point : inWorld(e.of, scope);
  const camera = xyz(toReal(point.right), toReal(negate(point.up)), toReal(point.forward));
  const v = minus(camera, placeOf(viewer.at, scope));
  const [standing] = [viewer.at, viewer.toward].flatMap((p) => (p && p !== 'camera' ? [p] : []));
  if (!standing) throw new Error('SPQ904: a viewer nowhere');
  const u = vector(standing, 'u', scope);
  const axes = axesOf(viewer, u, scope);
  return turned(triple(v, axes.right, u, axes.forward), viewer.turned);
}

/** Right and forward of an upright viewer who faces as the thing does, or towards another. */
function axesOf(
  { at, toward }: Extract<typed.Viewer, { kind: 'entity' }>,
  u: Xyz,
  scope: Scope,
): { readonly right: Xyz; readonly forward: Xyz } {
  if (!toward) {
    if (at === 'camera') throw new Error('SPQ904: a camera that faces nowhere');
    return { right: vector(at, 'vr', scope), forward: vector(at, 'vf', scope) };
  }
  const level = horizontal(minus(placeOf(toward, scope), placeOf(at, scope)), u);
  const far = scope.share(length(level));
  const forward = shareXyz(known(atMost(real(3 * scope.settings.margin.lengthUm), far), over(level, far)), scope);
  return { right: shareXyz(cross(forward, u), scope), forward };
}

/** What was to the right is ahead after a turn to the right. */
function turned(seen: Value, turn: typed.Turned | undefined): Value {
  if (seen.kind !== 'triple' || !turn) return seen;
  const { right, forward } = seen;
  switch (turn) {
    case 'right':
      return { ...seen, right: negate(forward), forward: right };
    case 'left':
      return { ...seen, right: forward, forward: negate(right) };
    case 'around':
      return { ...seen, right: negate(right), forward: negate(forward) };
  }
}

/** Centre of an object, point of a pixel, or the origin of the camera's frame: micrometres as plain numbers. */
export function placeOf(place: typed.Place, scope: Scope): Xyz {
  return place === 'camera' ? xyz(real(0), real(0), real(0)) : centre(needOf(place, scope));
}

export function needOf(entity: typed.Entity, scope: Scope): (name: string) => Expression {
  return (name) => scope.column(entity, name);
}

const vector = (entity: typed.Entity, prefix: string, scope: Scope): Xyz =>
  xyz(scope.column(entity, `${prefix}x`), scope.column(entity, `${prefix}y`), scope.column(entity, `${prefix}z`));

const shareXyz = (v: Xyz, scope: Scope): Xyz => xyz(scope.share(v.x), scope.share(v.y), scope.share(v.z));

/** Whoever has no forward is no viewer: then up is unknown, too. */
function triple(v: Xyz, right: Xyz, up: Xyz, forward: Xyz): Value {
  return {
    kind: 'triple',
    right: whole(dot(right, v)),
    up: where(isKnown(forward.x), whole(dot(up, v))),
    forward: whole(dot(forward, v)),
    level: undefined,
  };
}

/** Length of a vector of whole micrometres. */
export function vectorLength(value: Value, scope: Scope): Expression {
  return scope.share(wholeLength(realsOf(value)));
}

/** Between two vectors, facings or axes; facings and axes are compared on the level. */
export function angle(left: Value, right: Value, ofAxes: boolean, scope: Scope): Expression {
  const between = ofAxes ? axisAngle : angleBetween;
  return scope.share(between(realsOf(left), realsOf(right), scope.share));
}

export function realsOf(value: Value): Xyz {
  if (value.kind === 'triple') return xyz(toReal(value.right), toReal(value.up), toReal(value.forward));
  if (value.kind === 'direction') return xyz(value.right, real(0), value.forward);
  throw new Error(`SPQ904: a ${value.kind} where a vector is needed`);
}

export function blocked(e: Extract<typed.Expression, { kind: 'blocks' }>, scope: Scope): Expression {
  const eye = e.eye === 'camera' ? e.eye : needOf(e.eye, scope);
  const { lengthUm } = scope.settings.margin;
  return scope.share(blocks(needOf(e.blocker, scope), needOf(e.hidden, scope), eye, lengthUm, scope.share));
}

function inWorld(of: typed.Expression, scope: Scope): Value {
  if (of.kind === 'let') return inWorld(of.let.value, scope);
  if (of.kind !== 'fact') throw new Error('SPQ904: only the position of an entity is seen from the world');
  const column = (name: string): Expression => scope.column(of.entity, name);
  return {
    kind: 'triple',
    right: column('world_right'),
    up: column('world_up'),
    forward: column('world_forward'),
    level: undefined,
  };
}

/** How many sectors a circle has; a line lies in a sector whichever way it is followed. */
export const sectorsAround = (name: SectorName): number => sectors[name].length * (name === 'axis4' ? 2 : 1);

/** How far a direction must be from the border of its sector, in degrees. */
export const sectorBand = (name: SectorName, { margin }: typed.Settings): number =>
  Math.min(margin.angleDegrees, 360 / sectorsAround(name) / 4);

/** The word of the sector that holds a vector; unknown near its borders, and for vectors that are too short. */
export function lowerSector(name: SectorName, of: Value, scope: Pick<Scope, 'settings' | 'share'>): Expression {
  const words = name === 'axis4' ? [...sectors[name], ...sectors[name]] : sectors[name];
  const { lengthUm } = scope.settings.margin;
  const band = Math.sin((sectorBand(name, scope.settings) * Math.PI) / 180);
  const names = list('texts', ...words.map(text));
  if (of.kind === 'direction')
    return item(names, apply('sector', 'int', of.right, of.forward, real(0), int(words.length), real(band)));
  if (of.kind !== 'triple') throw new Error('SPQ904: a sector of no vector');
  const right = scope.share(toReal(of.level ? apply('when', 'int', of.level, of.right) : of.right));
  return item(
    names,
    apply('sector', 'int', right, scope.share(toReal(of.forward)), real(lengthUm), int(words.length), real(band)),
  );
}
