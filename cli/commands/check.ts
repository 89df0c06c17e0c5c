/** `spq check`: tells everything that is wrong with a recipe, and runs nothing. */
import { diagnosticToJson } from '../../compiler/diagnostics/render.js';
import { compileRecipe } from '../compile-recipe.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import type { Shell } from '../shell.js';
import { hasErrors, tellDiagnostics } from '../tell-diagnostics.js';
import { writeJson } from '../write-json.js';

export interface CheckFlags {
  readonly json: boolean;
}

export async function check(recipe: string, flags: CheckFlags, shell: Shell): Promise<ExitCode> {
  const { compilation, textOf } = await compileRecipe(recipe);
  const { diagnostics } = compilation;
  const wrong = hasErrors(diagnostics);
  if (flags.json) {
    const told = diagnostics.map((diagnostic) => diagnosticToJson(diagnostic, textOf));
    await writeJson(shell, { ok: !wrong, recipe, diagnostics: told });
  } else {
    tellDiagnostics(shell, diagnostics, textOf);
    if (!wrong) await shell.out(`${recipe} is right.\n`);
  }
  return wrong ? exitCode.wrongInput : exitCode.done;
}
