/**
 * The compiler on one page: text -> AST -> bound -> typed -> IR -> optimized IR -> plan.
 * Pure: no files, no clock, no randomness. It never throws on a recipe; what is wrong is a diagnostic.
 */
import { bind } from './bind/bind.js';
import { check } from './check/check.js';
import type * as typed from './check/typed.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Source } from './diagnostics/span.js';
import { Graph } from './ir/graph.js';
import { lowerRecipe } from './lower/lower.js';
import { optimize } from './passes/index.js';
import { makePlan } from './plan/make.js';
import type { Plan } from './plan/plan.js';
import { type Firing, type Stages, show } from './show.js';
import type * as ast from './syntax/ast.js';
import { parse } from './syntax/parse.js';

export type { Plan } from './plan/plan.js';
export const stageNames = ['ast', 'types', 'ir', 'optimized', 'sql', 'plan'] as const;
export type Stage = (typeof stageNames)[number];

export interface CompileInput {
  readonly recipe: Source;
  /** Files of relations that every recipe may use: `compiler/std/*.spq`. */
  readonly library: readonly Source[];
  readonly options: {
    readonly seed?: number;
    readonly levels?: readonly number[];
    /** Folders that replace those of the recipe's sources, by source name. */
    readonly sourcePaths?: Readonly<Record<string, string>>;
    /** Passes to leave out, by name. */
    readonly skip?: readonly string[];
  };
}

export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if there is any error. */
  readonly plan: Plan | undefined;
  /** A stage as text; undefined if the recipe is too wrong to reach it. */
  readonly show: (stage: Stage) => string | undefined;
  /** Laws that the optimizer applied, in order. */
  readonly fired: readonly Firing[];
}

export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly ast: ast.Recipe;
  readonly typed: typed.Recipe;
}

/** Reads and checks: what an editor needs at every key. */
export function analyse(recipe: Source, library: readonly Source[]): Analysis {
  const diagnostics: Diagnostic[] = [];
  const report = (d: Diagnostic): void => void diagnostics.push(d);
  const parsed = parse(recipe, report);
  const bound = bind(
    parsed,
    library.map((l) => parse(l, report)),
    report,
  );
  return { diagnostics, ast: parsed, typed: check(bound, report) };
}

export function compile({ recipe, library, options }: CompileInput): Compilation {
  const analysis = analyse(recipe, library);
  const diagnostics = [...analysis.diagnostics];
  const stages: Stages = { ast: analysis.ast, typed: analysis.typed };
  const stop = (): Compilation => ({ diagnostics, plan: undefined, show: (stage) => show(stages, stage), fired: [] });
  if (hasErrors(diagnostics)) return stop();
  const wanted = chosen(analysis.typed, options);
  const graph = new Graph();
  const program = lowerRecipe(wanted, graph);
  const fired: Firing[] = [];
  const optimized = optimize(program, graph, options.skip ?? [], (rule, before, after) =>
    fired.push({ law: rule.law, before, after }),
  );
  const plan = makePlan(
    optimized,
    {
      name: baseName(recipe.file),
      text: recipe.text,
      span: wanted.span,
      seed: wanted.settings.seed,
      sources: wanted.sources,
      emits: wanted.emits,
      sourcePaths: options.sourcePaths ?? {},
      levels: options.levels,
      mix: wanted.settings.mix,
      split: wanted.settings.split,
    },
    (d) => void diagnostics.push(d),
  );
  const all: Stages = { ...stages, program, optimized, plan };
  return { diagnostics, plan: hasErrors(diagnostics) ? undefined : plan, show: (stage) => show(all, stage), fired };
}

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((d) => d.severity === 'error');

/** Leaving levels out changes nothing in the others: draws know the task, not its neighbours. */
function chosen(recipe: typed.Recipe, options: CompileInput['options']): typed.Recipe {
  const { seed, levels } = options;
  return {
    ...recipe,
    settings: seed === undefined ? recipe.settings : { ...recipe.settings, seed },
    levels: levels ? recipe.levels.filter((l) => levels.includes(l.number)) : recipe.levels,
  };
}

function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.spq$/, '');
}
