/**
 * What the shipped recipes ask of rooms is true of the rooms, and every noun phrase means the one thing that was meant.
 * The judge shares no code with the product: see `test/truth`. `test/soak/truth.ts` does the same with 100,000 questions.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Asked } from '../truth/asked.js';
import { askings } from '../truth/asking.js';
import { isSilent } from '../truth/judge.js';
import { type Judging, judging } from '../truth/judging.js';
import { spoil } from '../truth/spoiled.js';
import { add, isRight, type Tallies } from '../truth/tally.js';

const ROOMS = 30;
/** Of each task so many questions are spoiled, in every way. */
const SPOILED = 25;
/** Tasks that are asked of so few rooms, at least; some need what is rare. */
const fewest = [58, 36];

const nothing: Judging = {
  tasks: [],
  questions: [],
  verdictOn: () => {
    throw new Error('nothing was asked');
  },
};

/** The first questions of each task. */
function someOf(questions: readonly Asked[]): readonly Asked[] {
  const counts = new Map<string, number>();
  return questions.filter(({ task }) => {
    const count = (counts.get(task) ?? 0) + 1;
    counts.set(task, count);
    return count <= SPOILED;
  });
}

describe.each(askings.map((asking, i) => ({ asking, name: asking.name, least: fewest[i] ?? 0 })))(
  '$name, asked of rooms',
  ({ asking, least }) => {
    let judged = nothing;
    beforeAll(async () => {
      judged = await judging(asking, 11, ROOMS);
    }, 600_000);

    it('says what is true, and names what it means', () => {
      const tallies: Tallies = new Map();
      for (const asked of judged.questions) add(tallies, asked, judged.verdictOn(asked));
      expect([...tallies].flatMap(([task, tally]) => (isRight(tally) ? [] : [[task, tally]]))).toEqual([]);
      expect(tallies.size).toBeGreaterThanOrEqual(least);
      expect(judged.questions.length).toBeGreaterThan(100 * ROOMS);
    });

    it('is found wrong as soon as an answer, an option, a step of a reason or a drawn box is', () => {
      const missed = someOf(judged.questions).flatMap((asked) => {
        const others = judged.questions.filter(({ task }) => task === asked.task).map(({ answer }) => answer);
        return spoil(asked, others).flatMap(({ how, asked: wrong }) => {
          return isSilent(judged.verdictOn(wrong)) ? [`${how}: ${wrong.question} — ${wrong.answer}`] : [];
        });
      });
      expect(missed).toEqual([]);
    });
  },
);
