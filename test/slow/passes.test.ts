/** No pass changes a question: every subset of the passes asks the same. */
import { beforeAll, describe, expect, it } from 'vitest';
import { passes } from '../../compiler/passes/index.js';
import { recipes } from '../agreement/compared.js';
import { askedWithout } from '../agreement/without-passes.js';

const subsets = passes.reduce<readonly (readonly string[])[]>(
  (found, { name }) => found.concat(found.map((subset) => subset.concat(name))),
  [[]],
);

const scenes = 30;

describe.each(Object.entries(recipes))('leaving out passes over %s', (_, recipe) => {
  let all: readonly string[] = [];
  beforeAll(async () => {
    all = await askedWithout([], recipe, scenes);
  }, 60_000);

  it.each(subsets.slice(1).map((subset) => [subset]))('%j asks the same', async (skip) => {
    expect(all.length).toBeGreaterThan(150);
    expect(await askedWithout(skip, recipe, scenes)).toEqual(all);
  });
});
