/** `npm run accept`: writes every stage of the golden cases as it is now. Read the difference before you commit it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { actual, parseCase, printCase } from './cases/golden.js';

const folder = new URL('./cases/', import.meta.url);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const path = new URL(file, folder);
  const before = readFileSync(path, 'utf8');
  const after = printCase(await actual(parseCase(before)));
  if (after === before) continue;
  writeFileSync(path, after);
  process.stdout.write(`${file}: changed\n`);
}
