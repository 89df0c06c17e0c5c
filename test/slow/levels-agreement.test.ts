/** Every task of levels 0 to 2, but `query_aabb`, asks what the definition says, question by question, over random scenes. */
import { describe, expect, it } from 'vitest';
import { compared } from '../agreement/compared.js';
import { inlined } from '../recipes/inlined.js';
import { shippedLibraries } from '../recipes/shipped.js';

/** Of directions on a floor, things thrown together leave few that are balanced. */
const scenesOf = (file: string): number => (file.endsWith('world.spq') ? 1200 : 400);

const files = shippedLibraries.filter((file) => /levels\/(?:perception|properties|relations\/\w+)\.spq$/.test(file));

describe('the pipeline and the reference evaluator', () => {
  it.each(files)(
    'ask the same of random scenes: %s',
    async (file) => {
      const { differences, questions, tasks } = await compared(inlined(file), scenesOf(file), 200_000);
      expect(differences).toEqual([]);
      const asked = new Set(questions.map(({ task }) => task));
      // Four things with two clear pairs are rare among things thrown together.
      expect(tasks.filter((task) => !asked.has(task) && !task.startsWith('spatial_mcq'))).toEqual([]);
    },
    600_000,
  );
});
