/** Balance of what is offered, and by words: equal shares for any prior, and a prior that a reader finds. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { played } from '../../runtime/stats/baselines/index.js';
import type { Sampled } from '../../runtime/stats/baselines/sampled.js';
import { samplingWarnings } from '../../runtime/synth/sample.js';
import { draw, planOf, type Row, row, rows, sampled, task } from './asked-table.js';

const words = ['front', 'left', 'back', 'right'] as const;
const othersOf = (value: string, offered: readonly string[]): readonly string[] => offered.filter((w) => w !== value);

/** `n` choices of which `value` is right. */
const choices = (n: number, value: string, offered: readonly string[]): readonly Row[] =>
  rows(n, (i) => ({
    ...row('a', `${offered.join()} ${value} ${i}`, 'choice', value),
    others: othersOf(value, offered),
  }));

async function counted(asked: readonly Row[]): Promise<Readonly<Record<string, number>>> {
  const { kept } = await sampled(asked, planOf([task(1, 'a')]));
  const counts: Record<string, number> = {};
  for (const { key } of kept) {
    const cell = key.replace(/ \d+$/, '');
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

describe('balance of choices', () => {
  it('makes each of three that are always offered as often right as the rarest', async () => {
    const offered = ['front', 'left', 'back'];
    const asked = [...choices(60, 'front', offered), ...choices(30, 'left', offered), ...choices(10, 'back', offered)];
    expect(await counted(asked)).toEqual({
      'front,left,back front': 10,
      'front,left,back left': 10,
      'front,left,back back': 10,
    });
  });

  it('keeps nothing where something that is offered is never right', async () => {
    const asked = [
      ...choices(50, 'front', ['front', 'left']),
      ...choices(40, 'left', ['front', 'left']),
      ...choices(50, 'front', ['front', 'back']),
    ];
    expect(await counted(asked)).toEqual({ 'front,left front': 40, 'front,left left': 40 });
  });

  it('keeps of what wins as many as the other wins against it', async () => {
    const asked = [...choices(60, 'front', ['front', 'left']), ...choices(25, 'left', ['front', 'left'])];
    expect(await counted(asked)).toEqual({ 'front,left front': 25, 'front,left left': 25 });
  });

  it('gives whatever is offered an equal share, for any prior', async () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(counts, async (of) => {
        const found = await counted(words.flatMap((word, i) => choices(of[i] ?? 0, word, words)));
        const least = Math.min(...of);
        for (const word of words) expect(found[`${words.join()} ${word}`] ?? 0).toBe(least);
      }),
      { numRuns: 12, seed: 3 },
    );
  });

  it('does so too where the wrong options are drawn, and one of two options is right nine times in ten', async () => {
    const prior: Readonly<Record<string, number>> = { front: 450, left: 300, back: 200, right: 50 };
    const asked = words.flatMap((value) =>
      othersOf(value, words).flatMap((left) => choices(prior[value] ?? 0, value, othersOf(left, words))),
    );
    const found = await counted(asked);
    for (const missing of words) {
      const offered = othersOf(missing, words);
      const shares = offered.map((w) => found[`${offered.join()} ${w}`] ?? 0);
      const all = shares.reduce((a, b) => a + b, 0);
      for (const share of shares) expect(Math.abs(share / all - 1 / 3)).toBeLessThan(0.06);
    }
  });
});

/** Claims `the {a} is taller than the {b}`: a sofa is, nine times in ten, against a lamp; and so on down the line. */
const nouns = ['sofa', 'table', 'lamp', 'vase'] as const;
const claims = (byWords: boolean): readonly Row[] =>
  rows(4000, (i) => {
    const key = `${i}`;
    const [a, b, truth] = ['a', 'b', 'truth'].map((purpose) => draw(purpose, key) / 2 ** 52);
    const [first, second] = [Math.floor((a ?? 0) * 4), Math.floor((b ?? 0) * 4)];
    const likely = first === second ? 0.5 : first < second ? 0.9 : 0.1;
    const value = (truth ?? 0) < likely ? 'True' : 'False';
    const told = {
      groups: [`claim 1, ${nouns[first]}, ${nouns[second]}`],
      ...{ value, others: [value === 'True' ? 'False' : 'True'] },
    };
    return { ...row('a', key, 'claim 1', value), ...(byWords ? { told } : {}) };
  });

/** As a reader sees them: every second one is learned from. */
function read(kept: readonly Row[]): readonly Sampled[] {
  return kept.map(({ key, value }, i) => {
    const [a, b] = ['a', 'b'].map((purpose) => nouns[Math.floor((draw(purpose, key) / 2 ** 52) * 4)] ?? '');
    const thing = (place: number, name: string, noun = '') => ({
      ...{ place, name, kind: 'object', text: `the ${noun}`, category: noun, box: null },
    });
    return {
      ...{ capture: key, learning: i % 2 === 0, phrasing: 'The {a} is taller than {b}.' },
      ...{ question: `The ${a} is taller than the ${b}.`, answer: value ?? '', options: [], answerIndex: null },
      ...{ value: null, unit: null, accept: '{}', things: [thing(1, 'a', a), thing(2, 'b', b)] },
    };
  });
}

const textOnly = (kept: readonly Row[]): number =>
  played('claim', read(kept)).find(([name]) => name === 'text only')?.[1].accuracy ?? Number.NaN;

describe('balance by words', () => {
  it('leaves nothing to a reader who finds the prior of nouns without it', async () => {
    const plain = await sampled(claims(false), planOf([task(1, 'a')]));
    const balanced = await sampled(claims(true), planOf([task(1, 'a')]));
    expect(textOnly(plain.kept)).toBeGreaterThan(0.75);
    expect(balanced.kept.length).toBeGreaterThan(1000);
    expect(textOnly(balanced.kept)).toBeLessThan(0.55);
  });

  it('keeps a tenth of the claims of a task, or of its choices, and less not at all', async () => {
    /** Three of them have something against them. */
    const asked = (format: 'choice' | 'claim', n: number): readonly Row[] =>
      rows(n, (i) => ({
        ...{ ...row('a', `${format} ${i}`), format },
        told: { groups: [`${format}, sofa`], value: i < 3 ? 'True' : 'False', others: [i < 3 ? 'False' : 'True'] },
      }));
    const enough = await sampled(asked('claim', 60), planOf([task(1, 'a')]));
    expect(enough.kept).toHaveLength(6);
    const untold = [row('a', 'claim untold')];
    const less = await sampled([...asked('claim', 61), ...asked('choice', 8), ...untold], planOf([task(1, 'a')]));
    expect(less.kept.filter(({ key }) => key.startsWith('claim'))).toMatchObject([{ key: 'claim untold' }]);
    expect(less.kept).toHaveLength(7);
    expect(less.told.told).toEqual([{ task: 'a', asked: 69, kept: 6 }]);
    expect(less.told.dropped.balance).toBe(63);
  });

  it('tells where most questions of a task left', async () => {
    const asked = rows(30, (i) => ({
      ...row('a', `${i}`),
      told: { groups: ['claim 1, sofa'], value: i < 3 ? 'True' : 'False', others: [i < 3 ? 'False' : 'True'] },
    }));
    const { kept, told } = await sampled(asked, planOf([task(1, 'a')]));
    expect(kept).toHaveLength(6);
    expect(samplingWarnings(told)).toEqual([
      'Task `a`: of 30 choices and claims 6 were kept; the text of the others tells their answers.',
    ]);
  });
});
