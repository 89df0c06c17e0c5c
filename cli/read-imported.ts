/** Files that a recipe imports: relative to the file that imports them, or of the standard library (`std/…`). */
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Source } from '../compiler/diagnostics/span.js';
import { libraryFolder } from './installation.js';
import { readRecipe } from './read-recipe.js';

/** Where the file lies, or would. */
export function importedPath(path: string, from: string): string {
  if (path.startsWith('std/')) return join(libraryFolder(), path.slice('std/'.length));
  return isAbsolute(path) ? path : join(dirname(from), path);
}

/**
 * @returns undefined when there is no such file
 * @throws RunError SPQ581 when it is there and cannot be read as text
 */
export function readImported(path: string): Source | undefined {
  return existsSync(path) ? readRecipe(path) : undefined;
}
