/** Frames: the world (gravity and the camera's heading) and upright viewers at an object's centre. */
import type { SceneRow } from '../../runtime/facts/rows.js';
import type { CameraPlace, FramedPlace } from './value.js';
import { cross, dot, subtract, type Vector, whole } from './whole-units.js';

const COS_15 = 0.9659258262890683;
export const COS_45 = Math.SQRT1_2;
const SIN_70 = 0.9396926207859083;

const unseen = { kind: 'framed place', right: null, up: null, forward: null } as const;
const nowhereInTheWorld: FramedPlace = { ...unseen, isViewers: false };
const nowhere: FramedPlace = { ...unseen, isViewers: true };

/** A rolled camera: "left" of the picture is no longer left. Unknown gravity counts as upright. */
export function isRolled(scene: SceneRow): boolean {
  if (scene.up === null) return false;
  const [ux, uy] = scene.up;
  return !(-uy >= COS_15 * Math.sqrt(ux * ux + uy * uy));
}

export interface Axes {
  readonly right: Vector;
  readonly forward: Vector;
}

/** The horizontal axes of the world; unknown when the camera looks up or down by more than 70 deg. */
export function worldAxes(scene: SceneRow): Axes | null {
  if (scene.up === null || Math.abs(scene.up[2]) > SIN_70) return null;
  const [ux, uy, uz] = scene.up;
  const level: Vector = [-uz * ux, -uz * uy, 1 - uz * uz];
  const forward = unit(level);
  return { forward, right: cross(forward, scene.up) };
}

/** Right, 0 and forward of a direction in the world; unknown where the world has none. */
export function onLevel(direction: Vector, scene: SceneRow): Vector | null {
  const axes = worldAxes(scene);
  return axes === null ? null : [dot(axes.right, direction), 0, dot(axes.forward, direction)];
}

function unit(v: Vector): Vector {
  const length = Math.sqrt(dot(v, v));
  return [v[0] / length, v[1] / length, v[2] / length];
}

/** `p from world`: the origin stays at the camera. */
export function fromWorld(place: CameraPlace, scene: SceneRow): FramedPlace {
  if (place.xyz === null || scene.up === null) return nowhereInTheWorld;
  const axes = worldAxes(scene);
  return {
    kind: 'framed place',
    isViewers: false,
    up: whole(dot(scene.up, place.xyz)),
    right: axes === null ? null : whole(dot(axes.right, place.xyz)),
    forward: axes === null ? null : whole(dot(axes.forward, place.xyz)),
  };
}

/** `p from a`: seen by an upright viewer at `centre` who faces along `facing`. */
export function fromFacing(
  place: CameraPlace,
  centre: Vector | null,
  facing: Vector | null,
  scene: SceneRow,
): FramedPlace {
  if (scene.up === null || facing === null) return nowhere;
  const g = dot(facing, scene.up);
  if (!(Math.abs(g) <= COS_45)) return nowhere;
  return fromViewer(place, centre, horizontal(facing, g, scene.up), scene.up);
}

/** `p from a toward b`: the viewer at a looks to b, which must be clear of a on the ground. */
export function fromToward(
  place: CameraPlace,
  centre: Vector | null,
  target: Vector | null,
  scene: SceneRow,
  absoluteMargin: number,
): FramedPlace {
  if (scene.up === null || centre === null || target === null) return nowhere;
  const w = subtract(target, centre);
  const h = horizontal(w, dot(w, scene.up), scene.up);
  if (!(Math.sqrt(dot(h, h)) >= 3 * absoluteMargin)) return nowhere;
  return fromViewer(place, centre, h, scene.up);
}

function horizontal(v: Vector, g: number, up: Vector): Vector {
  return [v[0] - g * up[0], v[1] - g * up[1], v[2] - g * up[2]];
}

function fromViewer(place: CameraPlace, centre: Vector | null, heading: Vector, up: Vector): FramedPlace {
  if (place.xyz === null || centre === null) return nowhere;
  const forward = unit(heading);
  const right = cross(forward, up);
  const v = place.isPoint ? subtract(place.xyz, centre) : place.xyz;
  return {
    kind: 'framed place',
    isViewers: true,
    right: whole(dot(right, v)),
    up: whole(dot(up, v)),
    forward: whole(dot(forward, v)),
  };
}

/** What the viewer sees after turning: to the right, what was on the right lies ahead. */
export function turned(place: FramedPlace, how: string): FramedPlace {
  const minus = (x: number | null) => (x === null ? null : 0 - x);
  const { right, forward } = place;
  switch (how) {
    case 'right':
      return { ...place, isViewers: true, forward: right, right: minus(forward) };
    case 'left':
      return { ...place, isViewers: true, forward: minus(right), right: forward };
    case 'around':
      return { ...place, isViewers: true, forward: minus(forward), right: minus(right) };
  }
  throw new Error(`nobody turns ${how}`);
}

/** The camera's own view by its words: right and up mean nothing when it is rolled. */
export function asSeenByCamera({ xyz }: CameraPlace, scene: SceneRow): FramedPlace {
  const rolled = isRolled(scene);
  return {
    kind: 'framed place',
    isViewers: false,
    right: rolled || xyz === null ? null : xyz[0],
    up: rolled || xyz === null ? null : 0 - xyz[1],
    forward: xyz?.[2] ?? null,
  };
}
