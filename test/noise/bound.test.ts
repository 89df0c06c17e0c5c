/** The bound of the slow test, by hand. */
import { describe, expect, it } from 'vitest';
import { mostWrong } from './bound.js';

describe('the most that are wrong by chance', () => {
  it('is 2 %, and three standard deviations', () => {
    // 10,000: 200 and 3 x 14; 100: 2 and 3 x 1.4, rounded up; of none, none.
    expect([10_000, 100, 0].map(mostWrong)).toEqual([242, 7, 0]);
  });
});
