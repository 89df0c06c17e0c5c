/** `npm run docs`: writes what the guides say of facts, relations, functions, units and sources. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { docsOutputs } from './outputs.js';

for (const [path, text] of Object.entries(docsOutputs())) {
  const file = new URL(`../../${path}`, import.meta.url);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  writeFileSync(file, text);
  process.stdout.write(`${path}: changed\n`);
}
