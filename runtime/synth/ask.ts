/**
 * Asks: chunk of scenes by chunk, the plan's shared relations are made and each task's query adds to `asked`.
 * A chunk bounds memory; it never changes a question.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { type Around, unmeasured } from '../profile/around.js';
import { countRows, createRounds, firstRound, nextRound } from './rounds.js';
import { askedColumns, createAsked } from './schema.js';

/** Scenes per chunk: about 10^4 objects, and two million pairs of their pixels. */
export const chunkScenes = 1024;

export async function ask(
  connection: DuckDBConnection,
  plan: Plan,
  scenes: number,
  onChunk: (scenes: number) => void,
  chunk = chunkScenes,
  around: Around = unmeasured,
): Promise<void> {
  await connection.run(createAsked());
  // Questions are put in order when they are stored; until then rows may come as they are ready.
  await connection.run('set preserve_insertion_order = false');
  const rounds = plan.tasks.flatMap((task) => task.rounds ?? []);
  await createRounds(connection);
  for (let first = 0; first < scenes; first += chunk) {
    const bounds = { first, end: Math.min(first + chunk, scenes) };
    for (const { name, sql } of plan.shared) {
      const make = `create or replace temp table ${name} as ${sql}`;
      await around({ kind: 'relation', name }, () => connection.run(make, usedIn(sql, bounds)));
    }
    await countRows(connection, rounds);
    for (const task of plan.tasks) await around({ kind: 'task', name: task.name }, () => askTask(connection, task));
    onChunk(bounds.end);
  }
  for (const { name } of plan.shared) await connection.run(`drop table if exists ${name}`);
  await connection.run('set preserve_insertion_order = true');
}

const columns = askedColumns.map((c) => `"${c.name}"`).join(', ');

async function askTask(connection: DuckDBConnection, { sql, rounds }: PlannedTask): Promise<void> {
  if (!rounds) {
    await connection.run(`insert into asked (${columns}) select ${columns} from (${sql})`);
    return;
  }
  for (let open = await firstRound(connection, rounds); open; open = await nextRound(connection, 'fresh')) {
    await connection.run(`create or replace temp table fresh as select ${columns} from (${sql})`);
    await connection.run(`insert into asked (${columns}) select ${columns} from fresh`);
  }
}

/** DuckDB refuses parameters that a statement does not mention. */
function usedIn(sql: string, bounds: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(bounds).filter(([name]) => sql.includes(`$${name}`)));
}
