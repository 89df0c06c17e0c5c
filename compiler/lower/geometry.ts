/** Facts, frames and sectors: how points are seen from the camera, the world and other objects. */
import type * as typed from '../check/typed.js';
import { apply, atMost, int, isKnown, item, list, negate, real, text, toReal, where, whole } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { type SectorName, sectors } from '../std/functions.js';
import { centre } from './object-facts.js';
import type { Scope } from './scope.js';
import { cross, dot, horizontal, known, length, minus, over, type Xyz, xyz } from './triple.js';
import { scalar, type Value } from './value.js';

export function fact(entity: typed.Entity, name: string, scope: Scope): Value {
  const of = (column: string): Expression => scope.column(entity, column);
  if (name === 'position')
    return { kind: 'triple', right: of('cx'), up: negate(of('cy')), forward: of('cz'), level: of('upright') };
  if (name === 'facing') return { kind: 'direction', right: of('facing_right'), forward: of('facing_forward') };
  return scalar(of(name));
}

/** A point of the camera frame, in the frame of a viewer. The point may be a fact or a shared value. */
export function viewFrom(e: Extract<typed.Expression, { kind: 'view' }>, point: Value, scope: Scope): Value {
  if (point.kind !== 'triple') throw new Error('SPQ904: a view of no point');
  const { viewer } = e;
  if (viewer.kind !== 'entity') return viewer.kind === 'camera' ? point : inWorld(e.of, scope);
  const at = (entity: typed.Entity): Xyz => centre((name) => scope.column(entity, name));
  const camera = xyz(toReal(point.right), toReal(negate(point.up)), toReal(point.forward));
  const v = minus(camera, at(viewer.at));
  const u = vector(viewer.at, 'u', scope);
  if (!viewer.toward) return triple(v, vector(viewer.at, 'vr', scope), u, vector(viewer.at, 'vf', scope));
  const level = horizontal(minus(at(viewer.toward), at(viewer.at)), u);
  const far = scope.share(length(level));
  const forward = shareXyz(known(atMost(real(3 * scope.settings.margin.lengthUm), far), over(level, far)), scope);
  return triple(v, shareXyz(cross(forward, u), scope), u, forward);
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

/** The word of the sector that holds a vector; unknown near its borders, and for vectors that are too short. */
export function lowerSector(name: SectorName, of: Value, scope: Scope): Expression {
  const words = sectors[name];
  const { lengthUm, angleDegrees } = scope.settings.margin;
  const band = Math.sin((Math.min(angleDegrees, 360 / words.length / 4) * Math.PI) / 180);
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
