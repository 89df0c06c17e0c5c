/** Same recipe, same facts, same seed: same bytes, whatever the number of threads and chunks (principle 5). */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile, type Plan } from '../../compiler/index.js';
import { run } from '../../runtime/run.js';
import { ask } from '../../runtime/synth/ask.js';
import { recipes } from '../agreement/compared.js';
import { askedStore, askInDuckDb, library, planOf } from '../agreement/pipeline.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-determinism-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = recipes.quickstart.replace('rooms(count: 60, seed: 7)', 'rooms(40, seed: 7, pictures: false)');
const scenes = randomScenes(60, 20_000);

/** Hashes of the files that a run leaves, by name. */
async function filesOf(plan: Plan, name: string, threads: number): Promise<Readonly<Record<string, string>>> {
  const out = join(folder, name);
  const { files } = await run(plan, { recipeDir: folder, out, threads });
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex'),
    ]),
  );
}

describe('a run', () => {
  it('writes the same bytes with one thread and with two, and again', async () => {
    const plan = planOf(text);
    const one = await filesOf(plan, 'one', 1);
    expect(Object.keys(one).sort()).toEqual(['questions.jsonl', 'questions/part-00000.parquet']);
    expect(await filesOf(plan, 'two', 2)).toEqual(one);
    expect(readdirSync(join(folder, 'two')).some((file) => file.includes('building'))).toBe(false);
  });

  it('asks the same in chunks of any size', async () => {
    const plan = planOf(recipes.constructs);
    const asked = (chunk: number, threads: number) =>
      askInDuckDb({ plan, scenes: scenes.slice(0, 10), vocabulary: FURNITURE, chunk, threads });
    const whole = await asked(8192, 1);
    expect(whole.length).toBeGreaterThan(30);
    expect(await asked(7, 2)).toEqual(whole);
  });
});

describe('other settings', () => {
  it('leaving out a level changes nothing in the others', async () => {
    const { plan: two } = compile({ recipe: { file: 'r.spq', text }, library, options: { levels: [2] } });
    if (!two) throw new Error('no plan');
    const whole = await askInDuckDb({ plan: planOf(text), scenes, vocabulary: FURNITURE });
    const alone = await askInDuckDb({ plan: two, scenes, vocabulary: FURNITURE });
    expect(alone.length).toBeGreaterThan(50);
    expect(alone).toEqual(whole.filter(({ level }) => level === 2));
  });

  it('leaving out all tasks but one changes nothing in it', async () => {
    const { plan: one } = compile({ recipe: { file: 'r.spq', text }, library, options: { tasks: ['left_right'] } });
    if (!one) throw new Error('no plan');
    const whole = await askInDuckDb({ plan: planOf(text), scenes, vocabulary: FURNITURE });
    const alone = await askInDuckDb({ plan: one, scenes, vocabulary: FURNITURE });
    expect(alone.length).toBeGreaterThan(10);
    expect(alone).toEqual(whole.filter(({ task }) => task === 'left_right'));
  });

  it('another seed draws anew: orders, phrasings and choices', async () => {
    const asked = async (seed: number) =>
      new Set(
        (await askInDuckDb({ plan: planOf(text, { seed }), scenes, vocabulary: FURNITURE })).map((q) =>
          JSON.stringify(q),
        ),
      );
    const [seven, eight] = [await asked(7), await asked(8)];
    const common = [...seven].filter((question) => eight.has(question)).length;
    expect(common / seven.size).toBeLessThan(0.3);
  });

  it('another task, or another scene, changes no tuple of this one before balance', async () => {
    const asked = async (count: number) => {
      const store = await askedStore({ plan: planOf(text), scenes: scenes.slice(0, count), vocabulary: FURNITURE });
      // Balance moves cuts; what stands before it is asked again here.
      await store.connection.run('drop table if exists asked');
      await ask(store, planOf(text), { scenes: count });
      const reader = await store.connection.runAndReadAll(
        `select question_id, question, answer from asked where scene < 20 order by all`,
      );
      store.close();
      return reader.getRowsJson();
    };
    const few = await asked(20);
    expect(few.length).toBeGreaterThan(100);
    expect(await asked(30)).toEqual(few);
  });
});

describe('a plan', () => {
  it('is the same bytes each time', () => {
    for (const recipe of Object.values(recipes)) {
      const once = JSON.stringify(planOf(recipe));
      expect(JSON.stringify(planOf(recipe))).toBe(once);
      expect(JSON.parse(once)).toEqual(planOf(recipe)); // plain data: it survives being written
    }
  });
});

describe('draws', () => {
  it('are pinned: the same things of the same seed have the same question for ever', async () => {
    const plan = planOf(
      'source hand = rooms(1)\nseed 7\nlevel 1 "T" { task t { for objects {a, b} ask "{a}, {b}?" answer distance(a, b) } }\nemit jsonl("q")',
    );
    const facts = scene('s', [thing('a', 'chair', [0, 0, 4]), thing('ö', 'lamp', [1, 0, 4])]);
    const store = await askedStore({ plan, scenes: [facts], vocabulary: FURNITURE });
    const reader = await store.connection.runAndReadAll('select question_id, question from questions');
    store.close();
    // 'order 1' draws fa28a47bc0318 here, the upper half: the lamp comes first. The id is by whole numbers of Python: the high word of `1:78:question1:t` mixed with those of `4:hand1:s`, `1:a` and `2:ö`, then the low one.
    expect(reader.getRowsJson()).toEqual([['10845898585177646988', 'The lamp, the chair?']]);
  });
});
