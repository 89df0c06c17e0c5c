/** Where tuples go: one for each cause, worked out by hand; and on rooms, every tuple once and every question found. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { funnel } from '../../compiler/index.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import type { Store } from '../../runtime/facts/store.js';
import { openSource } from '../../runtime/open-source.js';
import { runFunnel } from '../../runtime/stats/funnel/funnel.js';
import type { Cause, Funnel } from '../../runtime/stats/funnel/report.js';
import { askedStore, library, planOf } from '../agreement/pipeline.js';
import { covered, FURNITURE, scene, thing } from '../reference/scene-builder.js';
import { readAll } from '../sources/read-all.js';

const header = 'source hand = facts("facts")\nseed 7\nmargin length 10 cm or 10%\nrefer by category, box\n';
const inLevel = (tasks: string): string => `${header}level 2 "Test" {\n${tasks}\n}\nemit jsonl("q.jsonl")\n`;

async function followed(text: string, scenes: readonly SceneFacts[]): Promise<Funnel> {
  const store = await askedStore({ plan: planOf(text), scenes, vocabulary: FURNITURE });
  try {
    return await follow(store, text, 100);
  } finally {
    store.close();
  }
}

async function follow(store: Store, text: string, most: number): Promise<Funnel> {
  const plan = funnel({ recipe: { file: 'test.spq', text }, library, options: {} });
  if (!plan) throw new Error('the recipe is wrong');
  return await runFunnel(store.connection, plan, { scenes: most });
}

/** Tuples of a task by cause; of one category, or all. */
function causesOf({ drops }: Funnel, task: string, category: string | null = null): Partial<Record<Cause, number>> {
  const own = drops.filter((drop) => drop.task === task && drop.category === category);
  return Object.fromEntries(own.map(({ cause, tuples }) => [cause, tuples]));
}

