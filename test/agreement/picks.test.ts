/** What is picked from the scene, by the pipeline and by the reference; and that two picks hide no lopsided answer. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compared } from './compared.js';

const recipe = readFileSync(new URL('picks.spq', import.meta.url), 'utf8');

describe('picks from the scene', async () => {
  const { differences, questions, tasks } = await compared(recipe, 160, 500);

  it('are those of the reference', () => {
    expect(differences).toEqual([]);
    for (const task of tasks) expect([task, questions.some((q) => q.task === task)]).toEqual([task, true]);
  });

  it.each(['exchanged', 'alike'])('%s: a claim is as often true as false, to one', (task) => {
    const claims = questions.filter((q) => q.task === task && q.format === 'claim');
    const truths = claims.filter(({ answer }) => answer === 'True').length;
    expect(claims.length).toBeGreaterThan(10);
    expect(Math.abs(claims.length - 2 * truths)).toBeLessThanOrEqual(1);
  });
});
