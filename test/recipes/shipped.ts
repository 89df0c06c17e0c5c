/** The recipes that come with the project, and the files of tasks that they import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Source } from '../../compiler/diagnostics/span.js';

const root = new URL('../../', import.meta.url);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spq'))
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .sort();

/** Paths in the repository. A recipe has a source and outputs; a library has tasks alone. */
export const shippedLibraries = filesIn('recipes/levels');
export const shippedRecipes = filesIn('recipes').filter((file) => !shippedLibraries.includes(file));

/** @throws when there is no such file */
export function shipped(file: string): Source {
  return { file, text: readFileSync(new URL(file, root), 'utf8') };
}

/** What `path` means in a file of `recipes/`; elsewhere it is counted from the root of the repository. */
export function readShipped(path: string, from: string): Source | undefined {
  const file = from.startsWith('recipes/') ? posix.join(posix.dirname(from), path) : path;
  return file.startsWith('recipes/') && existsSync(new URL(file, root)) ? shipped(file) : undefined;
}

/** A recipe that asks all of a library about rooms. */
export function asking(library: string): Source {
  const text = `use "${library}"\n\nsource rooms = rooms(10, pictures: false)\n\nemit jsonl("questions.jsonl")\n`;
  return { file: 'asking.spq', text };
}
