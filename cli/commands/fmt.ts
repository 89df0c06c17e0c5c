/** `spq fmt`: lays recipes out. Files are written only where that changes them, and never when they cannot be read. */
import { readdirSync, writeFileSync } from 'node:fs';
import type { Source } from '../../compiler/diagnostics/span.js';
import { RunError } from '../../runtime/errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { tellProblem } from '../problem.js';
import { readRecipe, recipeFrom } from '../read-recipe.js';
import type { Shell } from '../shell.js';
import { tellAndCount } from '../tell-diagnostics.js';

export interface FmtFlags {
  readonly check: boolean;
}

const STANDARD_INPUT = '-';

/** Without files: all recipes of this folder. */
export async function fmt(files: readonly string[], flags: FmtFlags, shell: Shell): Promise<ExitCode> {
  let code: ExitCode = exitCode.done;
  for (const file of files.length > 0 ? files : recipesHere()) {
    const ended = await formatOne(file, flags, shell);
    if (ended !== exitCode.done) code = ended;
  }
  return code;
}

function recipesHere(): readonly string[] {
  return readdirSync('.')
    .filter((name) => name.endsWith('.spq'))
    .toSorted();
}

async function formatOne(file: string, { check }: FmtFlags, shell: Shell): Promise<ExitCode> {
  const source = await sourceOf(file, shell);
  if (source === undefined) return exitCode.wrongInput;
  const { format } = await import('../../compiler/format/format.js');
  const made = format(source);
  const isInput = file === STANDARD_INPUT;
  if (made.kind === 'unreadable') {
    tellAndCount(shell, made.diagnostics, (name) => (name === source.file ? source.text : undefined));
    shell.err(`${source.file} is left as it is: it cannot be read.\n`);
    // An editor that pipes its text through here must not lose it.
    if (isInput && !check) await shell.out(source.text);
    return exitCode.wrongInput;
  }
  const same = made.text === source.text;
  if (check) {
    if (!same) await shell.out(`${source.file}\n`);
    return same ? exitCode.done : exitCode.wrongInput;
  }
  if (isInput) await shell.out(made.text);
  else if (!same) {
    writeFileSync(file, made.text);
    await shell.out(`${file} is laid out.\n`);
  }
  return exitCode.done;
}

/** Undefined, and told, where a file cannot be read: the others still can. */
async function sourceOf(file: string, shell: Shell): Promise<Source | undefined> {
  try {
    return file === STANDARD_INPUT ? recipeFrom('<standard input>', await shell.in()) : readRecipe(file);
  } catch (thrown) {
    if (!(thrown instanceof RunError)) throw thrown;
    tellProblem(shell, thrown);
    return undefined;
  }
}
