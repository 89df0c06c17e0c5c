/** One box on a floor before a wall, made by hand: what each way of not seeing it whole makes unknown. */
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { mainClusters } from '../../runtime/perceive/lift/clusters.js';
import { liftObject } from '../../runtime/perceive/lift/lift-object.js';
import { objectPoints } from '../../runtime/perceive/lift/object-points.js';
import { uprightBox } from '../../runtime/perceive/lift/upright-box.js';
import { type Block, crate, EYE, scene } from './block-scene.js';

const up: Vector3 = [0, -1, 0];

const lifted = (blocks: readonly Block[], gravity: Vector3 | null = up) => {
  const { map, mask } = scene(blocks);
  return liftObject({ map, up: gravity, taken: mask.pixels, depthNoise: 0 }, mask);
};

describe('a box that is seen whole', () => {
  it('has its own centre, size and turn', () => {
    const { box, cause, visibility, truncation } = lifted([crate]);
    expect([cause, visibility, truncation]).toEqual([null, 1, 0]);
    const [x = 0, y = 0, z = 0] = box?.centre ?? [];
    // The rows of its top are 7 cm apart.
    expect(Math.hypot(x - 0.1, y - (EYE - 0.3), z - 3.9)).toBeLessThan(0.035);
    for (const [axis, side] of [0.8, 0.6, 0.6].entries())
      expect(Math.abs((box?.size[axis] ?? 0) - side)).toBeLessThan(axis === 2 ? 0.07 : 0.015);
    expect(Math.min(box?.yaw ?? 1, Math.PI / 2 - (box?.yaw ?? 1))).toBeLessThan(0.02);
  });

  it('has the outermost pixel centres of its mask as its 2D box', () => {
    // The front face is 3.6 m away: x from -0.3 to 0.5, its foot 1.5 m below the eye.
    const { box2d } = lifted([crate]);
    const at = (x: number): number => 159.5 + (260 * x) / 3.6;
    expect(box2d?.[0]).toBe(Math.ceil(at(-0.3)));
    expect(box2d?.[2]).toBe(Math.floor(at(0.5)));
    expect(box2d?.[3]).toBe(Math.floor(119.5 + (260 * 1.5) / 3.6));
  });
});

describe('a box', () => {
  it('goes on behind what hides one of its sides: its visibility is unknown', () => {
    const post: Block = { x: [0.15, 0.6], y: [0, 1.4], z: [2, 2.1] };
    expect(lifted([crate, post]).visibility).toBeNull();
  });

  it('ends where it seems to when only its middle is hidden, and part of it is', () => {
    const post: Block = { x: [0.02, 0.1], y: [0, 1.4], z: [2, 2.1] };
    const { visibility, box } = lifted([crate, post]);
    expect(visibility).toBeGreaterThan(0.7);
    expect(visibility).toBeLessThan(0.95);
    expect(Math.abs((box?.size[0] ?? 0) - 0.8)).toBeLessThan(0.03);
  });

  it('may go on beyond the border of the picture: its truncation is unknown', () => {
    expect(lifted([{ ...crate, x: [1.9, 2.9] }]).truncation).toBeNull();
  });

  it('hides its own back when it is seen straight on, below its top', () => {
    const cupboard: Block = { x: [-0.4, 0.4], y: [0, 2], z: [4, 4.5] };
    expect(lifted([cupboard])).toMatchObject({ box: null, cause: 'its back is not seen' });
    // From beside it one side shows how deep it is.
    expect(lifted([{ ...cupboard, x: [1.2, 1.7], z: [3, 3.5] }]).box?.size[2]).toBeCloseTo(0.5, 1);
  });

  it('is unknown without gravity, and of few points', () => {
    expect(lifted([crate], null)).toMatchObject({ box: null, cause: 'gravity is unknown', visibility: null });
    const thimble: Block = { x: [0, 0.05], y: [0, 0.05], z: [3, 3.05] };
    expect(lifted([thimble])).toMatchObject({ box: null, cause: 'too few points' });
  });
});

describe('the points of a thing', () => {
  it('are not those of the wall that its mask slips onto', () => {
    const { map, mask } = scene([{ ...crate, x: [-0.2, 0.2], y: [0.9, 1.4] }]);
    const slipped = mask.pixels.slice();
    for (let at = 0; at < slipped.length; at++)
      if (mask.pixels[at] === 1) slipped.fill(1, at - 2 * 320, at - 2 * 320 + 1).fill(1, at + 2, at + 3);
    expect(slipped.filter((one) => one === 1).length).toBeGreaterThan(
      mask.pixels.filter((one) => one === 1).length + 100,
    );
    const points = objectPoints(map, { ...mask, pixels: slipped });
    expect(Math.max(...points.map(({ point }) => point[2]))).toBeLessThan(4.3);
  });

  it('take the depth of the thing where its rim is blended with what is behind', () => {
    const { map, mask } = scene([{ ...crate, x: [-0.2, 0.2], y: [0.9, 1.4] }]);
    const blended = map.points.slice();
    const rim = [...mask.pixels.keys()].filter((at) => mask.pixels[at] === 1 && mask.pixels[at - 1] !== 1);
    // Half way to the wall.
    for (const at of rim) for (const axis of [0, 1, 2]) blended[3 * at + axis] = (blended[3 * at + axis] ?? 0) * 1.4;
    const width = (points: Float32Array): number => {
      const found = objectPoints({ ...map, points }, mask).map(({ point }) => point);
      return uprightBox(found, up).size[0];
    };
    expect(Math.abs(width(blended) - width(map.points))).toBeLessThan(0.012);
  });

  it('are refused from a mask of another size', () => {
    const { map, mask } = scene([crate]);
    expect(() => objectPoints(map, { ...mask, width: 160, height: 480 })).toThrow('a mask of 160 x 480');
  });
});

describe('clusters', () => {
  const width = 100;
  /** A block of pixels, 2 cm apart, 2 m away, from x on. */
  const block = (x: number, firstPixel: number, columns: number, rows: number) =>
    Array.from({ length: columns * rows }, (_, k) => {
      const [column, row] = [k % columns, Math.floor(k / columns)];
      return { point: [x + 0.02 * column, 0.02 * row, 2] as const, pixel: firstPixel + row * width + column };
    });

  it('are parts of the thing when they have an inside: three pixels are broad, two are not', () => {
    const body = block(0, 0, 10, 10);
    expect(mainClusters([...body, ...block(2, 50, 3, 7)], width)).toHaveLength(121);
    expect(mainClusters([...body, ...block(2, 50, 2, 20)], width)).toEqual(body);
    expect(mainClusters(block(0, 0, 2, 20), width)).toHaveLength(40);
  });

  it('hang together over gaps of up to one cell of 2 % of the depth, 4 cm here', () => {
    const body = block(0, 0, 10, 10);
    expect(mainClusters([...body, ...block(0.22, 20, 1, 1)], width)).toHaveLength(101);
    expect(mainClusters([...body, ...block(0.32, 20, 1, 1)], width)).toHaveLength(100);
    expect(mainClusters([], width)).toEqual([]);
  });
});
