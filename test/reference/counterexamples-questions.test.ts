import { describe, expect, it } from 'vitest';
import * as scenes from './counterexample-scenes.js';
import { draw } from './draws.js';
import type { ReferenceQuestion } from './index.js';
import { randomScenes } from './random-scenes.js';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';

const SCENES = randomScenes(300);

const tally = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
};

describe('S10: what a blind model could learn', () => {
  it('S10: true as often as false, per phrasing, where the draw does not see to it', () => {
    const { questions } = evaluateTask(
      'for object a\n claim "{a} is under 1 m tall." "{a} measures less than 1 m." when a.height < 1 m\n claim "{a} is far." when a.depth > 2 m',
      SCENES,
    );
    const counts = tally(questions, ({ phrasing, answer }) => `${phrasing} ${answer}`);
    expect(counts.size).toBe(6);
    for (const phrasing of ['{a} is under 1 m tall.', '{a} measures less than 1 m.', '{a} is far.']) {
      expect(counts.get(`${phrasing} True`)).toBe(counts.get(`${phrasing} False`));
      expect(counts.get(`${phrasing} True`)).toBeGreaterThan(5);
    }
  });

  it('S10: no answer of an enumeration or count is more frequent than the runner-up', () => {
    const sides = evaluateTask(
      'for objects (a, b)\n ask "{a} {b}?"\n answer side(b.position from a)\n choices front, right, back, left',
      SCENES,
    );
    const counts = evaluateTask(
      'for category c in vocabulary\n ask "{c}?"\n answer count(object x where x called c)',
      SCENES,
    );
    for (const { questions } of [sides, counts]) {
      for (const format of ['open', 'choice'] as const) {
        const found = [
          ...tally(
            questions.filter((each) => each.format === format),
            ({ answer }) => answer,
          ).values(),
        ];
        const [most, second] = found.sort((x, y) => y - x);
        expect(most).toBe(second);
      }
    }
    expect(sides.questions.length).toBeGreaterThan(50);
  });

  it('S10: the rank of the right number by size says nothing', () => {
    const { questions } = evaluateTask(
      'for objects {a, b}\n let d = distance(a, b)\n where d in 20 cm .. 20 m\n ask "{a} {b}?"\n answer d\n choices near d',
      SCENES,
    );
    const choices = questions.filter(({ format }) => format === 'choice');
    const ranks = tally(choices, (question) =>
      String(sizesOf(question).filter((size) => size < Number.parseFloat(question.answer)).length),
    );
    expect([...ranks.keys()].sort()).toEqual(['0', '1', '2', '3']);
    for (const count of ranks.values()) expect(count / choices.length).toBeGreaterThan(0.15);
    for (const question of choices) {
      const sizes = [...sizesOf(question)].sort((x, y) => x - y);
      expect(sizes).toHaveLength(4);
      sizes.forEach((size, i) => {
        if (i > 0) expect(size / (sizes[i - 1] ?? 0)).toBeGreaterThanOrEqual(1.5624999);
      });
      expect(question.options?.[question.answerIndex ?? -1]).toBe(question.answer);
    }
  });

  it('S10: options of a count are whole numbers from 0, also when the answer is 0', () => {
    const { questions } = evaluateTask(
      'for category c in vocabulary\n let n = count(object x where x called c)\n ask "{c}?"\n answer n\n choices near n',
      SCENES,
    );
    const choices = questions.filter(({ format }) => format === 'choice');
    for (const question of choices) {
      const sizes = [...sizesOf(question)].sort((x, y) => x - y);
      const least = sizes[0] ?? -1;
      expect(least).toBeGreaterThanOrEqual(0);
      expect(sizes).toEqual([0, 1, 2, 3].map((i) => least + i));
    }
    expect(choices.filter(({ answer }) => answer === '0').every(({ options }) => options?.includes('3'))).toBe(true);
  });

  it('S10: the right option stands anywhere', () => {
    const { questions } = evaluateTask(
      'for objects {a, b}\n ask "{a} or {b}?"\n answer the x in {a, b} with greatest x.height\n choices a, b',
      SCENES,
    );
    const choices = questions.filter(({ format }) => format === 'choice');
    const firsts = choices.filter(({ answerIndex }) => answerIndex === 0).length / choices.length;
    expect(firsts).toBeGreaterThan(0.35);
    expect(firsts).toBeLessThan(0.65);
  });
});

const sizesOf = ({ options }: ReferenceQuestion): readonly number[] =>
  (options ?? []).map((text) => Number.parseFloat(text));

