/**
 * A thing of a room as it was built: an upright cuboid in the world, in metres, z up and the floor at 0.
 * What is measured of it is measured here, from its corners and sides.
 */
import { areaOf, between, degreesBetween, minus, norm, type Spot, shared, type Vec } from './vectors.js';

export interface Thing {
  readonly id: string;
  /** What the source calls it. */
  readonly label: string;
  /** False: so little of it is seen that nobody can be sure of it. */
  readonly certain: boolean;
  /** Of its middle. */
  readonly centre: Vec;
  /** Level unit vectors: to its own right, and out of its front. */
  readonly toRight: Vec;
  readonly toFront: Vec;
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  readonly fronts: 'one' | 'several' | 'none';
  /** [left, top, right, bottom] in pixels. */
  readonly box: readonly [number, number, number, number];
}

export const bottomOf = (a: Thing): number => a.centre[2] - a.height / 2;
export const topOf = (a: Thing): number => a.centre[2] + a.height / 2;
export const longerSide = (a: Thing): number => Math.max(a.width, a.depth);
export const shorterSide = (a: Thing): number => Math.min(a.width, a.depth);
export const longestSide = (a: Thing): number => Math.max(a.width, a.depth, a.height);
export const volumeOf = (a: Thing): number => a.width * a.depth * a.height;
export const breadthOf = (a: Thing): number => (a.width + a.depth) / 2;

/** Its middle seen from above. */
export const middleOf = ({ centre }: Thing): Spot => [centre[0], centre[1]];

/** Its corners seen from above, counter-clockwise. */
export function outlineOf({ centre, toRight, toFront, width, depth }: Thing): readonly Spot[] {
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return signs.map(([x, y]) => [
    centre[0] + (x * width * toRight[0] + y * depth * toFront[0]) / 2,
    centre[1] + (x * width * toRight[1] + y * depth * toFront[1]) / 2,
  ]);
}

export function cornersOf(a: Thing): readonly Vec[] {
  return [bottomOf(a), topOf(a)].flatMap((z) => outlineOf(a).map(([x, y]): Vec => [x, y, z]));
}

/** Centre to centre. */
export const distance = (a: Thing, b: Thing): number => norm(minus(a.centre, b.centre));

/** From surface to surface. */
export function gapBetween(a: Thing, b: Thing): number {
  const level = between(outlineOf(a), outlineOf(b));
  const upright = Math.max(0, bottomOf(a) - topOf(b), bottomOf(b) - topOf(a));
  return Math.hypot(level, upright);
}

/** The share of a that lies over or under b, seen from above. */
export function shareOver(a: Thing, b: Thing): number {
  return areaOf(shared(outlineOf(a), outlineOf(b))) / (a.width * a.depth);
}

/** From a point to the nearest point of a thing. */
export function fromPoint(p: Vec, a: Thing): number {
  const { right, front, up } = ownAxes(p, a);
  return Math.hypot(
    Math.max(0, Math.abs(right) - a.width / 2),
    Math.max(0, Math.abs(front) - a.depth / 2),
    Math.max(0, Math.abs(up) - a.height / 2),
  );
}

/** Where a point is for somebody who stands in the middle of a thing and faces as it does. */
export function ownAxes(p: Vec, a: Thing): { readonly right: number; readonly front: number; readonly up: number } {
  const way = minus(p, a.centre);
  return {
    right: way[0] * a.toRight[0] + way[1] * a.toRight[1],
    front: way[0] * a.toFront[0] + way[1] * a.toFront[1],
    up: way[2],
  };
}

export const degreesBetweenFronts = (a: Thing, b: Thing): number => degreesBetween(a.toFront, b.toFront);

/** Whether the straight line from one point to another passes through a thing. */
export function meets(from: Vec, to: Vec, a: Thing): boolean {
  const start = ownAxes(from, a);
  const end = ownAxes(to, a);
  const slabs = [
    [start.right, end.right, a.width / 2],
    [start.front, end.front, a.depth / 2],
    [start.up, end.up, a.height / 2],
  ] as const;
  let enter = 0;
  let leave = 1;
  for (const [p, q, half] of slabs) {
    const step = q - p;
    if (step === 0) {
      if (Math.abs(p) > half) return false;
      continue;
    }
    const one = (-half - p) / step;
    const other = (half - p) / step;
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter < leave;
}

/** Points all over its surface, seven along each edge. */
export function surfaceOf(a: Thing): readonly Vec[] {
  const steps = [-1, -0.666, -0.333, 0, 0.333, 0.666, 1];
  const points: Vec[] = [];
  for (const x of steps)
    for (const y of steps)
      for (const z of steps)
        if (Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) === 1)
          points.push([
            a.centre[0] + (x * a.width * a.toRight[0] + y * a.depth * a.toFront[0]) / 2,
            a.centre[1] + (x * a.width * a.toRight[1] + y * a.depth * a.toFront[1]) / 2,
            a.centre[2] + (z * a.height) / 2,
          ]);
  return points;
}

/** The same thing with its middle over another spot of the floor, not turned. */
export function movedTo(a: Thing, spot: Vec): Thing {
  return { ...a, centre: [spot[0], spot[1], spot[2] + a.height / 2] };
}
