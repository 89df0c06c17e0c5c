/**
 * The truth of a room, from what its maker placed in it: things, camera and what a pixel shows, in the world.
 * The facts that questions are made of are another thing: they are in the camera's frame, and rounded.
 */

import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { pictureHeight, pictureWidth } from '../../runtime/sources/rooms/camera.js';
import { factsOf, lookAt, type Scene } from '../../runtime/sources/rooms/facts.js';
import { furnish } from '../../runtime/sources/rooms/layout.js';
import { depthAt } from '../../runtime/sources/rooms/pixels.js';
import type { Seen } from '../../runtime/sources/rooms/visibility.js';
import type { Thing } from './thing.js';
import { dot, minus, norm, plus, times, type Vec } from './vectors.js';

/** The camera's place and axes in the world; `heading` and `aside` are level. */
export interface Eye {
  readonly at: Vec;
  readonly right: Vec;
  readonly down: Vec;
  readonly forward: Vec;
  readonly heading: Vec;
  readonly aside: Vec;
  /** Whether it is held so that its right and up are about those of the room. */
  readonly upright: boolean;
}

export interface Room {
  readonly id: string;
  readonly things: ReadonlyMap<string, Thing>;
  readonly eye: Eye;
  /** The point of the world that a pixel shows. */
  readonly shown: (u: number, v: number) => Vec;
}

/** A room and the facts that are told of it. */
export interface Made {
  readonly room: Room;
  readonly facts: SceneFacts;
}

export function makeRoom(seed: number, index: number): Made {
  const scene = lookAt(furnish(seed, index));
  const facts = factsOf(scene, { pixels: true });
  const things = scene.listed.map((seen, k) => thingOf(seen, scene, facts.objects[k]));
  const eye = eyeOf(scene);
  const { focal, centreU, centreV } = scene.room.camera;
  const shown = (u: number, v: number): Vec => {
    const depth = depthAt(scene, u, v);
    const across = times(eye.right, ((u - centreU) / focal) * depth);
    const along = times(eye.down, ((v - centreV) / focal) * depth);
    return plus(plus(eye.at, times(eye.forward, depth)), plus(across, along));
  };
  return { room: { id: facts.scene.sceneId, things: new Map(things.map((t) => [t.id, t])), eye, shown }, facts };
}

function thingOf({ body, bounds }: Seen, { room }: Scene, row: ObjectRow | undefined): Thing {
  if (row === undefined || row.category !== body.thing.kind.label) throw new Error('rows in another order than things');
  const { x, y, base, cosine, sine, width, height, depth, kind } = body.thing;
  const { focal, centreU, centreV } = room.camera;
  return {
    id: row.objectId,
    label: kind.label,
    certain: row.presence === 'certain',
    centre: [x, y, base + height / 2],
    toRight: [cosine, sine, 0],
    toFront: [-sine, cosine, 0],
    width,
    depth,
    height,
    fronts: kind.front,
    box: [
      Math.max(0, bounds.left * focal + centreU),
      Math.max(0, bounds.top * focal + centreV),
      Math.min(pictureWidth - 1, bounds.right * focal + centreU),
      Math.min(pictureHeight - 1, bounds.bottom * focal + centreV),
    ],
  };
}

function eyeOf({ room: { camera } }: Scene): Eye {
  const { x, y, z, right, down, forward, headingX, headingY } = camera;
  const level = Math.hypot(down[2], right[2]);
  return {
    at: [x, y, z],
    right,
    down,
    forward,
    heading: [headingX, headingY, 0],
    aside: [headingY, -headingX, 0],
    upright: -down[2] >= Math.cos(Math.PI / 12) * level,
  };
}

export const toRight = (eye: Eye, p: Vec): number => dot(eye.right, minus(p, eye.at));
export const downward = (eye: Eye, p: Vec): number => dot(eye.down, minus(p, eye.at));
export const depthOf = (eye: Eye, p: Vec): number => dot(eye.forward, minus(p, eye.at));
export const awayFrom = (eye: Eye, p: Vec): number => norm(minus(p, eye.at));
