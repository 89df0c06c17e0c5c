/**
 * Scenes that stay at hand: their facts in a store in memory, and chunks of them that stay open, so that a task can be asked as
 * soon as its query is known: of all scenes, or of the first few, which takes a fraction of the time.
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

export type Part = 'first' | 'all';

/** As many scenes show what a task asks; planning its query takes longer than asking it of them. */
const firstScenes = 25;

export interface Scenes {
  readonly facts: Facts;
  readonly connection: DuckDBConnection;
  /** How many scenes a part has. */
  readonly count: (part: Part) => number;
  /** Makes what these tasks ask the table `asked`, with nothing left out yet. They need the same facts as the first plan. */
  readonly ask: (part: Part, plan: Plan, tasks: readonly PlannedTask[]) => Promise<void>;
  /**
   * Leaves in `asked` what a run would keep whose recipe has no `mix … total`: no other stage looks at several tasks, so the
   * questions of a task are the same whichever others are asked.
   */
  readonly sample: (plan: Plan, tasks: readonly PlannedTask[]) => Promise<Sampling>;
  /** Makes ready what asking of a part needs beside the tasks. */
  readonly prepare: (part: Part, plan: Plan) => Promise<void>;
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
  const count = (part: Part): number => (part === 'all' ? facts.numbered : Math.min(firstScenes, facts.numbered));
  const chunks = {
    first: keptChunk(connection, 'first', count, around),
    all: keptChunk(connection, 'all', count, around),
  };
  const ask: Scenes['ask'] = async (part, wanted, tasks) => {
    await connection.run(createAsked());
    if (tasks.length === 0) return;
    const chunk = await chunks[part].holding(wanted);
    await withWorkers(store, { tasks }, chunk, { workers: threads, around }, async (workers) => {
      await connection.run(`delete from ${chunkAsked}`);
      await askAll(workers, tasks, (done) => onTask(done, tasks.length));
      await connection.run(`insert into asked select * from ${chunkAsked}`);
    });
  };
  const close = async (): Promise<void> => {
    for (const chunk of Object.values(chunks)) await chunk.close();
    store.close();
  };
  return {
    facts,
    connection,
    count,
    ask,
    sample: (wanted, tasks) => sample(connection, { ...wanted, tasks, mix: null }, around),
    prepare: async (part, wanted) => void (await chunks[part].holding(wanted)),
    close,
  };
}

interface KeptChunk {
  /** The chunk with what tasks of the plan read. */
  readonly holding: (plan: Plan) => Promise<Chunk>;
  readonly close: () => Promise<void>;
}

function keptChunk(connection: DuckDBConnection, part: Part, count: Scenes['count'], around: Around): KeptChunk {
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
    const chunk = await openChunk(connection, plan, tables, around, `chunk of ${part}`);
    try {
      await chunk.fill({ first: 0, end: count(part) });
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
