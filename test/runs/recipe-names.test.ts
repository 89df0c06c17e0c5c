/** A recipe may be called anything: its store, and what a run makes beside it, never stand in each other's way. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { spq } from '../cli/captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text =
  'source s = rooms(count: 2, seed: 1, pictures: false)\nlevel 1 "T" { task t { for object a ask "How far is {a}?" answer a.distance } }\n';

it.each(['chunk', 'temp', "it's", 'a "b" 日本'])('%s.spq runs', async (name) => {
  const recipe = join(folder, `${name}.spq`);
  writeFileSync(recipe, text);
  const told = await spq(['run', recipe, '--out', folder]);
  expect(told.code).toBe(0);
  expect(told.out).toMatch(/2 scenes with \d+ objects gave [1-9]\d* questions/);
});
