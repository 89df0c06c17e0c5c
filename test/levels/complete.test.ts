/** Every shipped library that has tasks has rows by hand: a file of tests with its path. What it lacks, it tells itself. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shipped, shippedLibraries } from '../recipes/shipped.js';

const withTasks = shippedLibraries.filter((file) => /^ {2}task /m.test(shipped(file).text));
const rowsOf = (file: string): URL =>
  new URL(`./${file.replace('recipes/levels/', '').replace('.spq', '.test.ts')}`, import.meta.url);

describe('rows by hand', () => {
  it('are there for every library', () => {
    expect(withTasks.length).toBeGreaterThan(15);
    expect(withTasks.filter((file) => !existsSync(rowsOf(file)))).toEqual([]);
  });

  it.each(withTasks)('speak of their own library: %s', (file) => {
    expect(readFileSync(rowsOf(file), 'utf8')).toContain(`file: '${file}'`);
  });
});
