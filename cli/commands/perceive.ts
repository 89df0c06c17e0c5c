/** `spq perceive`: looks at the pictures of a recipe, and writes what its questions need as facts. */
import { dirname, resolve } from 'node:path';
import { visible } from '../../compiler/diagnostics/visible.js';
import type { Plan, PlannedSource } from '../../compiler/plan/plan.js';
import { RunError } from '../../runtime/errors.js';
import type { PerceivedShard } from '../../runtime/write-perceived.js';
import { compileRecipe } from '../compile-recipe.js';
import { counted } from '../counted.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type PerceptionFlags, perceptionFlags } from '../perception-flags.js';
import { showProgress } from '../progress.js';
import { chosenOptions, type RecipeChoices, requireSources, requireTasks } from '../recipe-choices.js';
import type { Shell } from '../shell.js';
import { tellAndCount } from '../tell-diagnostics.js';
import { writeJson } from '../write-json.js';

export interface PerceiveFlags extends RecipeChoices, PerceptionFlags {
  /** The facts directory. */
  readonly out: string;
  readonly source?: string;
  readonly shard: { readonly index: number; readonly of: number };
  readonly json: boolean;
}

/** Causes told one by one; the marker of the shard has all. */
const mostCauses = 5;

export async function perceive(recipe: string, flags: PerceiveFlags, shell: Shell): Promise<ExitCode> {
  const { compilation, textOf } = await compileRecipe(
    recipe,
    chosenOptions(flags, (path) => resolve(path)),
  );
  const { diagnostics, plan } = compilation;
  requireTasks(flags, compilation);
  if (!flags.json) tellAndCount(shell, diagnostics, textOf);
  if (plan === undefined) return exitCode.wrongInput;
  requireSources(flags, plan);
  const source = perceivedSource(plan, flags.source);
  const progress = showProgress(shell);
  const { writePerceived } = await import('../../runtime/write-perceived.js');
  const made = await writePerceived(source, plan, {
    recipeDir: dirname(resolve(recipe)),
    dir: resolve(flags.out),
    part: flags.shard,
    perception: perceptionFlags(flags),
    onPicture: (done, total) => progress.report({ stage: 'perceive', done, total, unit: 'pictures' }),
  }).finally(progress.end);
  if (flags.json) await writeJson(shell, { ok: true, source: source.name, dir: flags.out, ...made });
  else await shell.out(toldOf(made, flags.out));
  if (made.quarantined.length === 0) return exitCode.done;
  return made.scenes === 0 ? exitCode.wrongInput : exitCode.quarantined;
}

/** The one source of which something is perceived, or the one that is named. */
function perceivedSource({ sources }: Plan, named: string | undefined): PlannedSource {
  const perceived = sources.filter(({ perceive: found }) => found !== undefined);
  const [only, ...others] = named === undefined ? perceived : perceived.filter(({ name }) => name === named);
  if (only !== undefined && others.length === 0) return only;
  const names = perceived.map(({ name }) => `\`${name}\``).join(', ');
  throw new RunError(
    'SPQ584',
    names === '' ? 'Nothing is perceived in this recipe.' : `Say of which source: ${names}.`,
    names === '' ? 'For instance `perceive photos { points = moge2() }`.' : 'For instance `--source photos`.',
  );
}

function toldOf({ scenes, objects, quarantined, marker }: PerceivedShard, dir: string): string {
  const lines = [
    `${visible(dir)}: ${counted(scenes, 'scene')} with ${counted(objects, 'object')}; ${marker} is written.`,
    ...(quarantined.length > 0 ? [`Left out: ${counted(quarantined.length, 'picture')}.`] : []),
    ...quarantined.slice(0, mostCauses).map(({ code, message }) => `  ${code}: ${visible(message)}`),
    ...(quarantined.length > mostCauses ? [`  and ${quarantined.length - mostCauses} more in ${marker}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
