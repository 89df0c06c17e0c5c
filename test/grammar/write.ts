/** `npm run grammar`: writes the grammar as editors and people read it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { grammarOutputs } from './outputs.js';

for (const [path, text] of Object.entries(grammarOutputs())) {
  const file = new URL(`../../${path}`, import.meta.url);
  if (textOf(file) === text) continue;
  writeFileSync(file, text);
  process.stdout.write(`${path}: changed\n`);
}

function textOf(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
