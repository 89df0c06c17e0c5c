/**
 * `balance by words` (docs/semantics.md, section 10): what is told by each two nouns of the `for` line is balanced, one pair
 * after the other. Each has a part of the draw of its own, so that what one drops is another than what the next one drops.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { cutDuels } from './duels.js';

/** How many questions of a task words would have told. */
export interface ToldTask {
  readonly task: string;
  readonly asked: number;
  readonly kept: number;
}

export interface ToldBalanced {
  /** Questions that left. */
  readonly dropped: number;
  readonly tasks: readonly ToldTask[];
}

/** Bits of a draw, and of its part for one group. */
const drawBits = 52;
const partBits = 13;

export async function balanceWords(connection: DuckDBConnection): Promise<ToldBalanced> {
  const before = await countTold(connection);
  const rounds = Math.max(0, ...before.map(({ rounds: n }) => n));
  let dropped = 0;
  for (let round = 0; round < rounds; round++) {
    const left = drawBits - partBits * round;
    dropped += await cutDuels(connection, {
      group: `told_groups[${round + 1}]`,
      form: 'cast(null as varchar)',
      value: 'told_value',
      others: 'told_others',
      draw: `((told_draw & ${2 ** left - 1}) << ${drawBits - left})`,
    });
  }
  const after = new Map((await countTold(connection)).map(({ task, count }) => [task, count]));
  const tasks = before.map(({ task, count }) => ({ task, asked: count, kept: after.get(task) ?? 0 }));
  return { dropped, tasks };
}

interface Counted {
  readonly task: string;
  readonly count: number;
  readonly rounds: number;
}

async function countTold(connection: DuckDBConnection): Promise<readonly Counted[]> {
  const reader = await connection.runAndReadAll(
    `select task, count(*), max(len(told_groups)) from asked where told_groups is not null group by task order by task`,
  );
  return reader.getRows().map(([task, count, rounds]) => ({
    task: String(task),
    count: Number(count),
    rounds: Number(rounds),
  }));
}
