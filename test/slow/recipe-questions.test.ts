/** Questions that `recipes/hispatial.spq` asks about rooms read well, with their answers and options. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { type AskedQuestion, askInDuckDb, library } from '../agreement/pipeline.js';
import { faultsOfQuestion, faultsOfStatement } from '../recipes/english.js';
import { readShipped, shipped } from '../recipes/shipped.js';

const ROOMS = 60;
let questions: readonly AskedQuestion[] = [];
let tasks: readonly string[] = [];

beforeAll(async () => {
  const recipe = shipped('recipes/hispatial.spq');
  const { plan } = compile({ recipe, library, read: readShipped, options: { balance: 'answers' } });
  if (!plan) throw new Error('the recipe has an error');
  tasks = plan.tasks.map((task) => task.name);
  const scenes = Array.from({ length: ROOMS }, (_, i) => roomFacts(11, i, { pixels: true }));
  questions = await askInDuckDb({ plan, scenes, vocabulary: roomsVocabulary, threads: 2 });
}, 600_000);

const isStatement = ({ format, answer }: AskedQuestion): boolean =>
  format === 'claim' && (answer === 'True' || answer === 'False');

describe('recipes/hispatial.spq over rooms', () => {
  it('asks of nearly every task', () => {
    const asked = new Set(questions.map(({ task }) => task));
    expect(tasks.filter((task) => !asked.has(task)).length).toBeLessThanOrEqual(3);
    expect(questions.length).toBeGreaterThan(100 * ROOMS);
  });

  it('asks in good English', () => {
    const faults = questions.flatMap((asked) => {
      const found = isStatement(asked) ? faultsOfStatement(asked.question) : faultsOfQuestion(asked.question);
      return found.map((fault) => `${asked.task}: ${fault}: ${asked.question}`);
    });
    expect(faults).toEqual([]);
  });

  it('answers and gives reasons without a placeholder, a doubled word or a stray blank', () => {
    const faults = questions.flatMap(({ task, answer, options, reason }) =>
      [answer, ...(options ?? []), ...(reason === null ? [] : [reason])].flatMap((text) =>
        /[{}]|undefined|null|NaN| {2}|^\s|\s$|^$|\b([a-z]+) \1\b/i.test(text) ? [`${task}: ${text}`] : [],
      ),
    );
    expect(faults).toEqual([]);
  });

  it('never offers an option twice, and the right one once', () => {
    for (const { task, answer, options, answerIndex } of questions) {
      if (options === null || answerIndex === null) continue;
      expect([task, new Set(options).size]).toEqual([task, options.length]);
      expect([task, options.filter((option) => option === answer).length]).toEqual([task, 1]);
    }
  });
});
