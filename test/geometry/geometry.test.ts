/** Formulas of runtime/geometry against numbers worked out by hand, and their laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { boxCorners } from '../../runtime/geometry/box.js';
import {
  apply3,
  applyTransform,
  asMatrix3,
  asTransform,
  compose,
  determinant3,
  identity3,
  isRotation,
  matrix4,
  multiply3,
  orthonormalityError,
  rigidInverse,
  transpose3,
} from '../../runtime/geometry/matrix.js';
import {
  clippedShare,
  clipToPicture,
  type Intrinsics,
  project,
  projectedBounds,
  resizedIntrinsics,
  unproject,
} from '../../runtime/geometry/projection.js';
import { rotationX, rotationY, rotationZ, rotationZxy } from '../../runtime/geometry/rotation.js';

const close = (found: readonly number[] | null, expected: readonly number[], digits = 9): void => {
  expect(found).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(found?.[index]).toBeCloseTo(value, digits);
};

const angle = fc.double({ min: -7, max: 7, noNaN: true });
const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate);
const rotation = fc.tuple(angle, angle, angle).map(([z, x, y]) => rotationZxy(z, x, y));
const transform = fc.record({ rotation, translation: point });

describe('rotations', () => {
  const quarter = Math.PI / 2;
  it('turn the axes as their right-handed definitions say', () => {
    close(apply3(rotationX(quarter), [0, 1, 0]), [0, 0, 1]);
    close(apply3(rotationY(quarter), [0, 0, 1]), [1, 0, 0]);
    close(apply3(rotationZ(quarter), [1, 0, 0]), [0, 1, 0]);
  });
  it("KITTI's rotation_y of -90 degrees points the front away from the camera", () => {
    close(apply3(rotationY(-quarter), [1, 0, 0]), [0, 0, 1]);
  });
  it('Euler ZXY turns about y first, then x, then z', () => {
    // y: z -> x; x leaves x; z: x -> y.
    close(apply3(rotationZxy(quarter, quarter, quarter), [0, 0, 1]), [0, 1, 0]);
    // y leaves y; x: y -> z; z leaves z.
    close(apply3(rotationZxy(quarter, quarter, quarter), [0, 1, 0]), [0, 0, 1]);
  });
  it('are rotations, and their products too', () => {
    fc.assert(fc.property(rotation, rotation, (a, b) => isRotation(multiply3(a, b), 1e-9)));
  });
});

describe('matrices', () => {
  it('multiply row by column', () => {
    close(multiply3([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 0, 2, 0, 1, 0, 1, 1, 1]), [4, 5, 5, 10, 11, 14, 16, 17, 23]);
  });
  it('have the determinant of the rule of Sarrus', () => {
    expect(determinant3([2, 0, 1, 1, 3, 0, 0, 1, 4])).toBe(25);
  });
  it('a mirror is orthonormal but no rotation; a stretched or NaN matrix is neither', () => {
    expect(orthonormalityError([1, 0, 0, 0, 1, 0, 0, 0, -1])).toBe(0);
    expect(isRotation([1, 0, 0, 0, 1, 0, 0, 0, -1])).toBe(false);
    expect(isRotation([1.1, 0, 0, 0, 1, 0, 0, 0, 1])).toBe(false);
    expect(isRotation([Number.NaN, 0, 0, 0, 1, 0, 0, 0, 1])).toBe(false);
    expect(isRotation(identity3)).toBe(true);
  });
  it('the transpose of a rotation is its inverse', () => {
    fc.assert(fc.property(rotation, (r) => close(multiply3(r, transpose3(r)), identity3, 9)));
  });
  it('need nine numbers', () => {
    expect(asMatrix3([1, 0, 0])).toBeNull();
    expect(asMatrix3([1, 0, 0, 0, 1, 0, 0, 0, 1])).toEqual(identity3);
  });
});

describe('rigid transforms', () => {
  it('the inverse takes a point back', () => {
    fc.assert(
      fc.property(transform, point, (t, p) => close(applyTransform(rigidInverse(t), applyTransform(t, p)), p, 6)),
    );
  });
  it('compose is one after the other', () => {
    fc.assert(
      fc.property(transform, transform, point, (a, b, p) =>
        close(applyTransform(compose(a, b), p), applyTransform(a, applyTransform(b, p)), 6),
      ),
    );
  });
  it('are read from and written to row-major 4x4', () => {
    const values = [0, -1, 0, 5, 1, 0, 0, 6, 0, 0, 1, 7, 0, 0, 0, 1];
    const read = asTransform(values);
    if (read === null) throw new Error('no transform');
    close(applyTransform(read, [1, 0, 0]), [5, 7, 7]);
    expect(matrix4(read)).toEqual(values);
    expect(asTransform([...values.slice(0, 15), 2])).toBeNull();
  });
});

describe('projection', () => {
  const intrinsics: Intrinsics = [500, 400, 320, 240];
  const picture = { width: 640, height: 480 };

  it('is f x / z + c', () => {
    expect(project(intrinsics, [1, -2, 4])).toEqual([445, 40]);
    expect(project(intrinsics, [1, 1, 0])).toBeNull();
    expect(project(intrinsics, [1, 1, -1])).toBeNull();
  });
  it('unproject is its inverse', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0.1, max: 100, noNaN: true }), (x, y, z) => {
        const pixel = project(intrinsics, [x, y, z]);
        if (pixel === null) throw new Error('in front of the camera');
        close(unproject(intrinsics, pixel, z), [x, y, z], 6);
      }),
    );
  });
  it('corners come face by face, in the order of the sign pattern', () => {
    const corners = boxCorners({ centre: [0, 0, 10], size: [2, 4, 6], rotation: identity3 });
    const expected: readonly Vector3[] = [
      [-1, -2, 7],
      [1, -2, 7],
      [1, 2, 7],
      [-1, 2, 7],
      [-1, -2, 13],
      [1, -2, 13],
      [1, 2, 13],
      [-1, 2, 13],
    ];
    expect(corners).toEqual(expected);
  });
  it('bounds of a box in front are those of its nearer face', () => {
    const bounds = projectedBounds(intrinsics, { centre: [0, 0, 10], size: [2, 2, 10], rotation: identity3 });
    // The nearer face is at z = 5: 320 ± 500 / 5, 240 ± 400 / 5.
    close(bounds, [220, 160, 420, 320]);
  });
  it('a box that reaches behind the camera is cut at the near plane, not mirrored', () => {
    const beside = projectedBounds(intrinsics, { centre: [2, 0, 0], size: [2, 2, 4], rotation: identity3 });
    // Left edge: the far left corner at x = 1, z = 2; right edge: x = 3 at the near plane, z = 0.05.
    close(beside, [570, 240 - 400 / 0.05, 320 + (500 * 3) / 0.05, 240 + 400 / 0.05], 3);
    expect(projectedBounds(intrinsics, { centre: [0, 0, -5], size: [1, 1, 1], rotation: identity3 })).toBeNull();
  });
  it('clips to the picture and tells the share outside', () => {
    expect(clipToPicture([-100, 10, 100, 110], picture)).toEqual([0, 10, 100, 110]);
    expect(clippedShare([-100, 10, 100, 110], picture)).toBe(0.5);
    expect(clippedShare([10, 10, 20, 20], picture)).toBe(0);
    expect(clipToPicture([700, 10, 800, 110], picture)).toBeNull();
    expect(clippedShare([700, 10, 800, 110], picture)).toBe(1);
  });
});

describe('the camera of a resized picture', () => {
  it('sees every point at the same share of the picture', () => {
    // Half the size: the first centre of the large one, at 0, lies a quarter of a pixel before that of the small one.
    const half = resizedIntrinsics([500, 500, 319.5, 239.5], { width: 640, height: 480 }, { width: 320, height: 240 });
    expect(half).toEqual([250, 250, 159.5, 119.5]);
    expect(resizedIntrinsics([500, 400, 0, 0], { width: 640, height: 480 }, { width: 320, height: 960 })).toEqual([
      250, 800, -0.25, 0.5,
    ]);
  });
});
