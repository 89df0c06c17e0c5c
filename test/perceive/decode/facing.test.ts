/** From what an orientation model says of a crop to a direction of the camera frame. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../runtime/facts/rows.js';
import { column3, normalised } from '../../../runtime/geometry/matrix.js';
import { cameraFromRay } from '../../../runtime/geometry/viewing-ray.js';
import { facingOf } from '../../../runtime/perceive/decode/facing.js';

const half = Math.SQRT1_2;
const near = (vector: Vector3) => vector.map((value) => expect.closeTo(value, 6));

describe('the front of a thing', () => {
  it.each([
    ['towards the camera', [0, 0, 0], [0, 0, 1], [0, 0, -1]],
    ['to the left of the picture', [90, 0, 0], [0, 0, 1], [-1, 0, 0]],
    ['away', [180, 0, 0], [0, 0, 1], [0, 0, 1]],
    ['to the right of the picture', [270, 0, 0], [0, 0, 1], [1, 0, 0]],
    ['down, to who looks from above', [0, 30, 0], [0, 0, 1], [0, 0.5, -Math.sqrt(0.75)]],
    ['down, where the picture was turned anticlockwise', [90, 0, 90], [0, 0, 1], [0, 1, 0]],
    ['along its ray, at the right border', [0, 0, 0], [2, 0, 2], [-half, 0, -half]],
    ['level, seen from 45 degrees above', [0, 45, 0], [0, 1, 1], [0, 0, -1]],
    ['level and away, seen from 45 degrees above', [180, 45, 0], [0, 1, 1], [0, 0, 1]],
  ] as const)('points %s', (_, [azimuth, polar, rotation], ray, expected) => {
    expect(facingOf({ azimuth, polar, rotation }, ray)).toEqual(near(expected));
  });

  it('is that of a level thing anywhere, from the angles at which it is seen', () => {
    const metres = fc.double({ min: -5, max: 5, noNaN: true });
    const ahead = fc.double({ min: 0.5, max: 9, noNaN: true });
    fc.assert(
      fc.property(metres, metres, ahead, fc.double({ min: -3, max: 3, noNaN: true }), (x, y, z, yaw) => {
        const front: Vector3 = [Math.sin(yaw), 0, Math.cos(yaw)];
        const distance = Math.hypot(x, z);
        // From above: towards the camera, and to the left of who looks from there.
        const [towards, left] = [
          [-x / distance, -z / distance],
          [-z / distance, x / distance],
        ] as const;
        const along = ([a, b]: readonly [number, number]): number => front[0] * a + front[2] * b;
        const azimuth = (Math.atan2(along(left), along(towards)) * 180) / Math.PI;
        const polar = (Math.atan2(y, distance) * 180) / Math.PI;
        expect(facingOf({ azimuth, polar, rotation: 0 }, [x, y, z])).toEqual(near(front));
      }),
    );
  });
});

describe('a camera turned along a ray', () => {
  it('looks along it, and keeps its right level', () => {
    const ray: Vector3 = [1, -2, 3];
    const axes = cameraFromRay(ray);
    expect(column3(axes, 2)).toEqual(near(normalised(ray)));
    expect(column3(axes, 0)[1]).toBe(0);
    expect(column3(axes, 1)[1]).toBeGreaterThan(0);
  });
});
