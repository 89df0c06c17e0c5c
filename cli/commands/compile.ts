/** `spq compile`: writes a recipe as a TypeScript module that does what `spq run` does. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Plan } from '../../compiler/plan/plan.js';
import type { TableShape } from '../../compiler/typescript/module.js';
import { storeTables, type Table } from '../../runtime/facts/schema.js';
import { questionColumns } from '../../runtime/synth/schema.js';
import { compileRecipe } from '../compile-recipe.js';
import { grouped } from '../counted.js';
import { causeOf, moduleUnwritable } from '../errors.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { chosenOptions, keptOptions, type RecipeChoices, requireSources, requireTasks } from '../recipe-choices.js';
import type { Shell } from '../shell.js';
import { tellAndCount } from '../tell-diagnostics.js';

export interface CompileFlags extends RecipeChoices {
  readonly output: string;
  readonly force: boolean;
}

/**
 * @throws RunError SPQ581 when the recipe cannot be read, SPQ593 when the module exists, or cannot be written;
 *         SPQ584 and SPQ587 where the recipe lacks what is chosen of it
 */
export async function compileModule(recipe: string, flags: CompileFlags, shell: Shell): Promise<ExitCode> {
  const { output, force } = flags;
  const options = chosenOptions(flags, (path) => besideRecipe(path, recipe));
  const { compilation, files, textOf } = await compileRecipe(recipe, options);
  requireTasks(flags, compilation);
  tellAndCount(shell, compilation.diagnostics, textOf);
  const { plan, places } = compilation;
  if (plan === undefined) return exitCode.wrongInput;
  requireSources(flags, plan);
  // The module's own library takes longer to load than most recipes to compile.
  const { moduleOf } = await import('../../compiler/typescript/module.js');
  const text = moduleOf({
    plan,
    places,
    files: compilation.files.map((source, i) => ({ ...source, shown: files[i]?.file ?? source.file })),
    hash: createHash('sha256').update(plan.recipe.text, 'utf8').digest('hex'),
    tables,
    options: keptOptions(flags),
    replaced: Object.keys(flags.set),
  });
  write(output, text, force);
  await shell.out(written(output, text, readsElsewhere(plan, recipe, output) ? dirname(recipe) : undefined));
  return exitCode.done;
}

const rowNames = [
  ['SceneRow', storeTables.scenes],
  ['ObjectRow', storeTables.objects],
  ['PixelRow', storeTables.pixels],
  ['CoverageRow', storeTables.coverage],
] as const satisfies readonly (readonly [string, Table])[];

const tables: readonly TableShape[] = [
  ...rowNames.map(([name, { name: table, about, columns }]) => ({
    name,
    about: `Table \`${table}\`: ${about}`,
    columns: columns.map((column) => ({ ...column, nullable: !column.required })),
  })),
  { name: 'QuestionRow', about: 'Table `questions`: what every output is written from.', columns: questionColumns },
];

/** A path of the command line as the recipe would say it: a module holds no path of a machine, unless it was given one. */
function besideRecipe(path: string, recipe: string): string {
  if (isAbsolute(path)) return path;
  return (
    relative(dirname(resolve(recipe)), resolve(path))
      .split(sep)
      .join('/') || '.'
  );
}

/** Whether a source reads a path that is relative to the recipe, and the module lies in another folder. */
function readsElsewhere({ sources }: Plan, recipe: string, output: string): boolean {
  const reads = sources.some(({ arguments: { dir, files } }) => {
    const path = dir ?? files;
    return path !== undefined && !isAbsolute(String(path));
  });
  return reads && dirname(resolve(recipe)) !== dirname(resolve(output));
}

function write(output: string, text: string, force: boolean): void {
  try {
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw moduleUnwritable(output, causeOf(error), exists);
  }
}

function written(output: string, text: string, recipeDir: string | undefined): string {
  const folder = recipeDir === undefined ? '' : ` --recipe-dir ${recipeDir}`;
  return `${output} is written, ${grouped(text.split('\n').length - 1)} lines. Next:\n\n  npx tsx ${output} --out out${folder}\n`;
}
