/** The pipeline asks what the definition says, question by question, over 200 adversarial scenes; `test/soak/agreement.ts` takes 10,000. */
import { describe, expect, it } from 'vitest';
import { compared, recipes } from '../agreement/compared.js';

describe('the pipeline and the reference evaluator', () => {
  for (const [name, recipe] of Object.entries(recipes)) {
    it(`ask the same questions of 200 random scenes: ${name}`, async () => {
      const { differences, questions, tasks } = await compared(recipe, 200, 100_000);
      expect(differences).toEqual([]);
      for (const task of tasks) expect([task, countOf(task, questions)]).toEqual([task, expect.toSatisfy(isEnough)]);
    });
  }
});

const countOf = (task: string, questions: readonly { readonly task: string }[]): number =>
  questions.filter((question) => question.task === task).length;

/** Agreement about nothing would prove nothing. */
const isEnough = (count: number): boolean => count >= 8;
