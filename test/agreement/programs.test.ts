/** A small share of the slow comparison of random programs; other programs and scenes than there. */
import { describe, expect, it } from 'vitest';
import { comparedPrograms, summaryOf } from './programs.js';

describe('the pipeline and the reference evaluator, on programs that nobody wrote', () => {
  it('ask the same questions: 36 programs over 12 random scenes', async () => {
    const programs = Array.from({ length: 36 }, (_, i) => 6_000 + i);
    const { disagreeing, asking } = await comparedPrograms(programs, { count: 12, first: 3_100 });
    expect(disagreeing.map(summaryOf)).toEqual([]);
    expect(asking).toBeGreaterThan(8);
  }, 120_000);
});
