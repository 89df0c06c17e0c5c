/** A worker asks tasks of the chunk over a connection of its own, one after the other. */
import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';
import type { Around } from '../profile/around.js';
import type { Chunk } from './chunk.js';
import { createOpen, runRounds } from './rounds.js';

export interface Worker {
  /** Adds the questions of the chunk's scenes to the table `into`. */
  readonly ask: (task: PlannedTask) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param insertOf the statement that adds a task's questions to the table `into` */
export async function openWorker(
  connection: DuckDBConnection,
  chunk: Chunk,
  insertOf: (task: PlannedTask) => string,
  into: string,
  around: Around,
): Promise<Worker> {
  await chunk.showTo(connection);
  await connection.run(createOpen);
  // Questions are put in order when they are stored; until then rows may come as they are ready.
  await connection.run('set preserve_insertion_order = false');
  const prepared = new Map<PlannedTask, DuckDBPreparedStatement>();
  const statementOf = async (task: PlannedTask): Promise<DuckDBPreparedStatement> => {
    const known = prepared.get(task);
    if (known) return known;
    // Planned when the tables hold something, and kept: planning a long statement takes longer than running it.
    const made = await around({ kind: 'task', name: task.name }, () => connection.prepare(insertOf(task)));
    prepared.set(task, made);
    return made;
  };
  return {
    ask: async (task) => runRounds(connection, task, await statementOf(task), into, around),
    close: async () => {
      for (const statement of prepared.values()) statement.destroySync();
      await connection.run('reset preserve_insertion_order');
      await connection.run('reset search_path');
    },
  };
}