describe('S11: stages', () => {
  const TAKE = 'for objects (a, b)\n take 2 per scene\n ask "{a} {b}?"\n answer distance(a, b)';

  it('S11: `take` keeps the askable tuples with the least draws', () => {
    const { questions } = evaluateTask(TAKE, [scenes.rowOfChairs]);
    const all = evaluateTask(TAKE.replace('take 2 per scene', ''), [scenes.rowOfChairs]).questions;
    const ranked = [...all].sort((x, y) => selection(x) - selection(y));
    expect(all.length).toBe(6);
    expect(new Set(questions.map(({ ids }) => ids.join()))).toEqual(
      new Set(ranked.slice(0, 2).map(({ ids }) => ids.join())),
    );
  });

  it('S11: `take per object` keeps that many for the first entity', () => {
    const { questions } = evaluateTask(TAKE.replace('2 per scene', '1 per object'), [scenes.rowOfChairs]);
    expect(questions.map(({ ids }) => ids[0]).sort()).toEqual(['c1', 'c2', 'c3']);
  });

  it('S11: tuples that cannot be asked do not use up a place', () => {
    const { questions } = evaluateTask(TAKE.replace('take', 'where a.position.right < -1 m\n take'), [
      scenes.rowOfChairs,
    ]);
    expect(questions.map(({ ids }) => ids[0])).toEqual(['c1', 'c1']);
  });

  it('S11: another scene changes no question of this one', () => {
    const alone = evaluateTask(TAKE, [scenes.rowOfChairs]).questions;
    const both = evaluateTask(TAKE, [scenes.nearLeftChair, scenes.rowOfChairs]).questions;
    expect(both.filter(({ sceneId }) => sceneId === 'row of chairs')).toEqual(alone);
  });

  it('S11: balance only drops', () => {
    const lines = 'for object a\n claim "{a} is tall." when a.height > 1 m';
    const few = evaluateTask(lines, SCENES.slice(0, 150)).questions;
    const open = evaluateTask(
      'for object a\n where a.height > 2 cm\n claim "{a} is tall." when a.height > 1 m',
      SCENES,
    ).questions;
    const shared = few.filter(({ sceneId, ids }) =>
      open.some((each) => each.sceneId === sceneId && each.ids[0] === ids[0]),
    );
    for (const question of shared) expect(open).toContainEqual(question);
    expect(shared.length).toBeGreaterThan(10);
  });
});

function selection({ sceneId, ids }: ReferenceQuestion): number {
  return draw({ seed: 7, task: 't', source: 'hand', sceneId, ids }, 'select');
}

describe('S15: numbers and units', () => {
  const pair = (metres: number) =>
    scene(`p${metres}`, [thing('a', 'chair', [0, 0, 4]), thing('b', 'lamp', [metres, 0, 4])]);
  const open = (metres: number, settings = '') =>
    evaluateTask('for objects {a, b}\n ask "{a} {b}?"\n answer distance(a, b)', [pair(metres)], settings).questions[0];

  it('S15: rounding is at most 1 cm or 2 %, with two digits at least', () => {
    expect([0.12, 0.854, 1.04, 1.24, 4.97, 12.04, 25].map((metres) => open(metres)?.answer)).toEqual([
      '12 cm',
      '85 cm',
      '1.04 m',
      '1.24 m',
      '5.0 m',
      '12.0 m',
      '25 m',
    ]);
    expect(open(1.2345)?.value).toBe(1.2345);
  });

  it('S15: imperial is decimal feet, or inches under three feet', () => {
    const imperial = (metres: number) => open(metres, 'units imperial')?.answer;
    expect([0.52, 0.91, 0.92, 1.25, 3.048].map(imperial)).toEqual(['20.5 in', '36 in', '3.0 ft', '4.1 ft', '10.0 ft']);
  });

  it('S15: one unit and one number of decimals for question, answer and options', () => {
    const { questions } = evaluateTask(
      'for objects {a, b}\n let d = distance(a, b)\n ask "{a} {b}?"\n answer d\n choices near d',
      SCENES,
      'units metric, imperial 50%',
    );
    const choices = questions.filter(({ format }) => format === 'choice');
    expect(tally(choices, ({ answer }) => answer.split(' ')[1] ?? '').size).toBeGreaterThanOrEqual(2);
    for (const { options } of choices) {
      const shapes = (options ?? []).map((text) => text.replace(/^\d+/, '').replace(/\d/g, '0'));
      expect(new Set(shapes).size).toBe(1);
    }
  });

  it('S15: points are printed right, down, forward; signs where asked for', () => {
    const lines =
      'for objects (a, b)\n let v = b.position - a.position\n ask "{v.right:signed} {v.up:cm}, {a} {b}?"\n answer b.position as "{b.position:xyz}"';
    const facts = scene('s', [thing('a', 'chair', [0, 0, 4]), thing('b', 'lamp', [1.5, -0.304, 2.049])]);
    const found = evaluateTask(lines, [facts]).questions.find(({ ids }) => ids[0] === 'a');
    expect(found?.question).toBe('+1.50 m 30 cm, the chair the lamp?');
    expect(found?.answer).toBe('(1.50, -0.30, 2.05)');
    expect(found?.value).toBeNull();
  });
});
