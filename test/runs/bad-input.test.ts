/** Broken input through `spq run`: the message names file and line, the other scenes are asked, nothing crashes. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFacts } from '../../runtime/facts/write.js';
import { type Captured, spq } from '../cli/captured-shell.js';
import { FURNITURE, scene, thing } from '../reference/scene-builder.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-bad-runs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: 'grey' } })
  .png()
  .toBuffer();
const calibration = 'P2: 100 0 100 0 0 100 50 0 0 0 1 0\n';
const car = 'Car 0.00 0 0.00 80.00 20.00 120.00 80.00 1.50 1.60 4.00 1.00 1.75 10.00 0.00\n';

type Files = Readonly<Record<string, string | Buffer | null>>;

/** A KITTI folder with scenes 000000 and 000001, changed by `files`; null leaves a file out. */
function kitti(name: string, files: Files): string {
  const whole = ['000000', '000001'].map((id) => ({
    [`label_2/${id}.txt`]: car,
    [`calib/${id}.txt`]: calibration,
    [`image_2/${id}.png`]: png,
  }));
  for (const [file, content] of Object.entries<string | Buffer | null>(Object.assign({}, ...whole, files))) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    if (content !== null) writeFileSync(join(folder, name, file), content);
  }
  return join(folder, name);
}

/** Runs one task over a source, with its questions read back. */
async function asked(source: string, name: string): Promise<Captured & { readonly scenes: readonly string[] }> {
  const out = join(folder, `${name} out`);
  mkdirSync(out, { recursive: true });
  const recipe = join(out, 'recipe.spq');
  writeFileSync(
    recipe,
    `source s = ${source}\nlevel 1 "T" { task t { for object a ask "How far is {a}?" answer a.distance } }\nemit jsonl("q.jsonl")\n`,
  );
  const told = await spq(['run', recipe, '--out', out]);
  const file = join(out, 'q.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  expect(told.out + told.err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  return { ...told, scenes: lines.map((line) => String(JSON.parse(line).scene_id)) };
}

describe('a KITTI folder with one broken scene', () => {
  const cases: readonly (readonly [name: string, files: Files, message: string])[] = [
    ['a broken label line', { 'label_2/000000.txt': `${car}Car 0.00 0\n` }, 'label_2/000000.txt:2'],
    ['a missing picture', { 'image_2/000000.png': null }, 'image_2/000000.png is missing'],
    ['a zero-byte picture', { 'image_2/000000.png': '' }, 'image_2/000000.png is empty (0 bytes)'],
    ['a missing calibration', { 'calib/000000.txt': null }, 'calib/000000.txt is missing'],
    ['a number that is none', { 'label_2/000000.txt': car.replace('4.00', 'nan') }, 'label_2/000000.txt:1'],
  ];

  it.each(cases)('%s: told by file, the other scene asked, exit code 3', async (name, files, message) => {
    const { code, out, err, scenes } = await asked(`kitti("${kitti(name, files)}")`, name);
    expect({ code, scenes }).toEqual({ code: 3, scenes: ['000001'] });
    expect(out + err).toContain(message);
  });
});

describe('a KITTI folder that cannot be read at all', () => {
  it('without calib: exit code 1, and what the folder should hold', async () => {
    const dir = kitti('no calib', { 'calib/000000.txt': null, 'calib/000001.txt': null });
    rmSync(join(dir, 'calib'), { recursive: true, force: true });
    const { code, out, err } = await asked(`kitti("${dir}")`, 'no calib');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^error SPQ506: .*\n.*no calib has no calib\./);
  });

  it('that is not there: exit code 1, and the path', async () => {
    const { code, err } = await asked(`kitti("${join(folder, 'nowhere')}")`, 'nowhere');
    expect(code).toBe(1);
    expect(err).toMatch(/^error SPQ501: .*\n.*nowhere/);
  });

  it('with every scene broken: exit code 1, since nothing was asked of anything', async () => {
    const dir = kitti('all broken', { 'label_2/000000.txt': 'Car\n', 'label_2/000001.txt': 'Car\n' });
    const { code, out, err } = await asked(`kitti("${dir}")`, 'all broken');
    expect(code).toBe(1);
    expect(out + err).toContain('label_2/000000.txt:1');
  });
});

describe('a facts directory', () => {
  it('with a rotation that is none: file, row and column; the thing has no box, the others are asked', async () => {
    const dir = join(folder, 'facts');
    const pair = (id: string) =>
      scene(id, [thing(`${id} chair`, 'chair', [-1, 0, 4]), thing(`${id} lamp`, 'lamp', [1, 0, 4])]);
    const items = [pair('one'), pair('two')].map((facts) => ({ kind: 'scene' as const, facts }));
    await writeFacts(dir, { vocabulary: FURNITURE, count: 2, items });
    const file = join(dir, 'objects-00000.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`create table t as from read_parquet('${file}')`);
    await connection.run(`update t set rotation = [1, 0, 0, 0, 2, 0, 0, 0, 1] where object_id = 'one lamp'`);
    await connection.run(`copy t to '${file}' (format parquet)`);
    connection.closeSync();
    const { code, out, err, scenes } = await asked(`facts("${dir}")`, 'facts');
    expect({ code, scenes }).toEqual({ code: 3, scenes: ['one', 'two', 'two'] });
    expect(out + err).toMatch(/objects-00000\.parquet, row \d \(object one lamp\): rotation must be orthonormal/);
  });
});
