/** Models by description: each way to read a depth image, boxes, scores and masks, by hand. */
import { describe, expect, it } from 'vitest';
import {
  type DescribedInput,
  describedInputs,
  describedPlacement,
} from '../../../runtime/perceive/decode/described-input.js';
import { describedMasks, describedPrompts } from '../../../runtime/perceive/decode/described-masks.js';
import { describedDepth } from '../../../runtime/perceive/decode/described-points.js';
import { type DescribedThings, describedThings } from '../../../runtime/perceive/decode/described-things.js';
import { int64 } from '../../../runtime/perceive/tensor.js';
import { numbers } from '../fixture-models.js';
import { painted } from '../painted.js';

const input: DescribedInput = {
  name: 'x',
  width: 8,
  height: 8,
  fit: 'squash',
  multiple: 1,
  normalize: 'unit',
  channels: 'rgb',
  padding: 0,
};

describe('what a described model is given', () => {
  it.each([
    ['unit', [0.2, 0.4, 1]],
    ['half', [-0.6, -0.2, 1]],
    ['bytes', [51, 102, 255]],
    ['imagenet', [(0.2 - 0.485) / 0.229, (0.4 - 0.456) / 0.224, (1 - 0.406) / 0.225]],
    ['clip', [(0.2 - 0.48145466) / 0.26862954, (0.4 - 0.4578275) / 0.26130258, (1 - 0.40821073) / 0.27577711]],
  ] as const)('is normalized: %s', (normalize, expected) => {
    const picture = painted(8, 8, [51, 102, 255]);
    const { x } = describedInputs(picture, describedPlacement(picture, input), { ...input, normalize });
    expect([0, 64, 128].map((at) => Number(x?.data[at]))).toEqual(expected.map((value) => expect.closeTo(value, 4)));
    const turned = describedInputs(picture, describedPlacement(picture, input), {
      ...input,
      normalize,
      channels: 'bgr',
    });
    expect(Number(turned.x?.data[0])).toBeCloseTo(expected[2], 4);
  });

  it('is as large as it says', () => {
    const picture = { width: 400, height: 100 };
    expect(describedPlacement(picture, input).content).toEqual({ width: 8, height: 8 });
    expect(describedPlacement(picture, { ...input, fit: 'letterbox' })).toMatchObject({
      content: { width: 8, height: 2 },
      canvas: { width: 8, height: 8 },
    });
    // 64 pixels in the shape of 4 to 1 are 16 x 4; multiples of 14 nearest to it are 14 and, at least, 14.
    expect(describedPlacement(picture, { ...input, fit: 'keep' }).canvas).toEqual({ width: 16, height: 4 });
    expect(describedPlacement(picture, { ...input, fit: 'keep', multiple: 14 }).canvas).toEqual({
      width: 14,
      height: 14,
    });
    const padded = describedInputs(
      painted(8, 2, [0, 0, 0]),
      describedPlacement(picture, { ...input, fit: 'letterbox' }),
      { ...input, fit: 'letterbox', padding: 255 },
    );
    expect([0, 15, 16, 63].map((at) => Number(padded.x?.data[at]))).toEqual([0, 0, 1, 1]);
  });
});

describe('depth by description', () => {
  const placement = describedPlacement({ width: 16, height: 8 }, { ...input, fit: 'letterbox' });
  const depth = { output: 'd', kind: 'metric', canonicalFocal: 1000, focal: null } as const;
  // 4 x 4 samples over a canvas of 8 x 8, whose upper half is the picture.
  const outputs = { d: numbers([1, 1, 4, 4], [1, 2, 4, 5, 10, 20, 40, 50, 9, 9, 9, 9, 9, 9, 9, 9]) };

  it('is metres, without the padding, and its camera sees what the picture’s does', () => {
    const found = describedDepth(outputs, depth, placement, [16, 16, 7.5, 3.5]);
    expect([found?.width, found?.height, [...(found?.metres ?? [])]]).toEqual([4, 2, [1, 2, 4, 5, 10, 20, 40, 50]]);
    expect(found?.intrinsics).toEqual([4, 4, 1.5, 0.5]);
  });

  it('is the inverse of it, or of another camera', () => {
    const inverse = describedDepth(outputs, { ...depth, kind: 'inverse' }, placement, [16, 16, 7.5, 3.5]);
    expect([...(inverse?.metres ?? [])].slice(0, 4)).toEqual([1, 0.5, 0.25, expect.closeTo(0.2, 6)]);
    // The picture's focal length of 16 pixels is 8 in the input: a model for 1000 sees all 125 times as far away.
    const canonical = describedDepth(outputs, { ...depth, kind: 'canonical' }, placement, [16, 16, 7.5, 3.5]);
    expect([...(canonical?.metres ?? [])].slice(0, 2)).toEqual(
      [1 / 125, 2 / 125].map((value) => expect.closeTo(value, 7)),
    );
  });

  it('is unknown without a focal length, which the model may tell', () => {
    expect(describedDepth(outputs, depth, placement, null)).toBeNull();
    const told = { ...outputs, f: numbers([1], [8]) };
    const found = describedDepth(told, { ...depth, focal: 'f' }, placement, null);
    expect(found?.intrinsics).toEqual([4, 4, 1.5, 0.5]);
    expect(
      describedDepth({ ...outputs, f: numbers([1], [Number.NaN]) }, { ...depth, focal: 'f' }, placement, null),
    ).toBeNull();
    expect(() => describedDepth({ d: numbers([2, 4, 4], Array(32).fill(1)) }, depth, placement, null)).toThrow(
      '`d` has dims [2,4,4], and is no image',
    );
  });
});

