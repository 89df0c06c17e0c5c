/** `spq run`: makes the questions of a recipe. */
import { dirname, resolve } from 'node:path';
import { diagnosticToJson } from '../../compiler/diagnostics/render.js';
import type { RunSummary } from '../../runtime/run.js';
import { compileRecipe } from '../compile-recipe.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { requirePasses } from '../known-passes.js';
import { type PerceptionFlags, perceptionFlags } from '../perception-flags.js';
import { problemOf, tellProblem } from '../problem.js';
import { showProgress } from '../progress.js';
import { chosenOptions, keptOptions, type RecipeChoices, requireSources, requireTasks } from '../recipe-choices.js';
import type { Shell } from '../shell.js';
import { summaryText } from '../summary-text.js';
import { tellAndCount } from '../tell-diagnostics.js';
import { writeJson } from '../write-json.js';

export interface RunFlags extends RecipeChoices, PerceptionFlags {
  readonly out?: string;
  readonly scenes?: number;
  /** Files of ids that are left out. */
  readonly exclude: readonly string[];
  /** Passes of the optimizer that are left out. */
  readonly skip: readonly string[];
  readonly threads: number;
  readonly json: boolean;
}

export async function run(recipe: string, flags: RunFlags, shell: Shell): Promise<ExitCode> {
  await requirePasses(flags.skip);
  // Paths of a recipe are relative to it, those of a command to where it is given.
  const options = { ...chosenOptions(flags, (path) => resolve(path)), skip: flags.skip };
  const { compilation, files, textOf } = await compileRecipe(recipe, options);
  const { diagnostics, plan } = compilation;
  requireTasks(flags, compilation);
  if (!flags.json) tellAndCount(shell, diagnostics, textOf);
  const told = diagnostics.map((diagnostic) => diagnosticToJson(diagnostic, textOf));
  if (plan === undefined) {
    if (flags.json) await writeJson(shell, { ok: false, recipe, diagnostics: told, problem: null, summary: null });
    return exitCode.wrongInput;
  }
  requireSources(flags, plan);
  const progress = showProgress(shell);
  try {
    const runtime = await import('../../runtime/run.js');
    const { readExclusionList } = await import('../../runtime/sources/exclusion-list.js');
    const recipeDir = dirname(resolve(recipe));
    const summary = await runtime.run(plan, {
      recipeDir,
      out: flags.out === undefined ? recipeDir : resolve(flags.out),
      threads: flags.threads,
      ...(flags.scenes === undefined ? {} : { scenes: flags.scenes }),
      exclude: flags.exclude.map((file) => readExclusionList(file)),
      perception: perceptionFlags(flags),
      recipe: { files, options: keptOptions(flags) },
      onProgress: progress.report,
    });
    progress.end();
    if (flags.json) await writeJson(shell, { ok: true, recipe, diagnostics: told, problem: null, summary });
    else await tellSummary(shell, summary);
    if (summary.quarantined.length === 0) return exitCode.done;
    // Where not one scene could be read, the input is wrong.
    return summary.scenes === 0 ? exitCode.wrongInput : exitCode.quarantined;
  } catch (thrown) {
    progress.end();
    tellProblem(shell, thrown);
    const problem = problemOf(thrown);
    if (flags.json) await writeJson(shell, { ok: false, recipe, diagnostics: told, problem, summary: null });
    return exitCode.wrongInput;
  }
}

async function tellSummary(shell: Shell, summary: RunSummary): Promise<void> {
  for (const warning of summary.warnings) shell.err(`${shell.paint.warning('warning')}: ${warning}\n`);
  await shell.out(summaryText(summary));
}
