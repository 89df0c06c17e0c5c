/** Every golden case of `test/cases`: what the compiler makes is what the file says. `npm run accept` rewrites them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actual, parseCase, printCase } from './cases/golden.js';

const folder = new URL('./cases/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.md'));

describe('golden cases', () => {
  it.each(files)('%s', async (file) => {
    const given = parseCase(readFileSync(new URL(file, folder), 'utf8'));
    expect(printCase(await actual(given))).toBe(printCase(given));
  });

  it('say in their names what they are about', () => {
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const file of files) expect(file).toMatch(/^[a-z0-9]+(-[a-z0-9]+){3,}\.md$/);
  });
});
