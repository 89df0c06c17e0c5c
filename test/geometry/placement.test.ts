/** Pictures placed in the input of a model: by hand, as laws, and against pixels that were really resized. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsToCanvas,
  boundsToPicture,
  letterbox,
  shrunkTo,
  squash,
  toCanvas,
  toPicture,
} from '../../runtime/geometry/placement.js';
import { intersectionOverUnion } from '../../runtime/geometry/projection.js';
import { resized } from '../../runtime/perceive/picture/resize.js';
import { black, painted, white } from '../perceive/painted.js';

describe('placements by hand', () => {
  it('letterbox keeps the shape and pads right or below', () => {
    expect(letterbox({ width: 640, height: 480 }, 960)).toMatchObject({
      content: { width: 960, height: 720 },
      canvas: { width: 960, height: 960 },
    });
    expect(letterbox({ width: 100, height: 300 }, 64).content).toEqual({ width: 21, height: 64 });
    expect(letterbox({ width: 30_000, height: 2 }, 640).content).toEqual({ width: 640, height: 1 });
  });

  it('shrunkTo keeps the shape and never enlarges', () => {
    expect(shrunkTo({ width: 2000, height: 1000 }, 500_000).content).toEqual({ width: 1000, height: 500 });
    expect(shrunkTo({ width: 20, height: 10 }, 500_000).content).toEqual({ width: 20, height: 10 });
  });

  it('maps edges to edges: half a pixel before the first centre stays there', () => {
    const doubled = letterbox({ width: 480, height: 240 }, 960);
    expect(toCanvas(doubled, [-0.5, -0.5])).toEqual([-0.5, -0.5]);
    // Pixel 0 covers −0.5 to 0.5, and becomes the two pixels that cover −0.5 to 1.5.
    expect(toCanvas(doubled, [0, 239.5])).toEqual([0.5, 479.5]);
    const flat = squash({ width: 1280, height: 320 }, 640, 640);
    expect(boundsToCanvas(flat, [-0.5, -0.5, 639.5, 159.5])).toEqual([-0.5, -0.5, 319.5, 319.5]);
    expect(boundsToPicture(flat, [319.5, 319.5, 639.5, 639.5])).toEqual([639.5, 159.5, 1279.5, 319.5]);
  });
});

it('a point comes back from where it was placed', () => {
  const side = fc.integer({ min: 1, max: 5000 });
  const placement = fc.oneof(
    fc.tuple(side, side, side, side).map(([width, height, w, h]) => squash({ width, height }, w, h)),
    fc.tuple(side, side, side).map(([width, height, s]) => letterbox({ width, height }, s)),
    fc.tuple(side, side, side).map(([width, height, n]) => shrunkTo({ width, height }, n * 1000)),
  );
  const coordinate = fc.double({ min: -10, max: 5000, noNaN: true });
  fc.assert(
    fc.property(placement, coordinate, coordinate, (placed, u, v) => {
      const [back, down] = toPicture(placed, toCanvas(placed, [u, v]));
      expect(back).toBeCloseTo(u, 6);
      expect(down).toBeCloseTo(v, 6);
      expect(placed.content.width).toBeLessThanOrEqual(placed.canvas.width);
      expect(placed.content.height).toBeLessThanOrEqual(placed.canvas.height);
    }),
  );
});

describe('pixels that were resized', () => {
  /** Where a row of a picture, black on the left and white on the right, changes: between which coordinates. */
  function edgeOf(row: readonly number[]): number {
    const after = row.findIndex((value) => value > 127.5);
    const [low = 0, high = 255] = [row[after - 1], row[after]];
    return after - 1 + (127.5 - low) / (high - low);
  }

  it.each([
    [640, 480, 960],
    [1999, 1333, 640],
    [333, 777, 1024],
    [97, 61, 640],
    [3000, 1500, 416],
  ])('lie where the placement says, to half a pixel both ways: %i x %i in %i', async (width, height, side) => {
    const [x, y] = [Math.floor(width / 3), Math.floor(height * 0.6)];
    const vertical = painted(width, height, black, [{ left: x, top: 0, right: width, bottom: height, colour: white }]);
    const horizontal = painted(width, height, black, [
      { left: 0, top: y, right: width, bottom: height, colour: white },
    ]);
    const placement = letterbox(vertical, side);
    const { content } = placement;
    const [acrossPicture, downPicture] = [await resized(vertical, content), await resized(horizontal, content)];
    const across = Array.from({ length: content.width }, (_, i) => acrossPicture.pixels[3 * i] ?? 0);
    const down = Array.from({ length: content.height }, (_, i) => downPicture.pixels[3 * i * content.width] ?? 0);
    // The edge lies between the centres of pixels x − 1 and x.
    const [u, v] = toCanvas(placement, [x - 0.5, y - 0.5]);
    expect(Math.abs(edgeOf(across) - u)).toBeLessThan(0.5);
    expect(Math.abs(edgeOf(down) - v)).toBeLessThan(0.5);
    const [left, top] = toPicture(placement, [edgeOf(across), edgeOf(down)]);
    const pixel = Math.max(1, width / content.width);
    expect(Math.abs(left - (x - 0.5))).toBeLessThan(0.5 * pixel);
    expect(Math.abs(top - (y - 0.5))).toBeLessThan(0.5 * pixel);
  });
});

it('overlap of boxes, by hand', () => {
  expect(intersectionOverUnion([0, 0, 2, 2], [1, 0, 3, 2])).toBeCloseTo(1 / 3);
  expect(intersectionOverUnion([0, 0, 4, 4], [1, 1, 2, 3])).toBe(2 / 16);
  expect(intersectionOverUnion([0, 0, 1, 1], [1, 0, 2, 1])).toBe(0);
  expect(intersectionOverUnion([0, 0, 0, 5], [0, 0, 0, 5])).toBe(0);
});
