/** `balance by words`: the pipeline keeps the questions that the definition keeps, of every kind of choice and claim. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compared } from './compared.js';

const recipe = readFileSync(new URL('./by-words.spq', import.meta.url), 'utf8');

describe('the pipeline and the reference evaluator', () => {
  it('balance by words alike', async () => {
    const { differences, questions, tasks } = await compared(recipe, 160, 31_000);
    expect(differences.map(({ key }) => key)).toEqual([]);
    const kept = tasks.filter((task) => questions.some((q) => q.task === task && q.format !== 'open'));
    // Nouns tell the longest of several, and orders; of most others something is left.
    expect(kept.length).toBeGreaterThan(6);
  });
});
