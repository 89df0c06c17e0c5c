/**
 * Boxes that stand upright in a room, described in the room: what they are is known without the formulas under test.
 * A camera anywhere, turned anyhow, sees them.
 */
import type { ObjectRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { type Random, randomFrom } from '../reference/random-numbers.js';
import { LEVEL, scene, thing } from '../reference/scene-builder.js';

/** In metres and radians; east and north are level, `turn` is the angle from east to the first side, towards north. */
export interface UprightBox {
  readonly east: number;
  readonly north: number;
  readonly height: number;
  readonly first: number;
  readonly second: number;
  readonly tall: number;
  readonly turn: number;
  /** Which axis of the box is vertical, 0 to 2. */
  readonly vertical: number;
}

/** Where the room stands before the camera: camera-frame axes of the room, and its origin. */
export interface View {
  readonly east: Vector3;
  readonly north: Vector3;
  readonly up: Vector3;
  readonly origin: Vector3;
}

/** A level camera that looks north, 8 m from the origin of the room. */
export const straight: View = { east: [1, 0, 0], north: [0, 0, 1], up: LEVEL, origin: [0, 0, 8] };

const cross = (p: Vector3, q: Vector3): Vector3 => [
  p[1] * q[2] - p[2] * q[1],
  p[2] * q[0] - p[0] * q[2],
  p[0] * q[1] - p[1] * q[0],
];
const combined = (v: readonly (readonly [number, Vector3])[]): Vector3 => {
  const part = (i: 0 | 1 | 2): number => v.reduce((sum, [by, of]) => sum + by * of[i], 0);
  return [part(0), part(1), part(2)];
};

/** The camera turned by heading, pitch and roll (radians). */
export function view(heading: number, pitch: number, roll: number, origin: Vector3): View {
  const up: Vector3 = [Math.cos(pitch) * Math.sin(roll), -Math.cos(pitch) * Math.cos(roll), -Math.sin(pitch)];
  const aside: Vector3 = [Math.cos(roll), Math.sin(roll), 0];
  const ahead = cross(up, aside);
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  const east = combined([
    [c, aside],
    [s, ahead],
  ]);
  return { east, north: cross(up, east), up, origin };
}

/** The object in the camera frame. */
export function seen(id: string, box: UprightBox, from: View, facts: Partial<ObjectRow> = {}): ObjectRow {
  const [c, s] = [Math.cos(box.turn), Math.sin(box.turn)];
  const first = combined([
    [c, from.east],
    [s, from.north],
  ]);
  const second = cross(from.up, first);
  const axes: readonly Vector3[] = [from.up, first, second];
  const sizes = [box.tall, box.first, box.second];
  // Cyclic orders keep the axes right-handed.
  const places = [0, 1, 2].map((axis) => (axis - box.vertical + 3) % 3);
  const axis = (j: number): Vector3 => axes[places[j] ?? 0] ?? from.up;
  const size = (j: number): number => sizes[places[j] ?? 0] ?? 0;
  const centre = combined([
    [1, from.origin],
    [box.east, from.east],
    [box.north, from.north],
    [box.height, from.up],
  ]);
  return thing(id, 'chair', centre, {
    box2d: null,
    size: [size(0), size(1), size(2)],
    rotation: [0, 1, 2].flatMap((row) => [0, 1, 2].map((j) => axis(j)[row] ?? 0)),
    ...facts,
  });
}

export function room(number: number, objects: readonly ObjectRow[], from: View): SceneFacts {
  return scene(`room ${number}`, objects, { scene: { up: from.up } });
}

/** On a grid of 5 cm and eighths of a turn every other time, so that sides, corners and faces meet exactly. */
export function randomBox(random: Random, spread: number): UprightBox {
  const tied = random.chance(0.5);
  const length = (low: number, high: number): number =>
    tied ? random.whole(low * 20, high * 20) / 20 : low + random.unit() * (high - low);
  return {
    east: length(-spread, spread),
    north: length(-spread, spread),
    height: length(-1, 1),
    first: Math.max(0.05, length(0, 2)),
    second: Math.max(0.05, length(0, 2)),
    tall: Math.max(0.05, length(0, 2)),
    turn: tied ? (random.whole(0, 7) * Math.PI) / 4 : random.unit() * 2 * Math.PI,
    vertical: random.whole(0, 2),
  };
}

/** Level every third time; else turned, pitched by up to 80 degrees and rolled. */
export function randomView(random: Random): View {
  if (random.chance(1 / 3)) return straight;
  const angle = (most: number): number => (2 * random.unit() - 1) * most;
  return view(angle(Math.PI), angle(1.4), angle(1), [angle(1), angle(1), 8 + angle(1)]);
}

export { type Random, randomFrom };
