/** One recipe over random scenes, by the pipeline and by the reference evaluator. */
import { readFileSync } from 'node:fs';
import { lexicon } from '../../compiler/std/references.js';
import { evaluate } from '../reference/index.js';
import { randomScenes } from '../reference/random-scenes.js';
import { recipeOf, standardLibrary } from '../reference/recipe-text.js';
import { FURNITURE } from '../reference/scene-builder.js';
import { type Difference, differences } from './differences.js';
import { type AskedQuestion, askInDuckDb, planOf } from './pipeline.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

export const recipes = {
  quickstart: read('../../recipes/quickstart.spq'),
  constructs: read('./constructs.spq'),
} as const;

export interface Compared {
  readonly differences: readonly Difference[];
  readonly questions: readonly AskedQuestion[];
  readonly tasks: readonly string[];
}

/** @throws when the recipe has an error, or uses what the definition does not speak of */
export async function compared(recipe: string, count: number, firstSeed: number): Promise<Compared> {
  const scenes = randomScenes(count, firstSeed);
  const plan = planOf(recipe);
  const questions = await askInDuckDb({ plan, scenes, vocabulary: FURNITURE });
  const reference = evaluate({
    recipe: recipeOf(recipe),
    library: standardLibrary(),
    sourceName: plan.sources[0]?.name ?? '',
    vocabulary: FURNITURE,
    scenes,
    seed: plan.seed,
    lexicon,
  });
  return {
    differences: differences(reference.questions, questions),
    questions,
    tasks: plan.tasks.map((task) => task.name),
  };
}
