/** `spq explain`: prints a stage of the compiler for a recipe, what its optimizer did, or the page of a message. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../../compiler/index.js';
import { compileRecipe } from '../compile-recipe.js';
import { noSuchPage } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { errorPages } from '../installation.js';
import { requirePasses } from '../known-passes.js';
import type { Shell } from '../shell.js';
import { hasErrors, tellAndCount } from '../tell-diagnostics.js';

/** Stages before a mistake can still be shown; the mistakes are told beside them. */
export async function explainStage(
  recipe: string,
  stage: Stage,
  skip: readonly string[],
  shell: Shell,
): Promise<ExitCode> {
  await requirePasses(skip);
  const { compilation, textOf } = await compileRecipe(recipe, { skip });
  tellAndCount(shell, compilation.diagnostics, textOf);
  const text = compilation.show(stage);
  if (text !== undefined) await shell.out(text.endsWith('\n') ? text : `${text}\n`);
  return text === undefined || hasErrors(compilation.diagnostics) ? exitCode.wrongInput : exitCode.done;
}

export interface FiredFlags {
  readonly skip: readonly string[];
  /** Every firing instead of one example of each law. */
  readonly all: boolean;
}

/** Which laws the optimizer applied: of a recipe with mistakes there is no plan, and nothing is shown. */
export async function explainFired(recipe: string, { skip, all }: FiredFlags, shell: Shell): Promise<ExitCode> {
  await requirePasses(skip);
  const { compilation, textOf } = await compileRecipe(recipe, { skip });
  tellAndCount(shell, compilation.diagnostics, textOf);
  if (hasErrors(compilation.diagnostics)) return exitCode.wrongInput;
  const { showFired } = await import('../../compiler/index.js');
  await shell.out(showFired(compilation.fired(), all));
  return exitCode.done;
}

/** @throws RunError SPQ583 when no message has this code */
export async function explainCode(code: string, shell: Shell): Promise<ExitCode> {
  const folder = errorPages();
  const known = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3))
    .toSorted();
  const page = code.toUpperCase();
  if (!known.includes(page)) throw noSuchPage(page, known);
  await shell.out(readFileSync(join(folder, `${page}.md`), 'utf8'));
  return exitCode.done;
}
