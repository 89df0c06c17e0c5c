import { describe, expect, it } from 'vitest';
import { draw, factorial, permutation, pick } from './draws.js';

const key = { seed: 7, task: 't', source: 'hand', sceneId: 's', ids: ['a', 'ö'] };

describe('draws', () => {
  it('hashes length-prefixed fields, lengths in bytes of UTF-8', () => {
    // md5 of `1:7` `6:select` `1:t` `4:hand` `1:s` `1:a` `2:ö`, computed with md5sum
    expect(draw(key, 'select').toString(16).padStart(13, '0')).toBe('215f6dc37573a');
    expect(draw(key, 'order 1').toString(16).padStart(13, '0')).toBe('57dd6f54df4eb');
  });

  it('tells fields apart that a joint would confuse', () => {
    expect(draw({ ...key, ids: ['a|b'] }, 'select')).not.toBe(draw({ ...key, ids: ['a', 'b'] }, 'select'));
    expect(draw({ ...key, ids: ['ab', 'c'] }, 'select')).not.toBe(draw({ ...key, ids: ['a', 'bc'] }, 'select'));
  });

  it('picks by the share of the draw, exactly', () => {
    const share = 0x215f6dc37573a / 2 ** 52;
    expect(pick(key, 'select', 10)).toBe(Math.floor(share * 10));
    expect(pick(key, 'select', 1)).toBe(0);
  });

  it('numbers permutations in lexicographic order', () => {
    const all = Array.from({ length: factorial(3) }, (_, i) => permutation(['a', 'b', 'c'], i).join(''));
    expect(all).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });
});
