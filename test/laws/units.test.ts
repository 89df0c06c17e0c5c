/** Units form a group: conversions compose and turn back, products commute, quotients undo them, in types and in numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dimension, over, siUnit, times, units, wholePerUnit } from '../../compiler/types/unit.js';
import { evaluatedFacts } from './evaluated-facts.js';

/** Powers of a metre, a degree and a pixel. A count and a ratio are plain numbers. */
const POWERS: Readonly<Record<Dimension, readonly [metre: number, degree: number, pixel: number]>> = {
  length: [1, 0, 0],
  area: [2, 0, 0],
  volume: [3, 0, 0],
  angle: [0, 1, 0],
  picture: [0, 0, 1],
  ratio: [0, 0, 0],
  count: [0, 0, 0],
};
const dimensions = Object.keys(POWERS).filter((name): name is Dimension => name in POWERS);
const dimension = fc.constantFrom(...dimensions);
const unit = fc.constantFrom(...units);

/** Exactly: as a fraction of whole numbers. */
type Fraction = readonly [numerator: bigint, denominator: bigint];
const converted = ([n, d]: Fraction, from: { readonly whole: number }, to: { readonly whole: number }): Fraction => [
  n * BigInt(from.whole),
  d * BigInt(to.whole),
];
const isSame = (x: Fraction, y: Fraction): boolean => x[0] * y[1] === y[0] * x[1];

describe('units of one dimension', () => {
  const three = fc.tuple(unit, unit, unit).filter(([u, v, w]) => new Set([u, v, w].map((x) => x.dimension)).size === 1);
  const amount = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n));

  it('convert there and back, by any way round', () => {
    fc.assert(
      fc.property(three, amount, ([u, v, w], x) => {
        expect(isSame(converted(converted(x, u, v), v, u), x)).toBe(true);
        expect(isSame(converted(converted(x, u, v), v, w), converted(x, u, w))).toBe(true);
      }),
    );
  });

  it('are whole multiples of the whole unit, and the SI unit is one of them', () => {
    for (const { whole } of units) expect(Number.isSafeInteger(whole) && whole > 0).toBe(true);
    for (const name of dimensions) {
      const si = units.find((u) => u.dimension === name && u.name === siUnit[name]);
      expect([name, si?.whole ?? wholePerUnit[name]]).toEqual([name, wholePerUnit[name]]);
    }
  });

  it('are what they are called: inches, feet, litres and per cents', () => {
    const of = (name: string) => units.find((u) => u.name === name)?.whole;
    expect(of('ft')).toBe(12 * (of('in') ?? 0));
    expect(of('in')).toBe(25.4 * (of('mm') ?? 0));
    expect(of('km')).toBe(1000 * (of('m') ?? 0));
    expect(of('m3')).toBe(1000 * (of('l') ?? 0));
    expect(of('%')).toBe(wholePerUnit.ratio / 100);
  });
});

describe('dimensions', () => {
  const powersOf = (d: Dimension) => POWERS[d];
  const added = (a: Dimension, b: Dimension, sign: 1 | -1) =>
    powersOf(a).map((p, i) => p + sign * (powersOf(b)[i] ?? 0));

  it('multiply by adding powers, divide by subtracting them', () => {
    for (const a of dimensions) {
      for (const b of dimensions) {
        const product = times(a, b);
        if (product !== undefined) expect([a, '*', b, powersOf(product)]).toEqual([a, '*', b, added(a, b, 1)]);
        const quotient = over(a, b);
        if (quotient !== undefined) expect([a, '/', b, powersOf(quotient)]).toEqual([a, '/', b, added(a, b, -1)]);
      }
    }
  });

  it('commute, and associate where both ways exist', () => {
    fc.assert(
      fc.property(dimension, dimension, dimension, (a, b, c) => {
        expect(times(a, b)).toBe(times(b, a));
        const [left, right] = [times(a, b), times(b, c)];
        const [one, other] = [left && times(left, c), right && times(a, right)];
        if (one !== undefined && other !== undefined) expect(one).toBe(other);
      }),
    );
  });

  it('have a count as neutral element, and each its inverse: divided by itself it is a ratio', () => {
    for (const a of dimensions) {
      expect([a, times(a, 'count'), times('count', a)]).toEqual([a, a, a]);
      expect([a, over(a, a)]).toEqual([a, 'ratio']);
    }
  });

  it('come back: what is multiplied can be divided', () => {
    for (const a of dimensions) {
      for (const b of dimensions) {
        const product = times(a, b);
        if (product === undefined) continue;
        const back = over(product, b);
        expect([a, b, back === undefined ? undefined : powersOf(back)]).toEqual([a, b, powersOf(a)]);
      }
    }
  });
});

describe('numbers', () => {
  /** Centimetres from 10 cm to 3 m, so that all products and quotients stay far from their limits. */
  const sizes = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 10, max: 300 })));

  it('follow the dimensions to half a whole unit', async () => {
    const boxes = fc.sample(sizes, { numRuns: 200, seed: 5 }).map((cm) => cm.map((each) => each / 100));
    const found = await evaluatedFacts(
      {
        area: 'a.width * a.height',
        turned: 'a.height * a.width',
        volume: 'a.width * a.height * a.depth_extent',
        grouped: 'a.width * (a.height * a.depth_extent)',
        ratio: 'a.width / a.height',
        back_length: '(a.width * a.height) / a.height',
        back_area: '(a.width * a.height * a.depth_extent) / a.depth_extent',
        one: 'a.width / a.width',
        doubled: '2 * a.width - a.width - a.width',
      },
      boxes.map((size) => ({ size })),
    );
    expect(found).toHaveLength(200);
    for (const [i, row] of found.entries()) {
      const [x = 0, h = 0, z = 0] = boxes[i] ?? [];
      // Without a facing the longer level side is the width.
      const [w, d] = [Math.max(x, z), Math.min(x, z)];
      expect(row.area).toBeCloseTo(w * h, 6);
      expect(row.turned).toBe(row.area);
      expect(row.volume).toBeCloseTo(w * h * d, 5);
      expect(row.ratio).toBeCloseTo(w / h, 8);
      expect(Math.abs((row.grouped ?? 0) - (row.volume ?? 0))).toBeLessThan(1e-5);
      // A square millimetre too many or too few is at most 5 um of a length of 10 cm.
      expect(Math.abs((row.back_length ?? 0) - w)).toBeLessThan(1e-5);
      expect(Math.abs((row.back_area ?? 0) - w * h)).toBeLessThan(1e-5);
      expect([row.one, row.doubled]).toEqual([1, 0]);
    }
  });
});
