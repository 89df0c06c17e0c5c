/**
 * Runs a plan: sources -> facts -> questions -> files. The store is built under a temporary name and takes
 * its own when all is done, so a run that fails leaves the last good store as it was.
 */

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../compiler/plan/plan.js';
import { emit } from './emit/index.js';
import { RunError } from './errors.js';
import { ingest } from './facts/ingest.js';
import { type StoredRecipe, storeRecipe } from './facts/recipe-table.js';
import { openStore, type Store } from './facts/store.js';
import { openSource } from './open-source.js';
import { type Around, unmeasured } from './profile/around.js';
import { type Excluded, type ExclusionList, exclusionTally, withoutExcluded } from './sources/exclusion-list.js';
import { ask, chunkScenes } from './synth/ask.js';
import { storeQuestions, summarise, type TaskSummary } from './synth/questions.js';
import { type Sampling, sample, samplingWarnings } from './synth/sample.js';
import { unfilledSets } from './synth/unfilled-sets.js';

export interface RunOptions {
  /** Paths of the recipe are relative to this folder. */
  readonly recipeDir: string;
  /** Outputs and the store, `<recipe name>.duckdb`, go here. */
  readonly out: string;
  readonly threads: number;
  /** Reads no more scenes than this, over all sources. */
  readonly scenes?: number;
  /** Lists of captures, scenes or pictures that are left out. */
  readonly exclude?: readonly ExclusionList[];
  /** Kept in the store, so that questions can be traced to it. */
  readonly recipe?: StoredRecipe;
  readonly onProgress?: (progress: Progress) => void;
  /** Called with the store when it is open; what it gives is handed each piece of the run's work. */
  readonly measure?: (store: Store) => Around;
}

export interface Progress {
  readonly stage: 'facts' | 'questions' | 'emit';
  readonly done: number;
  readonly total: number | null;
  readonly unit: 'scenes' | 'questions' | 'files';
}

/** What of one cause was left out. All of it, row by row, is the table `quarantine`. */
export interface Left {
  readonly code: string;
  /** Rows of `quarantine`, and how many of them are whole scenes. */
  readonly count: number;
  readonly scenes: number;
  /** The first messages, each naming file and line or row. */
  readonly causes: readonly string[];
}

/** Messages told per cause; the rest can be asked of the store. */
const mostCauses = 5;

export interface RunSummary {
  readonly scenes: number;
  readonly objects: number;
  readonly quarantined: readonly Left[];
  /** What each list of `exclude` left out. */
  readonly excluded: readonly Excluded[];
  readonly tasks: readonly TaskSummary[];
  readonly sampling: Sampling;
  readonly questions: number;
  /** Relative to `out`. */
  readonly files: readonly string[];
  readonly store: string;
  readonly warnings: readonly string[];
  readonly seconds: number;
}

/** @throws RunError SPQ5xx what stops the whole run; scenes that cannot be used are quarantined instead */
export async function run(plan: Plan, options: RunOptions): Promise<RunSummary> {
  const began = performance.now();
  const path = join(options.out, `${plan.recipe.name}.duckdb`);
  const building = `${path}.building`;
  makeFolder(options.out);
  discard(building);
  const store = await openStore(building, { threads: options.threads });
  let summary: Omit<RunSummary, 'seconds' | 'store'>;
  try {
    summary = await build(plan, options, store);
  } catch (cause) {
    store.close();
    discard(building);
    throw cause;
  }
  store.close();
  discard(path);
  renameSync(building, path);
  return { ...summary, store: path, seconds: (performance.now() - began) / 1000 };
}

