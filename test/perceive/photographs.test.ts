/**
 * From three photographs and a recipe to questions in a store, through the command line: the default models are fixture graphs
 * that see two crates (`crates.ts`), pulled as real files are.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spq } from '../cli/captured-shell.js';
import { UNIT_GREY, writeCrateModels, writeCratePicture } from './crates.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-photographs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [models, cache] = [join(folder, 'models'), join(folder, 'cache')];

const recipe = `source photos = images("photos/**/*.jpg")

perceive photos {
  points  = moge2("vits-normal")
  objects = owlv2(labels: "labels.txt", score: 30% .. 50%) then slimsam()
  gravity = from_normals()
}

refer   by box

level 0 "Points" {
  task depth {
    for     pixel p
    ask     "How far is {p} from the camera?"
    answer  p.distance
  }
}

level 1 "Objects" {
  task height {
    for     object a
    ask     "How tall is {a}?"
    answer  a.height
  }
}

emit    jsonl("questions.jsonl")
`;

const run = (out: string, ...flags: readonly string[]) =>
  spq(['run', join(folder, 'photos.spq'), '--models', models, '--cache', cache, '--out', join(folder, out), ...flags]);

async function rows(out: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(join(folder, out, 'photos.duckdb'), { access_mode: 'READ_ONLY' });
  try {
    return (await (await instance.connect()).runAndReadAll(sql)).getRowsJson();
  } finally {
    instance.closeSync();
  }
}

/** Findings that are kept, by role. */
const kept = (role: string): readonly string[] =>
  readdirSync(join(cache, role), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'));

beforeAll(async () => {
  writeCrateModels(join(folder, 'offline'));
  writeFileSync(join(folder, 'photos.spq'), recipe);
  writeFileSync(join(folder, 'labels.txt'), '# what is looked for\ncrate\nlamp: lamp\n');
  await writeCratePicture(join(folder, 'photos', 'b', 'second.jpg'), UNIT_GREY * 1.5);
  await writeCratePicture(join(folder, 'photos', 'a', 'first.jpg'), UNIT_GREY);
  await writeCratePicture(join(folder, 'photos', 'third.jpg'), UNIT_GREY * 1.25);
});

describe('photographs', () => {
  it('need their models, and say how they are got', async () => {
    const { code, err } = await run('none');
    expect(code).toBe(1);
    expect(err).toContain('SPQ524');
    expect(err).toContain('spq models pull moge2-vits');
  });

  it('become questions', async () => {
    const pulled = await spq(['models', 'pull', '--models', models, '--offline', join(folder, 'offline')]);
    expect(pulled.err + pulled.out).toContain('moge2-vits/model.onnx: copied');
    const { code, err } = await run('out');
    expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
    expect(await rows('out', 'select scene_id, task, count(*)::int from questions group by all order by all')).toEqual([
      ['a/first.jpg', 'depth', expect.any(Number)],
      ['a/first.jpg', 'height', 2],
      ['b/second.jpg', 'depth', expect.any(Number)],
      ['b/second.jpg', 'height', 2],
      ['third.jpg', 'depth', expect.any(Number)],
      ['third.jpg', 'height', 2],
    ]);
  });

  it('hold what the models saw: crates of their sizes, up, the floor and the camera', async () => {
    const scenes = await rows(
      'out',
      'select up, floor_height, intrinsics, intrinsics_source, metric, up_source from scenes order by scene_id',
    );
    for (const [at, size] of [1, 1.5, 1.25].entries()) {
      const [up, floor, k, ...rest] = scenes[at] ?? [];
      expect(up).toEqual([expect.closeTo(0, 2), expect.closeTo(-1, 2), expect.closeTo(0, 2)]);
      expect(floor).toBeCloseTo(-1.5 * size, 1);
      expect(k).toEqual([expect.closeTo(260, 0), expect.closeTo(260, 0), 159.5, 119.5]);
      expect(rest).toEqual(['model', true, 'from_normals']);
    }
    const crates = await rows(
      'out',
      `select s.scene_id, o.object_id, o.presence, o.size[2] from objects o join scenes s using (scene)
       where category = 'crate' order by all`,
    );
    // 60 and 90 cm tall; everything is larger where the picture is brighter.
    expect(crates.map(([scene, id]) => `${scene} ${id}`)).toEqual(
      ['a/first.jpg', 'b/second.jpg', 'third.jpg'].flatMap((scene) => [`${scene} crate-1`, `${scene} crate-2`]),
    );
    const heights = [0.6, 0.9, 0.9, 1.35, 0.75, 1.125];
    for (const [at, [, , presence, height]] of crates.entries()) {
      expect(presence).toBe('certain');
      expect(Math.abs(Number(height) / (heights[at] ?? 0) - 1)).toBeLessThan(0.05);
    }
  });

  it('have things that may be there, between the two scores', async () => {
    const lamps = await rows('out', "select presence, round(score, 2) from objects where category = 'lamp'");
    expect(lamps).toEqual(Array(3).fill(['possible', 0.38]));
  });

  it('are looked at once: another question runs no model, and gives the same bytes', async () => {
    const before = ['points', 'objects', 'masks', 'gravity'].flatMap(kept).toSorted();
    expect(before).toHaveLength(12);
    // Without its files a model could not be run.
    rmSync(join(folder, 'offline'), { recursive: true });
    await run('again');
    const text = (out: string): string => readFileSync(join(folder, out, 'questions.jsonl'), 'utf8');
    expect(text('again')).toBe(text('out'));
    expect(['points', 'objects', 'masks', 'gravity'].flatMap(kept).toSorted()).toEqual(before);
  });

  it('are looked at only for what is asked: points alone of a new picture', async () => {
    await writeCratePicture(join(folder, 'photos', 'fourth.jpg'), 200);
    await run('points', '--tasks', 'depth');
    expect(['points', 'objects', 'masks', 'gravity'].map((role) => kept(role).length)).toEqual([4, 3, 3, 3]);
    rmSync(join(folder, 'photos', 'fourth.jpg'));
  });
});

describe('photographs in parts', () => {
  it('become facts in one directory, of which the same questions are asked', async () => {
    for (const shard of ['0/2', '1/2']) {
      const flags = ['--models', models, '--cache', cache, '--out', join(folder, 'facts'), '--shard', shard];
      const { code, out } = await spq(['perceive', join(folder, 'photos.spq'), ...flags]);
      expect([code, out]).toEqual([0, expect.stringContaining(`done-0000${shard[0]}-of-00002.json is written`)]);
    }
    const later = recipe.replace(/images\(.*\)/, 'facts("facts")').replace(/^perceive[^}]*}/m, '');
    writeFileSync(join(folder, 'later.spq'), later);
    await spq(['run', join(folder, 'later.spq'), '--out', join(folder, 'later')]);
    const asked = (out: string): readonly unknown[] =>
      readFileSync(join(folder, out, 'questions.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ question_id, question, answer }) => [question_id, question, answer]);
    expect(asked('later')).toEqual(asked('out'));
  });

  it('are parts of a whole: another number is wrong usage', async () => {
    const { code, err } = await spq(['perceive', join(folder, 'photos.spq'), '--out', folder, '--shard', '2/2']);
    expect([code, err]).toEqual([2, expect.stringContaining('It must be a part of so many, from 0 on')]);
  });
});

describe('hostile photographs', () => {
  const grey = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: { r: 128, g: 128, b: 128, alpha: 0.5 } } });

  it('are read, or left out with their cause, and none stops the run', async () => {
    const place = (name: string): string => join(folder, 'hostile', name);
    cpSync(join(folder, 'photos', 'third.jpg'), place('whole.jpg'));
    const whole = readFileSync(place('whole.jpg'));
    writeFileSync(place('cut.jpg'), whole.subarray(0, whole.length - 200));
    writeFileSync(place('empty.jpg'), '');
    writeFileSync(place('text.jpg'), 'this is no picture');
    await grey(320, 240).toColourspace('cmyk').jpeg().toFile(place('cmyk.jpg'));
    await grey(320, 240).toColourspace('rgb16').png().toFile(place('deep.png'));
    await grey(320, 240).toColourspace('b-w').jpeg().toFile(place('one-channel.jpg'));
    await grey(320, 240, 4).png().toFile(place('see-through.png'));
    await grey(240, 320).withMetadata({ orientation: 6 }).jpeg().toFile(place('turned.jpg'));
    await grey(1, 1).jpeg().toFile(place('tiny.jpg'));
    await grey(30_000, 8).jpeg().toFile(place('wide.jpg'));
    const { code } = await run('hostile-out', '--set', `photos=${place('*')}`);
    expect(code).toBe(3);
    expect(await rows('hostile-out', 'select scene_id, stage, code, message from quarantine order by all')).toEqual([
      ['cut.jpg', 'read', 'SPQ504', expect.stringContaining('cut.jpg is no picture that can be read')],
      ['empty.jpg', 'read', 'SPQ504', expect.stringContaining('empty.jpg is empty')],
      ['text.jpg', 'read', 'SPQ504', expect.stringContaining('text.jpg is no picture that can be read')],
    ]);
    expect(await rows('hostile-out', 'select scene_id, width, height from scenes order by all')).toEqual([
      ['cmyk.jpg', 320, 240],
      ['deep.png', 320, 240],
      ['one-channel.jpg', 320, 240],
      ['see-through.png', 320, 240],
      ['tiny.jpg', 1, 1],
      ['turned.jpg', 320, 240],
      ['whole.jpg', 320, 240],
      ['wide.jpg', 30_000, 8],
    ]);
  });
});
