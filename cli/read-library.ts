/** Reads the standard library, which is written in spq, for a compiler that itself opens no files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../compiler/diagnostics/span.js';
import { libraryFolder } from './installation.js';

/** All files of the library, sorted by name, each under the name `std/<file>`. */
export function readLibrary(): readonly Source[] {
  const folder = libraryFolder();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spq'))
    .toSorted()
    .map((name) => ({ file: `std/${name}`, text: readFileSync(join(folder, name), 'utf8') }));
}
