/** `spq why` and `spq audit` on a run of one room, as typed: texts, documents, files, and the page asked over HTTP. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { queryStore } from '../../cli/query-store.js';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-why-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true }));

const recipe = `source rooms = rooms(count: 1, seed: 7)

level 2 "Relations" {
  task taller {
    for     objects {a, b}
    where   distance(a, b) < 20 m
    claim   "{a} is taller than {b}." when a taller than b
    balance none
  }
}

emit    jsonl("questions.jsonl")
`;

/** The question's id, its scene, and the ids of its things. */
let asked: readonly [id: string, scene: string, objects: string];

beforeAll(async () => {
  const file = join(folder, 'rooms.spq');
  writeFileSync(file, recipe);
  const ran = await spq(['run', file, '--out', out]);
  expect(ran.code).toBe(0);
  // What made the store is in the store.
  rmSync(file);
  const query =
    "select question_id::varchar, scene_id, array_to_string(objects, ',') from questions order by 1 limit 1";
  asked = await queryStore(join(out, 'rooms.duckdb'), query, async ({ rows }) => {
    for await (const [id, scene, objects] of rows) return [String(id), String(scene), String(objects)] as const;
    throw new Error('nothing was asked');
  });
}, 120_000);

describe('spq why', () => {
  it('tells how a question came about, and draws its picture', async () => {
    const [id] = asked;
    const { code, out: text, err } = await spq(['why', id, '--out', out]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(text).toContain(`question ${id}: taller, level 2, claim, split train\n`);
    expect(text).toMatch(/\n {2}claim a taller than b {3}\[rooms\.spq:7\]\n {4}(true|false)\n/);
    expect(text).toMatch(
      /\n {6}a\.height > b\.height {3}\d\.\d{3} m > \d\.\d{3} m: (true|false) \(\d\.\d{3} m apart, margin \d\.\d{3} m\)\n/,
    );
    const picture = join(out, 'why', `${id}.png`);
    expect(text).toContain(`picture: ${picture}\n`);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 640 });
  });

  it('writes all of it as JSON, and the picture where it is told to', async () => {
    const [id] = asked;
    const picture = join(folder, 'deep', 'own.png');
    const { code, out: text } = await spq(['why', id, '--out', out, '--json', '--picture', picture]);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      explanations: [{ questionId: id, question: { question_id: id }, picture, scene: { source: 'rooms' }, left: [] }],
    });
    expect(existsSync(picture)).toBe(true);
  });

  it('explains a tuple by its things, in any order', async () => {
    const [id, scene, objects] = asked;
    const turned = objects.split(',').toReversed().join(',');
    const { code, out: text } = await spq([
      ...['why', '--task', 'taller', '--scene', scene, '--objects', turned, '--no-picture', '--out', out],
    ]);
    expect(code).toBe(0);
    expect(text).toContain(`question ${id}: `);
    expect(text).toContain('no picture: none was asked for');
  });

  it('says so where the picture is gone, and tells the rest', async () => {
    const [id, scene] = asked;
    const picture = join(out, 'pictures', `${scene}.jpg`);
    const kept = readFileSync(picture);
    rmSync(picture);
    const { code, out: text } = await spq(['why', id, '--out', out]);
    writeFileSync(picture, kept);
    expect(code).toBe(0);
    expect(text).toMatch(/\nno picture: The picture .* of the scene is not there\.\n/);
  });

  it('tells of what is not there, without a stack', async () => {
    const none = await spq(['why', '42', '--out', out]);
    expect(none.code).toBe(1);
    expect(none.err).toMatch(/^error SPQ588: A question that the store does not have\n/);
    const tuple = async (task: string, scene: string, objects: string): Promise<string> => {
      const { code, err } = await spq(['why', '--task', task, '--scene', scene, '--objects', objects, '--out', out]);
      expect([code, err.split('\n')[0]]).toEqual([1, 'error SPQ589: No such things in the scene']);
      return err.split('\n')[1] ?? '';
    };
    const [, scene] = asked;
    expect(await tuple('nope', scene, 'a,b')).toBe('  The recipe of this store has no task `nope`.');
    expect(await tuple('taller', 'nowhere', 'a,b')).toBe('  The store has no scene `nowhere`.');
    expect(await tuple('taller', scene, 'a,b')).toBe(`  Scene \`${scene}\` has no \`a\`, \`b\`.`);
    const both = await spq(['why', '1', '--task', 'taller', '--scene', 's', '--objects', 'a', '--out', out]);
    expect(both.code).toBe(2);
    expect((await spq(['why', '--out', out])).code).toBe(2);
  });
});

const pageData = z.object({ items: z.array(z.object({ id: z.string(), picture: z.string().nullable() })) });

const dataIn = (page: string): z.infer<typeof pageData> =>
  pageData.parse(JSON.parse(/id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? ''));

describe('spq audit', () => {
  it('serves the sample until it is ended, keeps verdicts, and tells what was found', async () => {
    let judged: Promise<void> | undefined;
    const judge = async (url: string): Promise<void> => {
      const { items } = dataIn(await (await fetch(url)).text());
      expect(items).toHaveLength(2);
      const picture = await fetch(new URL(items[0]?.picture ?? '', url));
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(await (await fetch(new URL(`why/${items[0]?.id}`, url))).text()).toContain('how it came about');
      for (const [i, verdict] of ['right', 'wrong'].entries()) {
        const body = JSON.stringify({ question_id: items[i]?.id, verdict, note: null });
        const headers = { 'content-type': 'application/json' };
        expect((await fetch(new URL('verdicts', url), { method: 'POST', headers, body })).status).toBe(200);
      }
    };
    const { code, out: text } = await spq(['audit', out, '--n', '2'], {
      onOut: (so, interrupt) => {
        const [url] = /^http:\S+/.exec(so) ?? [];
        if (url !== undefined) judged ??= judge(url).finally(interrupt);
      },
    });
    await judged;
    expect(code).toBe(0);
    expect(text).toMatch(/\n {4}2 {2}taller +2 +1 +1 +0 +0 +50\.0% {2}9\.5% \.\. 90\.5%\n/);
    const lines = readFileSync(join(out, 'audit.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => z.object({ verdict: z.string() }).parse(JSON.parse(line)).verdict)).toEqual([
      'right',
      'wrong',
    ]);
  });

  it('reports without serving, as text and as JSON', async () => {
    const text = await spq(['audit', out, '--report']);
    expect(text.out).toMatch(/^level {2}task {4}judged /);
    const json = await spq(['audit', out, '--report', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, all: { judged: 2, inError: 1 } });
  });

  it('writes the page and its pictures to a folder', async () => {
    const page = join(folder, 'page');
    const { code, out: text } = await spq(['audit', out, '--n', '3', '--export', page]);
    expect(code).toBe(0);
    expect(text).toContain(join(page, 'index.html'));
    const { items } = dataIn(readFileSync(join(page, 'index.html'), 'utf8'));
    expect(items).toHaveLength(3);
    for (const { picture } of items)
      expect(await sharp(join(page, picture ?? '')).metadata()).toMatchObject({ format: 'png' });
  });
});
