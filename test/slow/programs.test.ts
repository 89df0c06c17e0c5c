/** The pipeline asks what the definition says on programs that nobody wrote: 300 of them over 50 adversarial scenes. */
import { describe, expect, it } from 'vitest';
import { comparedPrograms, summaryOf } from '../agreement/programs.js';

describe('the pipeline and the reference evaluator', () => {
  for (const part of [0, 1, 2, 3, 4, 5]) {
    it(`ask the same questions: random programs ${part * 50} to ${part * 50 + 49}`, async () => {
      const programs = Array.from({ length: 50 }, (_, i) => part * 50 + i);
      const { disagreeing, run, asking, questions } = await comparedPrograms(programs, { count: 50, first: 9_000 });
      expect(disagreeing.map(summaryOf)).toEqual([]);
      // Agreement about nothing would prove nothing.
      expect(run).toBeGreaterThan(30);
      expect(asking).toBeGreaterThan(20);
      expect(questions).toBeGreaterThan(500);
    }, 900_000);
  }
});
