/**
 * Asks: chunk of scenes by chunk, the plan's shared relations are made, each task's query is run, and what it asked is added to
 * `asked`. A chunk bounds memory, and workers share its tasks; neither ever changes a question.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import type { Store } from '../facts/store.js';
import { type Around, unmeasured } from '../profile/around.js';
import { type Chunk, openChunk } from './chunk.js';
import { countRows, roundsTables } from './rounds.js';
import { askedColumns, createAsked } from './schema.js';
import { openWorker, type Worker } from './worker.js';

/**
 * Scenes per chunk, some 3 * 10^4 objects. To begin a statement of 50 kB takes some 50 ms, whatever it is asked of: with fewer scenes
 * that is most of the time, with more of them memory grows.
 */
export const chunkScenes = 4096;

/** Questions of the chunk. */
export const chunkAsked = 'chunk_asked';

export interface Asking {
  /** Scene numbers run from 0 to this. */
  readonly scenes: number;
  /** Scenes per chunk. */
  readonly chunk?: number;
  /** Tasks that are asked at once, each over a connection of its own. One where none is given. */
  readonly workers?: number;
  /** Is told how many scenes are done. */
  readonly onDone?: (scenes: number) => void;
  readonly around?: Around;
}

export async function ask(store: Pick<Store, 'connection' | 'connect'>, plan: Plan, asking: Asking): Promise<void> {
  const { connection } = store;
  const { scenes, chunk = chunkScenes, around = unmeasured, onDone = () => {} } = asking;
  await connection.run(createAsked());
  const made = await openChunk(connection, plan, chunkTables(plan), around);
  try {
    await withWorkers(store, plan, made, asking, async (workers) => {
      for (let first = 0; first < scenes; first += chunk) {
        const end = Math.min(first + chunk, scenes);
        await made.fill({ first, end });
        await countRows(connection, plan.tasks);
        // A chunk takes minutes: as many of its scenes count as done as of its tasks are.
        await askAll(workers, plan.tasks, (tasks) =>
          onDone(Math.floor(first + ((end - first) * tasks) / (plan.tasks.length + 1))),
        );
        await connection.run(`insert into asked select * from ${chunkAsked}`);
        onDone(end);
      }
    });
  } finally {
    await made.close();
  }
}

/** What a chunk has beside the shared relations. */
export const chunkTables = ({ tasks }: Pick<Plan, 'tasks'>): Readonly<Record<string, string>> => ({
  [chunkAsked]: askedColumns.map((c) => `"${c.name}" ${c.type}`).join(', '),
  ...roundsTables(tasks),
});

/** @param work is given workers that ask tasks of the plan, over the store's connection and others */
export async function withWorkers(
  store: Pick<Store, 'connection' | 'connect'>,
  plan: Pick<Plan, 'tasks'>,
  chunk: Chunk,
  { workers: most = 1, around = unmeasured }: Pick<Asking, 'workers' | 'around'>,
  work: (workers: readonly Worker[]) => Promise<void>,
): Promise<void> {
  const others: DuckDBConnection[] = [];
  const workers: Worker[] = [];
  try {
    while (others.length < Math.min(most, plan.tasks.length) - 1) others.push(await store.connect());
    for (const one of [store.connection, ...others])
      workers.push(await openWorker(one, chunk, insertOf(plan), chunkAsked, around));
    await work(workers);
  } finally {
    for (const worker of workers) await worker.close();
    for (const other of others) other.closeSync();
  }
}

/** Each worker takes the next task when it is done with one. @throws what the first to fail throws, when all have stopped */
export async function askAll(
  workers: readonly Worker[],
  tasks: readonly PlannedTask[],
  onTask: (done: number) => void,
): Promise<void> {
  let done = 0;
  const waiting = oneAfterTheOther(tasks);
  const work = async (worker: Worker): Promise<void> => {
    for (const task of waiting) {
      await worker.ask(task);
      onTask(++done);
    }
  };
  for (const ended of await Promise.allSettled(workers.map(work))) if (ended.status === 'rejected') throw ended.reason;
}

/** A worker that fails ends it for all, as a generator ends where one who reads it stops. */
function* oneAfterTheOther<T>(items: readonly T[]): Generator<T> {
  yield* items;
}

const columns = askedColumns.filter(({ name }) => name !== 'ordinal').map(({ name }) => `"${name}"`);

/** A task's place in the recipe is no matter of its own. */
const insertOf =
  ({ tasks }: Pick<Plan, 'tasks'>) =>
  (task: PlannedTask): string =>
    `insert into ${chunkAsked} (ordinal, ${columns.join(', ')}) select ${tasks.indexOf(task)}, ${columns.join(', ')} from (${task.sql})`;
