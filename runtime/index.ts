/**
 * What a module that `spq compile` wrote imports, as `spq/runtime`: the parts of a plan, the steps of a run, the rows of a
 * store, and the program around them. `docs/compile.md` shows one.
 */
import type { Plan } from '../compiler/plan/plan.js';

export type { Plan, PlannedColumn, PlannedMix, PlannedSource, PlannedTask } from '../compiler/plan/plan.js';
export { RunError } from './errors.js';
export type { RecipeOptions, StoredRecipe } from './facts/recipe-table.js';
export type { Store } from './facts/store.js';
export { commandLine } from './program/command-line.js';
export { keepScenes } from './program/keep-scenes.js';
export { readRows } from './program/read-rows.js';
export { tellProblem, tellSummary } from './program/tell.js';
export { intoStore, type Progress, type RunOptions, type RunSummary, run, type Told } from './run.js';
export {
  askQuestions,
  defineWords,
  type Facts,
  type Made,
  readFacts,
  sampleQuestions,
  summary,
  writeFiles,
} from './steps.js';
export type { Sampling } from './synth/sample.js';

/** A relation of a chunk of scenes: its name, and the query that makes it. */
export type SharedRelation = Plan['shared'][number];