async function build(plan: Plan, options: RunOptions, store: Store): Promise<Omit<RunSummary, 'seconds' | 'store'>> {
  const { connection } = store;
  const progress = options.onProgress ?? (() => {});
  const around = options.measure?.(store) ?? unmeasured;
  const facts = await readSources(plan, options, store, progress, around);
  if (options.recipe) await storeRecipe(connection, options.recipe);
  for (const sql of plan.words) await connection.run(sql);
  const asked = (done: number): void => progress({ stage: 'questions', done, total: facts.numbered, unit: 'scenes' });
  await ask(connection, plan, facts.numbered, asked, chunkScenes, around);
  const sampling = await sample(connection, plan, around);
  await around({ kind: 'sampling', name: 'order' }, () => storeQuestions(connection, plan));
  const files: string[] = [];
  for (const wanted of plan.emits) {
    const write = (): Promise<string> => emit(connection, wanted, options.out);
    files.push(relative(options.out, await around({ kind: 'emit', name: wanted.path }, write)));
    progress({ stage: 'emit', done: files.length, total: plan.emits.length, unit: 'files' });
  }
  const tasks = await summarise(connection, plan);
  await connection.run('checkpoint');
  return {
    scenes: facts.scenes,
    objects: facts.objects,
    quarantined: await quarantined(connection),
    excluded: facts.excluded,
    tasks,
    sampling,
    questions: tasks.reduce((sum, t) => sum + t.questions, 0),
    files,
    warnings: [
      ...samplingWarnings(sampling),
      ...(await unfilledSets(connection, plan.tasks)),
      ...silentTasks(tasks.filter((t) => t.questions === 0).map((t) => t.task)),
    ],
  };
}

function silentTasks(names: readonly string[]): readonly string[] {
  if (names.length <= 1) return names.map((name) => `Task \`${name}\` asked nothing.`);
  return [`Tasks ${names.map((name) => `\`${name}\``).join(', ')} asked nothing.`];
}

interface Read {
  readonly scenes: number;
  readonly objects: number;
  /** Scene numbers run from 0 to this. */
  readonly numbered: number;
  readonly excluded: RunSummary['excluded'];
}

async function readSources(
  plan: Plan,
  options: RunOptions,
  store: Store,
  progress: (p: Progress) => void,
  around: Around,
): Promise<Read> {
  let scenes = 0;
  let objects = 0;
  let left = options.scenes ?? Number.POSITIVE_INFINITY;
  let before = 0;
  const lists = options.exclude ?? [];
  const exclusions = exclusionTally(lists);
  for (const planned of plan.sources) {
    if (left <= 0) break;
    const opened = await openSource(planned, {
      recipeDir: options.recipeDir,
      out: options.out,
      demand: plan.demand,
      threads: options.threads,
      columns: plan.columns,
    });
    const total = opened.count === null ? null : before + Math.min(opened.count, left);
    const items = withoutExcluded(opened.items, lists, exclusions);
    const source = lists.length === 0 ? opened : { ...opened, items };
    const readScene = (n: number): void => progress({ stage: 'facts', done: before + n, total, unit: 'scenes' });
    const most = left;
    const told = await around({ kind: 'facts', name: planned.name }, () =>
      ingest(store, planned.name, source, readScene, most),
    );
    scenes += told.scenes;
    objects += told.objects;
    const read = Math.min(lists.length > 0 ? told.scenes : (opened.count ?? told.scenes), left);
    left -= read;
    before += read;
  }
  const reader = await store.connection.runAndReadAll('select coalesce(max(scene) + 1, 0) from scenes');
  return {
    scenes,
    objects,
    numbered: Number(reader.getRows()[0]?.[0] ?? 0),
    excluded: exclusions.told(),
  };
}

async function quarantined(connection: DuckDBConnection): Promise<RunSummary['quarantined']> {
  const reader = await connection.runAndReadAll(
    `select code, count(*), count(*) filter (object_id is null), list(distinct message order by message)[1:${mostCauses}]
     from quarantine group by code order by code`,
  );
  return reader.getRowsJson().map(([code, count, scenes, causes]) => ({
    code: String(code),
    count: Number(count),
    scenes: Number(scenes),
    causes: Array.isArray(causes) ? causes.map(String) : [],
  }));
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new RunError(
      'SPQ512',
      `The folder ${path} cannot be made: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Name another one with --out.',
    );
  }
}

/** A store and its write-ahead log. */
function discard(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.wal`, { force: true });
}
