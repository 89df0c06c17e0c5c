/** No pass changes a question of the recipes at hand: all left out, and each alone. All subsets: `passes-on-random-recipes`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { passNames } from '../../compiler/passes/index.js';
import { recipes } from '../agreement/compared.js';
import { askedWithout } from '../agreement/without-passes.js';

const scenes = 30;
const each = passNames.map((name) => [name]);
const asked: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['quickstart', recipes.quickstart, [passNames]],
  ['constructs', recipes.constructs, [...each, passNames]],
];

describe.each(asked)('leaving out passes over %s', (_, recipe, leftOut) => {
  let all: readonly string[] = [];
  beforeAll(async () => {
    all = await askedWithout([], recipe, scenes);
  }, 60_000);

  it.each(leftOut.map((skip) => [skip]))('%j asks the same', async (skip) => {
    expect(all.length).toBeGreaterThan(150);
    expect(await askedWithout(skip, recipe, scenes)).toEqual(all);
  });
});
