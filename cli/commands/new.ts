/** `spq new`: writes a recipe to begin with. Asks nothing, and never writes over a file. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { causeOf, recipeUnwritable } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { packageRoot } from '../installation.js';
import type { Shell } from '../shell.js';

/** @throws RunError SPQ586 when the file exists, or cannot be written */
export async function newRecipe(path: string, shell: Shell): Promise<ExitCode> {
  const text = readFileSync(join(packageRoot(), 'recipes', 'new.spq'));
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw recipeUnwritable(path, causeOf(error));
  }
  await shell.out(`${path} is written. Next:\n\n  spq check ${path}\n  spq run ${path} --out out\n`);
  return exitCode.done;
}
