/** All phrasings of the shipped tasks read well, whatever fills their holes; and there are several of each. */
import { describe, expect, it } from 'vitest';
import { faultsOfQuestion, faultsOfStatement } from './english.js';
import { phrasingsOf, tasksOf } from './phrasings.js';
import { shippedLibraries } from './shipped.js';

describe('faults', () => {
  it('are found', () => {
    const found: readonly (readonly [string, string])[] = [
      ['Which is taller,  {a} or the lamp?', 'two blanks, a placeholder'],
      ['What is the the height of of a apple?', 'a word twice, a before a vowel, an article before a reference'],
      ['which is taller.', 'no capital at the start, no question mark'],
      ['How long is The lamp ?', 'a blank before a mark, a capital within'],
      ["What is the lamp's height?", 'a reference that owns'],
      [
        'Which of an chairs (the red one is taller?,',
        'two marks, an before a consonant, a bracket alone, no mark at the end, no question mark',
      ],
    ];
    for (const [text, faults] of found) expect([text, faultsOfQuestion(text).join(', ')]).toEqual([text, faults]);
    expect(faultsOfStatement('Is the lamp tall?')).toEqual(['no full stop', 'a question mark']);
  });

  it('are none in good sentences', () => {
    for (const text of ['How tall is the TV?', 'Count the chairs.', 'Look at (312, 188). How far is it, in metres?']) {
      expect([text, faultsOfQuestion(text)]).toEqual([text, []]);
    }
    expect(faultsOfStatement('An hour from here, the lamp is 1.24 m tall.')).toEqual([]);
  });
});

/** Whole levels alone: their parts are in them. */
const levels = shippedLibraries.filter((file) => /^recipes\/levels\/[a-z]+\.spq$/.test(file));

describe.each(levels)('%s', (file) => {
  const tasks = tasksOf(file);

  it('reads well', () => {
    const faults = tasks.flatMap(phrasingsOf).flatMap(({ task, kind, text }) => {
      const found = kind === 'question' ? faultsOfQuestion(text) : faultsOfStatement(text);
      return found.map((fault) => `${task}: ${fault}: ${text}`);
    });
    expect(faults).toEqual([]);
  });

  it('has six phrasings of each question and statement, or more', () => {
    const few = tasks.flatMap(({ name, bodies: [{ asks, claims }] }) => [
      ...(asks.length > 0 && asks.length < 6 ? [`${name}: ${asks.length} to ask`] : []),
      ...claims.flatMap(({ phrasings }) => (phrasings.length < 6 ? [`${name}: ${phrasings.length} to claim`] : [])),
    ]);
    expect(few).toEqual([]);
  });
});
