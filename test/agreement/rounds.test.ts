/**
 * Questions that are found in rounds are those that are found at once: of rooms with so many things that the first round does
 * not reach all tuples, where few, some and all can be asked; and in chunks of any size, whose statements are planned once.
 */
import { describe, expect, it } from 'vitest';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { askInDuckDb, planOf } from './pipeline.js';

const recipe = `
source rooms = rooms(3)
margin length 5 cm or 5%, angle 15 deg
refer by category, position, box
level 1 "One" {
  task few    { for objects (a, b, c)
    where a.height > 3 * b.height and c.height > 2 * a.height
    take 1 per scene
    ask "How high is {a} beside {b} and {c}?" answer a.height }
  task some   { for objects {a, b}, measure m in (height, width, depth_extent)
    where a.depth < b.depth and a.m > 2 * b.m
    take 2 per scene
    ask "By how much is the {m} of {a} greater than that of {b}?" answer a.m - b.m }
  task all    { for objects {a, b}  take 1 per scene  formats all
    ask "How far is {a} from {b}?" answer distance(a, b)
    claim "{a} is nearer than {b}." when a nearer than b }
  task drawn  { for objects {xs: 3..4}  take 1 per scene
    ask "Which of {xs} is the tallest?" answer the x in xs with greatest x.height }
  task kinds  { for categories {c, d}  take 1 per scene
    ask "Are there more {c:plural} or {d:plural}?"
    answer the x in {c, d} with greatest count(object y where y called x) }
  task apiece { for object a, object b  take 1 per object
    ask "How far is {a} from {b}?" answer distance(a, b) }
}`;

const scenes = Array.from({ length: 60 }, (_, i) => roomFacts(5, i, { pixels: false }));

async function asked(skip: readonly string[], chunk: number): Promise<readonly string[]> {
  const questions = await askInDuckDb({ plan: planOf(recipe, { skip }), scenes, vocabulary: roomsVocabulary, chunk });
  return questions.map((question) => JSON.stringify(question)).sort();
}

describe('rounds of sampling', () => {
  it('find what is found at once, whatever the chunk', async () => {
    const plan = planOf(recipe);
    expect(plan.tasks.filter(({ inRounds }) => inRounds).map(({ name }) => name)).toEqual([
      'few',
      'some',
      'all',
      'drawn',
      'kinds',
    ]);
    const atOnce = await asked(['sample-first'], 60);
    for (const task of plan.tasks)
      expect([task.name, atOnce.filter((q) => q.includes(`"task":"${task.name}"`)).length > 10]).toEqual([
        task.name,
        true,
      ]);
    expect(await asked([], 60)).toEqual(atOnce);
    expect(await asked([], 7)).toEqual(atOnce);
  });
});
