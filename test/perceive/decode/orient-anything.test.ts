/** Both versions of Orient Anything: slices of their outputs by hand, distributions with known symmetry, and crops. */
import { afterAll, describe, expect, it } from 'vitest';
import { circularFit } from '../../../runtime/perceive/decode/circular-fit.js';
import {
  ORIENT_ANYTHING_SIDE,
  orientAnything,
  orientAnythingCut,
  orientAnythingInputs,
  orientAnythingOrientation,
  orientAnythingPlacement,
} from '../../../runtime/perceive/decode/orient-anything.js';
import {
  ORIENT_ANYTHING2_SIDE,
  orientAnything2,
  orientAnything2Cut,
  orientAnything2Inputs,
  orientAnything2Orientation,
  orientAnything2Placement,
} from '../../../runtime/perceive/decode/orient-anything2.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import { thingCrop } from '../../../runtime/perceive/picture/thing-crop.js';
import type { NamedTensors } from '../../../runtime/perceive/tensor.js';
import { fixtureModels, numbers } from '../fixture-models.js';
import { black, blue, painted, red, white } from '../painted.js';

const models = fixtureModels();
afterAll(() => models.close());

/** Zero but for some bins. */
function bins(count: number, raised: Readonly<Record<number, number>>): readonly number[] {
  return Array.from({ length: count }, (_, bin) => raised[bin] ?? 0);
}

describe('Orient Anything', () => {
  const logits = (count: number, raised: Readonly<Record<number, number>>): NamedTensors => ({
    logits: numbers([1, count], bins(count, raised)),
  });

  it.each([
    // Confidence is larger than any bin of rotation: it must not be taken for one.
    [722, { 45: 3, [360 + 120]: 3, [540 + 100]: 3, 720: 9, 721: 8 }, { azimuth: 45, polar: 30, rotation: 10 }],
    [902, { 359: 3, [360 + 0]: 3, [540 + 200]: 3, 900: 9, 901: 8 }, { azimuth: 359, polar: -90, rotation: 20 }],
  ])('reads azimuth, polar angle, rotation and confidence of %i logits', (count, raised, viewpoint) => {
    expect(orientAnythingOrientation(logits(count, raised))).toEqual({
      front: 'one',
      symmetry: 1,
      viewpoint,
      confidence: expect.closeTo(1 / (1 + Math.exp(-1)), 6),
    });
  });

  it('does not tell a front that it doubts, and refuses other logits', () => {
    const doubted = orientAnythingOrientation(logits(722, { 45: 3, 720: 1, 721: 1.5 }));
    expect(doubted).toEqual({
      front: 'unseen',
      symmetry: null,
      viewpoint: null,
      confidence: expect.closeTo(1 / (1 + Math.exp(0.5)), 6),
    });
    expect(orientAnythingOrientation(logits(722, { 720: Number.NaN })).front).toBe('unseen');
    expect(() => orientAnythingOrientation(logits(900, {}))).toThrow('900 logits, where 722');
  });

  it('runs on a crop, normalized as ImageNet is', async () => {
    const model = await models.open(orientAnything, (graph, input) => {
      // Azimuth bin 7 grows with red, and so does confidence.
      const mean = graph.node('Reshape', [
        graph.node('GlobalAveragePool', [input('pixel_values')]),
        graph.constant({ type: 'int64', dims: [2], data: BigInt64Array.of(1n, 3n) }),
      ]);
      const weights = bins(3 * 722, { 7: 1, 720: 1 });
      return { logits: graph.node('MatMul', [mean, graph.constant(numbers([3, 722], weights))]) };
    });
    const crop = thingCrop(painted(60, 40, red), { box: [10, 10, 29, 19], mask: null }, { share: 1, ground: black });
    const content = await resized(crop, orientAnythingPlacement(crop).content);
    expect(content.width).toBe(ORIENT_ANYTHING_SIDE);
    const { outputs } = await model.run(orientAnythingInputs(content));
    const normalizedRed = (1 - 0.485) / 0.229;
    expect(Number(outputs.logits?.data[7])).toBeCloseTo(normalizedRed, 3);
    expect(orientAnythingOrientation(outputs)).toMatchObject({ front: 'one', viewpoint: { azimuth: 7 } });
  });
});