describe('a tuple', () => {
  it('has the first cause that holds', async () => {
    const tall = `
  task tall {
    for     object a
    where   a.depth < 5 m
    claim   "{a} is taller than a metre." when a.height > 1 m
    balance none
  }`;
    const objects = [
      thing('chair', 'chair', [-1, 0, 3], { size: [0.5, 2, 0.5] }),
      // A metre behind the border, which has a margin of 60 cm there; and 20 cm behind it.
      thing('sofa', 'sofa', [0, 0, 6]),
      thing('lamp', 'lamp', [1, 0, 5.2]),
      // Not whole: how far and how tall it is, nobody knows.
      thing('table', 'table', [1, 0, 3], { extent: 'visible', truncation: 0.5 }),
      // As tall as a metre within the margin, and exactly so.
      thing('nearly', 'side table', [2, 0, 4], { size: [0.5, 1.05, 0.5] }),
      thing('exactly', 'side table', [-1, 0, 4], { size: [0.5, 1, 0.5] }),
      // Two of a kind, without boxes.
      thing('one', 'couch', [-2, 0, 3], { box2d: null }),
      thing('other', 'couch', [-3, 0, 3], { box2d: null }),
    ];
    const told = await followed(inLevel(tall), [scene('s', objects)]);
    expect([told.scenes, told.of]).toEqual([1, 1]);
    const counts = { asked: 1, 'condition false': 1, 'inside margin': 3, unknown: 1, 'no reference': 2 };
    expect(causesOf(told, 'tall')).toEqual(counts);
    expect(causesOf(told, 'tall', 'side table')).toEqual({ 'inside margin': 2 });
    expect(causesOf(told, 'tall', 'lamp')).toEqual({ 'inside margin': 1 });
    expect(causesOf(told, 'tall', 'couch')).toEqual({ 'no reference': 2 });
    expect(causesOf(told, 'tall', 'armchair')).toEqual({});
  });

  it('is cut by take and by balance, and counts for each category that it binds', async () => {
    // Of four things, all of other heights, six pairs: two are taken, of each scene.
    const objects = ['chair', 'sofa', 'lamp', 'table'].map((category, i) =>
      thing(category, category, [i - 2, 0, 4], { size: [0.5, 0.5 + i, 0.5] }),
    );
    const tasks = `
  task taller {
    for     objects {a, b}
    take    2 per scene
    claim   "{a} is taller than {b}." when a taller than b
  }
  task short {
    for     object a
    claim   "{a} is less tall than four metres." when a.height < 4 m
  }`;
    const told = await followed(inLevel(tasks), [scene('s', objects), scene('t', objects)]);
    expect(causesOf(told, 'taller')).toEqual({ 'cut by take': 8, asked: 4 });
    const ofChairs = causesOf(told, 'taller', 'chair');
    expect((ofChairs.asked ?? 0) + (ofChairs['cut by take'] ?? 0)).toBe(6);
    // What is always true is no question: balance leaves nothing of it. 3.5 m are clear of 4 m and its margin.
    expect(causesOf(told, 'short')).toEqual({ 'cut by sampling': 8 });
  });

  it('is not covered where coverage alone would tell', async () => {
    const counting = `
  task how_many {
    for     object a
    let     n = count(other object x where x called "lamp" and x.depth < 5 m)
    ask     "How many lamps are there besides {a}?"
    answer  n
    balance none
  }`;
    const chair = thing('chair', 'chair', [0, 0, 3]);
    const lamp = (z: number) => thing('lamp', 'lamp', [1, 0, z]);
    const scenes = [
      scene('covered', [chair, lamp(3)]),
      scene('not', [chair, lamp(3)], { coverage: [covered('chair')] }),
      // The lamp at the border is unknown for its margin, whatever is covered.
      scene('border', [chair, lamp(5.2)]),
    ];
    const told = await followed(inLevel(counting), scenes);
    expect(causesOf(told, 'how_many', 'chair')).toEqual({ asked: 1, 'not covered': 1, 'inside margin': 1 });
  });

  it('picks nothing, or something within the margin of another', async () => {
    const picking = `
  task nearest {
    for     object a
    let     n = the other object x where x called "lamp" with least distance(x, a)
    where   a called "chair"
    ask     "Which lamp is nearest to {a}?"
    answer  n
  }`;
    const chair = thing('chair', 'chair', [0, 0, 4]);
    const lamps = (...xs: readonly number[]) => xs.map((x, i) => thing(`lamp${i}`, 'lamp', [x, 0, 4]));
    const scenes = [
      scene('one', [chair, ...lamps(1)]),
      scene('none', [chair]),
      scene('two', [chair, ...lamps(1, 2)]),
      scene('tie', [chair, ...lamps(1, -1.05)]),
      scene('not', [chair, ...lamps(1)], { coverage: [covered('chair')] }),
    ];
    const told = await followed(inLevel(picking), scenes);
    expect(causesOf(told, 'nearest', 'chair')).toEqual({
      ...{ asked: 2, 'nothing picked': 1, 'inside margin': 1, 'not covered': 1 },
    });
  });

  it('lacks options where all statements are alike', async () => {
    const choosing = `
  task which {
    for     objects (a, b)
    ask     "Which is right?"
    statements a left of b, a taller than b
    choices statements 2
  }`;
    const pair = (height: number): SceneFacts =>
      scene('s', [
        thing('chair', 'chair', [-1, 0, 4], { size: [0.5, 0.5, 0.5] }),
        thing('lamp', 'lamp', [1, 0, 4], { size: [0.5, height, 0.5] }),
      ]);
    // The chair is left of the lamp and lower: of (chair, lamp) and of (lamp, chair) one is true and one false.
    expect(causesOf(await followed(inLevel(choosing), [pair(2)]), 'which')).toEqual({ asked: 2 });
    // It is left of the lamp and taller: both are true, or both false.
    expect(causesOf(await followed(inLevel(choosing), [pair(0.2)]), 'which')).toEqual({ 'options not found': 2 });
  });
});

