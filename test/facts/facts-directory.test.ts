/** A facts directory written, read back and checked; and what is said of one that is wrong. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFacts } from '../../runtime/facts/check.js';
import { writeFacts } from '../../runtime/facts/write.js';
import { openFactsDirectory } from '../../runtime/sources/facts-directory/index.js';
import { indoor } from '../../runtime/vocabulary/indoor.js';
import { readAll } from '../sources/read-all.js';
import { example, exampleVocabulary, sourceOf } from './example-scene.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-facts-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const first = example({ imageUri: join(folder, 'pictures', '1.jpg') }, [
  {},
  { objectId: 'b', category: '*', crowd: true },
]);
const second = example({ sceneId: 'room 2', up: null, upSource: null, worldFromCamera: null, intrinsics: null }, [
  { objectId: 'c', facing: null, front: 'none', visibility: null, box2d: null, category: 'sofa' },
]);

/** Writes the two scenes, and lets SQL change a shard before it is read. */
async function directory(name: string, table?: string, select?: string): Promise<string> {
  const dir = join(folder, name);
  await writeFacts(dir, sourceOf([first, second]));
  if (table !== undefined && select !== undefined) {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const file = join(dir, `${table}-00000.parquet`);
    await connection.run(`create table t as from read_parquet('${file}')`);
    await connection.run(`copy (${select}) to '${file}' (format parquet)`);
    connection.closeSync();
  }
  return dir;
}

