/**
 * Scenes that stay at hand: their facts in a store in memory, and one chunk of all of them that stays open, so that a task can
 * be asked as soon as its query is known.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { openStore } from '../facts/store.js';
import { type Around, unmeasured } from '../profile/around.js';
import type { RunOptions } from '../run.js';
import { type Facts, readFacts } from '../steps.js';
import { askAll, chunkAsked, chunkTables, withWorkers } from '../synth/ask.js';
import { type Chunk, openChunk } from '../synth/chunk.js';
import { countRows } from '../synth/rounds.js';
import { type Sampling, sample } from '../synth/sample.js';
import { createAsked } from '../synth/schema.js';
import { withoutPictures } from '../without-pictures.js';

export interface SceneOptions extends Pick<RunOptions, 'recipeDir' | 'threads' | 'scenes' | 'exclude' | 'onProgress'> {
  /** Is told how many of the tasks that are being asked are done. */
  readonly onTask?: (done: number, all: number) => void;
}

export interface Scenes {
  readonly facts: Facts;
  readonly connection: DuckDBConnection;
  /**
   * Asks these tasks of the plan, which must need the same facts: the table `asked` is their questions, as a run would keep them
   * whose recipe has no `mix … total`. No stage but that one looks at several tasks.
   */
  readonly ask: (plan: Plan, tasks: readonly PlannedTask[]) => Promise<Sampling>;
  readonly close: () => Promise<void>;
}

/** Two plans of the same text here need the same facts. */
export const factsNeeded = ({ sources, columns, demand }: Plan): string => JSON.stringify([sources, columns, demand]);

/** @throws RunError SPQ5xx where a source cannot be read; scenes that cannot be used are left out */
export async function openScenes(plan: Plan, options: SceneOptions, around: Around = unmeasured): Promise<Scenes> {
  const { recipeDir, threads, onTask = () => {} } = options;
  const store = await openStore(':memory:', { threads });
  const { connection } = store;
  let facts: Facts;
  try {
    facts = await readFacts(store, withoutPictures(plan), { ...options, out: recipeDir }, around);
  } catch (cause) {
    store.close();
    throw cause;
  }
  const kept = keptChunk(connection, facts, around);
  const ask = async (wanted: Plan, tasks: readonly PlannedTask[]): Promise<Sampling> => {
    await connection.run(createAsked());
    if (tasks.length > 0) {
      const chunk = await kept.holding(wanted);
      await withWorkers(store, { tasks }, chunk, { workers: threads, around }, async (workers) => {
        await connection.run(`delete from ${chunkAsked}`);
        await askAll(workers, tasks, (done) => onTask(done, tasks.length));
        await connection.run(`insert into asked select * from ${chunkAsked}`);
      });
    }
    return await sample(connection, { ...wanted, tasks, mix: null }, around);
  };
  const close = async (): Promise<void> => {
    await kept.close();
    store.close();
  };
  return { facts, connection, ask, close };
}

interface KeptChunk {
  /** The chunk of all scenes with what tasks of the plan read. */
  readonly holding: (plan: Plan) => Promise<Chunk>;
  readonly close: () => Promise<void>;
}

function keptChunk(connection: DuckDBConnection, { numbered }: Facts, around: Around): KeptChunk {
  let open: { readonly chunk: Chunk; readonly holds: string } | undefined;
  const close = async (): Promise<void> => {
    const { chunk } = open ?? {};
    open = undefined;
    await chunk?.close();
  };
  /** Its tables are made of each other: where one of them needs another column, all are made again. */
  const holding = async (plan: Plan): Promise<Chunk> => {
    const tables = chunkTables(plan);
    const holds = JSON.stringify([plan.shared, tables]);
    if (open?.holds === holds) return open.chunk;
    await close();
    const chunk = await openChunk(connection, plan, tables, around);
    try {
      await chunk.fill({ first: 0, end: numbered });
      await countRows(connection, plan.tasks);
    } catch (cause) {
      await chunk.close();
      throw cause;
    }
    open = { chunk, holds };
    return chunk;
  };
  return { holding, close };
}
