/** `spq draw` on a facts directory and on a store; and what it says of scenes that are not there. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFacts } from '../../runtime/facts/write.js';
import { example, sourceOf } from '../facts/example-scene.js';
import { spq } from './captured-shell.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-draw-'));
const dir = join(folder, 'facts');
const out = join(folder, 'scene.png');
const recipe = join(folder, 'r.spq');

beforeAll(async () => {
  const picture = join(folder, 'picture.png');
  await sharp({ create: { width: 640, height: 480, channels: 3, background: '#123456' } })
    .png()
    .toFile(picture);
  const scenes = [
    { ...example({ imageUri: picture }, [{}]), dense: [] },
    { ...example({ sceneId: 'room 2' }, []), dense: [] },
  ];
  await writeFacts(dir, sourceOf(scenes));
  writeFileSync(
    recipe,
    `source rooms = facts("${dir}")
level 1 "Counts" {
  task chairs "How many chairs" {
    for     category c in vocabulary
    let     n = count(object x where x called c)
    ask     "How many {c:plural} are there?"
    answer  n
  }
}
emit    jsonl("questions.jsonl")
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function colourAt(file: string, left: number, top: number): Promise<readonly number[]> {
  const pixel = sharp(file).removeAlpha().extract({ left, top, width: 1, height: 1 });
  return [...(await pixel.raw().toBuffer())];
}

describe('spq draw', () => {
  it('draws a scene of a facts directory over its picture', async () => {
    const { code, out: told, err } = await spq(['draw', dir, 'room 1', '-o', out]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(told).toBe(`${out}: 1 thing, 1 with 3D boxes, 0 with masks\n`);
    // Nothing is marked at the upper border; the left side of the 2D box is at u = 270.
    expect(await colourAt(out, 600, 10)).toEqual([0x12, 0x34, 0x56]);
    expect(await colourAt(out, 270, 260)).toEqual([0x19, 0xd3, 0xda]);
  });

  it('draws the same of the store that a run made of it', async () => {
    const run = join(folder, 'run');
    expect((await spq(['run', recipe, '--out', run])).code).toBe(0);
    const other = join(folder, 'stored.png');
    const { code, err } = await spq(['draw', run, 'room 1', '-o', other]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [a, b] = await Promise.all([out, other].map((file) => sharp(file).raw().toBuffer()));
    expect(b?.equals(a ?? Buffer.alloc(0))).toBe(true);
  });

  it('says which of picture and depth a scene has not', async () => {
    const { out: told } = await spq(['draw', dir, 'room 2', '-o', join(folder, 'two.png'), '--depth']);
    expect(told).toContain('0 things, 0 with 3D boxes, 0 with masks, no picture, no depth');
  });

  it('names the scene that was meant, and writes nothing', async () => {
    const file = join(folder, 'none.png');
    const { code, err } = await spq(['draw', dir, 'room 3', '-o', file]);
    expect(code).toBe(1);
    expect(err).toContain('error SPQ589');
    expect(err).toContain('Did you mean `room 1`?');
    expect(existsSync(file)).toBe(false);
  });

  it('says what to do where the picture cannot be written', async () => {
    const { code, err } = await spq(['draw', dir, 'room 1', '-o', join(out, 'below.png')]);
    expect(code).toBe(1);
    expect(err).toContain('Give another path: `-o FILE.png`.');
  });

  it('says where no store is', async () => {
    const { code, err } = await spq(['draw', join(folder, 'nowhere'), 'room 1']);
    expect({ code, told: err.includes('error SPQ501') }).toEqual({ code: 1, told: true });
  });
});