describe('things by description', () => {
  const placement = describedPlacement({ width: 16, height: 8 }, { ...input, fit: 'letterbox' });
  const described: DescribedThings = {
    boxes: 'b',
    box: 'xyxy',
    unit: 'pixels',
    scores: 's',
    activation: 'none',
    classes: null,
  };
  const thresholds = { possible: 0.25, certain: 0.5 };
  const labels = ['chair', 'lamp'];
  const read = (of: Partial<DescribedThings>, b: readonly number[], s: readonly number[], more = {}) =>
    describedThings(
      { b: numbers([1, b.length / 4, 4], b), s: numbers([1, b.length / 4, (4 * s.length) / b.length], s), ...more },
      { ...described, ...of },
      labels,
      placement,
      thresholds,
    );

  it.each([
    // The left half of the picture, from top to bottom, in every way to say it: on a canvas of 8 x 8, half as fine.
    ['xyxy', 'pixels', [0, 0, 4, 4]],
    ['cxcywh', 'pixels', [2, 2, 4, 4]],
    ['xyxy', 'share', [0, 0, 0.5, 0.5]],
    ['cxcywh', 'share', [0.25, 0.25, 0.5, 0.5]],
  ] as const)('have boxes of %s in %s', (box, unit, four) => {
    expect(read({ box, unit }, four, [0.1, 0.6])).toEqual([
      { label: 'lamp', score: expect.closeTo(0.6), presence: 'certain', box: [0, 0, 7.5, 7] },
    ]);
  });

  it('have scores of a sigmoid, of a softmax with nothing at its end, or beside a class', () => {
    const box = [0, 0, 4, 4];
    expect(read({ activation: 'sigmoid' }, box, [0, -9])).toMatchObject([{ label: 'chair', score: 0.5 }]);
    const [lamp] = read({ activation: 'softmax' }, box, [0, Math.log(3), 0]);
    expect(lamp).toMatchObject({ label: 'lamp', score: expect.closeTo(0.6) });
    expect(read({ activation: 'softmax' }, box, [0, 1, 5])).toEqual([]);
    const c = int64([1, 2], [1, 7]);
    const beside = describedThings(
      { b: numbers([1, 2, 4], [...box, ...box]), s: numbers([1, 2], [0.3, 0.9]), c },
      { ...described, classes: 'c' },
      labels,
      placement,
      thresholds,
    );
    // Class 7 has no label here.
    expect(beside).toMatchObject([{ label: 'lamp', score: expect.closeTo(0.3), presence: 'possible' }]);
  });

  it('fit their labels', () => {
    expect(() => read({}, [0, 0, 4, 4], [1, 0, 0])).toThrow('`s` has dims [1,1,3], where [1, 1, 2] is expected');
    expect(() => read({ scores: 'b' }, [0, 0, 4, 4], [1, 0])).toThrow('`b` has dims [1,1,4], where [1, 1, 2]');
  });
});

describe('masks by description', () => {
  const placement = describedPlacement({ width: 16, height: 16 }, input);
  const described = { boxes: 'p', masks: 'm', scores: null, values: 'logits' } as const;
  const size = { width: 4, height: 4 };

  it('are prompted by boxes of the input, edges at 0', () => {
    const { p } = describedPrompts(described, [[-0.5, 3.5, 7.5, 15.5]], placement);
    expect(p).toEqual(numbers([1, 1, 4], [0, 2, 4, 8]));
  });

  it('are one for each box, by logits or by shares', () => {
    const half = Array.from({ length: 16 }, (_, at) => (at % 4 < 2 ? 1 : -1));
    const none = Array(16).fill(-1);
    const outputs = { m: numbers([1, 2, 4, 4], [...half, ...none]) };
    const pixels = Uint8Array.from(half, (value) => (value > 0 ? 1 : 0));
    const [first, second] = describedMasks(outputs, described, 2, placement, size);
    expect([first?.mask.pixels, second]).toEqual([pixels, null]);
    const shares = {
      m: numbers(
        [1, 1, 4, 4],
        half.map((value) => (value + 1.2) / 2.4),
      ),
    };
    const [again] = describedMasks(shares, { ...described, values: 'shares' }, 1, placement, size);
    expect(again?.mask.pixels).toEqual(pixels);
    expect(() => describedMasks(outputs, described, 3, placement, size)).toThrow('where there are 3 boxes');
  });

  it('are the best of several candidates', () => {
    const empty = Array(16).fill(-1);
    const full = Array(16).fill(1);
    const outputs = { m: numbers([1, 1, 2, 4, 4], [...empty, ...full]), s: numbers([1, 1, 2], [0.1, 0.8]) };
    const [best] = describedMasks(outputs, { ...described, scores: 's' }, 1, placement, size);
    expect(best?.mask.pixels).toEqual(new Uint8Array(16).fill(1));
    expect(describedMasks(outputs, described, 1, placement, size)).toEqual([null]);
  });
});
