/**
 * How other public generators lost data, doubled it, or asked otherwise a second time: each test is named after it, and shows
 * that it cannot happen here.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ingest } from '../../runtime/facts/ingest.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { openStore } from '../../runtime/facts/store.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';
import { spq } from '../cli/captured-shell.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';
import { asked, askedAll } from './asked.js';

const rooms: readonly SceneFacts[] = Array.from({ length: 40 }, (_, i) => roomFacts(3, i, { pixels: false }));
const vocabulary = roomsVocabulary;
const heights =
  'for object a\n take 2 per scene\n ask "How tall is {a}?" "What is the height of {a}?"\n answer a.height';

describe('elsewhere', () => {
  it('answers without a digit were dropped, and a failure gave silent empty output', async () => {
    const task =
      'for objects {a, b}\n ask "Which is farther, {a} or {b}?"\n answer the x in {a, b} with greatest x.depth';
    const pair = [thing('a', 'chair', [-1, 0, 2]), thing('b', 'lamp', [1, 0, 6])];
    expect((await asked(task, [scene('s', pair)])).map(({ answer }) => answer)).toEqual(['the lamp']);
    const store = await openStore(':memory:');
    try {
      const broken = scene('broken', [thing('a', 'chair', [0, 0, 3])], { scene: { intrinsics: [-1, 500, 320, 240] } });
      const items = [scene('whole', pair), broken].map((facts) => ({ kind: 'scene' as const, facts }));
      const told = await ingest(store, 'hand', { vocabulary: FURNITURE, count: 2, items });
      expect(told).toMatchObject({ scenes: 1 });
      const left = await store.connection.runAndReadAll('select scene_id, message from quarantine');
      expect(left.getRowsJson()).toEqual([['broken', expect.stringMatching(/intrinsics|focal/)]]);
    } finally {
      store.close();
    }
  });

  it('a picture was stored with every question', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spq-'));
    const store = await openStore(join(folder, 'facts.duckdb'));
    try {
      const columns = await store.connection.runAndReadAll(
        "select table_name, column_name from information_schema.columns where data_type like '%BLOB%' and table_schema = 'main'",
      );
      expect(columns.getRowsJson()).toEqual([]);
    } finally {
      store.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('there was no seed', async () => {
    const texts = async (seed: number): Promise<readonly string[]> =>
      (await asked(heights, rooms, { vocabulary, seed })).map(({ question }) => question);
    const once = await texts(7);
    expect(once.length).toBeGreaterThan(60);
    expect(await texts(7)).toEqual(once);
    expect(await texts(8)).not.toEqual(once);
  });

  it('a resumed run asked other questions, since its draws depended on what was skipped', async () => {
    const of = async (scenes: readonly SceneFacts[], chunk: number) =>
      (await asked(heights, scenes, { vocabulary, chunk })).map(({ sceneId, question, answer }) =>
        [sceneId, question, answer].join(' | '),
      );
    const all = await of(rooms, 1000);
    expect(await of(rooms, 7)).toEqual(all);
    const rest = rooms.slice(15);
    const ids = new Set(rest.map(({ scene: { sceneId } }) => sceneId));
    expect(await of(rest, 7)).toEqual(all.filter((line) => ids.has(line.split(' | ')[0] ?? '')));
  });

  it('neighbouring frames of one video were in train and test', async () => {
    const frames = rooms.map(({ scene: own, ...facts }, i) => ({
      ...facts,
      scene: { ...own, captureId: `video ${Math.floor(i / 4)}`, frameIndex: i % 4 },
    }));
    const more = 'split train 50%, test 50%';
    const questions = await askedAll(`level 1 "One" {\n task t {\n${heights}\n }\n}`, frames, { vocabulary, more });
    const captureOf = new Map(frames.map(({ scene: s }) => [s.sceneId, s.captureId]));
    const parts = new Map<string, Set<string>>();
    for (const { sceneId, split } of questions) {
      const capture = captureOf.get(sceneId) ?? '';
      parts.set(capture, (parts.get(capture) ?? new Set()).add(split));
    }
    expect([...parts.values()].every((own) => own.size === 1)).toBe(true);
    expect(new Set(questions.map(({ split }) => split))).toEqual(new Set(['train', 'test']));
  });

  it('pictures of benchmarks stood in the training set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spq-'));
    try {
      writeFileSync(
        join(folder, 'rooms.spq'),
        `source rooms = rooms(6, pictures: false)\nlevel 1 "One" {\n task t {\n${heights}\n }\n}\nemit jsonl("q.jsonl")`,
      );
      const shown = async (more: readonly string[]): Promise<readonly string[]> => {
        const { code, out } = await spq(['run', join(folder, 'rooms.spq'), '--out', folder, ...more]);
        expect(code).toBe(0);
        const lines = readFileSync(join(folder, 'q.jsonl'), 'utf8').trim().split('\n');
        const ids = lines.map((line) => z.object({ scene_id: z.string() }).parse(JSON.parse(line)).scene_id);
        return [...[...new Set(ids)].sort(), ...out.split('\n').filter((line) => line.startsWith('Left out'))];
      };
      const all = await shown([]);
      expect(all.length).toBeGreaterThan(4);
      const list = join(folder, 'benchmarks.txt');
      writeFileSync(list, `# what is tested on\n${all[1]}   # a scene\n\nno-such-scene\n`);
      expect(await shown(['--exclude', list])).toEqual([
        ...all.filter((id) => id !== all[1]),
        `Left out by the list ${list}: 1 scene. 1 of its 2 ids named none.`,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('there was one phrasing per kind, and holes differed between phrasings', async () => {
    const texts = (await asked(heights, rooms, { vocabulary })).map(({ phrasing }) => phrasing);
    expect(new Set(texts)).toEqual(new Set(['How tall is {a}?', 'What is the height of {a}?']));
    const differing =
      'for objects {a, b}\n ask "How far is {a} from {b}?" "How far away is it?"\n answer distance(a, b)';
    await expect(asked(differing, [])).rejects.toThrow(/SPQ\d+ .*/);
  });
});
