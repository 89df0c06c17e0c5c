import { describe, expect, it } from 'vitest';
import { draw, factorial, permutation, pick } from './draws.js';

const key = { seed: 7, task: 't', source: 'hand', sceneId: 's', ids: ['a', 'ö'] };

/** How far two numbers below 1 are from even and independent, over k by k cells. */
function chiSquare(one: readonly number[], other: readonly number[], k: number): number {
  const cells = new Map<number, number>();
  for (const [i, x] of one.entries()) {
    const cell = Math.floor(x * k) * k + Math.floor((other[i] ?? 0) * k);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  }
  const expected = one.length / (k * k);
  return Array.from({ length: k * k }, (_, c) => ((cells.get(c) ?? 0) - expected) ** 2 / expected).reduce(
    (a, b) => a + b,
  );
}

describe('draws', () => {
  it('mixes the words of length-prefixed fields, lengths in bytes of UTF-8', () => {
    // By whole numbers of Python, from md5 of `4:hand1:s`, `1:a`, `2:ö` and `1:76:select1:t`.
    expect(draw(key, 'select').toString(16).padStart(13, '0')).toBe('92e033e713815');
    expect(draw(key, 'order 1').toString(16).padStart(13, '0')).toBe('fa28a47bc0318');
  });

  it('tells fields apart that a joint would confuse', () => {
    expect(draw({ ...key, ids: ['a|b'] }, 'select')).not.toBe(draw({ ...key, ids: ['a', 'b'] }, 'select'));
    expect(draw({ ...key, ids: ['ab', 'c'] }, 'select')).not.toBe(draw({ ...key, ids: ['a', 'bc'] }, 'select'));
  });

  it('picks by the share of the draw, exactly', () => {
    const share = 0x92e033e713815 / 2 ** 52;
    expect(pick(key, 'select', 10)).toBe(Math.floor(share * 10));
    expect(pick(key, 'select', 1)).toBe(0);
  });

  it('scatters tuples that share things, and purposes, as if each were drawn by itself', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `thing ${i}`);
    const pairs = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => [a, b] as const));
    const at = (pair: readonly string[], purpose = 'select'): number => draw({ ...key, ids: pair }, purpose) / 2 ** 52;
    const once = pairs.filter(([a, b]) => a < b);
    const related: readonly (readonly [readonly number[], readonly number[]])[] = [
      [once.map((p) => at(p)), once.map(([a, b]) => at([b, a]))],
      [pairs.map((p) => at(p)), pairs.map((p) => at(p, 'format'))],
      [pairs.slice(1).map((p) => at(p)), pairs.slice(0, -1).map((p) => at(p))],
    ];
    // Four by four cells, each with a sixteenth of about 3500: chi-square with 15 degrees is beyond 44 once in ten thousand.
    for (const [one, other] of related) expect(chiSquare(one, other, 4)).toBeLessThan(44);
  });

  it('numbers permutations in lexicographic order', () => {
    const all = Array.from({ length: factorial(3) }, (_, i) => permutation(['a', 'b', 'c'], i).join(''));
    expect(all).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });
});