describe('a facts directory', () => {
  it('gives back every row that was written', async () => {
    const opened = await openFactsDirectory({ dir: await directory('round-trip') });
    expect(opened.vocabulary).toEqual(exampleVocabulary);
    const { scenes, quarantined } = await readAll(opened);
    expect(quarantined).toEqual([]);
    const byCategory = (facts: typeof first) => ({
      ...facts,
      coverage: facts.coverage.toSorted((a, b) => (a.category < b.category ? -1 : 1)),
    });
    expect(scenes).toEqual([byCategory(first), byCategory(second)]);
  });

  it('names file, row and column of a rotation that is none, and the other scenes go on', async () => {
    const mirrored = '[1.0, 0, 0, 0, 1, 0, 0, 0, -1]';
    const dir = await directory(
      'mirrored',
      'objects',
      `select * replace (case when object_id = 'b' then ${mirrored} else rotation end as rotation) from t order by all`,
    );
    const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir }));
    expect(scenes.map(({ scene }) => scene.sceneId)).toEqual(['room 1', 'room 2']);
    expect(scenes[0]?.objects.map(({ presence, centre }) => [presence, centre])).toEqual([
      ['certain', [0, 0, 5.5]],
      ['possible', null],
    ]);
    expect(quarantined).toHaveLength(1);
    expect(quarantined[0]).toMatchObject({ sceneId: 'room 1', objectId: 'b', code: 'SPQ505' });
    expect(quarantined[0]?.message).toContain(
      `${join(dir, 'objects-00000.parquet')}, row 1 (object b): rotation must be orthonormal with determinant +1`,
    );
    const report = await checkFacts(dir);
    expect(report.errors).toBe(1);
    expect(report.problems.find(({ severity }) => severity === 'error')).toMatchObject({
      file: 'objects-00000.parquet',
      row: 1,
      column: 'rotation',
    });
  });

  it('reads shards that share scenes, and names the one in which a row stands', async () => {
    const broken = "select * replace (case when object_id = 'b' then [1.0] else size end as size) from t";
    const dir = await directory('shards', 'objects', `${broken} where object_id <> 'a'`);
    await writeFacts(dir, sourceOf([{ ...first, pixels: [], coverage: [], dense: [] }]), '00001');
    rmSync(join(dir, 'scenes-00001.parquet'));
    const report = await checkFacts(dir);
    const errors = report.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, row, what }) => [file, row, what])).toEqual([
      ['objects-00000.parquet', 0, 'needs 3 numbers'],
    ]);
    const { scenes } = await readAll(await openFactsDirectory({ dir }));
    // By their ids, and of one id by their files; what cannot be read is called by its place.
    expect(scenes.map(({ objects }) => objects.map(({ objectId }) => objectId))).toEqual([
      ['a', 'objects-00000.parquet#0', 'b'],
      ['c'],
    ]);
  });

  it('gives scenes one list of coverage where they have the same, and each its own where not', async () => {
    const same = await readAll(await openFactsDirectory({ dir: await directory('same-coverage') }));
    expect(same.scenes[1]?.coverage).toBe(same.scenes[0]?.coverage);
    const only = "select * from t where scene_id = 'room 1' or category <> 'cup'";
    const other = await readAll(await openFactsDirectory({ dir: await directory('other', 'coverage', only) }));
    expect(other.scenes.map(({ coverage }) => coverage.map(({ category }) => category))).toEqual([
      ['chair', 'cup', 'table'],
      ['chair', 'table'],
    ]);
  });

  it('tells of a scene without an id', async () => {
    const dir = await directory('no-id', 'scenes', "select * replace (nullif(scene_id, 'room 2') as scene_id) from t");
    const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir }));
    expect(scenes.map(({ scene }) => scene.sceneId)).toEqual(['room 1']);
    expect(quarantined.map(({ message }) => message)).toContainEqual(expect.stringContaining('scene_id is NULL'));
  });

  it('an object that cannot be read may be anything', async () => {
    const dir = await directory(
      'null-category',
      'objects',
      `select * replace (nullif(category, 'chair') as category) from t`,
    );
    const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir }));
    expect(quarantined.map(({ message }) => message)).toEqual([expect.stringContaining('category is NULL')]);
    expect(scenes[0]?.objects.map(({ category, presence }) => [category, presence])).toContainEqual(['*', 'possible']);
  });

  it('takes other number types, and columns that may be left out', async () => {
    const dir = await directory(
      'float',
      'objects',
      `select scene_id, object_id, category, centre::float[3] as centre, size::float[] as size, rotation::float[9] as rotation, extent from t`,
    );
    const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir }));
    expect(quarantined).toEqual([]);
    expect(scenes[1]?.objects[0]).toMatchObject({
      centre: [0, 0, 5.5],
      presence: 'certain',
      front: 'unseen',
      box2d: null,
    });
  });

  it('says which column is missing or of the wrong type', async () => {
    const without = await directory('without', 'objects', 'select * exclude category from t');
    await expect(readAll(await openFactsDirectory({ dir: without }))).rejects.toMatchObject({
      code: 'SPQ509',
      message: expect.stringContaining('`category`'),
    });
    const text = await directory('text', 'objects', `select * replace ('1 2 3' as centre) from t`);
    const report = await checkFacts(text);
    expect(report.problems).toMatchObject([{ code: 'SPQ509', what: expect.stringContaining('`centre` is VARCHAR') }]);
  });

  it('tells of rows whose scene is not there, and of a scene that stands twice', async () => {
    const orphans = await directory(
      'orphans',
      'objects',
      `select * replace (case when object_id = 'c' then 'room 1b' else scene_id end as scene_id) from t`,
    );
    const report = await checkFacts(orphans);
    expect(report.problems.map(({ what }) => what)).toContain('`room 1b` is in no scenes shard');
    const twice = await directory('twice', 'scenes', 'from t union all from t');
    const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir: twice }));
    expect(scenes).toHaveLength(2);
    expect(quarantined.map(({ code, objectId }) => [code, objectId])).toEqual([
      ['SPQ510', null],
      ['SPQ510', null],
    ]);
  });

  it('takes its words from a table it names, and its own before them', async () => {
    const dir = await directory('words');
    const file = join(dir, 'manifest.json');
    const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
    const wordsOf = async (vocabulary: unknown) => {
      writeFileSync(file, JSON.stringify({ ...manifest, vocabulary }));
      const opened = await openFactsDirectory({ dir });
      return new Map(opened.vocabulary.map((row) => [row.label, row]));
    };
    expect([...(await wordsOf('indoor')).values()]).toEqual(indoor);
    const own = { label: 'Robot_Arm', countable: true, also: ['robot'], has_front: true };
    const mixed = await wordsOf(['street', 'indoor', own, { label: 'sofa', also: [] }, { label: 'gizmo' }]);
    expect(mixed.get('robot arm')).toEqual({
      ...{ label: 'robot arm', singular: 'robot arm', plural: 'robot arms', article: 'a', verb: 'is', countable: true },
      ...{ broader: null, same: [], also: ['robot'], hasFront: 'one' },
    });
    expect(mixed.get('sofa')).toMatchObject({ countable: true, broader: 'furniture', same: ['couch'], also: [] });
    expect(mixed.get('gizmo')).toMatchObject({ countable: false, hasFront: null });
    expect([mixed.get('tram')?.plural, mixed.get('tv')?.plural]).toEqual(['trams', 'TVs']);
    // Both tables have a bench; the one named first wins.
    expect([mixed.get('bench')?.broader, (await wordsOf(['indoor', 'street'])).get('bench')?.broader]).toEqual([
      null,
      'furniture',
    ]);
    await expect(wordsOf('garden')).rejects.toMatchObject({ code: 'SPQ507' });
    await expect(wordsOf([{ label: 'box' }, { label: 'Box.' }])).rejects.toMatchObject({ code: 'SPQ507' });
  });

  it('must have a manifest that can be read, and scenes', async () => {
    await expect(openFactsDirectory({ dir: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'SPQ501' });
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    await expect(openFactsDirectory({ dir: empty })).rejects.toMatchObject({ code: 'SPQ506' });
    const dir = await directory('feet');
    const manifest = readFileSync(join(dir, 'manifest.json'), 'utf8');
    writeFileSync(join(dir, 'manifest.json'), manifest.replace('"m"', '"ft"'));
    await expect(openFactsDirectory({ dir })).rejects.toMatchObject({
      code: 'SPQ507',
      message: expect.stringContaining('units.length'),
    });
    writeFileSync(join(dir, 'manifest.json'), manifest.slice(0, 20));
    expect((await checkFacts(dir)).problems).toMatchObject([{ severity: 'error', code: 'SPQ507' }]);
  });
});

