import { describe, expect, it } from 'vitest';
import { type DrawKey, draw, hashed } from './draws.js';
import { evaluate, type ReferenceQuestion } from './index.js';
import { recipeOf, standardLibrary } from './recipe-text.js';
import { FURNITURE, scene, thing } from './scene-builder.js';
import { givenBy, sharedOut } from './sharing.js';

const SCENES = Array.from({ length: 60 }, (_, i) =>
  scene(`s${i}`, [thing('lamp', 'lamp', [0, 0, 2 + (i % 3)])], { scene: { captureId: `c${Math.floor(i / 4)}` } }),
);

const TASKS = `level 1 "One" {
  task depth { for object a weight 3 ask "How far is {a}?" answer a.depth }
  task close { for object a claim "{a} is within 3 m." when a.depth < 3.5 m }
}
level 2 "Two" { task size { for object a take 20 per task ask "How high is {a}?" answer a.height } }`;

const asked = (settings: string) =>
  evaluate({
    recipe: recipeOf(`${settings}\n${TASKS}`),
    library: standardLibrary(),
    sourceName: 'hand',
    vocabulary: FURNITURE,
    scenes: SCENES,
    seed: 7,
  }).questions;

const of = (questions: readonly ReferenceQuestion[], task: string) => questions.filter((each) => each.task === task);
const placeIn = (sceneId: string, task: string, purpose: string): number => {
  const key: DrawKey = { seed: 7, task, source: 'hand', sceneId, ids: ['lamp'] };
  return Math.floor(draw(key, purpose) / 2 ** 36);
};

describe('sampling', () => {
  it('takes the lowest places of a task', () => {
    const kept = of(asked(''), 'size').map(({ sceneId }) => sceneId);
    const all = SCENES.map(({ scene: { sceneId } }) => sceneId);
    const ranked = all.sort((x, y) => placeIn(x, 'size', 'select task') - placeIn(y, 'size', 'select task'));
    expect(new Set(kept)).toEqual(new Set(ranked.slice(0, 20)));
  });

  it('weighs questions so that a level has its share, and tasks within it theirs', () => {
    const questions = asked('mix level 1 75%, level 2 20%');
    const sum = (task: string) => of(questions, task).reduce((all, { weight }) => all + weight, 0);
    // Level 1: weights 3 and 1. Two thirds of the claims are true: 40 against 20 are 20 and 20.
    expect(of(questions, 'close')).toHaveLength(40);
    expect(sum('depth')).toBeCloseTo(0.75 * 0.75, 12);
    expect(sum('close')).toBeCloseTo(0.75 * 0.25, 12);
    expect(sum('size')).toBeCloseTo(0.2, 12);
    expect(of(questions, 'close')[0]?.weight).toBe((750_000 * 1) / (1_000_000 * 4 * 40));
    expect(asked('').every(({ weight }) => weight === 1)).toBe(true);
  });

  it('cuts to a total by levels, tasks and cells', () => {
    const questions = asked('mix level 2 60%, level 1 40% total 50');
    // Level 2 has 20 of its 30; level 1 shares 20 as 15 and 5, the claims as 2 and 3 or the other way round.
    expect(['size', 'depth', 'close'].map((task) => of(questions, task).length)).toEqual([20, 15, 5]);
    const truths = of(questions, 'close').filter(({ answer }) => answer === 'True').length;
    expect([2, 3]).toContain(truths);
    const places = SCENES.map(({ scene: { sceneId } }) => placeIn(sceneId, 'depth', 'mix')).sort((x, y) => x - y);
    for (const { sceneId } of of(questions, 'depth')) {
      expect(placeIn(sceneId, 'depth', 'mix')).toBeLessThan(places[15] ?? 0);
    }
  });

  it('splits by capture', () => {
    const questions = asked('split train 50%, validation 30%, test 20%');
    for (const { sceneId, split } of questions) {
      const captureId = `c${Math.floor(Number(sceneId.slice(1)) / 4)}`;
      const share = hashed(['7', 'split', 'hand', captureId]) / 2 ** 52;
      expect(split).toBe(share < 0.5 ? 'train' : share < 0.8 ? 'validation' : 'test');
    }
    expect(new Set(questions.map(({ split }) => split)).size).toBe(3);
    expect(asked('').every(({ split }) => split === 'train')).toBe(true);
  });
});

describe('sharing out', () => {
  it('gives whole shares that add up, rounded by the phase', () => {
    // b = 3.33.., 6.66.., 10
    expect(sharedOut(10, [1, 1, 1], 3)).toEqual([3, 3, 4]);
    // with half a place more: 3.83, 7.17, 10.5
    expect(sharedOut(10, [1, 1, 1], 3, 32_768)).toEqual([3, 4, 3]);
    expect(sharedOut(10, [1, 1], 4)).toEqual([2, 3]);
    expect(sharedOut(10, [], 0)).toEqual([]);
  });

  it('takes all of those with less than their due, as often as there are any', () => {
    const stock = (count: number, weight: number) => ({ count, weight });
    // Due 10 each: 2 gives all; then 14 each: 12 gives all; the last gives 16 of 40.
    expect(givenBy([stock(2, 1), stock(12, 1), stock(40, 1)], 30)).toEqual([2, 12, 16]);
    expect(givenBy([stock(5, 0), stock(40, 1)], 30)).toEqual([0, 30]);
    expect(givenBy([stock(5, 1), stock(4, 1)], 30)).toEqual([5, 4]);
  });
});
