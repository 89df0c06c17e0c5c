/** Build step: puts the standard library beside the built compiler, where `read-library` looks for it. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';

const from = new URL('../compiler/std/', import.meta.url);
const to = new URL('../dist/compiler/std/', import.meta.url);

mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (name.endsWith('.spq')) copyFileSync(new URL(name, from), new URL(name, to));
}
