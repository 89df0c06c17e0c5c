/**
 * Asks one recipe of a store that holds facts, once, in a process of its own: from stored facts to a file of zstd Parquet.
 * Then the floor: the very same finished rows copied from their table to such a file. Prints one JSON object.
 * Called with the store, the recipe, the number of threads, and the tasks of the recipe if not all; the store is left without
 * questions.
 */
import { rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emit } from '../../../runtime/emit/index.js';
import { openStore, type Store } from '../../../runtime/facts/store.js';
import type { Around } from '../../../runtime/profile/around.js';
import { ask } from '../../../runtime/synth/ask.js';
import { storeQuestions } from '../../../runtime/synth/questions.js';
import { sample } from '../../../runtime/synth/sample.js';
import { medianOf, type Spent, spentOn } from '../clock/spent.js';
import { planOfShipped } from '../scenes/plan-of.js';

const [path = '', recipe = '', threads = '1', ...tasks] = process.argv.slice(2);
const floorTimes = 5;

async function count(store: Store, table: string): Promise<number> {
  return Number((await store.connection.runAndReadAll(`select count(*) from ${table}`)).getRows()[0]?.[0]);
}

/** Seconds of the processor per kind of work. */
const shares = new Map<string, number>();
const around: Around = async (node, work) => {
  const { cpu, value } = await spentOn(work);
  shares.set(node.kind, (shares.get(node.kind) ?? 0) + cpu);
  return value;
};

async function floorOf(store: Store, file: string): Promise<readonly Spent[]> {
  const all: Spent[] = [];
  for (let time = 0; time < floorTimes; time++) {
    const copy = `copy questions to '${file}' (format parquet, compression zstd, row_group_size 122880)`;
    all.push(await spentOn(() => store.connection.run(copy)));
    rmSync(file);
  }
  return all;
}

const plan = planOfShipped(recipe, tasks);
const out = dirname(path);
const store = await openStore(path, { threads: Number(threads) });
const scenes = await count(store, 'scenes');
for (const sql of plan.words) await store.connection.run(sql);
let written = '';
const before = process.resourceUsage().maxRSS;
const spent = await spentOn(async () => {
  await ask(store, plan, { scenes, workers: Number(threads), around });
  await sample(store.connection, plan, around);
  await around({ kind: 'sampling', name: 'order' }, () => storeQuestions(store.connection, plan));
  for (const wanted of plan.emits)
    written = await around({ kind: 'emit', name: wanted.path }, () => emit(store.connection, wanted, out));
});
const peak = process.resourceUsage().maxRSS;
const questions = await count(store, 'questions');
const sampled = await store.connection.runAndReadAll("select sum(questions) from sampling where stage = 'asked'");
const bytes = statSync(written).size;
const floor = await floorOf(store, join(out, 'floor.parquet'));
for (const table of ['questions', 'sampling']) await store.connection.run(`drop table ${table}`);
store.close();
rmSync(written);

console.log(
  JSON.stringify({
    questions,
    asked: Number(sampled.getRows()[0]?.[0]),
    wall: spent.wall,
    cpu: spent.cpu,
    floorWall: medianOf(floor.map((f) => f.wall)),
    floorCpu: medianOf(floor.map((f) => f.cpu)),
    relations: shares.get('relation') ?? 0,
    tasks: shares.get('task') ?? 0,
    sampling: shares.get('sampling') ?? 0,
    emit: shares.get('emit') ?? 0,
    bytes,
    peakBefore: before / 1024,
    peak: peak / 1024,
  }),
);
