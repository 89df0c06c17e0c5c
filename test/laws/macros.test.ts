/**
 * The words for SQL users are those of the pipeline (S13): every relation's macro and every column of `object_facts`
 * agrees with the reference evaluator, three-valued, also from a file that is attached beside a caller's own tables.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { ingest } from '../../runtime/facts/ingest.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { openStore } from '../../runtime/facts/store.js';
import { planOf } from '../agreement/pipeline.js';
import { evaluate } from '../reference/index.js';
import { randomScenes } from '../reference/random-scenes.js';
import { recipeOf, standardLibrary } from '../reference/recipe-text.js';
import { FURNITURE, LEVEL, scene, thing } from '../reference/scene-builder.js';

const OWN = `relation (a: object) standing like (b: object) says "{a} stands like {b}" = a.base is about b.base by 25 cm`;
const RELATIONS = [
  ...['left of', 'right of', 'above', 'below', 'nearer than', 'farther than', 'in front of', 'behind'],
  ...['taller than', 'shorter than', 'wider than', 'narrower than', 'larger than', 'smaller than', 'standing like'],
  ...['higher than', 'lower than', 'on', 'under', 'next to', 'far off', 'facing'],
];
const LENGTHS = [
  'depth',
  'distance',
  'nearest',
  'height',
  'width',
  'depth_extent',
  'base',
  'top',
  'longer_side',
  'longest_side',
];

const claims = RELATIONS.map((words) => `claim "{a} ${words} {b}." when a ${words} b`).join('\n');
const lets = LENGTHS.map((fact) => `let ${fact}1 = a.${fact}`).join('\n');
const used = LENGTHS.map((fact) => `${fact}1 > 0 m`).join(' and ');
const RECIPE = `
source hand = rooms(1)
seed 7
${OWN}
level 1 "T" {
  task pairs { for objects (a, b) let d = distance(a, b) let p = a.position let u = a.bearing let v = a.volume
    ${lets}
    where ${used} or d > 0 m or p.right > 0 m or u > 0 px or v > 0 l
    ${claims}
  }
}
emit jsonl("q.jsonl")`;

const folder = mkdtempSync(join(tmpdir(), 'spq-macros-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Only what is certain is bound in the evaluator; that is what is compared. */
const scenes: readonly SceneFacts[] = [
  ...randomScenes(100, 60_000),
  ...Array.from({ length: 12 }, (_, i) => stacked(i)),
];

/** A cup on a table and a chair beside it, or a little off; at random hardly anything lies on another thing. */
function stacked(i: number): SceneFacts {
  const table = thing('table', 'table', [0, 0.6, 3 + i / 4], { size: [1.6, 0.8, 0.8] });
  const cup = thing('cup', 'vase', [i / 10, 0.15 - (i % 3) / 50, 3 + i / 4], { size: [0.1, 0.1, 0.1] });
  const chair = thing('chair', 'chair', [-1.1 - i / 50, 0.55, 3 + i / 4], { size: [0.5, 0.9, 0.5] });
  return scene(`stacked ${i}`, [table, cup, chair], { scene: { up: LEVEL, upSource: 'truth', floorHeight: -1 } });
}

const reference = evaluate({
  recipe: recipeOf(RECIPE),
  library: standardLibrary(),
  sourceName: 'hand',
  vocabulary: FURNITURE,
  scenes,
  seed: 7,
}).tuples;
const plan = planOf(RECIPE);
const key = (sceneId: unknown, ...ids: readonly unknown[]): string => JSON.stringify([sceneId, ...ids]);

async function fill(path: string): Promise<void> {
  const store = await openStore(path, { threads: 1 });
  await ingest(store, 'hand', {
    vocabulary: FURNITURE,
    count: scenes.length,
    items: scenes.map((facts) => ({ kind: 'scene' as const, facts })),
  });
  for (const sql of plan.words) await store.connection.run(sql);
  await store.connection.run('checkpoint');
  store.close();
}

// `on` is a word of SQL.
const macroOf = (words: string): string => `"${words.replaceAll(' ', '_')}"`;

