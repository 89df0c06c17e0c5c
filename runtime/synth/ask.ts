/**
 * Asks: chunk of scenes by chunk, the plan's shared relations are made, each task's query is run, and what it asked is added to
 * `asked`. A chunk bounds memory; it never changes a question.
 */
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { type Around, unmeasured } from '../profile/around.js';
import { openChunk } from './chunk.js';
import { countRows, roundsTables, runRounds } from './rounds.js';
import { askedColumns, createAsked } from './schema.js';

/**
 * Scenes per chunk, some 3 * 10^4 objects. To begin a statement of 50 kB takes some 50 ms, whatever it is asked of: with fewer scenes
 * that is most of the time, with more of them memory grows.
 */
export const chunkScenes = 4096;

const columns = askedColumns.map((c) => `"${c.name}"`).join(', ');
/** Questions of the chunk. */
const chunkAsked = 'chunk_asked';

export async function ask(
  connection: DuckDBConnection,
  plan: Plan,
  scenes: number,
  onDone: (scenes: number) => void,
  chunk = chunkScenes,
  around: Around = unmeasured,
): Promise<void> {
  await connection.run(createAsked());
  // Questions are put in order when they are stored; until then rows may come as they are ready.
  await connection.run('set preserve_insertion_order = false');
  const tables = {
    [chunkAsked]: askedColumns.map((c) => `"${c.name}" ${c.type}`).join(', '),
    ...roundsTables(plan.tasks),
  };
  const made = await openChunk(connection, plan, tables, around);
  const prepared = new Map<PlannedTask, DuckDBPreparedStatement>();
  for (let first = 0; first < scenes; first += chunk) {
    const bounds = { first, end: Math.min(first + chunk, scenes) };
    await made.fill(bounds);
    await countRows(connection, plan.tasks);
    for (const [i, task] of plan.tasks.entries()) {
      // Planned when the tables hold something, and kept: planning a long statement takes longer than running it.
      const node = { kind: 'task', name: task.name } as const;
      const statement = prepared.get(task) ?? (await around(node, () => connection.prepare(insertOf(task))));
      prepared.set(task, statement);
      await runRounds(connection, task, statement, chunkAsked, around);
      // A chunk takes minutes: as many of its scenes count as done as of its tasks are.
      onDone(Math.floor(first + ((bounds.end - first) * (i + 1)) / (plan.tasks.length + 1)));
    }
    await connection.run(`insert into asked select * from ${chunkAsked}`);
    onDone(bounds.end);
  }
  for (const statement of prepared.values()) statement.destroySync();
  await made.close();
  await connection.run('set preserve_insertion_order = true');
}

const insertOf = ({ sql }: PlannedTask): string =>
  `insert into ${chunkAsked} (${columns}) select ${columns} from (${sql})`;
