/**
 * `balance by words` (docs/semantics.md, section 10): what is told by two or three nouns of the `for` line is balanced, of four
 * by one pair after the other. Each has a part of the draw of its own, so that what one drops is another than what the next one drops.
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

/** One in so many is kept, or none. */
const fewest = 10;

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
  dropped += await dropRemnants(connection, before);
  return { dropped, tasks: await toldTasks(connection, before) };
}

/**
 * Choices, or claims, of a task of which hardly any is left: the exceptions to what nouns tell, which together tell again.
 * @param before what there was
 */
async function dropRemnants(connection: DuckDBConnection, before: readonly Counted[]): Promise<number> {
  const left = await countTold(connection);
  let dropped = 0;
  for (const { task, format, count } of left) {
    const had = before.find((b) => b.task === task && b.format === format)?.count ?? 0;
    if (fewest * count >= had) continue;
    const done = await connection.run(
      'delete from asked where told_groups is not null and task = $task and format = $format',
      { task, format },
    );
    dropped += done.rowsChanged;
  }
  return dropped;
}

/** Of choices and claims together. */
async function toldTasks(connection: DuckDBConnection, before: readonly Counted[]): Promise<readonly ToldTask[]> {
  const after = await countTold(connection);
  const sum = (counts: readonly Counted[], task: string): number =>
    counts.reduce((all, counted) => all + (counted.task === task ? counted.count : 0), 0);
  return [...new Set(before.map(({ task }) => task))].map((task) => ({
    task,
    asked: sum(before, task),
    kept: sum(after, task),
  }));
}

interface Counted {
  readonly task: string;
  readonly format: string;
  readonly count: number;
  readonly rounds: number;
}

async function countTold(connection: DuckDBConnection): Promise<readonly Counted[]> {
  const reader = await connection.runAndReadAll(
    `select task, format, count(*), max(len(told_groups)) from asked where told_groups is not null
     group by task, format order by task, format`,
  );
  return reader.getRows().map(([task, format, count, rounds]) => ({
    task: String(task),
    format: String(format),
    count: Number(count),
    rounds: Number(rounds),
  }));
}
