/** A store keeps the recipe that made it: compiled again from the store alone, it is the same plan. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compileRecipe } from '../../cli/compile-recipe.js';
import { storedInput } from '../../cli/stored-recipe.js';
import { compile } from '../../compiler/index.js';
import { storedRecipe, storeRecipe } from '../../runtime/facts/recipe-table.js';
import { openStore } from '../../runtime/facts/store.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-stored-'));
afterAll(() => rmSync(folder, { recursive: true }));

const task = (name: string) =>
  `level 1 "Objects" {\n  task ${name} {\n    for object a\n    ask "How tall is {a}, really?"\n        "What's the height of {a}?"\n    answer a.height\n  }\n}\n`;

it('compiles to the same plan when its files are gone', async () => {
  mkdirSync(join(folder, 'levels'));
  writeFileSync(join(folder, 'levels', 'tall.spq'), `margin length 10 cm\n${task('tall')}${task('high')}`);
  const recipe = join(folder, 'main.spq');
  writeFileSync(
    recipe,
    'use "levels/tall.spq"\nsource rooms = rooms(count: 2)\nseed 3\nmargin length 10 cm\nemit parquet("questions")\n',
  );
  const options = { seed: 5, levels: [1], tasks: ['high'], balance: 'words' as const };
  const { compilation, files } = await compileRecipe(recipe, options);
  expect(compilation.plan?.tasks.map(({ name }) => name)).toEqual(['high']);
  rmSync(join(folder, 'levels'), { recursive: true });

  const store = await openStore(join(folder, 'main.duckdb'));
  await storeRecipe(store.connection, { files, options });
  expect(await storedRecipe(store.connection, store.path)).toEqual({ files, options });
  expect(files.map(({ file }) => file)).toEqual(['main.spq', 'levels/tall.spq']);
  const again = compile(await storedInput(store.connection, store.path));
  store.close();
  expect(again.diagnostics).toEqual([]);
  expect(again.plan).toEqual(compilation.plan);
});

it('says what to do where the store keeps no recipe', async () => {
  const store = await openStore(join(folder, 'old.duckdb'));
  await expect(storedRecipe(store.connection, store.path)).rejects.toThrow(/does not hold the recipe/);
  store.close();
});