describe('the words of a recipe in SQL', async () => {
  const path = join(folder, 'store.duckdb');
  await fill(path);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`attach '${path}' as facts (read_only)`);
  // A caller's own tables, with names that the store has, too, and rows that would give other answers.
  await connection.run("create table objects as select 'mine' as object_id, 1 as scene");
  await connection.run('create table scenes as select 99 as scene');
  await connection.run('create view object_facts as select 1 as depth');
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  afterAll(() => instance.closeSync());
  // All in one query: what they ask of the view is then made once.
  const rows = await read(
    `select s.scene_id, x.object_id, y.object_id, ${RELATIONS.map((words) => `facts.${macroOf(words)}(x, y)`).join(', ')}
     from facts.object_facts as x join facts.object_facts as y on x.scene = y.scene and x.object_id <> y.object_id
     join facts.scenes as s on s.scene = x.scene`,
  );
  const truths = new Map(rows.map(([scene, a, b, ...all]) => [key(scene, a, b), all]));

  it('hold as many tuples as are compared', () => {
    expect(reference.length).toBeGreaterThan(500);
    for (const i of RELATIONS.keys()) {
      const of = (truth: boolean | null) => reference.filter(({ claims }) => claims[i] === truth).length;
      expect([RELATIONS[i], of(true) > 5, of(false) > 5, of(null) > 5]).toEqual([RELATIONS[i], true, true, true]);
    }
  });

  it.each(RELATIONS.map((words, i) => [words, i] as const))('`%s` is what the evaluator holds true', (_, i) => {
    const wrong = reference.filter(
      ({ sceneId, ids, claims }) => (truths.get(key(sceneId, ...ids))?.[i] ?? null) !== claims[i],
    );
    expect(wrong.slice(0, 3).map(({ sceneId, ids, claims }) => [sceneId, ids, claims[i]])).toEqual([]);
    expect(reference.every(({ sceneId, ids }) => truths.has(key(sceneId, ...ids)))).toBe(true);
  });

  it('distance is centre to centre, in whole micrometres', async () => {
    const rows = await read(
      `select s.scene_id, x.object_id, y.object_id, facts.distance(x, y)
       from facts.object_facts as x join facts.object_facts as y on x.scene = y.scene and x.object_id <> y.object_id
       join facts.scenes as s on s.scene = x.scene`,
    );
    const found = new Map(rows.map(([scene, a, b, d]) => [key(scene, a, b), d === null ? null : Number(d)]));
    for (const { sceneId, ids, lets: known } of reference)
      expect([sceneId, ids, found.get(key(sceneId, ...ids))]).toEqual([sceneId, ids, known.d ?? null]);
  });

  it('columns of `object_facts` are the facts: whole micrometres, and metres beside them', async () => {
    const columns = LENGTHS.flatMap((fact) => [`x.${fact}_um`, `x.${fact}`]);
    const rows = await read(
      `select s.scene_id, x.object_id, x.cx_um, x.cy_um, x.cz_um, x.bearing_mpx, x.volume_mm3, ${columns.join(', ')}
       from facts.object_facts as x join facts.scenes as s on s.scene = x.scene`,
    );
    const found = new Map(rows.map(([scene, id, ...values]) => [key(scene, id), values]));
    const whole = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
    for (const { sceneId, ids, lets: known } of reference) {
      const [cx, cy, cz, bearing, volume, ...values] = (found.get(key(sceneId, ids[0])) ?? []).map(whole);
      expect([ids, cx === null ? null : [cx, cy, cz]]).toEqual([ids, known.p ?? null]);
      expect([ids, bearing, volume]).toEqual([ids, known.u ?? null, known.v ?? null]);
      LENGTHS.forEach((fact, i) => {
        const [um, metres] = [values[2 * i] ?? null, values[2 * i + 1] ?? null];
        expect([ids, fact, um]).toEqual([ids, fact, known[`${fact}1`] ?? null]);
        expect([ids, fact, metres]).toEqual([ids, fact, um === null ? null : um / 1e6]);
      });
    }
  });

  it('a caller may alias rows as the macro names its own, or as tables are called', async () => {
    const pair = 'facts.object_facts';
    const count = async (x: string, y: string) =>
      read(
        `select count(*) filter (facts.left_of(${x}, ${y})), count(*) filter (not facts.left_of(${x}, ${y}))
         from ${pair} as ${x} join ${pair} as ${y} on ${x}.scene = ${y}.scene`,
      );
    const expected = await count('x', 'y');
    expect(Number(expected[0]?.[0])).toBeGreaterThan(20);
    expect(await count('a', 'b')).toEqual(expected);
    expect(await count('b', 'a')).toEqual(expected);
    expect(await count('scenes', 'objects')).toEqual(expected);
  });
});
