/**
 * What a blind model could learn from the questions of other public generators: each test is named after it, and shows on
 * rooms that it cannot be learned here.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import type { AskedQuestion } from '../agreement/pipeline.js';
import { scene, thing } from '../reference/scene-builder.js';
import { asked } from './asked.js';

let rooms: readonly SceneFacts[] = [];
beforeAll(() => {
  rooms = Array.from({ length: 600 }, (_, i) => roomFacts(5, i, { pixels: false }));
});

const askedOfRooms = (task: string, refer?: string): Promise<readonly AskedQuestion[]> =>
  asked(task, rooms, { vocabulary: roomsVocabulary, ...(refer === undefined ? {} : { refer }) });

/** So many standard errors around an even share leave one sample in 15,000 outside. */
function expectEven(hits: number, of: number, share: number): void {
  expect(of).toBeGreaterThan(500);
  expect(Math.abs(hits / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of));
}

describe('elsewhere', () => {
  it('yes and no were lopsided, axis by axis', async () => {
    // Of things in rooms, most are lower than a metre; of each sentence as many are true as false, to the grid of the cut.
    const task = `for object a
      claim "{a} is taller than a metre." "Over a metre tall is {a}." when a.height > 1 m`;
    const questions = await askedOfRooms(task);
    const count = (start: string, answer: string): number =>
      questions.filter((q) => q.phrasing.startsWith(start) && q.answer === answer).length;
    for (const start of ['{a} is', 'Over']) {
      expect(count(start, 'True')).toBeGreaterThan(50);
      expect(Math.abs(count(start, 'True') - count(start, 'False'))).toBeLessThanOrEqual(12);
    }
  });

  it('the first-named thing was the answer', async () => {
    const task = `for objects {a, b}
      ask "Which is taller, {a} or {b}?" "Of {a} and {b}, which one is the taller?"
      answer the x in {a, b} with greatest x.height
      choices a, b
      formats choice 100%`;
    const questions = await askedOfRooms(task, 'box');
    const first = questions.filter(({ question, options, answer }) => {
      const [one = '', other = ''] = options ?? [];
      const rest = answer === one ? other : one;
      return question.indexOf(answer) < question.indexOf(rest);
    });
    expectEven(first.length, questions.length, 0.5);
  });

  it('option sets were answered by picking the middle number', async () => {
    const task = `for object a
      ask "How tall is {a}?"
      answer a.height
      choices near a.height
      formats choice 100%`;
    const questions = await askedOfRooms(task);
    const ranks = questions.map(({ options, answer }) => {
      const numbers = (options ?? []).map(Number.parseFloat);
      return numbers.filter((n) => n < Number.parseFloat(answer)).length;
    });
    for (const rank of [0, 1, 2, 3]) expectEven(ranks.filter((r) => r === rank).length, ranks.length, 0.25);
    const places = questions.map(({ answerIndex }) => answerIndex);
    for (const place of [0, 1, 2, 3]) expectEven(places.filter((p) => p === place).length, places.length, 0.25);
  });

  it('a third of all questions named a class that occurs twice in the picture', async () => {
    const chairs = [thing('a', 'chair', [-1, 0, 4]), thing('b', 'chair', [1, 0, 4]), thing('c', 'lamp', [0, 0, 3])];
    const task = 'for object a\n ask "How tall is {a}?"\n answer a.height';
    const byCategory = await asked(task, [scene('s', chairs)], { refer: 'category' });
    expect(byCategory.map(({ question }) => question)).toEqual(['How tall is the lamp?']);
    const named = await asked(task, [scene('s', chairs)]);
    const names = named.map(({ question }) => question.replace('How tall is ', ''));
    expect(names.toSorted()).toEqual(['the lamp?', 'the leftmost chair?', 'the rightmost chair?']);
  });

  it('counting never answered 0 or 1', async () => {
    const task = `for category c in vocabulary
      ask "How many {c:plural} are there?"
      answer count(object x where x called c)
      balance none`;
    const chairs = [thing('a', 'chair', [-1, 0, 4]), thing('b', 'chair', [1, 0, 4]), thing('c', 'lamp', [0, 0, 3])];
    const answers = (await asked(task, [scene('s', chairs)])).map(({ answer }) => answer);
    expect(new Set(answers)).toEqual(new Set(['0', '1', '2']));
  });
});
