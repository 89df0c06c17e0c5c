/** What `spq run` and `spq compile` are told to take of a recipe, or to put in its place. Both give the same plan for the same words. */
import type { Compilation, CompileInput, Plan } from '../compiler/index.js';
import type { RecipeOptions } from '../runtime/facts/recipe-table.js';
import { unknownSource, unknownTask } from './errors.js';

export interface RecipeChoices {
  /** Name of a source in the recipe to the path it shall read instead, relative to where the command is given. */
  readonly set: Readonly<Record<string, string>>;
  readonly levels?: readonly number[];
  readonly tasks?: readonly string[];
  readonly balance?: 'answers' | 'words' | 'none';
  readonly seed?: number;
}

/** @param planned the path of a source as the plan shall have it: absolute, or relative to the recipe */
export function chosenOptions(
  { seed, levels, tasks, balance, set }: RecipeChoices,
  planned: (path: string) => string,
): CompileInput['options'] {
  return {
    sourcePaths: Object.fromEntries(Object.entries(set).map(([name, path]) => [name, planned(path)])),
    ...(seed === undefined ? {} : { seed }),
    ...(levels === undefined ? {} : { levels }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(balance === undefined ? {} : { balance }),
  };
}

/** As a store keeps them: what may have changed the questions. */
export const keptOptions = ({ seed, levels, tasks, balance }: RecipeChoices): RecipeOptions => ({
  seed: seed ?? null,
  levels: levels ?? null,
  tasks: tasks ?? null,
  balance: balance ?? null,
});

/** @throws RunError SPQ587 where the recipe, as far as it could be read, has no such task */
export function requireTasks({ tasks: chosen }: RecipeChoices, { tasks }: Compilation): void {
  const stranger = chosen?.find((name) => !tasks.includes(name));
  if (stranger !== undefined && tasks.length > 0) throw unknownTask(stranger, tasks);
}

/** @throws RunError SPQ584 where no source of the name reads a folder */
export function requireSources({ set }: RecipeChoices, { sources }: Plan): void {
  const foreign = Object.keys(set).find(
    (name) => !sources.some((s) => s.name === name && ('dir' in s.arguments || 'files' in s.arguments)),
  );
  if (foreign !== undefined)
    throw unknownSource(
      foreign,
      sources.map(({ name }) => name),
    );
}
