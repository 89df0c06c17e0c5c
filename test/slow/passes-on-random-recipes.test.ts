/**
 * No subset of the passes changes a row, on random recipes. Every subset has recipes of its own, so that passes that are
 * added later are covered as these are.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type Plan, passNames } from '../../compiler/index.js';
import type { Store } from '../../runtime/facts/store.js';
import { askInStore, filledStore, library, questionsIn } from '../agreement/pipeline.js';
import { randomProgram } from '../reference/random-programs.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';

const SCENES = 40;
/** Recipes over all subsets together, at least, and where the first of all stands. */
const RECIPES = 30;
const FIRST = 70_000;

const subsets = passNames
  .reduce<readonly (readonly string[])[]>(
    (found, name) => found.concat(found.map((subset) => subset.concat(name))),
    [[]],
  )
  .slice(1);

/** Of each subset: with many passes there are many subsets. */
const EACH = Math.max(2, Math.ceil(RECIPES / subsets.length));

/** Undefined of a recipe with an error: some random ones have one. */
function planOf(text: string, skip: readonly string[]): Plan | undefined {
  return compile({ recipe: { file: 'random.spq', text }, library, options: { skip } }).plan;
}

let store: Store;
let asked = 0;
beforeAll(async () => {
  store = await filledStore('rooms', randomScenes(SCENES, FIRST), FURNITURE);
}, 120_000);
afterAll(() => store.close());

async function rows(plan: Plan): Promise<readonly string[]> {
  await askInStore(store, plan, SCENES);
  return (await questionsIn(store)).map((question) => JSON.stringify(question));
}

describe('leaving out passes of random recipes', () => {
  it.each(subsets.map((skip, i) => [skip, i] as const))('%j asks the same', async (skip, i) => {
    for (let number = FIRST + i * EACH; number < FIRST + (i + 1) * EACH; number++) {
      const text = randomProgram(number);
      const whole = planOf(text, []);
      const part = planOf(text, skip);
      expect(part === undefined).toBe(whole === undefined);
      if (whole === undefined || part === undefined) continue;
      const expected = await rows(whole);
      expect({ number, rows: await rows(part) }).toEqual({ number, rows: expected });
      asked += expected.length;
    }
  });

  it('was shown of recipes that ask something', () => {
    expect(asked).toBeGreaterThan(350);
  });
});
