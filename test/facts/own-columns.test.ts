/** Columns of a facts directory that a recipe names: read, stored, asked; and what is said where one is missing or wrong. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFacts } from '../../runtime/facts/write.js';
import { run } from '../../runtime/run.js';
import { openFactsDirectory } from '../../runtime/sources/facts-directory/index.js';
import { referenceQuestions } from '../agreement/compared.js';
import { differences } from '../agreement/differences.js';
import { askedStore, planOf, questionsIn } from '../agreement/pipeline.js';
import { randomFrom } from '../reference/random-numbers.js';
import { randomScenes } from '../reference/random-scenes.js';
import { FURNITURE } from '../reference/scene-builder.js';
import { readAll } from '../sources/read-all.js';
import { example, sourceOf } from './example-scene.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-own-columns-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Two chairs, with more columns made by SQL. */
async function directory(name: string, columns: string): Promise<string> {
  const dir = join(folder, name);
  await writeFacts(dir, sourceOf([example({}, [{}, { objectId: 'b', category: 'sofa', box2d: [10, 10, 90, 90] }])]));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const file = join(dir, 'objects-00000.parquet');
  await connection.run(`create table t as from read_parquet('${file}')`);
  await connection.run(`copy (select *, ${columns} from t) to '${file}' (format parquet)`);
  connection.closeSync();
  return dir;
}

const grip = { fact: 'grip', column: 'grip_mm', holds: 'number' } as const;
const material = { fact: 'material', column: 'what it is of', holds: 'text' } as const;
const held = { fact: 'held', column: 'held', holds: 'condition' } as const;

const recipe = (dir: string): string => `source own = facts("${dir}")
refer by box
fact grip (a: object) says "wide", "wider", "widest" = column("grip_mm", unit: mm)
fact material (a: object) = column("what it is of", type: text)
fact held (a: object) = column("held", type: condition)
relation (a: object) outgripping (b: object) says "{a} has a wider grip than {b}" = a.grip > b.grip
level 1 "Own" {
  task grips { for object a  ask "Grip of {a}?"  answer a.grip }
  task materials { for object a  where a.held  ask "Of what is {a}?"  answer a.material }
  task wider { for objects {a, b}  claim a outgripping b }
}
emit jsonl("q.jsonl")`;

const rows = `case object_id when 'a' then 120.4 end as grip_mm,
  case object_id when 'a' then 'oak' else '' end as "what it is of", object_id = 'a' as held`;

describe('columns of a facts directory that a recipe names', () => {
  it('come with their rows: numbers, texts and truth values, NULL where unknown', async () => {
    const dir = await directory('read', rows);
    const { scenes } = await readAll(await openFactsDirectory({ dir, columns: [material, held, grip] }));
    expect(scenes[0]?.objects.map(({ own }) => own)).toEqual([
      { numbers: [1, 120.4], texts: ['oak'] },
      { numbers: [0, null], texts: [''] },
    ]);
  });

  it('are facts of the store, in whole units, under the name that the recipe gives', async () => {
    const dir = await directory('asked', rows);
    const out = join(folder, 'out');
    const summary = await run(planOf(recipe(dir)), { recipeDir: folder, out, threads: 1 });
    expect(summary.tasks.map(({ task, questions }) => [task, questions])).toEqual([
      ['grips', 1],
      ['materials', 1],
      ['wider', 0],
    ]);
    const connection = await (await DuckDBInstance.create(summary.store, { access_mode: 'READ_ONLY' })).connect();
    const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    expect(await read('select object_id, grip_um::bigint, grip, material, held from object_facts order by 1')).toEqual([
      ['a', '120400', 0.1204, 'oak', true],
      ['b', null, null, null, false],
    ]);
    expect(await read("select answer from questions where task = 'grips'")).toEqual([['12 cm']]);
    expect(
      await read(
        "select outgripping(x, y) from object_facts x, object_facts y where x.object_id = 'a' and y.object_id = 'b'",
      ),
    ).toEqual([[null]]);
    connection.closeSync();
  });

  it('must be there', async () => {
    const dir = await directory('missing', '1 as legs');
    const plan = planOf(recipe(dir));
    await expect(run(plan, { recipeDir: folder, out: join(folder, 'no'), threads: 1 })).rejects.toMatchObject({
      code: 'SPQ509',
      message: `${join(dir, 'objects-00000.parquet')} has no column \`grip_mm\`.`,
      hint: 'The fact `grip` of the recipe reads it.',
    });
  });

  it('must hold what the recipe says', async () => {
    const dir = await directory('wrong', `'80 mm' as grip_mm, 'oak' as "what it is of", true as held`);
    await expect(
      run(planOf(recipe(dir)), { recipeDir: folder, out: join(folder, 'no'), threads: 1 }),
    ).rejects.toMatchObject({
      code: 'SPQ509',
      message: `${join(dir, 'objects-00000.parquet')}: column \`grip_mm\` is VARCHAR.`,
      hint: 'It should hold numbers. The fact `grip` of the recipe reads it.',
    });
  });

  it('are no facts of other sources', () => {
    expect(() => planOf(recipe('x').replace('facts("x")', 'rooms(1)'))).toThrow(/SPQ401/);
  });
});

describe('the pipeline and the reference evaluator, on own columns', () => {
  it('ask the same', async () => {
    const random = randomFrom(5);
    const scenes = randomScenes(120, 900).map((facts) => ({
      ...facts,
      objects: facts.objects.map((object) => ({
        ...object,
        own: {
          numbers: [
            random.one([null, -1, Number.NaN, random.unit() * 400, 120.4]),
            random.one([null, 0, 1]),
            random.one([null, 2.5, 3, 4]),
          ],
          texts: [random.one([null, '', 'oak', 'brass'])],
        },
      })),
    }));
    const text = `source own = facts("x")
balance none
fact grip (a: object) says "wide", "wider", "widest" = column("grip_mm", unit: mm)
fact held (a: object) = column("held", type: condition)
fact material (a: object) = column("material", type: text)
fact legs (a: object) = column("legs")
level 1 "Own" {
  task grips { for object a  let g = a.grip + a.height  ask "Grip of {a}?"  answer g  choices near g  formats all }
  task widest { for objects {xs: 3}, measure m in (grip, height)
    ask "Whose is {m:superlative}: {xs}?"  answer the x in xs with greatest x.m  choices xs }
  task legs { for object a  let n = a.legs  ask "How many legs has {a}?"  answer n  choices near n }
  task made { for objects {a, b}
    claim "{a} is of oak, or {b} is held." when a.material = "oak" or b.held }
  task count { for object a
    ask "How many chairs of oak beside {a}?"
    answer count(other object x where x called "chair" and known x.material and x.material = "oak"
      and (known x.held or x.depth < a.depth))
    balance none }
}
emit jsonl("q.jsonl")`;
    const plan = planOf(text);
    const store = await askedStore({ plan, scenes, vocabulary: FURNITURE });
    const asked = await questionsIn(store);
    store.close();
    expect(differences(referenceQuestions(text, plan, scenes), asked)).toEqual([]);
    expect(new Set(asked.map(({ task }) => task))).toEqual(new Set(['grips', 'widest', 'legs', 'made', 'count']));
  }, 60_000);
});
