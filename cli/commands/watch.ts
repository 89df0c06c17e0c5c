/** `spq watch`: asks the questions of a recipe, and at every save again those that changed. It writes no file. */
import { basename, dirname, resolve } from 'node:path';
import type { CompileInput } from '../../compiler/index.js';
import type { Around } from '../../runtime/profile/around.js';
import type { FirstLook, Watching } from '../../runtime/watch/watching.js';
import { compileRecipe } from '../compile-recipe.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { tellProblem } from '../problem.js';
import { showProgress } from '../progress.js';
import { chosenOptions, type RecipeChoices, requireSources, requireTasks } from '../recipe-choices.js';
import type { Shell } from '../shell.js';
import { tellAndCount } from '../tell-diagnostics.js';
import { onEveryChange } from '../watch-files.js';
import { firstLookText, updateText } from '../watch-text.js';

export interface WatchFlags extends RecipeChoices {
  readonly scenes: number;
  /** Files of ids that are left out. */
  readonly exclude: readonly string[];
  /** Of each task that is asked. */
  readonly examples: number;
  readonly threads: number;
}

/** Fewer tasks are asked before anybody wonders. */
const manyTasks = 8;

/** @throws RunError for a list of `--exclude` that cannot be read; what is wrong with a recipe may be mended */
export async function watch(recipe: string, flags: WatchFlags, shell: Shell): Promise<ExitCode> {
  const { openWatching } = await import('../../runtime/watch/watching.js');
  const { readExclusionList } = await import('../../runtime/sources/exclusion-list.js');
  // Of one update: what the next one takes is no matter of how long this one took.
  let progress = showProgress(shell);
  const interrupted = shell.interrupted();
  const ending = new AbortController();
  void interrupted.then(() => ending.abort());
  // Between two pieces of work it can end.
  const around: Around = async (_, work) => {
    ending.signal.throwIfAborted();
    return await work();
  };
  const watching = openWatching({
    recipeDir: dirname(resolve(recipe)),
    threads: flags.threads,
    scenes: flags.scenes,
    exclude: flags.exclude.map((file) => readExclusionList(file)),
    examples: flags.examples,
    onProgress: (done) => progress.report(done),
    onTask: (done, total) => {
      if (total > manyTasks) progress.report({ stage: 'questions', done, total, unit: 'tasks' });
    },
    around,
  });
  const told: Telling = { recipe, flags, shell, endProgress: () => progress.end(), watching };
  const options = chosenOptions(flags, (path) => resolve(path));
  const again = async (uses: (file: string) => void): Promise<void> => {
    progress = showProgress(shell);
    try {
      await tellUpdate(told, options, uses);
    } catch (thrown) {
      progress.end();
      if (ending.signal.aborted) return;
      tellProblem(shell, thrown);
      await shell.out(waiting(recipe));
    }
  };
  try {
    await onEveryChange(again, interrupted);
  } finally {
    await watching.close();
  }
  return exitCode.done;
}

interface Telling {
  readonly recipe: string;
  readonly flags: WatchFlags;
  readonly shell: Shell;
  readonly endProgress: () => void;
  readonly watching: Watching;
}

async function tellUpdate(
  { recipe, flags, shell, endProgress, watching }: Telling,
  options: CompileInput['options'],
  uses: (file: string) => void,
): Promise<void> {
  const began = shell.now();
  const { compilation, textOf } = await compileRecipe(recipe, options, uses);
  requireTasks(flags, compilation);
  tellAndCount(shell, compilation.diagnostics, textOf);
  const { plan, standsOn } = compilation;
  const compiled = shell.now();
  if (plan === undefined) {
    await shell.out(waiting(recipe));
    return;
  }
  requireSources(flags, plan);
  let look: FirstLook | undefined;
  const update = await watching.update({ plan, standsOn }, async (first) => {
    look = first;
    endProgress();
    await shell.out(firstLookText(first));
  });
  const asked = shell.now();
  endProgress();
  for (const warning of update.warnings) shell.err(`${shell.paint.warning('warning')}: ${warning}\n`);
  const text = updateText(update, { compiling: compiled - began, asking: asked - compiled }, look);
  await shell.out(update.facts === undefined ? text : `${text}${onward(recipe)}`);
}

const onward = (recipe: string): string =>
  `Save ${basename(recipe)}, or what it imports, and what changed is asked again. Ctrl-C ends it.\n`;
const waiting = (recipe: string): string => `Nothing was asked: waiting for ${basename(recipe)} to change.\n`;
