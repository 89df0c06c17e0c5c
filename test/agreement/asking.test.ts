/** Asking leaves a connection as it found it, whether it ends well or not; and several workers ask what one asks. */
import { expect, it } from 'vitest';
import type { Store } from '../../runtime/facts/store.js';
import { unmeasured } from '../../runtime/profile/around.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { ask, chunkTables } from '../../runtime/synth/ask.js';
import { openChunk } from '../../runtime/synth/chunk.js';
import { filledStore, planOf } from './pipeline.js';

const plan = planOf(`
source rooms = rooms(3)
level 1 "One" {
  task high { for object a  ask "How high is {a}?" answer a.height }
  task near { for objects {a, b}  take 2 per scene  ask "How far is {a} from {b}?" answer distance(a, b) }
  task many { for category c  ask "How many {c:plural}?" answer count(object x where x called c) }
}`);
const scenes = Array.from({ length: 40 }, (_, i) => roomFacts(5, i, { pixels: false }));

const opened = (): Promise<Store> => filledStore('rooms', scenes, roomsVocabulary);

const rowsOf = async ({ connection }: Store, sql: string): Promise<readonly unknown[]> =>
  (await connection.runAndReadAll(sql)).getRowsJson();

const stateOf = (store: Store): Promise<readonly unknown[]> =>
  rowsOf(
    store,
    `select name, value from duckdb_settings()
       where name in ('search_path', 'disabled_optimizers', 'preserve_insertion_order')
     union all select database_name, 'database' from duckdb_databases() order by all`,
  );

it('several workers, over several chunks, ask what one asks of all at once', async () => {
  const askedBy = async (workers: number, chunk: number): Promise<readonly unknown[]> => {
    const store = await opened();
    const done: number[] = [];
    await ask(store, plan, { scenes: scenes.length, workers, chunk, onDone: (n) => done.push(n) });
    expect(done.at(-1)).toBe(scenes.length);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    const rows = await rowsOf(store, 'select * from asked order by all');
    store.close();
    return rows;
  };
  const one = await askedBy(1, 100);
  expect(one.length).toBeGreaterThan(400);
  for (const [workers, chunk] of [
    [2, 100],
    [3, 7],
    [8, 11],
  ] as const)
    expect(await askedBy(workers, chunk)).toEqual(one);
});

it('leaves the settings and databases of a connection as they were', async () => {
  const store = await opened();
  const before = await stateOf(store);
  await ask(store, plan, { scenes: scenes.length, workers: 2 });
  expect(await stateOf(store)).toEqual(before);
  store.close();
});

it.each([1, 2])('so it does where the query of a task fails, with %d workers, and says why', async (workers) => {
  const store = await opened();
  const before = await stateOf(store);
  const tasks = plan.tasks.map((task, i) =>
    i === 1 ? { ...task, sql: `select error('broken') from (${task.sql})` } : task,
  );
  await expect(ask(store, { ...plan, tasks }, { scenes: scenes.length, workers })).rejects.toThrow('broken');
  expect(await stateOf(store)).toEqual(before);
  await ask(store, plan, { scenes: scenes.length, workers });
  expect(Number((await rowsOf(store, 'select count(*) as n from asked'))[0]?.toString())).toBeGreaterThan(400);
  store.close();
});

it('so it does where a shared relation cannot be made', async () => {
  const store = await opened();
  const before = await stateOf(store);
  const shared = [{ name: 'chunk_nothing', sql: 'select nothing from nowhere' }];
  await expect(ask(store, { ...plan, shared }, { scenes: 1 })).rejects.toThrow('nowhere');
  expect(await stateOf(store)).toEqual(before);
  store.close();
});

it('statements are planned without statistics of a chunk, though another chunk was closed', async () => {
  const store = await opened();
  const open = (name: string) => openChunk(store.connection, plan, chunkTables(plan), unmeasured, name);
  const [one, other] = [await open('one'), await open('other')];
  await other.close();
  await one.showTo(store.connection);
  expect(JSON.stringify(await rowsOf(store, "select current_setting('disabled_optimizers')"))).toContain(
    'statistics_propagation',
  );
  await one.close();
  store.close();
});
