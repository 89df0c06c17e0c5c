/**
 * Runs a plan: sources -> facts -> questions -> files, in the steps of `steps.ts`. The store is built under a temporary
 * name and takes its own when all is done, so a run that fails leaves the last good store as it was.
 */

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../compiler/plan/plan.js';
import { RunError } from './errors.js';
import type { StoredRecipe } from './facts/recipe-table.js';
import { openStore, type Store } from './facts/store.js';
import type { PerceptionOptions } from './perceive/stream/picture-file.js';
import type { PerceptionTally } from './perceive/stream/tally.js';
import { type Around, unmeasured } from './profile/around.js';
import type { Excluded, ExclusionList } from './sources/exclusion-list.js';
import { askQuestions, defineWords, readFacts, sampleQuestions, summary, writeFiles } from './steps.js';
import type { TaskSummary } from './synth/questions.js';
import type { Sampling } from './synth/sample.js';

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
  /** What is not said is the default: models and findings in the user's cache, on the processor. */
  readonly perception?: Partial<PerceptionOptions>;
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

export interface PerceivedOf extends PerceptionTally {
  readonly source: string;
}

export interface RunSummary {
  readonly scenes: number;
  readonly objects: number;
  readonly quarantined: readonly Left[];
  /** What each list of `exclude` left out. */
  readonly excluded: readonly Excluded[];
  /** Of each source of which something was perceived, what operators and models did. */
  readonly perceived: readonly PerceivedOf[];
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
  return await intoStore(plan, options, (store) => build(plan, options, store));
}

/** What a run tells of its work; where it lies and how long it took is told by `intoStore`. */
export type Told = Omit<RunSummary, 'seconds' | 'store'>;

/**
 * Gives `work` a new store, which takes the place of `<recipe name>.duckdb` when the work is done.
 *
 * @throws RunError SPQ5xx where no store can be made, and what `work` throws; the store of before is left as it was
 */
export async function intoStore(
  plan: Pick<Plan, 'recipe'>,
  { out, threads }: Pick<RunOptions, 'out' | 'threads'>,
  work: (store: Store) => Promise<Told>,
): Promise<RunSummary> {
  const began = performance.now();
  const path = join(out, `${plan.recipe.name}.duckdb`);
  const building = `${path}.building`;
  makeFolder(out);
  discard(building);
  const store = await openStore(building, { threads });
  let told: Told;
  try {
    told = await work(store);
  } catch (cause) {
    store.close();
    discard(building);
    throw cause;
  }
  store.close();
  discard(path);
  renameSync(building, path);
  return { ...told, store: path, seconds: (performance.now() - began) / 1000 };
}

async function build(plan: Plan, options: RunOptions, store: Store): Promise<Told> {
  const around = options.measure?.(store) ?? unmeasured;
  const facts = await readFacts(store, plan, options, around);
  await defineWords(store, plan);
  await askQuestions(store, plan, facts, options, around);
  const sampling = await sampleQuestions(store, plan, around);
  const files = await writeFiles(store, plan, options, around);
  return await summary(store, plan, { facts, sampling, files });
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
