/** `spq explain --analyze`: runs a recipe of a few scenes into a store that is thrown away, and tells what each part took. */
import { dirname, resolve } from 'node:path';
import type { Profile } from '../../runtime/profile/graph.js';
import { compileRecipe } from '../compile-recipe.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { requirePasses } from '../known-passes.js';
import { profileDot, profileMermaid } from '../profile-drawing.js';
import { profileText } from '../profile-text.js';
import { showProgress } from '../progress.js';
import type { Shell } from '../shell.js';
import { tellAndCount } from '../tell-diagnostics.js';

export type GraphFormat = 'text' | 'mermaid' | 'dot' | 'json';

export interface AnalyzeFlags {
  readonly skip: readonly string[];
  readonly scenes: number;
  readonly threads: number;
  readonly operators: boolean;
  readonly format: GraphFormat;
}

/** @throws RunError SPQ594 for an unknown pass, and what stops a run */
export async function analyze(recipe: string, flags: AnalyzeFlags, shell: Shell): Promise<ExitCode> {
  await requirePasses(flags.skip);
  const { compilation, textOf } = await compileRecipe(recipe, { skip: flags.skip });
  const { diagnostics, plan } = compilation;
  tellAndCount(shell, diagnostics, textOf);
  if (plan === undefined) return exitCode.wrongInput;
  const { profileRun } = await import('../../runtime/profile/profile.js');
  const progress = showProgress(shell);
  const { scenes, threads } = flags;
  try {
    const recipeDir = dirname(resolve(recipe));
    const profile = await profileRun(plan, { recipeDir, threads, scenes, onProgress: progress.report });
    progress.end();
    await shell.out(written(profile, flags));
  } finally {
    progress.end();
  }
  return exitCode.done;
}

function written(profile: Profile, { format, operators }: AnalyzeFlags): string {
  switch (format) {
    case 'text':
      return profileText(profile, operators);
    case 'mermaid':
      return profileMermaid(profile);
    case 'dot':
      return profileDot(profile);
    case 'json':
      return `${JSON.stringify(profile, null, 2)}\n`;
  }
}
