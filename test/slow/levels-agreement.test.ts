/** Every task of the libraries asks what the definition says, question by question, over random scenes. */
import { describe, expect, it } from 'vitest';
import { compared } from '../agreement/compared.js';
import { inlined } from '../recipes/inlined.js';
import { shippedLibraries } from '../recipes/shipped.js';

const libraries = shippedLibraries.filter((file) => /^ {2}task /m.test(inlined(file)));

describe('the pipeline and the reference evaluator', () => {
  it.each(libraries)(
    'ask the same of random scenes: %s',
    async (file) => {
      const { differences, questions, tasks } = await compared(inlined(file), 100, 200_000);
      expect(differences).toEqual([]);
      const asked = new Set(questions.map(({ task }) => task));
      // Four things with two clear pairs are rare among things thrown together.
      expect(tasks.filter((task) => !asked.has(task) && !/^spatial_mcq/.test(task))).toEqual([]);
    },
    600_000,
  );
});
