/** What a recipe asks of random scenes when some passes of the optimizer are left out. */
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';
import { askInDuckDb, planOf } from './pipeline.js';

/** Questions as text, sorted. */
export async function askedWithout(skip: readonly string[], recipe: string, count: number): Promise<readonly string[]> {
  const scenes = randomScenes(count, 40_000);
  const asked = await askInDuckDb({ plan: planOf(recipe, { skip }), scenes, vocabulary: FURNITURE });
  return asked.map((question) => JSON.stringify(question)).sort();
}
