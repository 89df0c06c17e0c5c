/** What each stage of sampling left is counted per task, and adds up to what is kept. */
import { describe, expect, it } from 'vitest';
import { sample } from '../../runtime/synth/sample.js';
import { left, planOf, row, rows, task, withAsked } from './asked-table.js';

describe('the table sampling', () => {
  it('tells how many questions every stage left', async () => {
    const asked = [
      ...rows(60, (i) => row('a', `f${i}`, 'open', 'front')),
      ...rows(30, (i) => row('a', `l${i}`, 'open', 'left')),
      ...rows(50, (i) => row('b', `${i}`)),
      ...rows(9, (i) => ({ ...row('c', `${i}`, 'choice', 'front'), others: ['left'] })),
    ];
    const mix = { levels: [{ level: 1, sharePpm: 1_000_000 }], total: 40 };
    const plan = planOf([task(1, 'a'), task(1, 'b', { take: 20 }), task(1, 'c')], mix);
    const { counted, kept } = await withAsked(asked, async (connection) => {
      await sample(connection, plan);
      const reader = await connection.runAndReadAll('select task, stage, questions from sampling');
      return { counted: reader.getRows().map((r) => r.map(String).join(' ')), kept: await left(connection) };
    });
    const b = kept.filter((r) => r.task === 'b').length;
    expect(b).toBeGreaterThan(0);
    expect(counted).toEqual([
      ...['a asked 90', 'b asked 50', 'c asked 9'],
      ...['a take 90', 'b take 20', 'c take 9'],
      // c has one answer only.
      ...['a balance 60', 'b balance 20'],
      ...[`a mix ${kept.length - b}`, `b mix ${b}`],
    ]);
  });
});