describe('how many fronts a distribution has', () => {
  const around = (of: (degree: number) => number): readonly number[] =>
    Array.from({ length: 360 }, (_, degree) => of(degree));
  const peaks = (symmetry: number, k: number, mean: number): readonly number[] =>
    around((degree) => Math.exp(k * Math.cos((symmetry * (degree - mean) * Math.PI) / 180)));

  // Concentration and share explained are those of scipy 1's curve_fit of the same curve.
  it.each([
    [1, 1.5, 350, 0.95863, 0.89832],
    [2, 1.5, 100, 0.95863, 0.89832],
    [4, 1.5, 33, 0.95863, 0.89832],
    [1, 0.8, 20, 0.65276, 0.95092],
  ] as const)(
    'finds %i peaks of concentration %f, wherever they are',
    (symmetry, k, mean, concentration, explained) => {
      expect(circularFit(peaks(symmetry, k, mean))).toEqual({
        symmetry,
        concentration: expect.closeTo(concentration, 4),
        explained: expect.closeTo(explained, 4),
      });
    },
  );

  it('has the concentration of least squares', () => {
    // The curve itself, whose mean is I0(0.1) = 1.0025 and so nearly 1.
    expect(circularFit(peaks(1, 0.1, 0))?.concentration).toBeCloseTo(0.1, 2);
    expect(circularFit(around(() => 0.3))).toMatchObject({ concentration: 0, explained: 0 });
    expect(circularFit(around(() => 0))).toBeNull();
  });

  const decoded = (weights: readonly number[]) => {
    const logit = (share: number): number => Math.log(share / (1 - share));
    const rest = bins(540, { 100: 1, [180 + 170]: 1 });
    const most = Math.max(...weights);
    return orientAnything2Orientation({
      pose_enc: numbers([1, 1, 900], [...weights.map((weight) => logit((0.9 * weight) / most)), ...rest]),
    });
  };

  it('gives a viewpoint where there is exactly one, and unknown where it cannot be told', () => {
    expect(decoded(peaks(1, 2, 250))).toEqual({
      front: 'one',
      symmetry: 1,
      viewpoint: { azimuth: 250, polar: 10, rotation: -10 },
      confidence: null,
    });
    expect(decoded(peaks(2, 2, 10))).toEqual({ front: 'several', symmetry: 2, viewpoint: null, confidence: null });
    expect(decoded(peaks(4, 2, 10))).toMatchObject({ front: 'several', symmetry: 4, viewpoint: null });
    expect(decoded(around(() => 1))).toMatchObject({ front: 'none', symmetry: null, viewpoint: null });
    // Three equal peaks are none of the symmetries that are known.
    expect(decoded(peaks(3, 2, 10))).toMatchObject({ front: 'unseen', viewpoint: null });
    // One peak, but too weak to be a front, and not flat either.
    expect(decoded(peaks(1, 0.4, 10))).toMatchObject({ front: 'unseen', viewpoint: null });
  });
});

describe('a crop', () => {
  const picture = painted(40, 30, blue, [{ left: 0, top: 10, right: 8, bottom: 14, colour: red }]);
  const colourAt = (crop: { readonly width: number; readonly pixels: Uint8Array }, u: number, v: number) => [
    ...crop.pixels.subarray(3 * (v * crop.width + u), 3 * (v * crop.width + u) + 3),
  ];

  it('is a square around the thing, with ground beyond the border of the picture', () => {
    // 8 x 4 pixels at half of the side: 16 pixels, 4 left of the thing and 6 above it.
    const crop = thingCrop(picture, { box: [0, 10, 7, 13], mask: null }, { share: 0.5, ground: white });
    expect([crop.width, crop.height]).toEqual([16, 16]);
    expect(colourAt(crop, 3, 6)).toEqual([...white]);
    expect(colourAt(crop, 4, 6)).toEqual([...red]);
    expect(colourAt(crop, 11, 9)).toEqual([...red]);
    expect(colourAt(crop, 12, 9)).toEqual([...blue]);
    expect(colourAt(crop, 4, 5)).toEqual([...blue]);
  });

  it('shows the thing alone where its mask is known', () => {
    const pixels = new Uint8Array(40 * 30);
    pixels[10 * 40 + 2] = 1;
    const crop = thingCrop(
      picture,
      { box: [0, 10, 7, 13], mask: { width: 40, height: 30, pixels } },
      { share: 1, ground: black },
    );
    expect(crop.width).toBe(8);
    expect(colourAt(crop, 2, 2)).toEqual([...red]);
    expect(crop.pixels.reduce((sum, value) => sum + value, 0)).toBe(255);
  });

  it('fills 85 % for the second version, and 97 % for the first, whose margin was cut off', () => {
    const box = [0, 0, 16, 16] as const;
    expect(thingCrop(picture, { box, mask: null }, orientAnything2Cut).width).toBe(20);
    expect(thingCrop(picture, { box: [0, 0, 33, 16], mask: null }, orientAnythingCut).width).toBe(35);
  });

  it('is given to the second version as one view of one batch, 0..1', async () => {
    const model = await models.open(orientAnything2, (graph, input) => {
      const mean = graph.node('ReduceMean', [input('images')], { keepdims: 1 });
      const flat = graph.node('Reshape', [
        mean,
        graph.constant({ type: 'int64', dims: [3], data: BigInt64Array.of(1n, 1n, 1n) }),
      ]);
      return {
        pose_enc: graph.node('Expand', [
          flat,
          graph.constant({ type: 'int64', dims: [3], data: BigInt64Array.of(1n, 1n, 900n) }),
        ]),
      };
    });
    const crop = thingCrop(painted(20, 20, red), { box: [5, 5, 14, 14], mask: null }, { share: 1, ground: white });
    const content = await resized(crop, orientAnything2Placement(crop).content);
    expect(content.width).toBe(ORIENT_ANYTHING2_SIDE);
    const { outputs } = await model.run(orientAnything2Inputs(content));
    expect(Number(outputs.pose_enc?.data[0])).toBeCloseTo(1 / 3, 4);
    expect(orientAnything2Orientation(outputs)).toMatchObject({ front: 'none' });
  });
});
