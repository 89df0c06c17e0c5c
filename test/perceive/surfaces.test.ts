/** Depth images, edges, normals, gravity and floor: by hand, and of rendered rooms, whose truth is known. */
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { dot, length, normalised } from '../../runtime/geometry/matrix.js';
import { depthEdges } from '../../runtime/perceive/lift/depth-edges.js';
import { pointsOfDepth } from '../../runtime/perceive/lift/depth-points.js';
import { findFloor } from '../../runtime/perceive/lift/floor.js';
import { findGravity } from '../../runtime/perceive/lift/gravity.js';
import { normalsOf } from '../../runtime/perceive/lift/normals.js';
import { mapOf } from './point-map-of.js';
import { renderedRoom } from './rendered-room.js';

const pointAt = (values: Float32Array, at: number): Vector3 => [
  values[3 * at] ?? 0,
  values[3 * at + 1] ?? 0,
  values[3 * at + 2] ?? 0,
];
const degreesBetween = (a: Vector3, b: Vector3): number => (Math.acos(Math.min(1, dot(a, b))) * 180) / Math.PI;

describe('a depth image', () => {
  const image = { width: 3, height: 1, intrinsics: [2, 2, 1, 0] as const, metres: Float32Array.of(4, 0, Number.NaN) };

  it('gives the point on the ray of each pixel, along z or along the ray', () => {
    expect(pointAt(pointsOfDepth({ ...image, kind: 'z' }).points, 0)).toEqual([-2, 0, 4]);
    const along = pointAt(pointsOfDepth({ ...image, kind: 'euclidean' }).points, 0);
    expect(length(along)).toBeCloseTo(4, 6);
    expect(along[0] / along[2]).toBeCloseTo(-0.5, 6);
  });

  it('knows nothing where nothing was measured', () => {
    const { points, valid } = pointsOfDepth({ ...image, kind: 'z' });
    expect([...valid]).toEqual([1, 0, 0]);
    expect(points[3]).toBeNaN();
    expect(points[6]).toBeNaN();
  });
});

const view = { width: 24, height: 16, focal: 20 };
const fine = { width: 240, height: 180, focal: 200 };

describe('depth edges', () => {
  it('are the pixels on both sides of a step of more than 4 %, and of no smaller one', () => {
    const edgeColumns = (far: number): readonly number[] => {
      const edges = depthEdges(mapOf(view, (_x, _y, u) => (u < 10 ? 2 : far)));
      return [...edges.keys()].filter((at) => edges[at] === 1 && at < 24);
    };
    expect(edgeColumns(2.5)).toEqual([9, 10]);
    expect(edgeColumns(2.07)).toEqual([]);
    expect(edgeColumns(2.082)).toEqual([9]);
  });

  it('are not made by pixels that are invalid', () => {
    const edges = depthEdges(mapOf(view, (_x, _y, u) => (u < 10 ? 2 : Number.NaN)));
    expect(edges.every((edge) => edge === 0)).toBe(true);
  });
});

describe('normals', () => {
  it('are those of the plane that is seen, towards the camera', () => {
    // n · p = -2: the plane 2 m away along -n.
    const normal = normalised([0.3, -0.5, -0.8]);
    const map = mapOf(fine, (x, y) => -2 / (normal[0] * x + normal[1] * y + normal[2]));
    const normals = normalsOf(map, depthEdges(map), 2);
    expect(pointAt(normals, 80 * 240 + 120)).toEqual(normal.map((one) => expect.closeTo(one, 4)));
    // Two pixels at the border have none.
    expect(normals[3 * (80 * 240 + 1)]).toBeNaN();
    expect(normals[3 * (80 * 240 + 2)]).not.toBeNaN();
  });

  it('are unknown across an edge', () => {
    const map = mapOf(view, (_x, _y, u) => (u < 12 ? 2 : 4));
    const normals = normalsOf(map, depthEdges(map), 2);
    const known = Array.from({ length: 24 }, (_, u) => !Number.isNaN(normals[3 * (8 * 24 + u)]));
    expect(known.map((one) => (one ? '+' : '-')).join('')).toBe('--+++++++------+++++++--');
  });
});

describe('of rendered rooms', () => {
  const rooms = Array.from({ length: 20 }, (_, index) => renderedRoom(31, index));
  const found = rooms.map(({ map, facts }) => {
    const normals = normalsOf(map, depthEdges(map), 2);
    return { map, normals, scene: facts.scene, gravity: findGravity(map, normals) };
  });

  it('gravity is within 1.5 degrees, or unknown', () => {
    const known = found.flatMap(({ scene, gravity }) =>
      gravity.kind === 'found' && scene.up !== null ? [degreesBetween(gravity.up, scene.up)] : [],
    );
    expect(known.length).toBeGreaterThanOrEqual(18);
    expect(Math.max(...known)).toBeLessThan(1.5);
  });

  it('the floor is within 2 cm, or unknown', () => {
    const known = found.flatMap(({ map, normals, scene, gravity }) => {
      const floor = findFloor(map, normals, gravity.kind === 'found' ? gravity.up : (scene.up ?? [0, -1, 0]));
      return floor.kind === 'found' ? [Math.abs(floor.height - (scene.floorHeight ?? 0))] : [];
    });
    expect(known.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...known)).toBeLessThan(0.02);
  });
});

describe('what a picture does not tell', () => {
  it('is unknown: gravity before a bare wall', () => {
    const wall = mapOf(view, () => 3);
    expect(findGravity(wall, normalsOf(wall, depthEdges(wall), 2))).toEqual({
      kind: 'unknown',
      cause: 'few level surfaces',
    });
  });

  it('is unknown: gravity where the normals that could be level point everywhere', () => {
    const map = mapOf(fine, () => 3);
    const normals = new Float32Array(map.points.length);
    // A spiral over the cap of 45 degrees about the upper side of the picture.
    for (let at = 0; at < 240 * 180; at++) {
      const cosine = 1 - (1 - Math.SQRT1_2) * ((at * 0.618034) % 1);
      const sine = Math.sqrt(1 - cosine * cosine);
      normals.set([sine * Math.cos(at * 2.4), -cosine, sine * Math.sin(at * 2.4)], 3 * at);
    }
    expect(findGravity(map, normals)).toEqual({ kind: 'unknown', cause: 'level surfaces disagree' });
  });

  it('is unknown: the floor, where the lowest level surface is a table top with things below it', () => {
    // A level camera 1 m above a table top; beside it a wall goes on, down to 1.8 m below the camera.
    const map = mapOf(fine, (x, y) => (y <= 0.15 ? 8 : x < -0.3 ? 4 : 1 / y));
    const normals = normalsOf(map, depthEdges(map), 2);
    const up: Vector3 = [0, -1, 0];
    expect(findFloor(map, normals, up)).toEqual({ kind: 'unknown', cause: 'much lies below it' });
    const whole = mapOf(fine, (_x, y) => (y <= 0.15 ? 8 : 1 / y));
    const floor = findFloor(whole, normalsOf(whole, depthEdges(whole), 2), up);
    expect(floor.kind === 'found' ? floor.height : null).toBeCloseTo(-1, 4);
  });
});