describe('the distance to the margin', () => {
  it('is that of the deciding comparison, in its units', async () => {
    const pair = (id: string, other: number): SceneFacts =>
      scene(id, [
        thing('chair', 'chair', [-1, 0, 4], { size: [0.5, 2, 0.5] }),
        thing('lamp', 'lamp', [1, 0, 4], { size: [0.5, other, 0.5] }),
      ]);
    const tasks = `
  task picked {
    for     objects {a, b}
    let     w = the x in {a, b} with greatest x.height
    ask     "Which is taller, {a} or {b}?"
    answer  w
  }
  task compared {
    for     objects {a, b}
    claim   "{a} is taller than {b}." when a.height > b.height by 10 cm
    balance none
  }`;
    // 2 m and 1.46 m lie 54 cm apart, with a margin of 20 cm; 2 m and 0.84 m 116 cm.
    const told = await followed(inLevel(tasks), [pair('s', 1.46), pair('t', 0.84)]);
    const holds = (task: string, ratio: number): number =>
      (told.margins.find((m) => m.task === task)?.bins ?? []).reduce(
        (n, { from, to, questions }) => n + (from <= ratio && ratio < to ? questions : 0),
        0,
      );
    expect([holds('picked', 2.7), holds('picked', 5.8)]).toEqual([1, 1]);
    expect([holds('compared', 5.4), holds('compared', 11.6)]).toEqual([1, 1]);
    expect(told.margins.map(({ questions }) => questions)).toEqual([2, 2]);
  });

  it('is that of a direction from the border of its sector, and of the chosen one by what it was chosen', async () => {
    const tasks = `
  task turned {
    for     objects (a, b)
    ask     "At which side of {a}, turned to the camera, is {b}?"
    answer  side(b.position from a toward camera)
    balance none
  }
  task chosen {
    for     objects {a, b}
    let     tall = 1.5 m
    ask     "Which is taller than {tall}, {a} or {b}?"
    answer  the x in {a, b} with greatest (if x.height > tall then 1 else 0)
    balance none
  }`;
    const objects = [
      thing('chair', 'chair', [-1, 0, 4], { size: [0.5, 2, 0.5] }),
      thing('lamp', 'lamp', [1, 0, 4], { size: [0.5, 0.84, 0.5] }),
    ];
    const told = await followed(inLevel(tasks), [scene('s', objects)]);
    const bins = (task: string, ratio: number): readonly (readonly [boolean, number])[] =>
      (told.margins.find((m) => m.task === task)?.bins ?? []).flatMap(({ from, to, questions }) =>
        questions > 0 ? [[from <= ratio && ratio < to, questions] as const] : [],
      );
    // Both are atan(8 / 2) = 75.96 deg off, 30.96 from the border at 45, by 15. 2 m is 50 cm over, by 20; 0.84 m is not chosen.
    expect([bins('turned', 2.064), bins('chosen', 2.5)]).toEqual([[[true, 2]], [[true, 1]]]);
  });
});

describe('rooms', () => {
  it('every tuple has one cause, and every question is a tuple that was asked', async () => {
    const text = readFileSync(new URL('../../recipes/quickstart.spq', import.meta.url), 'utf8')
      .replace('count: 60', 'count: 12')
      .replace('seed    7', 'seed    7\nmix     level 0 40%, level 1 20%, level 2 20%, level 3 20% total 300');
    const plan = planOf(text);
    const [source] = plan.sources;
    if (!source) throw new Error('no source');
    const opening = { recipeDir: '.', out: '.', demand: { pixels: true }, threads: 1, columns: plan.columns };
    const opened = await openSource({ ...source, arguments: { ...source.arguments, pictures: false } }, opening);
    const { scenes } = await readAll(opened);
    const store = await askedStore({ plan, scenes, vocabulary: opened.vocabulary });
    try {
      const told = await follow(store, text, 12);
      expect([told.scenes, told.of]).toEqual([12, 12]);
      const counts = await store.connection.runAndReadAll('select task, count(*) from questions group by task');
      const asked = new Map(counts.getRows().map(([task, n]) => [String(task), Number(n)]));
      for (const { name } of plan.tasks)
        expect([name, causesOf(told, name).asked ?? 0]).toEqual([name, asked.get(name) ?? 0]);
      const sums = (of: (n: number) => number): number =>
        scenes.reduce((sum, { objects }) => sum + of(objects.filter((o) => isCertain(o)).length), 0);
      const all = (task: string): number => Object.values(causesOf(told, task)).reduce((sum, n) => sum + n, 0);
      expect(all('height')).toBe(sums((n) => n));
      expect(all('taller')).toBe(sums((n) => (n * (n - 1)) / 2));
      expect(all('perspective')).toBe(sums((n) => n * (n - 1)));
      // A part of the scenes is a part of the tuples, and leaves no trace.
      const some = await follow(store, text, 5);
      expect([some.scenes, some.of]).toEqual([5, 12]);
      const left = await store.connection.runAndReadAll('select count(*) from scenes');
      expect(Number(left.getRows()[0]?.[0])).toBe(12);
    } finally {
      store.close();
    }
  });
});

const isCertain = ({ presence, visibility, crowd }: SceneFacts['objects'][number]): boolean =>
  presence === 'certain' && !crowd && (visibility ?? 1) >= 0.25;
