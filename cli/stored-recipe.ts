/** Compiles the recipe that a store keeps: what made its questions, whatever became of the file. */
import { posix } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { CompileInput } from '../compiler/analyse.js';
import type { Source } from '../compiler/diagnostics/span.js';
import { type StoredRecipe, storedRecipe } from '../runtime/facts/recipe-table.js';
import { importedPath, readImported } from './read-imported.js';
import { readLibrary } from './read-library.js';

/** @throws RunError SPQ511 where the store keeps no recipe */
export async function storedInput(connection: DuckDBConnection, store: string): Promise<CompileInput> {
  return inputOf(await storedRecipe(connection, store));
}

function inputOf({ files, options: { seed, levels, tasks, balance } }: StoredRecipe): CompileInput {
  const sources = new Map(files.map((source) => [source.file, source]));
  const [recipe] = files;
  if (!recipe) throw new Error('SPQ904: a store without the text of its recipe');
  const read = (path: string, from: string): Source | undefined =>
    path.startsWith('std/')
      ? readImported(importedPath(path, from))
      : sources.get(posix.join(posix.dirname(from), path.replaceAll('\\', '/')));
  return {
    recipe,
    library: readLibrary(),
    read,
    options: {
      ...(seed === null ? {} : { seed }),
      ...(levels === null ? {} : { levels }),
      ...(tasks === null ? {} : { tasks }),
      ...(balance === null ? {} : { balance }),
    },
  };
}
