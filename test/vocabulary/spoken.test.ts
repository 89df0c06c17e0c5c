/** Words of the tables in questions (S16): what is counted, how it is said, and what is not named at all. */
import { describe, expect, it } from 'vitest';
import { openRobospatial } from '../../runtime/sources/robospatial/index.js';
import { excerpt } from '../../runtime/vocabulary/excerpt.js';
import { indoor } from '../../runtime/vocabulary/indoor.js';
import { askInDuckDb, planOf } from '../agreement/pipeline.js';
import { evaluate } from '../reference/index.js';
import { recipeOf, standardLibrary } from '../reference/recipe-text.js';
import { covered, scene, thing } from '../reference/scene-builder.js';

const labels = ['tv', 'sofa', 'couch', 'armchair', 'scissors', 'glass', 'sheep', 'furniture'];
const vocabulary = excerpt(indoor, labels);
const things = ['tv', 'sofa', 'armchair', 'scissors', 'glass', 'sheep', 'black tv'];
const scenes = [
  scene(
    'one of each',
    things.map((category, i) => thing(`o${i}`, category, [i - 3, 0, 6], { box2d: [i * 60, 10, i * 60 + 40, 50] })),
    { coverage: labels.map((label) => covered(label)) },
  ),
];

async function asked(task: string): Promise<readonly (readonly [string, string])[]> {
  const text = `source hand = rooms(1)\nseed 7\nlevel 1 "T" { task t { ${task} } }\nemit jsonl("q.jsonl")`;
  const questions = await askInDuckDb({ plan: planOf(text), scenes, vocabulary });
  const input = { recipe: recipeOf(text), library: standardLibrary(), sourceName: 'hand', vocabulary, scenes, seed: 7 };
  const pairs = (all: readonly { readonly question: string; readonly answer: string }[]) =>
    all.map(({ question, answer }) => [question, answer] as const).sort();
  expect(pairs(questions)).toEqual(pairs(evaluate(input).questions));
  return pairs(questions);
}

describe('a category', () => {
  it('is counted only where it is countable, and said in its own forms', async () => {
    const count = 'let n = count(object x where x called c)';
    // The black tv may be a TV: its number is unknown. A sofa is a couch.
    expect(
      await asked(`for category c in vocabulary ${count} ask "How many {c:plural}?" answer c as "{n} {c}"`),
    ).toEqual([
      ['How many armchairs?', '1 armchair'],
      ['How many couches?', '1 couch'],
      ['How many drinking glasses?', '1 drinking glass'],
      ['How many sheep?', '1 sheep'],
      ['How many sofas?', '1 sofa'],
    ]);
  });

  it('of a thing is its noun, or its label where there is none', async () => {
    expect(
      (await asked('for object a let h = a.category refer a by box ask "{a}?" answer h'))
        .map(([, answer]) => answer)
        .sort(),
    ).toEqual(['TV', 'armchair', 'black tv', 'drinking glass', 'scissors', 'sheep', 'sofa'].sort());
  });
});

describe('a thing', () => {
  it('is named by its noun; what has none is an object in a box', async () => {
    const questions = await asked('for object a let d = a.depth ask "How deep is {a}?" answer d');
    const names = questions.map(([question]) => question.replace(/ in the \w+ box/, ' in a box'));
    expect(names.sort()).toEqual([
      // The black tv may be a TV, so "the TV" could be either.
      'How deep is the TV in a box?',
      'How deep is the armchair?',
      'How deep is the drinking glass?',
      'How deep is the object in a box?',
      'How deep is the object in a box?',
      'How deep is the sheep?',
      'How deep is the sofa?',
    ]);
  });
});

describe('RoboSpatial', () => {
  it('has the words of the rooms', async () => {
    const dir = new URL('../../../shared/data/robospatial', import.meta.url).pathname;
    const opened = await openRobospatial({ dir });
    expect(opened.vocabulary).toBe(indoor);
  });
});