describe('spq facts check', () => {
  const warnings = async (name: string, scenes: Parameters<typeof sourceOf>[0]) => {
    const dir = join(folder, name);
    await writeFacts(dir, sourceOf(scenes));
    const report = await checkFacts(dir);
    expect(report.errors).toBe(0);
    return report.problems.map(({ column, row }) => [column, row]);
  };

  it('finds nothing in a good directory', async () => {
    const report = await checkFacts(await directory('good'));
    expect(report).toMatchObject({ errors: 0, counts: { scenes: 2, objects: 3, pixels: 2 } });
    // The second scene has no intrinsics, which is allowed and worth a word.
    expect(report.problems.map(({ severity, column, row }) => [severity, column, row])).toEqual([
      ['warning', 'intrinsics', 1],
    ]);
  });
  it('doubts a 2D box far from the projected 3D box', async () => {
    // 500 · 0.5 / 5 = 50 px around the middle: the true box is [270, 190, 370, 290].
    expect(await warnings('shifted', [example({}, [{ box2d: [400, 190, 500, 290] }])])).toEqual([['box2d', 0]]);
    expect(await warnings('occluded', [example({}, [{ box2d: [270, 190, 300, 220] }])])).toEqual([]);
  });
  it('doubts intrinsics of another picture size, lengths in millimetres, and labels outside of the vocabulary', async () => {
    expect(await warnings('half', [example({ intrinsics: [500, 500, 640, 480] }, [])])).toEqual([['intrinsics', 0]]);
    const millimetres = { centre: [0, 0, 5500], size: [1000, 1000, 1000] } as const;
    expect(await warnings('millimetres', [{ ...example({}, [millimetres]), pixels: [] }])).toEqual([['centre', 0]]);
    expect(await warnings('label', [example({}, [{ category: 'lamp' }, { objectId: 'b', category: 'lamp' }])])).toEqual(
      [['category', 0]],
    );
  });
  it('doubts words that go round, clash or cannot be said', async () => {
    const dir = await directory('doubtful-words');
    const file = join(dir, 'manifest.json');
    const manifest: object = JSON.parse(readFileSync(file, 'utf8'));
    const vocabulary = [
      ...[
        { label: 'chair', broader: 'sofa' },
        { label: 'sofa', broader: 'chair' },
      ],
      ...[{ label: 'glass', countable: true }, { label: 'glasses' }],
      { label: 'box 2', countable: true, singular: 'box #2' },
    ];
    writeFileSync(file, JSON.stringify({ ...manifest, vocabulary }));
    const { problems } = await checkFacts(dir);
    expect(
      problems.filter(({ column }) => column === 'vocabulary').map(({ file: where, what }) => [where, what]),
    ).toEqual([
      ['manifest.json', '`chair` is broader than itself'],
      ['manifest.json', '`sofa` is broader than itself'],
      ['manifest.json', '`glass` has the plural `glasses`, which is another label'],
      ['manifest.json', '`box 2` is spoken as `box #2`, which is no word'],
    ]);
  });
  it('misses coverage', async () => {
    expect(await warnings('uncovered', [{ ...example({}, [{}]), coverage: [] }])).toEqual([['coverage', 0]]);
  });
});
