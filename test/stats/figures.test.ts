/** The figures of small tables, worked out by hand. */
import { describe, expect, it } from 'vitest';
import { answerHistograms } from '../../runtime/stats/answers.js';
import { questionCounts, referenceCounts, repetition, sourceCounts, stageCounts } from '../../runtime/stats/counts.js';
import { type Asked, named, withQuestions } from './questions-table.js';

const height = (scene: string, id: string, value: number, format: 'open' | 'choice' = 'open'): Asked => ({
  ...{ task: 'height', scene, format, answer: `${value} m`, value, unit: 'm', slots: [named('a', id, `the ${id}`)] },
  ...(format === 'choice' ? { options: [`${value} m`, '9 m'] } : {}),
});

describe('counts', () => {
  it('are per level, task, format and part of the data', async () => {
    const asked: readonly Asked[] = [
      height('s1', 'chair', 1),
      height('s1', 'table', 1),
      { ...height('s2', 'chair', 1), split: 'test' },
      height('s2', 'table', 1, 'choice'),
      { task: 'all', level: 0, scene: 's1', format: 'claim', answer: 'True' },
    ];
    const things = [
      { scene: 's1', id: 'chair', category: 'chair' },
      { scene: 's3', id: 'lamp', category: 'lamp' },
    ];
    await withQuestions(asked, things, async (connection) => {
      expect(await sourceCounts(connection)).toEqual([{ source: 'hand', scenes: 3, objects: 2 }]);
      expect((await questionCounts(connection)).map((c) => Object.values(c).join(' '))).toEqual([
        '0 all claim train 1',
        '1 height open test 1',
        '1 height open train 2',
        '1 height choice train 1',
      ]);
      expect(await stageCounts(connection)).toBeNull();
    });
  });

  it('tell a fact once, whoever is named first, and its value where there is one', async () => {
    const pair = (scene: string, first: string, second: string, value?: number): Asked => ({
      ...{ task: 'two', scene, answer: 'x', slots: [named('a', first, ''), named('b', second, '')] },
      ...(value === undefined ? {} : { value, unit: 'm' }),
    });
    const asked = [
      ...[pair('s1', 'p', 'q'), pair('s1', 'q', 'p'), pair('s1', 'p', 'r')],
      // Of another scene it is another fact.
      pair('s2', 'p', 'q'),
      ...[pair('s2', 'p', 'q', 1), pair('s2', 'q', 'p', 2), pair('s2', 'q', 'p', 2)],
      // Another task may ask the same.
      { ...pair('s2', 'q', 'p', 2), task: 'other' },
    ];
    expect(await withQuestions(asked, [], repetition)).toEqual([
      { level: null, task: null, questions: 8, scenes: 2, mostPerScene: 5, facts: 5 },
      { level: 1, task: 'other', questions: 1, scenes: 1, mostPerScene: 1, facts: 1 },
      { level: 1, task: 'two', questions: 7, scenes: 2, mostPerScene: 4, facts: 5 },
    ]);
  });

  it('go over the holes that name objects', async () => {
    const asked: readonly Asked[] = [
      { task: 't', scene: 's', answer: 'x', slots: [named('a', 'p', 'the p'), named('b', 'q', 'the q', 'box')] },
      {
        ...{ task: 't', scene: 's', answer: 'x' },
        slots: [
          named('a', 'p', 'the p', 'box'),
          { name: 'c', kind: 'category', text: 'lamps', id: 'lamp', strategy: null },
        ],
      },
    ];
    expect(await withQuestions(asked, [], referenceCounts)).toEqual([
      { level: 1, task: 't', strategy: 'box', holes: 2 },
      { level: 1, task: 't', strategy: 'category', holes: 1 },
    ]);
  });
});

describe('answers', () => {
  it('are counted one by one where they are words or counts, claims by themselves', async () => {
    const word = (answer: string, format: 'open' | 'claim'): Asked => ({ task: 't', scene: 's', format, answer });
    const count = (answer: string): Asked => ({ task: 'n', scene: 's', answer, value: Number(answer), unit: 'count' });
    const asked = [
      ...['left', 'right', 'left', 'left'].map((answer) => word(answer, 'open')),
      ...['True', 'False', 'Yes'].map((answer) => word(answer, 'claim')),
      ...['0', '2', '2'].map(count),
    ];
    const told = await withQuestions(asked, [], answerHistograms);
    expect(
      told.map(({ task, of, questions, distinct, majority }) => [task, of, questions, distinct, majority]),
    ).toEqual([
      ['n', 'answers', 3, 2, 2 / 3],
      ['t', 'answers', 4, 2, 0.75],
      ['t', 'claims', 3, 2, 2 / 3],
    ]);
    expect(told.map(({ bins }) => bins)).toEqual([
      [
        { answer: '2', questions: 2 },
        { answer: '0', questions: 1 },
      ],
      [
        { answer: 'left', questions: 3 },
        { answer: 'right', questions: 1 },
      ],
      [
        { answer: 'True or Yes', questions: 2 },
        { answer: 'False or No', questions: 1 },
      ],
    ]);
  });

  it('keep the first 24 words and say how many are left', async () => {
    const asked = Array.from({ length: 30 }, (_, i) => ({ task: 't', scene: 's', answer: `word ${i}` }));
    const [told] = await withQuestions([...asked, { task: 't', scene: 's', answer: 'word 7' }], [], answerHistograms);
    expect([told?.distinct, told?.bins.length, told?.others]).toEqual([30, 24, 6]);
    expect(told?.bins[0]).toEqual({ answer: 'word 7', questions: 2 });
  });

  it('lie in ten bins per factor of ten, signs apart, and angles in bins of 15 degrees', async () => {
    const number = (value: number, unit: string): Asked => ({
      task: unit,
      scene: 's',
      answer: `${value}`,
      value,
      unit,
    });
    const asked = [
      ...[1, 1.25, 1.27, 9.99, 10, -1.1, 0].map((value) => number(value, 'm')),
      ...[0, 14.9, 15, 180].map((value) => number(value, 'deg')),
    ];
    const [angles, lengths] = await withQuestions(asked, [], answerHistograms);
    expect(angles?.bins).toEqual([
      { from: 0, to: 15, questions: 2 },
      { from: 15, to: 30, questions: 1 },
      { from: 180, to: 195, questions: 1 },
    ]);
    const edge = (k: number): number => 10 ** (k / 10);
    expect(lengths?.bins).toEqual([
      { from: -edge(1), to: -1, questions: 1 },
      { from: 0, to: 0, questions: 1 },
      { from: 1, to: edge(1), questions: 2 },
      { from: edge(1), to: edge(2), questions: 1 },
      { from: edge(9), to: 10, questions: 1 },
      { from: 10, to: edge(11), questions: 1 },
    ]);
    expect([lengths?.questions, lengths?.unit, lengths?.majority]).toEqual([7, 'm', 1 / 7]);
  });
});
