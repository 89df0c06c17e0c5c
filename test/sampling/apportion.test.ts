/** Shares of whole numbers: by hand, and as laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, giveByWeight } from '../../runtime/synth/apportion.js';

const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
const count = fc.integer({ min: 0, max: 1_000_000 });
const shares = fc.array(count, { minLength: 1, maxLength: 8 });
const phase = fc.integer({ min: 0, max: 65_535 });

describe('apportion', () => {
  it('rounds along the sum', () => {
    expect(apportion(1000, [100_000, 300_000, 600_000], 1_000_000)).toEqual([100, 300, 600]);
    // Borders at 10/3 and 20/3.
    expect(apportion(10, [1, 1, 1], 3)).toEqual([3, 3, 4]);
    // Half a place later: 3.83, 7.17 and 10.5.
    expect(apportion(10, [1, 1, 1], 3, 32_768)).toEqual([3, 4, 3]);
    expect(apportion(3, [1, 1, 1, 1, 1, 1], 6)).toEqual([0, 1, 0, 1, 0, 1]);
    // A share that is not said stays empty.
    expect(apportion(1000, [100_000, 300_000], 1_000_000)).toEqual([100, 300]);
    expect(apportion(5, [], 0)).toEqual([]);
    expect(apportion(5, [0, 0], 0)).toEqual([0, 0]);
  });

  it('gives all there is, each part within one of its share', () => {
    fc.assert(
      fc.property(count, shares, phase, (total, of, at) => {
        fc.pre(sum(of) > 0);
        const parts = apportion(total, of, sum(of), at);
        expect(sum(parts)).toBe(total);
        for (const [i, part] of parts.entries()) {
          const exact = (total * (of[i] ?? 0)) / sum(of);
          expect(part).toBeGreaterThanOrEqual(Math.floor(exact));
          expect(part).toBeLessThanOrEqual(Math.ceil(exact));
        }
      }),
    );
  });

  it('stays exact beyond doubles', () => {
    expect(apportion(3_000_000_000, [1_000_000_007, 1_000_000_007, 1_000_000_007], 3_000_000_021)).toEqual([
      1_000_000_000, 1_000_000_000, 1_000_000_000,
    ]);
  });
});

describe('giveByWeight', () => {
  it('shares what short stocks lack among the others, again and again', () => {
    const give = (quota: number, ...stocks: readonly (readonly [number, number])[]): readonly number[] =>
      giveByWeight(
        quota,
        stocks.map(([weight, held]) => ({ weight, count: held })),
      );
    expect(give(100, [1, 500], [3, 500])).toEqual([25, 75]);
    // The second lacks 65 of its 75: the first gives them.
    expect(give(100, [1, 500], [3, 10])).toEqual([90, 10]);
    // The third lacks 15 of its 20. Of the 95, the others get 23.75 for a weight of 1: 25 are enough, 22 are not.
    expect(give(100, [1, 500], [1, 25], [1, 5], [2, 500])).toEqual([23, 24, 5, 48]);
    expect(give(100, [1, 500], [1, 22], [1, 5], [2, 500])).toEqual([24, 22, 5, 49]);
    expect(give(100, [1, 30], [1, 20])).toEqual([30, 20]);
    expect(give(100, [1, 30], [0, 500])).toEqual([30, 0]);
    expect(give(0, [1, 30])).toEqual([0]);
    expect(give(10)).toEqual([]);
  });

  it('gives the quota or all there is; those not emptied give alike for their weight', () => {
    const stock = fc.record({ weight: fc.integer({ min: 0, max: 1000 }), count: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.array(stock, { maxLength: 8 }), (quota, stocks) => {
        const given = giveByWeight(quota, stocks);
        const held = sum(stocks.map((s) => (s.weight > 0 ? s.count : 0)));
        expect(sum(given)).toBe(Math.min(quota, held));
        const pairs = stocks.map((s, i) => ({ ...s, given: given[i] ?? 0 })).filter((s) => s.weight > 0);
        for (const { count: all, given: part } of pairs) expect(part).toBeLessThanOrEqual(all);
        // Water finds its level: who is not emptied gives, for its weight, no less than anybody, but for rounding.
        for (const a of pairs.filter((s) => s.given < s.count))
          for (const b of pairs) expect((b.given - 1) / b.weight).toBeLessThanOrEqual((a.given + 1) / a.weight);
      }),
    );
  });
});
