/** Into the store and out again: values, unknowns, ranks, names, and what happens to broken rows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { binaryOrder } from '../../runtime/facts/binary-order.js';
import { ingest } from '../../runtime/facts/ingest.js';
import { openStore, type Store } from '../../runtime/facts/store.js';
import { namesOf } from '../../runtime/facts/vocabulary.js';
import { completeWord } from '../../runtime/vocabulary/word.js';
import { example, exampleVocabulary, sourceOf } from './example-scene.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-ingest-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rows(store: Store, sql: string) {
  return (await store.connection.runAndReadAll(sql)).getRowObjectsJS();
}

describe('ingest', () => {
  it('stores every value in its column, and unknown as NULL', async () => {
    const store = await openStore(':memory:', { threads: 1 });
    const far = {
      objectId: 'B',
      box2d: null,
      facing: null,
      front: 'none',
      visibility: Number.NaN,
      caption: "it's",
    } as const;
    const facts = example({ timestamp: Number.POSITIVE_INFINITY }, [{}, far]);
    expect(await ingest(store, 'rooms', sourceOf([facts]))).toEqual({ scenes: 1, objects: 2, quarantined: 0 });
    const [scene] = await rows(store, 'from scenes');
    expect(scene).toEqual({
      source: 'rooms',
      scene: 0,
      scene_id: 'room 1',
      capture_id: 'house',
      frame_index: 7,
      timestamp: null,
      image_uri: null,
      sha256: null,
      width: 640,
      height: 480,
      intrinsics: [500, 500, 320, 240],
      intrinsics_source: 'truth',
      world_from_camera: [1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1, 3, 0, 0, 0, 1],
      up: [0, -1, 0],
      up_source: 'truth',
      floor_height: -1.5,
      metric: true,
      scale_sigma: null,
      licence: null,
      covered: ['chair', 'table'],
    });
    const [first, second] = await rows(store, 'from objects order by object');
    // 'B' stands before 'a' in binary order.
    expect(first).toMatchObject({
      object: 0,
      object_id: 'B',
      box2d: null,
      facing: null,
      visibility: null,
      caption: "it's",
    });
    expect(second).toEqual({
      source: 'rooms',
      scene: 0,
      object: 1,
      object_id: 'a',
      track_id: null,
      category: 'chair',
      score: null,
      presence: 'certain',
      crowd: false,
      box2d: [270, 190, 370, 290],
      centre: [0, 0, 5.5],
      size: [1, 1, 1],
      rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      extent: 'amodal',
      provenance: 'truth',
      facing: [0, 0, -1],
      front: 'one',
      visibility: 0.75,
      truncation: 0,
      caption: null,
      verified_by: null,
      said: null,
      noun: 'chair',
      noun_plural: 'chairs',
      noun_article: 'a',
      own_numbers: null,
      own_texts: null,
      names: ['chair', 'seat'],
      maybe_names: ['armchair', 'place'],
    });
    expect(await rows(store, 'select * exclude source from pixels')).toEqual([
      { scene: 0, pixel: 0, pixel_id: 'p0', u: 12, v: 34, point: [0.5, -0.25, 2] },
    ]);
    expect(await rows(store, 'select category, status from coverage where scene = 0 order by 1')).toHaveLength(3);
    expect(await rows(store, 'select scale from dense')).toEqual([{ scale: 0.001 }]);
    expect(await rows(store, "select also, broader from vocabulary where label = 'sofa'")).toEqual([
      { also: ['couch', 'armchair'], broader: 'seat' },
    ]);
    store.close();
  });

  it('keeps a broken object as a possible one without geometry, and goes on', async () => {
    const store = await openStore(':memory:', { threads: 1 });
    const facts = example({}, [
      { objectId: 'mirrored', rotation: [1, 0, 0, 0, 1, 0, 0, 0, -1] },
      { objectId: 'flat', size: [1, 0, 1] },
      { objectId: 'behind', centre: [0, 0, -2] },
      { objectId: 'corner and size', box2d: [300, 200, 50, 60] },
      { objectId: 'fine' },
      { objectId: 'fine' },
    ]);
    const counts = await ingest(store, 'rooms', sourceOf([facts, example({ sceneId: 'room 2' }, [{}])]));
    expect(counts).toEqual({ scenes: 2, objects: 7, quarantined: 5 });
    const messages = await rows(store, 'select object_id, code, message from quarantine order by object_id');
    expect(messages.map(({ object_id, code }) => [object_id, code])).toEqual([
      ['behind', 'SPQ505'],
      ['corner and size', 'SPQ505'],
      ['fine', 'SPQ510'],
      ['flat', 'SPQ505'],
      ['mirrored', 'SPQ505'],
    ]);
    expect(String(messages[4]?.message)).toContain(
      'source rooms, scene room 1, object mirrored: rotation must be orthonormal with determinant +1',
    );
    const kept = await rows(store, 'select object_id, presence, centre from objects where scene = 0 order by object');
    expect(kept).toEqual([
      { object_id: 'behind', presence: 'possible', centre: null },
      { object_id: 'corner and size', presence: 'possible', centre: null },
      { object_id: 'fine', presence: 'certain', centre: [0, 0, 5.5] },
      { object_id: 'fine#2', presence: 'possible', centre: null },
      { object_id: 'flat', presence: 'possible', centre: null },
      { object_id: 'mirrored', presence: 'possible', centre: null },
    ]);
    store.close();
  });

  it('leaves out broken and repeated scenes, and reads no more than asked', async () => {
    const store = await openStore(':memory:', { threads: 1 });
    const items = [example({ width: 0 }, []), example({}, []), example({}, []), example({ sceneId: 'never read' }, [])];
    const seen: number[] = [];
    const counts = await ingest(store, 's', sourceOf(items), (scenes) => seen.push(scenes), 3);
    expect(counts).toEqual({ scenes: 0, objects: 0, quarantined: 2 + 1 });
    expect(seen).toEqual([1, 2, 3]);
    store.close();
  });

  it('numbers the scenes of a second source after those of the first, and refuses the same name', async () => {
    const store = await openStore(':memory:', { threads: 1 });
    await ingest(store, 'one', sourceOf([example({}, []), example({ sceneId: 'x' }, [])]));
    await ingest(store, 'two', sourceOf([example({}, [{}])]));
    expect(await rows(store, 'select source, scene from scenes order by scene')).toEqual([
      { source: 'one', scene: 0 },
      { source: 'one', scene: 1 },
      { source: 'two', scene: 2 },
    ]);
    await expect(ingest(store, 'two', sourceOf([]))).rejects.toMatchObject({ code: 'SPQ510' });
    store.close();
  });

  it('stores many scenes in several batches, every object beside its own scene', async () => {
    const store = await openStore(':memory:', { threads: 2 });
    const count = 20_000;
    const coverage = example({}, []).coverage;
    function* items() {
      for (let index = 0; index < count; index++) {
        const objects = Array.from({ length: 6 }, (_, rank) => ({ objectId: `o${rank}`, caption: `room ${index}` }));
        yield { kind: 'scene', facts: { ...example({ sceneId: `room ${index}` }, objects), coverage } } as const;
      }
    }
    const counts = await ingest(store, 'rooms', { vocabulary: exampleVocabulary, count, items: items() });
    expect(counts).toEqual({ scenes: count, objects: 6 * count, quarantined: 0 });
    const [check] = await rows(
      store,
      `select count(*)::int as n, count(distinct scene)::int as scenes, bool_and(caption = scene_id) as beside,
         bool_and(object_id = 'o' || object) as ranked from objects join scenes using (scene)`,
    );
    expect(check).toEqual({ n: 6 * count, scenes: count, beside: true, ranked: true });
    expect(await rows(store, 'select count(*)::int as n from coverage')).toEqual([{ n: 3 * count }]);
    store.close();
  });

  it('leaves nothing behind when the source fails', async () => {
    const store = await openStore(':memory:', { threads: 1 });
    function* failing() {
      yield { kind: 'scene', facts: example({}, [{}]) } as const;
      throw new Error('disk gone');
    }
    await expect(ingest(store, 's', { vocabulary: [], count: null, items: failing() })).rejects.toThrow('disk gone');
    expect(await rows(store, 'select count(*)::int as n from scenes')).toEqual([{ n: 0 }]);
    store.close();
  });
});

describe('names', () => {
  const names = namesOf(exampleVocabulary);
  it('are the label and its wider labels; narrower and neighbouring ones are possible', () => {
    expect(names('armchair')).toMatchObject({ names: ['armchair', 'chair', 'seat'], maybeNames: ['place', 'sofa'] });
    expect(names('chair')).toMatchObject({ names: ['chair', 'seat'], maybeNames: ['armchair', 'place'] });
    expect(names('sofa')).toMatchObject({
      names: ['sofa', 'seat'],
      maybeNames: ['armchair', 'chair', 'couch', 'place'],
    });
    expect(names('seat').maybeNames).toEqual(['armchair', 'chair', 'place', 'sofa']);
  });
  it('of an unknown label is itself; of a region nothing', () => {
    expect(names('lamp')).toEqual({ names: ['lamp'], maybeNames: [], noun: null, plural: null, article: null });
    expect(names('*')).toEqual({ names: [], maybeNames: [], noun: null, plural: null, article: null });
  });
  it('end where the chain closes', () => {
    const loop = (label: string, broader: string) => completeWord({ label, broader, countable: true });
    expect(namesOf([loop('a', 'b'), loop('b', 'a')])('a').names).toEqual(['a', 'b']);
  });
});

describe('binary order', () => {
  it('is the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(binaryOrder(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(binaryOrder('\uff5e', '😀')).toBeLessThan(0);
  });
});

describe('openStore', () => {
  it('opens again what it made, also for reading only', async () => {
    const path = join(folder, 'again.duckdb');
    const store = await openStore(path);
    await ingest(store, 's', sourceOf([example({}, [{}])]));
    store.close();
    const again = await openStore(path, { readOnly: true });
    expect(await rows(again, 'select category from objects')).toEqual([{ category: 'chair' }]);
    await expect(again.connection.run('delete from objects')).rejects.toThrow(/read-only/);
    again.close();
  });
  it('says what is wrong with a path', async () => {
    await expect(openStore(join(folder, 'none.duckdb'), { readOnly: true })).rejects.toMatchObject({ code: 'SPQ501' });
    await expect(openStore(join(folder, 'no', 'folder.duckdb'))).rejects.toMatchObject({ code: 'SPQ501' });
    const text = join(folder, 'text.duckdb');
    writeFileSync(text, 'this is no database, but it is long enough to hold the header of one'.repeat(100));
    await expect(openStore(text)).rejects.toMatchObject({ code: 'SPQ508' });
  });
  it('knows a store of another version', async () => {
    const path = join(folder, 'other.duckdb');
    const store = await openStore(path);
    await store.connection.run('alter table objects add column graspable boolean');
    store.close();
    await expect(openStore(path)).rejects.toMatchObject({
      code: 'SPQ511',
      message: expect.stringContaining('objects'),
    });
  });
});
