/** A small share of the slow comparison, so that every check runs it; other scenes than there. */
import { describe, expect, it } from 'vitest';
import { compared, recipes } from './compared.js';

describe('the pipeline and the reference evaluator', () => {
  for (const [name, recipe] of Object.entries(recipes)) {
    it(`ask the same questions of 100 random scenes: ${name}`, async () => {
      const { differences, questions } = await compared(recipe, 100, 7_000);
      expect(differences).toEqual([]);
      expect(questions.length).toBeGreaterThan(1000);
    });
  }
});
