/** Hulls, rectangles, circles, planes and level frames against numbers worked out by hand, and their laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { fittedCircle } from '../../runtime/geometry/circle-fit.js';
import { convexHull, type Point2 } from '../../runtime/geometry/convex-hull.js';
import { cameraFromLevel } from '../../runtime/geometry/level-frame.js';
import { apply3, cross, dot, isRotation, length, normalised, transpose3 } from '../../runtime/geometry/matrix.js';
import { planeThrough } from '../../runtime/geometry/principal-axes.js';
import { rectangleAt, smallestRectangle } from '../../runtime/geometry/smallest-rectangle.js';

const coordinate = fc.integer({ min: -20, max: 20 });
const point2 = fc.tuple(coordinate, coordinate);
const points = fc.array(point2, { minLength: 1, maxLength: 40 });
const signedArea = (a: Point2, b: Point2, c: Point2): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

describe('a convex hull', () => {
  it('has the corners alone, counter-clockwise', () => {
    const square: Point2[] = [
      [0, 0],
      [2, 0],
      [1, 1],
      [2, 2],
      [0, 2],
      [1, 0],
    ];
    expect(convexHull(square)).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]);
  });

  it('turns left at every corner, and leaves every point on its left', () => {
    fc.assert(
      fc.property(points, (some) => {
        const hull = convexHull(some);
        for (const [index, a] of hull.entries()) {
          const b = hull[(index + 1) % hull.length] ?? a;
          const c = hull[(index + 2) % hull.length] ?? a;
          if (hull.length > 2) expect(signedArea(a, b, c)).toBeGreaterThan(0);
          for (const point of some) expect(signedArea(a, b, point)).toBeGreaterThanOrEqual(0);
        }
        expect(convexHull(hull)).toEqual(hull);
        expect(hull.every((corner) => some.some((point) => point[0] === corner[0] && point[1] === corner[1]))).toBe(
          true,
        );
      }),
    );
  });
});

/** Points of a raster on the given sides of a rectangle of 3 x 1, turned. */
function turnedSides(angle: number, sides: readonly ('front' | 'left' | 'inside')[]): readonly Point2[] {
  const own: Point2[] = [];
  for (let k = 0; k <= 30; k++) {
    if (sides.includes('front')) own.push([k / 10, 0]);
    if (sides.includes('left')) own.push([0, k / 30]);
    for (let j = 0; j <= 10; j++) if (sides.includes('inside')) own.push([k / 10, j / 10]);
  }
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return own.map(([x, y]) => [5 + c * x - s * y, 7 + s * x + c * y]);
}

describe('the smallest rectangle', () => {
  it('is the one that the points were drawn from, whatever its turn', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1.57, noNaN: true }), (angle) => {
        const found = smallestRectangle(turnedSides(angle, ['inside']));
        expect((found?.first[1] ?? 0) - (found?.first[0] ?? 0)).toBeCloseTo(3, 6);
        expect((found?.second[1] ?? 0) - (found?.second[0] ?? 0)).toBeCloseTo(1, 6);
        expect(found?.angle).toBeCloseTo(angle, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('lies along two seen sides, not along the line between their ends, which would be as small', () => {
    for (const angle of [0.1, 0.7, 1.3]) {
      const seen = turnedSides(angle, ['front', 'left']);
      const along = rectangleAt(seen, (angle + Math.atan2(-1, 3) + Math.PI) % (Math.PI / 2));
      expect((along.first[1] - along.first[0]) * (along.second[1] - along.second[0])).toBeCloseTo(3, 9);
      expect(smallestRectangle(seen)?.angle).toBeCloseTo(angle, 6);
    }
  });

  it('holds every point, and is no larger than one at any other angle', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1.57, noNaN: true }), (some, angle) => {
        const found = smallestRectangle(some);
        if (found === null) throw new Error('points have a rectangle');
        const size = ({ first, second }: typeof found): number => (first[1] - first[0]) * (second[1] - second[0]);
        // 15 % is what the choice among nearly equal ones may cost.
        expect(size(found)).toBeLessThanOrEqual(1.15 * size(rectangleAt(some, angle)) + 1e-9);
        const again = rectangleAt(some, found.angle);
        expect(again.first[0]).toBeCloseTo(found.first[0], 9);
        expect(again.second[1]).toBeCloseTo(found.second[1], 9);
      }),
    );
    expect(smallestRectangle([])).toBeNull();
  });
});

describe('a fitted circle', () => {
  it('goes through points of an arc', () => {
    const arc = [0.2, 0.5, 0.9, 1.7, 2].map((t): Point2 => [3 + 2 * Math.cos(t), -1 + 2 * Math.sin(t)]);
    const found = fittedCircle(arc);
    expect(found?.radius).toBeCloseTo(2, 9);
    expect(found?.centre).toEqual([expect.closeTo(3, 9), expect.closeTo(-1, 9)]);
  });

  it('is none of points on a line', () => {
    expect(
      fittedCircle([
        [0, 0],
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
  });
});

const direction = fc
  .tuple(coordinate, coordinate, coordinate)
  .filter((v) => length(v) > 0)
  .map((v) => normalised(v));

describe('a plane through points', () => {
  it('is that of the points, between those that lie on either side of it', () => {
    // Of z = 2 + x/2, each corner of a rectangle moved up and down along the normal (-1, 0, 2).
    const corners: Vector3[] = [
      [0, 0, 2],
      [2, 0, 3],
      [2, 4, 3],
      [0, 4, 2],
    ];
    const some = corners.flatMap(([x, y, z]): Vector3[] => [
      [x - 0.1, y, z + 0.2],
      [x + 0.1, y, z - 0.2],
    ]);
    const found = planeThrough(some);
    const [x, y, z] = found?.normal ?? [0, 0, 0];
    expect(x / z).toBeCloseTo(-0.5, 9);
    expect(y / z).toBeCloseTo(0, 9);
    expect(found?.point).toEqual([1, 2, 2.5].map((one) => expect.closeTo(one, 9)));
    expect(planeThrough(some.slice(0, 2))).toBeNull();
  });
});

describe('the level frame', () => {
  it('is the camera frame where the camera is level', () => {
    expect(cameraFromLevel([0, -1, 0])).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1].map((one) => expect.closeTo(one, 12)));
  });

  it('has forward under the optical axis: pitched down by 30 degrees, up leans back', () => {
    const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    const toLevel = transpose3(cameraFromLevel([0, -c, -s]));
    expect(apply3(toLevel, [0, 0, 1])).toEqual([0, s, c].map((one) => expect.closeTo(one, 12)));
    expect(apply3(toLevel, [1, 0, 0])).toEqual([1, 0, 0].map((one) => expect.closeTo(one, 12)));
  });

  it('is a rotation whose down is against up, for every up', () => {
    fc.assert(
      fc.property(direction, (up) => {
        const frame = cameraFromLevel(up);
        expect(isRotation(frame, 1e-9)).toBe(true);
        expect(dot(apply3(frame, [0, 1, 0]), up)).toBeCloseTo(-1, 9);
      }),
    );
  });

  it('cross products are orthogonal and right-handed', () => {
    expect(cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
    fc.assert(
      fc.property(direction, direction, (a, b) => {
        expect(dot(cross(a, b), a)).toBeCloseTo(0, 9);
        expect(dot(cross(a, b), b)).toBeCloseTo(0, 9);
      }),
    );
  });
});
