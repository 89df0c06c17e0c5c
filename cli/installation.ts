/** Where the files that come with the program lie, whether it runs from its sources or as built. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds package.json, recipes and docs: one above the sources, two above the built files. */
export function packageRoot(): string {
  const above = dirname(here);
  return existsSync(join(above, 'package.json')) ? above : dirname(above);
}

/** The standard library lies beside the compiler, and is copied along with it. */
export function libraryFolder(): string {
  return join(dirname(here), 'compiler', 'std');
}

export function errorPages(): string {
  return join(packageRoot(), 'docs', 'errors');
}

export function version(): string {
  const description: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const hasVersion = typeof description === 'object' && description !== null && 'version' in description;
  return hasVersion && typeof description.version === 'string' ? description.version : 'unknown';
}
