/** Messages of the command line itself, SPQ58x: recipes that cannot be read, queries that fail, names that do not exist. */
import { didYouMean, nearest } from '../compiler/diagnostics/suggest.js';
import { RunError } from '../runtime/errors.js';
import type { Missing } from '../runtime/why/explain.js';

/** Code to title; each has a page `docs/errors/<code>.md`. A code never changes meaning. */
export const commandErrors = {
  SPQ581: 'The recipe cannot be read',
  SPQ582: 'The query failed',
  SPQ583: 'No page for this code',
  SPQ584: 'A source that the recipe does not have',
  SPQ585: 'Several stores in one folder',
  SPQ586: 'The recipe cannot be written',
  SPQ587: 'A task that the recipe does not have',
  SPQ588: 'A question that the store does not have',
  SPQ589: 'No such things in the scene',
  SPQ590: 'The picture cannot be written',
  SPQ591: 'The page cannot be served',
  SPQ592: 'The report cannot be written',
  SPQ593: 'The module cannot be written',
  SPQ594: 'No such pass',
  SPQ901: 'Our own bug',
} as const;

export function recipeUnreadable(file: string, cause: string): RunError {
  return new RunError('SPQ581', `The recipe \`${file}\` cannot be read: ${cause}.`, 'Check the path of the recipe.');
}

export function recipeUnwritable(file: string, cause: string): RunError {
  return new RunError(
    'SPQ586',
    `The recipe \`${file}\` cannot be written: ${cause}.`,
    'Give another path: `spq new other.spq`. Nothing is ever written over.',
  );
}

export function noStoreIn(folder: string): RunError {
  return new RunError(
    'SPQ501',
    `There is no store in \`${folder}\`.`,
    'A store is made by `spq run recipe.spq --out DIR`; `--store FILE.duckdb` names one directly.',
  );
}

export function severalStores(folder: string, names: readonly string[]): RunError {
  return new RunError(
    'SPQ585',
    `The folder \`${folder}\` holds several stores: ${names.join(', ')}.`,
    `Say which one: \`--store ${names[0] ?? 'FILE.duckdb'}\`.`,
  );
}

export function queryFailed(cause: string): RunError {
  return new RunError('SPQ582', cause);
}

export function noSuchPage(code: string, known: readonly string[]): RunError {
  return new RunError('SPQ583', `There is no page for \`${code}\`.`, didYouMean(code, known));
}

export function unknownSource(name: string, known: readonly string[]): RunError {
  return new RunError(
    'SPQ584',
    `\`--set ${name}=…\` names no source of the recipe that reads a folder.`,
    didYouMean(name, known),
  );
}

export function unknownTask(name: string, known: readonly string[]): RunError {
  return new RunError('SPQ587', `\`--tasks ${name}\` names no task of the recipe.`, didYouMean(name, known));
}

export function unknownPass(name: string, known: readonly string[]): RunError {
  const near = nearest(name, known);
  return new RunError(
    'SPQ594',
    `\`--skip ${name}\` names no pass of the optimizer.`,
    `${near === undefined ? '' : `Did you mean \`${near}\`? `}Passes: ${known.join(', ')}.`,
  );
}

export function noSuchQuestion(id: string, store: string): RunError {
  return new RunError(
    'SPQ588',
    `${store} has no question ${id}, or another version of spq asked it.`,
    'Ids are in the column `question_id`: `spq sql "select question_id, question from questions limit 5"`.',
  );
}

export interface WantedTuple {
  readonly task: string;
  readonly scene: string;
  readonly objects: readonly string[];
}

export function noSuchTuple({ task, scene, objects }: WantedTuple, missing: Missing): RunError {
  switch (missing.what) {
    case 'task':
      return new RunError(
        'SPQ589',
        `The recipe of this store has no task \`${task}\`.`,
        'Those with questions: `spq sql "select distinct task from questions"`.',
      );
    case 'scene':
      return new RunError(
        'SPQ589',
        `The store has no scene \`${scene}\`.`,
        'Ids are in the column `scene_id`: `spq sql "select scene_id from scenes limit 5"`.',
      );
    case 'things':
      return new RunError(
        'SPQ589',
        `Scene \`${scene}\` has no ${missing.ids.map((id) => `\`${id}\``).join(', ')}.`,
        'Ids of things are in the column `objects` of `questions`, and in the table `objects`.',
      );
    case 'tuple':
      return new RunError(
        'SPQ589',
        `Task \`${task}\` asks of no ${objects.join(', ')} together in scene \`${scene}\`.`,
        'Tasks bind things that are surely there; of large sets not every one is drawn; what a `let` picks must be clear.',
      );
  }
}

export function noSuchScene(sceneId: string, place: string, near: string | undefined): RunError {
  return new RunError('SPQ589', `${place} has no scene \`${sceneId}\`.`, near);
}

/** @param flag that names another path */
export function pictureUnwritable(file: string, cause: string, flag: '--picture' | '-o' = '--picture'): RunError {
  return new RunError(
    'SPQ590',
    `The picture \`${file}\` cannot be written: ${cause}.`,
    `Give another path: \`${flag} FILE.png\`.`,
  );
}

export function reportUnwritable(file: string, cause: string): RunError {
  return new RunError(
    'SPQ592',
    `The report \`${file}\` cannot be written: ${cause}.`,
    'Give another path: `--html FILE.html`.',
  );
}

export function moduleUnwritable(file: string, cause: string, exists: boolean): RunError {
  return new RunError(
    'SPQ593',
    `The module \`${file}\` cannot be written: ${cause}.`,
    exists ? '`--force` replaces it, and what was edited in it is lost.' : 'Give another path: `-o FILE.ts`.',
  );
}

export function portTaken(port: number, cause: string): RunError {
  const what = port === 0 ? 'The page cannot be served' : `The page cannot be served at port ${port}`;
  return new RunError(
    'SPQ591',
    `${what}: ${cause}.`,
    'Leave out `--port`: then any free one is taken. Or write the page with `--export DIR`.',
  );
}

/** Systems say why a file cannot be read in their own way; these are the causes that users meet. */
export function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EEXIST':
      return 'it exists already';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be opened';
    case 'ENOTDIR':
      return 'a part of its path is a file';
  }
  return error instanceof Error ? error.message : String(error);
}
