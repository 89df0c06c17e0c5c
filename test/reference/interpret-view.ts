/** Where things are, and how it looks from elsewhere: `p from world`, `p from a`, `p from camera toward b turned right`. */
import type * as ast from '../../compiler/syntax/ast.js';
import { asSeenByCamera, COS_45, fromFacing, fromToward, fromWorld, onLevel, turned } from './frames.js';
import { evaluateIn, type Scope } from './interpret.js';
import { pixelCentre } from './object-facts.js';
import type { SceneContext } from './scene-context.js';
import type { CameraPlace, Direction, FramedPlace, Value } from './value.js';
import { dot, type Vector } from './whole-units.js';

export const cameraPoint = (xyz: Vector | null): CameraPlace => ({ kind: 'camera place', isPoint: true, xyz });

/** The centre of a thing in the camera frame, whole um. */
export function centreOf(context: SceneContext, value: Value): Vector | null {
  if (value.kind === 'object') return value.row === null ? null : context.factsOf(value.row).centre;
  if (value.kind === 'pixel') return pixelCentre(value.row, context.facts.scene);
  if (value.kind === 'camera') return [0, 0, 0];
  throw new Error(`a ${value.kind} has no centre`);
}

/** Known only for things with one front. */
export function facingOf(value: Value): Vector | null {
  return value.kind === 'object' && value.row?.front === 'one' ? value.row.facing : null;
}

/** A facing on the level; what faces up or down faces no way. */
export function facingDirection({ facts }: SceneContext, value: Value): Direction {
  const facing = facingOf(value);
  const isLevel = facing !== null && facts.scene.up !== null && Math.abs(dot(facing, facts.scene.up)) <= COS_45;
  return { kind: 'direction', level: isLevel ? onLevel(facing, facts.scene) : null };
}

export function from(scope: Scope, expression: ast.From): Value {
  const place = evaluateIn(scope, expression.value);
  if (place.kind !== 'camera place') throw new Error('`from` takes a place in the camera frame');
  const how = expression.turned?.text;
  if (how !== undefined) return turned(seen(scope, place, expression), how);
  const isCameras = expression.viewer.text === 'camera' && expression.toward === undefined;
  return isCameras ? place : seen(scope, place, expression);
}

function seen(scope: Scope, place: CameraPlace, { viewer, toward }: ast.From): FramedPlace {
  const { context } = scope;
  const { scene } = context.facts;
  const known = scope.names.get(viewer.text);
  if (known === undefined && viewer.text === 'world') return fromWorld(place, scene);
  if (toward === undefined && viewer.text === 'camera') return asSeenByCamera(place, scene);
  const standing = thingNamed(scope, viewer);
  const centre = centreOf(context, standing);
  if (toward === undefined) return fromFacing(place, centre, facingOf(standing), scene);
  const target = centreOf(context, thingNamed(scope, toward));
  return fromToward(place, centre, target, scene, context.settings.length.absolute);
}

function thingNamed(scope: Scope, { text }: ast.Name): Value {
  const value = scope.names.get(text);
  if (value !== undefined) return value;
  if (text === 'camera') return { kind: 'camera' };
  throw new Error(`no viewer ${text}`);
}
