/**
 * The steps of a run, in their order, each over a store and a plan: facts, words, questions, sampling, files, summary.
 * `run.ts` takes them all; a module that `spq compile` wrote calls them one by one, so that its reader can put something between.
 */
import { relative } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../compiler/plan/plan.js';
import { emit } from './emit/index.js';
import { ingest } from './facts/ingest.js';
import { storeRecipe } from './facts/recipe-table.js';
import type { Store } from './facts/store.js';
import { openSource } from './open-source.js';
import { type Around, unmeasured } from './profile/around.js';
import type { PerceivedOf, RunOptions, RunSummary, Told } from './run.js';
import { exclusionTally, withoutExcluded } from './sources/exclusion-list.js';
import { ask } from './synth/ask.js';
import { storeQuestions, summarise } from './synth/questions.js';
import { type Sampling, sample, samplingWarnings } from './synth/sample.js';
import { unfilledSets } from './synth/unfilled-sets.js';

/** What the sources gave. */
export interface Facts {
  readonly scenes: number;
  readonly objects: number;
  /** Scene numbers run from 0 to this. */
  readonly numbered: number;
  readonly excluded: RunSummary['excluded'];
  /** Of each source of which something was perceived, what was done. */
  readonly perceived: RunSummary['perceived'];
}

/** What the steps before the summary gave. */
export interface Made {
  readonly facts: Facts;
  readonly sampling: Sampling;
  /** Relative to `out`. */
  readonly files: readonly string[];
}

/** Messages told per cause; the rest can be asked of the store. */
const mostCauses = 5;

/** Sources -> the tables of facts; and the recipe as it stands, so that questions can be traced to it. */
export async function readFacts(
  store: Store,
  plan: Plan,
  options: RunOptions,
  around: Around = unmeasured,
): Promise<Facts> {
  const read = await readSources(store, plan, options, around);
  if (options.recipe) await storeRecipe(store.connection, options.recipe);
  const reader = await store.connection.runAndReadAll('select coalesce(max(scene) + 1, 0) from scenes');
  return { ...read, numbered: Number(reader.getRows()[0]?.[0] ?? 0) };
}

async function readSources(
  store: Store,
  plan: Plan,
  options: RunOptions,
  around: Around,
): Promise<Omit<Facts, 'numbered'>> {
  const { onProgress: progress = () => {}, exclude: lists = [], recipeDir, out, threads } = options;
  let scenes = 0;
  let objects = 0;
  let left = options.scenes ?? Number.POSITIVE_INFINITY;
  let before = 0;
  const perceived: PerceivedOf[] = [];
  const exclusions = exclusionTally(lists);
  for (const planned of plan.sources) {
    if (left <= 0) break;
    const opened = await openSource(planned, {
      ...{ recipeDir, out, threads },
      ...{ demand: plan.demand, columns: plan.columns },
      // What a list leaves out is known when a scene was read.
      ...(lists.length > 0 || left === Number.POSITIVE_INFINITY ? {} : { most: left }),
      perception: options.perception,
    });
    const total = opened.count === null ? null : before + Math.min(opened.count, left);
    const items = withoutExcluded(opened.items, lists, exclusions);
    const source = lists.length === 0 ? opened : { ...opened, items };
    const readScene = (n: number): void => progress({ stage: 'facts', done: before + n, total, unit: 'scenes' });
    const most = left;
    const told = await around({ kind: 'facts', name: planned.name }, () =>
      ingest(store, planned.name, source, readScene, most),
    );
    const tally = opened.perceived?.() ?? null;
    if (tally !== null) perceived.push({ source: planned.name, ...tally });
    scenes += told.scenes;
    objects += told.objects;
    const read = Math.min(lists.length > 0 ? told.scenes : (opened.count ?? told.scenes), left);
    left -= read;
    before += read;
  }
  return { scenes, objects, excluded: exclusions.told(), perceived };
}

/** Views and macros: the recipe's words for SQL users. Questions do not need them. */
export async function defineWords({ connection }: Store, plan: Pick<Plan, 'words'>): Promise<void> {
  for (const sql of plan.words) await connection.run(sql);
}

/** Facts -> the table `asked`, chunk of scenes by chunk. */
export async function askQuestions(
  store: Store,
  plan: Plan,
  { numbered }: Pick<Facts, 'numbered'>,
  { threads = 1, onProgress: progress = () => {} }: Partial<Pick<RunOptions, 'threads' | 'onProgress'>> = {},
  around: Around = unmeasured,
): Promise<void> {
  const onDone = (done: number): void => progress({ stage: 'questions', done, total: numbered, unit: 'scenes' });
  // What is measured is done by one: of two at work at once nobody could say whose the time was.
  const workers = around === unmeasured ? threads : 1;
  await ask(store, plan, { scenes: numbered, workers, onDone, around });
}

/** Take, balance, mix and split: `asked` -> the table `questions`, in its order. */
export async function sampleQuestions(
  { connection }: Store,
  plan: Plan,
  around: Around = unmeasured,
): Promise<Sampling> {
  const sampling = await sample(connection, plan, around);
  await around({ kind: 'sampling', name: 'order' }, () => storeQuestions(connection, plan));
  return sampling;
}

/** The table `questions` -> files. @returns their paths, relative to `out` */
export async function writeFiles(
  { connection }: Store,
  { emits }: Pick<Plan, 'emits'>,
  { out, onProgress: progress = () => {} }: Pick<RunOptions, 'out' | 'onProgress'>,
  around: Around = unmeasured,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const wanted of emits) {
    const write = (): Promise<string> => emit(connection, wanted, out);
    files.push(relative(out, await around({ kind: 'emit', name: wanted.path }, write)));
    progress({ stage: 'emit', done: files.length, total: emits.length, unit: 'files' });
  }
  return files;
}

/** What was made and what was left out, for people; the last step, after which the store holds all. */
export async function summary({ connection }: Store, plan: Plan, { facts, sampling, files }: Made): Promise<Told> {
  const tasks = await summarise(connection, plan);
  await connection.run('checkpoint');
  return {
    // Counted, since a program may have left some out after they were stored (`keepScenes`).
    scenes: await rowsIn(connection, 'scenes'),
    objects: await rowsIn(connection, 'objects'),
    quarantined: await quarantined(connection),
    excluded: facts.excluded,
    perceived: facts.perceived,
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

async function rowsIn(connection: DuckDBConnection, table: 'scenes' | 'objects'): Promise<number> {
  const reader = await connection.runAndReadAll(`select count(*) from ${table}`);
  return Number(reader.getRows()[0]?.[0] ?? 0);
}
