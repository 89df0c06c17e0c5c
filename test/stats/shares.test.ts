/** Shares beside chance: hand-made tables, and what is beyond a bound. */
import { describe, expect, it } from 'vitest';
import { seededNumbers } from '../../runtime/stats/baselines/seeded-numbers.js';
import { finding } from '../../runtime/stats/finding.js';
import { referenceRules } from '../../runtime/stats/reference-rules.js';
import { shares } from '../../runtime/stats/shares.js';
import { type Asked, named, withQuestions } from './questions-table.js';

const told = async (asked: readonly Asked[]) =>
  (await withQuestions(asked, [], shares)).map(({ figure, about, n, found, chance }) => [
    figure,
    about,
    n,
    found,
    chance,
  ]);

describe('shares', () => {
  it('of true claims are those of the task and of each phrasing, Yes and No included', async () => {
    const claim = (answer: string, phrasing: string): Asked => ({
      task: 't',
      scene: 's',
      format: 'claim',
      answer,
      phrasing,
    });
    const asked = [claim('True', 'p'), claim('False', 'p'), claim('True', 'p'), claim('No', 'q')];
    expect(await told(asked)).toEqual([
      ['true claims', 'all claims', 4, 0.5, 0.5],
      ['true claims', 'p', 3, 2 / 3, 0.5],
      ['true claims', 'q', 1, 0, 0.5],
    ]);
  });

  it('of places count those where the right option never is', async () => {
    const choice = (answer: string, options: readonly string[]): Asked => ({
      ...{ task: 't', scene: 's', format: 'choice', answer, options },
    });
    const asked = [choice('x', ['x', 'y', 'z']), choice('y', ['y', 'x', 'z']), choice('z', ['x', 'y', 'z'])];
    expect(await told(asked)).toEqual([
      ['place of the right option', '1 of 3', 3, 2 / 3, 1 / 3],
      ['place of the right option', '2 of 3', 3, 0, 1 / 3],
      ['place of the right option', '3 of 3', 3, 1 / 3, 1 / 3],
    ]);
  });

  it('of ranks are by size, without angles, of which some ranks are impossible', async () => {
    const choice = (answer: string, options: readonly string[], unit: string): Asked => ({
      ...{ task: unit, scene: 's', format: 'choice', answer, options, unit, value: Number.parseFloat(answer) },
    });
    const asked = [
      choice('0.5 m', ['0.5 m', '2.0 m', '10.0 m'], 'm'),
      choice('10.0 m', ['2.0 m', '10.0 m', '-3.0 m'], 'm'),
      choice('30 degrees', ['30 degrees', '60 degrees'], 'deg'),
      choice('1', ['1', '0', '2'], 'count'),
      choice('2', ['1', '3', '2'], 'count'),
    ];
    const ranks = (await told(asked)).filter(([figure]) => figure === 'rank of the right number');
    expect(ranks).toEqual([
      ['rank of the right number', '1 of 3', 2, 0, 1 / 3],
      ['rank of the right number', '2 of 3', 2, 1, 1 / 3],
      ['rank of the right number', '3 of 3', 2, 0, 1 / 3],
      ['rank of the right number', '1 of 3', 2, 0.5, 1 / 3],
      ['rank of the right number', '2 of 3', 2, 0, 1 / 3],
      ['rank of the right number', '3 of 3', 2, 0.5, 1 / 3],
    ]);
  });

  it('of first-named winners go over the options that the question names, in its order', async () => {
    const which = (winner: 'p' | 'q', first: 'p' | 'q'): Asked => {
      const holes = [named('a', 'p', 'the p'), named('b', 'q', 'the q'), named('c', 'r', 'the r')];
      return {
        ...{ task: 't', scene: 's', format: 'choice', answer: `the ${winner}`, options: ['the p', 'the q'] },
        slots: first === 'p' ? holes : [holes[2], holes[1], holes[0]].flatMap((hole) => hole ?? []),
      };
    };
    const asked = [which('p', 'p'), which('p', 'q'), which('q', 'q'), which('q', 'q')];
    expect((await told(asked)).at(-1)).toEqual(['first-named wins', '', 4, 0.75, 0.5]);
  });

  it('of first-named winners count a thing once that is named twice', async () => {
    const holes = [named('a', 'p', 'the p'), named('b', 'q', 'the q'), named('a', 'p', 'the p')];
    const asked = {
      task: 't',
      scene: 's',
      format: 'choice',
      answer: 'the q',
      options: ['the p', 'the q'],
      slots: holes,
    };
    expect((await told([{ ...asked, format: 'choice' as const }])).at(-1)).toEqual(['first-named wins', '', 1, 0, 0.5]);
  });

  it('are beyond their bound where neither a point nor four standard errors explain them', () => {
    const beyond = (n: number, found: number): boolean =>
      finding('t', 'true claims', '', { n, found, chance: 0.5 }).beyond;
    // Four standard errors of 10,000 are two points.
    expect([beyond(10_000, 0.529), beyond(10_000, 0.531), beyond(10_000, 0.469)]).toEqual([false, true, true]);
    expect(beyond(100, 0.7)).toBe(false);
    expect(finding('t', 'true claims', '', { n: 10_000, found: 0.5, chance: 0.5 }).standardError).toBe(0.005);
  });
});

describe('rules that know how things are named', () => {
  const random = seededNumbers(5);
  /** Of 2000 scenes; with `leak` the thing in a box mostly wins. */
  const contests = (leak: number): readonly Asked[] =>
    Array.from({ length: 2000 }, (_, i) => {
      const boxFirst = random() < 0.5;
      const names = boxFirst ? ['the p in the red box', 'the q'] : ['the q', 'the p in the red box'];
      const winner = random() < leak ? 'the p in the red box' : 'the q';
      const slots = names.map((text, k) =>
        named(k === 0 ? 'a' : 'b', text, text, text.endsWith('box') ? 'box' : 'category'),
      );
      return { task: 't', scene: `s${i}`, format: 'choice', answer: winner, options: names, slots };
    });

  it('find a name that tells the winner', async () => {
    const [rule] = await withQuestions(contests(0.7), [], referenceRules);
    expect(rule).toMatchObject({ figure: 'option chosen by its reference', n: 1000, chance: 0.5, beyond: true });
    expect(rule?.found).toBeGreaterThan(0.65);
  });

  it('find nothing where there is nothing', async () => {
    const [rule] = await withQuestions(contests(0.5), [], referenceRules);
    expect(rule?.beyond).toBe(false);
  });

  it('find a name that tells how many there are, and say nothing of few questions', async () => {
    const counting = (count: number): readonly Asked[] =>
      Array.from({ length: count }, (_, i) => {
        const boxed = random() < 0.5;
        const answer = random() < 0.8 === boxed ? '1' : '0';
        const slots = [named('a', 'p', boxed ? 'the p in the red box' : 'the p', boxed ? 'box' : 'category')];
        return { task: 't', scene: `s${i}`, answer, value: Number(answer), unit: 'count', slots };
      });
    const [rule] = await withQuestions(counting(1600), [], referenceRules);
    expect(rule).toMatchObject({ figure: 'guess by the references', about: 'open', n: 800, beyond: true });
    expect(rule?.found).toBeGreaterThan(0.75);
    expect(await withQuestions(counting(700), [], referenceRules)).toEqual([]);
  });
});
