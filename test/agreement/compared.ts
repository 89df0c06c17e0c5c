/** One recipe over random scenes, by the pipeline and by the reference evaluator. */
import { readFileSync } from 'node:fs';
import type { Plan } from '../../compiler/index.js';
import { facts } from '../../compiler/std/facts.js';
import { lexicon } from '../../compiler/std/references.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { furnishedScenes } from '../reference/furnished-scenes.js';
import { evaluate, type ReferenceQuestion } from '../reference/index.js';
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
  const half = Math.ceil(count / 2);
  const scenes = [...randomScenes(half, firstSeed), ...furnishedScenes(count - half, firstSeed)];
  const plan = planOf(recipe);
  const questions = await askInDuckDb({ plan, scenes, vocabulary: FURNITURE });
  return {
    differences: differences(referenceQuestions(recipe, plan, scenes), questions),
    questions,
    tasks: plan.tasks.map((task) => task.name),
  };
}

/** What the reference evaluator asks, with the words that the standard library has for its facts. */
export function referenceQuestions(
  recipe: string,
  plan: Plan,
  scenes: readonly SceneFacts[],
): readonly ReferenceQuestion[] {
  const measureWords = facts.flatMap(({ name, words }) =>
    words === undefined ? [] : [[name, { more: words.more, less: words.less ?? [] }] as const],
  );
  const { questions } = evaluate({
    recipe: recipeOf(recipe),
    library: standardLibrary(),
    sourceName: plan.sources[0]?.name ?? '',
    vocabulary: FURNITURE,
    scenes,
    seed: plan.seed,
    lexicon,
    measureWords: Object.fromEntries(measureWords),
    questionsAlone: true,
  });
  return questions;
}
