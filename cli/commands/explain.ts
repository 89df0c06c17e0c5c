/** `spq explain`: prints a stage of the compiler for a recipe, or the page of a message. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../../compiler/index.js';
import { compileRecipe } from '../compile-recipe.js';
import { noSuchPage } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { errorPages } from '../installation.js';
import type { Shell } from '../shell.js';
import { hasErrors, tellAndCount } from '../tell-diagnostics.js';

/** Stages before a mistake can still be shown; the mistakes are told beside them. */
export async function explainStage(recipe: string, stage: Stage, shell: Shell): Promise<ExitCode> {
  const { compilation, textOf } = await compileRecipe(recipe);
  tellAndCount(shell, compilation.diagnostics, textOf);
  const text = compilation.show(stage);
  if (text !== undefined) await shell.out(text.endsWith('\n') ? text : `${text}\n`);
  return text === undefined || hasErrors(compilation.diagnostics) ? exitCode.wrongInput : exitCode.done;
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
