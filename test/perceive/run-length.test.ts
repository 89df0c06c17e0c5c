/** COCO's compressed run lengths: by hand, and there and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resizedMask } from '../../runtime/perceive/instance-mask.js';
import { maskOfRuns, runsOfMask } from '../../runtime/perceive/run-length.js';

describe('run lengths', () => {
  it('go down the columns, and begin with what is not in the mask', () => {
    // Rows 0 1 1 and 1 1 0: down the columns 0 1 | 1 1 | 1 0, so runs of 1, 4, 1.
    const mask = { width: 3, height: 2, pixels: Uint8Array.of(0, 1, 1, 1, 1, 0) };
    expect(runsOfMask(mask)).toBe('141');
    expect(maskOfRuns('141', 3, 2)).toEqual(mask);
    expect(runsOfMask({ width: 1, height: 2, pixels: Uint8Array.of(1, 1) })).toBe('02');
  });

  it('take several characters for what exceeds four bits and a sign, and differences from the fourth run on', () => {
    // 40 is 01000 and 00001: 8 with the bit for more, 1; so `X1`. -3 is 11101: `M`.
    expect(runsOfMask({ width: 1, height: 40, pixels: new Uint8Array(40) })).toBe('X1');
    const pixels = new Uint8Array(20);
    // Runs of 3, 5, 4, 2 (5 - 3), 6 (4 + 2).
    pixels.fill(1, 3, 8).fill(1, 12, 14);
    expect(runsOfMask({ width: 1, height: 20, pixels })).toBe('354M2');
    expect(maskOfRuns('354M2', 1, 20)?.pixels).toEqual(pixels);
  });

  it('come back as they were, of every mask', () => {
    const mask = fc
      .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 90 }) })
      .chain(({ width, height }) =>
        fc
          .uint8Array({ minLength: width * height, maxLength: width * height, max: 1 })
          .map((pixels) => ({ width, height, pixels })),
      );
    fc.assert(
      fc.property(mask, (one) => {
        expect(maskOfRuns(runsOfMask(one), one.width, one.height)).toEqual(one);
      }),
    );
  });

  it('are refused when they are of another picture, or none at all', () => {
    expect(maskOfRuns('141', 2, 2)).toBeNull();
    expect(maskOfRuns('14', 3, 2)).toBeNull();
    expect(maskOfRuns('1 1', 3, 2)).toBeNull();
    // A number that goes on, and one of a negative run.
    expect(maskOfRuns('14X', 3, 2)).toBeNull();
    expect(maskOfRuns('M9', 3, 2)).toBeNull();
  });
});

describe('a mask at another size', () => {
  const mask = { width: 4, height: 2, pixels: Uint8Array.of(0, 1, 1, 0, 0, 0, 1, 1) };

  it('takes each pixel from the nearest centre', () => {
    expect(resizedMask(mask, 4, 2)).toBe(mask);
    expect([...resizedMask(mask, 2, 1).pixels]).toEqual([0, 1]);
    expect([...resizedMask(mask, 8, 2).pixels]).toEqual([0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });
});
