/** What segmenters leave out: the rim of a thing, which is found again, and its thin parts, which are not; and small things. */
import { describe, expect, it } from 'vitest';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { boundsOf, type InstanceMask } from '../../runtime/perceive/instance-mask.js';
import { type LiftedObject, liftObject } from '../../runtime/perceive/lift/lift-object.js';
import { regrown } from '../../runtime/perceive/lift/mask-rim.js';
import { objectPoints } from '../../runtime/perceive/lift/object-points.js';
import { sizeSigmas } from '../../runtime/perceive/lift/resolution.js';
import { type Block, crate, scene } from './block-scene.js';
import { blended, eroded } from './noisy-room.js';

const up: Vector3 = [0, -1, 0];

/** Depth blended at edges, and a mask that ends so many pixels short. */
function seen(blocks: readonly Block[], short: number) {
  const { map, mask } = scene(blocks);
  return { map: blended(map), whole: mask, mask: eroded(mask, short) };
}

function lift(blocks: readonly Block[], short: number, depthNoise = 0): LiftedObject {
  const { map, mask } = seen(blocks, short);
  return liftObject({ map, up, taken: mask.pixels, depthNoise }, mask);
}

const countOf = ({ pixels }: InstanceMask, isCounted: (at: number) => boolean): number =>
  pixels.reduce((count, one, at) => count + (one === 1 && isCounted(at) ? 1 : 0), 0);

describe('a mask that ends short of its thing', () => {
  it.each([2, 3, 4])('by %i pixels is grown by as many', (short) => {
    const { map, mask, whole } = seen([crate], short);
    const grown = regrown(map, { mask, points: objectPoints(map, mask) }, mask.pixels);
    expect(grown.pixels).toBe(short);
    const wrong =
      countOf(grown.mask, (at) => whole.pixels[at] !== 1) + countOf(whole, (at) => grown.mask.pixels[at] !== 1);
    // Growing by rows and columns cuts corners.
    expect(wrong / countOf(whole, () => true)).toBeLessThan(0.02);
  });

  it('gives the width that the thing has', () => {
    for (const short of [2, 3, 4]) {
      const { box, box2d } = lift([crate], short);
      // A pixel is 1.4 cm wide here; four on either side would be 11 cm.
      expect(Math.abs((box?.size[0] ?? 0) - 0.8)).toBeLessThan(0.02);
      expect(box2d).toEqual(lift([crate], 0).box2d);
    }
  });

  it('is left as it is where it ends where the thing ends', () => {
    const { map, mask } = scene([crate]);
    const points = objectPoints(map, mask);
    expect(regrown(map, { mask, points }, mask.pixels)).toEqual({ mask, points, pixels: 0 });
  });

  it('is not grown into what another mask owns', () => {
    const { map, mask } = seen([crate], 4);
    const [left = 0, , right = 0] = boundsOf(mask) ?? [];
    const taken = mask.pixels.map((one, at) => (one === 1 || at % map.width > right ? 1 : 0));
    const grown = boundsOf(regrown(map, { mask, points: objectPoints(map, mask) }, taken).mask);
    expect([grown?.[0], grown?.[2]]).toEqual([left - 4, right]);
  });
});

describe('a lamp', () => {
  const shade: Block = { x: [-0.25, 0.25], y: [1.2, 1.55], z: [3, 3.5] };
  const pole: Block = { x: [-0.03, 0.03], y: [0, 1.2], z: [3.22, 3.28] };

  it('whose pole the mask lacks is not taken for its shade', () => {
    const { map, mask } = scene([shade, pole]);
    const object = liftObject({ map: blended(map), up, taken: mask.pixels, depthNoise: 0 }, mask);
    expect(object.visibility).toBeNull();
  });

  it('whose pole is a thing of its own is whole', () => {
    const { map, mask } = scene([shade, pole]);
    const other = scene([pole, shade]).mask;
    const taken = mask.pixels.map((one, at) => (one === 1 || other.pixels[at] === 1 ? 1 : 0));
    expect(liftObject({ map, up, taken, depthNoise: 0 }, mask).visibility).toBeGreaterThan(0.9);
  });
});

describe('what is small', () => {
  const book: Block = { x: [-0.3, 0.3], y: [0, 0.02], z: [3.5, 4] };

  it('has no box where its sides are no longer than they are uncertain', () => {
    expect(lift([book], 0).cause).toBe('too small to tell its sides');
  });

  it('is told by measured depth, and not by estimated depth', () => {
    const stool: Block = { x: [-0.2, 0.2], y: [0, 0.5], z: [4, 4.2] };
    expect(lift([stool], 0).cause).toBeNull();
    expect(lift([stool], 0, 0.02).cause).toBe('too small to tell its sides');
  });

  it('is as uncertain as its pixels across the view, and as its depth along it', () => {
    const box = {
      centre: [0, 0, 4],
      size: [1, 1, 1],
      rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      yaw: 0,
      isRound: false,
    } as const;
    const sigmas = sizeSigmas(box, { intrinsics: [400, 400, 0, 0], grown: 2, depthNoise: 0.01 });
    // A pixel is 1 cm wide; each end is known to 0.5 + 0.25 x 2 of it, and there are two ends. Depth: 1 % of 4 m, twice.
    expect(sigmas[0]).toBeCloseTo(Math.SQRT2 * 0.01, 6);
    expect(sigmas[1]).toBeCloseTo(Math.SQRT2 * 0.01, 6);
    expect(sigmas[2]).toBeCloseTo(Math.SQRT2 * 0.04, 6);
  });
});
