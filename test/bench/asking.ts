/**
 * From stored facts to zstd Parquet: questions per second of the processor and of the clock, beside the floor, which is
 * writing the very same finished rows from a table. Scenes of nine objects; `--sizes 1000,10000` says how many of them.
 * Facts are stored once per size, and every recipe (or `--tasks` of it) is asked of them in a process of its own, with one thread
 * and with two (or `--threads 1` alone).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingest } from '../../runtime/facts/ingest.js';
import { openStore } from '../../runtime/facts/store.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { listGiven, sizesGiven, threadsGiven } from './scenes/given.js';
import { benchRecipes } from './scenes/plan-of.js';
import { differentRooms, scenesOf } from './scenes/rooms-of-nine.js';

type Figures = Readonly<Record<string, number>>;

const once = fileURLToPath(new URL('asking/once.ts', import.meta.url));

function asked(store: string, recipe: string, threads: number): Run {
  const words = [...process.execArgv, once, store, recipe, String(threads), ...listGiven('--tasks', [])];
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`asking ${recipe} ended with ${status}`);
  const figures = new Map(Object.entries(JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}')));
  return (figure) => Number(figures.get(figure));
}

function figuresOf(name: string, store: string, recipe: string): Figures {
  const threads = threadsGiven();
  const runs = new Map(threads.map((n) => [n, asked(store, recipe, n)]));
  const [one, two] = [runs.get(1), runs.get(2)];
  return {
    ...(one ? alone(name, one) : {}),
    ...(two ? { [`${name}: peak memory MB, 2 threads`]: two('peak') } : {}),
    ...(one && two ? together(name, one, two) : {}),
  };
}

type Run = (figure: string) => number;

function alone(name: string, one: Run): Figures {
  const questions = one('questions');
  const perQuestion = (seconds: number): number => (seconds * 1e6) / questions;
  return {
    [`${name}: questions`]: questions,
    [`${name}: questions before sampling`]: one('asked'),
    [`${name}: CPU us per question`]: perQuestion(one('cpu')),
    [`${name}: questions per CPU second`]: questions / one('cpu'),
    [`${name}: questions per second, 1 thread`]: questions / one('wall'),
    [`${name}: shared relations, CPU us per question`]: perQuestion(one('relations')),
    [`${name}: tasks, CPU us per question`]: perQuestion(one('tasks')),
    [`${name}: sampling, CPU us per question`]: perQuestion(one('sampling')),
    [`${name}: writing, CPU us per question`]: perQuestion(one('emit')),
    [`${name}: floor, CPU us per question`]: perQuestion(one('floorCpu')),
    [`${name}: CPU, times the floor`]: one('cpu') / one('floorCpu'),
    [`${name}: 1 thread, times the floor`]: one('wall') / one('floorWall'),
    [`${name}: peak memory MB, 1 thread`]: one('peak'),
    [`${name}: Parquet bytes per question`]: one('bytes') / questions,
  };
}

const together = (name: string, one: Run, two: Run): Figures => ({
  [`${name}: questions per second, 2 threads`]: two('questions') / two('wall'),
  [`${name}: 2 threads, times as fast as 1`]: one('wall') / two('wall'),
  [`${name}: 2 threads, times the floor`]: two('wall') / two('floorWall'),
});

const rooms = differentRooms();
const found: Figures[] = [];
for (const size of sizesGiven()) {
  const folder = mkdtempSync(join(tmpdir(), 'spq-bench-'));
  const path = join(folder, 'facts.duckdb');
  try {
    const store = await openStore(path, { threads: 1 });
    const items = scenesOf(rooms, size);
    await ingest(store, 'rooms', { vocabulary: roomsVocabulary, count: size, items });
    await store.connection.run('checkpoint');
    store.close();
    for (const recipe of listGiven('--recipes', benchRecipes))
      found.push(figuresOf(`${recipe}, ${size} scenes`, path, recipe));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
console.log(JSON.stringify(Object.assign({}, ...found)));
