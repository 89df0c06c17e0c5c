/** What is expected of a task, counted by hand: of a scene with four things that are surely there, and of one with a single one. */
import { expect, it } from 'vitest';
import { estimateTasks } from '../../runtime/profile/estimate.js';
import { filledStore, planOf } from '../agreement/pipeline.js';
import { covered, FURNITURE, pixel, scene, thing } from '../reference/scene-builder.js';

const recipe = `
source hand = rooms(2)
refer by category, position, box
level 1 "One" {
  task pairs   { for objects {a, b} ask "How far is {a} from {b}?" answer distance(a, b) }
  task triples { for objects (a, b, c) ask "How high is {a} beside {b} and {c}?" answer a.height }
  task threes  { for objects {a, b, c} ask "Which of {a}, {b} and {c}?" answer the x in {a, b, c} with greatest x.height }
  task beside  { for object a, objects {b, c} ask "Which of {b} and {c} is nearer to {a}?"
    answer the x in {b, c} with least distance(x, a) }
  task points  { for pixel p, place q ask "How far is {p} from {q}?" answer distance(p, q) }
  task words   { for object a, measure m in (height, width) ask "What is the {m} of {a}?" answer a.m }
  task kinds   { for categories {c, d} ask "More {c:plural} or {d:plural}?"
    answer the x in {c, d} with greatest count(object y where y called x) }
  task sets    { for objects {xs: 2..3}, object b ask "Which of {xs} is nearest to {b}?"
    answer the x in xs with least distance(x, b) }
  task kept    { for objects {a, b} take 7 per scene take 5 per task formats all
    ask "How far is {a} from {b}?" answer distance(a, b)
    claim "{a} is taller than {b}." when a taller than b }
  task all     { for objects {a, b} formats all
    ask "How far is {a} from {b}?" answer distance(a, b)
    claim "{a} is taller than {b}." when a taller than b }
  task apiece  { for object a, object b take 2 per object ask "How far is {a} from {b}?" answer distance(a, b) }
}`;

const coverage = ['chair', 'table', 'lamp'].map((label) => covered(label));
const scenes = [
  scene(
    'four',
    [
      thing('1', 'chair', [-1, 0, 3]),
      thing('2', 'table', [0, 0, 3]),
      thing('3', 'lamp', [1, 0, 3]),
      thing('4', 'chair', [0, 0, 5]),
      thing('5', 'chair', [2, 0, 6], { presence: 'possible' }),
    ],
    { coverage, pixels: [0, 1, 2].map((i) => pixel(`p${i}`, 100 + 50 * i, 300, [i, 1.5, 4])) },
  ),
  scene('one', [thing('1', 'chair', [0, 0, 3])], { coverage: coverage.slice(0, 2) }),
];

it('is what a scene has of what is bound, no more than is taken, over all scenes', async () => {
  const store = await filledStore('hand', scenes, FURNITURE);
  const { tasks } = planOf(recipe);
  const expected = Object.fromEntries(await estimateTasks(store.connection, tasks));
  store.close();
  expect(expected).toEqual({
    pairs: 6,
    triples: 4 * 3 * 2,
    threes: 4,
    beside: 4 * 3,
    points: 3 * 2,
    words: (4 + 1) * 2,
    kinds: 3 + 1,
    // A set from each of four things, and one of the two at most that are not in it.
    sets: 4 * 2,
    kept: 7,
    all: 6 * 2,
    apiece: 4 * 2,
  });
});

it('is nothing of no scene', async () => {
  const store = await filledStore('hand', [], FURNITURE);
  const { tasks } = planOf(recipe);
  expect(new Set((await estimateTasks(store.connection, tasks)).values())).toEqual(new Set([0]));
  expect((await estimateTasks(store.connection, [])).size).toBe(0);
  store.close();
});
