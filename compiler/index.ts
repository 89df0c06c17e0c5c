/**
 * The compiler on one page: text -> AST -> bound -> typed -> IR -> optimized IR -> plan.
 * Pure: no files, no clock, no randomness. It never throws on a recipe; what is wrong is a diagnostic.
 */
import { type CompileInput, checked, hasErrors } from './analyse.js';
import type * as typed from './check/typed.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Source } from './diagnostics/span.js';
import { lowerRecipe } from './lower/lower.js';
import { optimize } from './passes/index.js';
import { type Places, placesOf } from './places.js';
import type { Plan } from './plan/plan.js';
import { planRecipe } from './plan-recipe.js';
import { type Stages, show } from './show.js';
import type { Firing } from './show-fired.js';

export { type Analysis, analyse, type CompileInput, diagnose } from './analyse.js';
export { funnel } from './funnel.js';
export { passNames } from './passes/index.js';
export type { Places } from './places.js';
export type { FunnelPlan } from './plan/funnel.js';
export type { Plan } from './plan/plan.js';
export type { Probe } from './plan/probe.js';
export { probe } from './probe.js';
export { showFired } from './show-fired.js';
export const stageNames = ['ast', 'types', 'references', 'ir', 'optimized', 'sql', 'plan'] as const;
export type Stage = (typeof stageNames)[number];

export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  /** The recipe, and what it imports. */
  readonly files: readonly Source[];
  /** Names of all tasks of the recipe, whatever was chosen. */
  readonly tasks: readonly string[];
  /** Where the recipe says what the plan holds. */
  readonly places: Places;
  /** Undefined if there is any error. */
  readonly plan: Plan | undefined;
  /** What a task of the plan stands on: `PlannedRecipe`. */
  readonly standsOn: (task: string) => string | undefined;
  /** A stage as text; undefined if the recipe is too wrong to reach it. */
  readonly show: (stage: Stage) => string | undefined;
  /** Laws that the optimizer applied, in order. */
  readonly fired: () => readonly Firing[];
}

export function compile(input: CompileInput): Compilation {
  const { diagnostics, analysis, wanted, request } = checked(input);
  const tasks = analysis.typed.levels.flatMap((level) => level.tasks.map(({ name }) => name));
  const files = [input.recipe, ...analysis.files];
  const places = placesOf(analysis.ast, analysis.typed);
  const told = { diagnostics, files, tasks, places };
  const read: Stages = { ast: analysis.ast, typed: analysis.typed };
  if (wanted === undefined || request === undefined) {
    const unplanned = { plan: undefined, standsOn: () => undefined, fired: () => [] };
    return { ...told, ...unplanned, show: (stage) => show(read, stage) };
  }
  const skip = input.options.skip ?? [];
  const { plan, standsOn } = planRecipe(wanted, request, skip);
  return {
    ...told,
    plan: hasErrors(diagnostics) ? undefined : plan,
    standsOn,
    show: (stage) => show({ ...read, plan, ...(ofProgram.has(stage) ? programsOf(wanted, skip) : {}) }, stage),
    fired: () => programsOf(wanted, skip).fired,
  };
}

const ofProgram: ReadonlySet<Stage> = new Set(['ir', 'optimized']);

/** What the plan was made of, for those who want to see it: planning keeps none of it. */
function programsOf(recipe: typed.Recipe, skip: readonly string[]) {
  const program = lowerRecipe(recipe);
  const fired: Firing[] = [];
  const optimized = optimize(program, skip, (rule, before, after, at) =>
    fired.push({ ...at, law: rule.law, before, after }),
  );
  return { program, optimized, fired };
}
