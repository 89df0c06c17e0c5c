/** A facts directory of rooms with masks and depth but without boxes, its depth in every encoding; and what is said of broken ones. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { dump } from 'npyjs';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFacts } from '../../runtime/facts/check.js';
import type { DenseRow, ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { writeFacts } from '../../runtime/facts/write.js';
import { length, subtract } from '../../runtime/geometry/matrix.js';
import { runsOfMask } from '../../runtime/perceive/run-length.js';
import { openFactsDirectory } from '../../runtime/sources/facts-directory/index.js';
import { renderedRoom } from '../perceive/rendered-room.js';
import { readAll } from '../sources/read-all.js';
import { sourceOf } from './example-scene.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-lifted-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const room = renderedRoom(41, 15);
const { width, height } = room.map;
const metres = Float32Array.from({ length: width * height }, (_, at) => room.map.points[3 * at + 2] ?? 0);

/** What a pipeline without 3D boxes knows of the room. */
function bare(facts: SceneFacts, dense: readonly Partial<DenseRow>[]): SceneFacts {
  const nothing = {
    centre: null,
    size: null,
    rotation: null,
    extent: null,
    facing: null,
    visibility: null,
    truncation: null,
  };
  return {
    ...facts,
    scene: { ...facts.scene, up: null, upSource: null, floorHeight: null, worldFromCamera: null },
    objects: facts.objects.map((row) => ({ ...row, ...nothing, front: 'unseen', box2d: null })),
    pixels: [],
    dense: dense.map((row) => ({
      role: 'depth',
      uri: 'depth.png',
      encoding: 'uint16',
      depthKind: 'z',
      scale: null,
      width,
      height,
      ...row,
    })),
  };
}

interface Changes {
  /** Rows that differ from those of the room. */
  readonly objects?: (row: ObjectRow) => Partial<ObjectRow>;
  /** As SQL, of the mask `m`. */
  readonly mask?: string;
}

async function directory(
  name: string,
  dense: Partial<DenseRow>,
  { objects, mask = 'm' }: Changes = {},
): Promise<string> {
  const dir = join(folder, name);
  mkdirSync(dir, { recursive: true });
  const facts = bare(room.facts, [{ ...dense, uri: join(dir, dense.uri ?? 'depth.png') }]);
  const changed = { ...facts, objects: facts.objects.map((row) => ({ ...row, ...objects?.(row) })) };
  await writeFacts(dir, sourceOf([changed]));
  const masks = room.things.map(({ truth, mask: own }) => `('${truth.objectId}', '${runsOfMask(own)}')`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const file = join(dir, 'objects-00000.parquet');
  await connection.run(`create table t as from read_parquet('${file}')`);
  await connection.run(`create table masks as select * from (values ${masks.join(', ')}) as v (object_id, m)`);
  await connection.run(
    `copy (select t.*, ${mask} as mask from t join masks using (object_id)) to '${file}' (format parquet)`,
  );
  connection.closeSync();
  return dir;
}

const millimetres = Uint16Array.from(metres, (z) => Math.round(1000 * z));
async function writeGrey(file: string, values: Uint16Array): Promise<Buffer> {
  const png = await sharp(values, { raw: { width, height, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer();
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, png);
  return png;
}

const boxed = ({ objects }: SceneFacts): readonly ObjectRow[] => objects.filter(({ size }) => size !== null);
async function read(dir: string): Promise<SceneFacts> {
  const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir }));
  expect(quarantined).toEqual([]);
  const [only] = scenes;
  if (only === undefined) throw new Error('no scene');
  return only;
}

describe('masks and depth without boxes', () => {
  it('are lifted: gravity, the floor and boxes are those of the room', async () => {
    const dir = await directory('uint16', { scale: 0.001 });
    await writeGrey(join(dir, 'depth.png'), millimetres);
    const facts = await read(dir);
    expect(facts.scene.upSource).toBe('from_normals');
    expect(length(subtract(facts.scene.up ?? [0, 0, 0], room.facts.scene.up ?? [0, 0, 0]))).toBeLessThan(0.02);
    expect(Math.abs((facts.scene.floorHeight ?? 0) - (room.facts.scene.floorHeight ?? 0))).toBeLessThan(0.02);
    const found = boxed(facts);
    expect(found.length).toBeGreaterThanOrEqual(4);
    const whole = found.filter(({ truncation, visibility }) => truncation === 0 && (visibility ?? 0) >= 0.7);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    for (const row of whole) {
      const truth = room.facts.objects.find(({ objectId }) => objectId === row.objectId);
      expect(length(subtract(row.centre ?? [0, 0, 0], truth?.centre ?? [0, 0, 0])), row.objectId).toBeLessThan(0.05);
      expect(row).toMatchObject({ extent: 'visible', provenance: 'lifted' });
    }
  });

  it('keep what a row states: its box, and how much of it is seen', async () => {
    const [first, second] = room.facts.objects;
    const given = {
      centre: [0, 0, 9],
      size: [1, 1, 1],
      rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      extent: 'amodal',
    } as const;
    const dir = await directory(
      'given',
      { scale: 0.001 },
      {
        objects: ({ objectId }) =>
          objectId === first?.objectId ? given : objectId === second?.objectId ? { visibility: 0.5 } : {},
      },
    );
    await writeGrey(join(dir, 'depth.png'), millimetres);
    const { objects } = await read(dir);
    expect(objects.find(({ objectId }) => objectId === first?.objectId)).toMatchObject({
      ...given,
      provenance: 'rooms',
    });
    expect(objects.find(({ objectId }) => objectId === second?.objectId)?.visibility).toBe(0.5);
  });

  it('read depth as millimetres, logarithms, along rays and as arrays: the boxes are the same', async () => {
    const plain = await directory('plain', { scale: 0.001 });
    await writeGrey(join(plain, 'depth.png'), millimetres);
    const expected = boxed(await read(plain)).map(({ centre }) => centre);
    const close = expected.map((centre) => centre?.map((one) => expect.closeTo(one, 2)));

    const array = await directory('npy', { encoding: 'npy', uri: 'depth.npy' });
    writeFileSync(join(array, 'depth.npy'), Buffer.from(dump(metres, [height, width])));
    expect(boxed(await read(array)).map(({ centre }) => centre)).toEqual(close);

    const [fx, fy, cx, cy] = room.map.intrinsics;
    const along = metres.map(
      (z, at) => z * Math.hypot((at % width) / fx - cx / fx, Math.floor(at / width) / fy - cy / fy, 1),
    );
    const rays = await directory('rays', { encoding: 'npy', uri: 'depth.npy', depthKind: 'euclidean', scale: 0.01 });
    const centimetres = Float64Array.from(along, (one) => 100 * one);
    writeFileSync(join(rays, 'depth.npy'), Buffer.from(dump(centimetres, [height, width])));
    expect(boxed(await read(rays)).map(({ centre }) => centre)).toEqual(close);

    const logarithms = await directory('log16', { encoding: 'log16' });
    const [near, far] = [0.5, 20];
    const steps = Uint16Array.from(metres, (z) => 1 + Math.round((65_533 * Math.log(z / near)) / Math.log(far / near)));
    const png = await writeGrey(join(logarithms, 'depth.png'), steps);
    writeFileSync(join(logarithms, 'depth.png'), withTexts(png, { near: String(near), far: String(far) }));
    expect(boxed(await read(logarithms)).map(({ centre }) => centre)).toEqual(close);
  });
});

/** The PNG with tEXt chunks after its header, as ISO 15948, 11.3.4.3, has them. */
function withTexts(png: Buffer, texts: Readonly<Record<string, string>>): Buffer {
  const header = 8 + 12 + 13;
  const chunks = Object.entries(texts).map(([keyword, text]) => {
    const body = Buffer.concat([Buffer.from('tEXt'), Buffer.from(keyword), Buffer.of(0), Buffer.from(text)]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length - 4);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, check]);
  });
  return Buffer.concat([png.subarray(0, header), ...chunks, png.subarray(header)]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('what cannot be lifted', () => {
  it('is told with file and row, and the scene goes on without its boxes', async () => {
    const said = async (name: string, dense: Partial<DenseRow>, write?: (dir: string) => unknown): Promise<string> => {
      const dir = await directory(name, dense);
      await write?.(dir);
      const { scenes, quarantined } = await readAll(await openFactsDirectory({ dir }));
      expect(scenes[0]?.objects).toHaveLength(room.things.length);
      expect(scenes.flatMap(boxed)).toEqual([]);
      return quarantined.map(({ code, message }) => `${code} ${message.replaceAll(dir, '')}`).join('\n');
    };
    const missing = 'uri cannot be used: /depth.png is missing or may not be read.';
    expect(await said('missing', { scale: 0.001 })).toContain(`SPQ503 /dense-00000.parquet, row 0: ${missing}`);
    const grey = (dir: string) => writeGrey(join(dir, 'depth.png'), millimetres);
    expect(await said('no-scale', {}, grey)).toContain(
      'SPQ504 /dense-00000.parquet, row 0: uri cannot be used: /depth.png',
    );
    expect(await said('no-range', { encoding: 'log16' }, grey)).toContain('no texts `near` and `far`');
    expect(await said('half', { scale: 0.001, width: width / 2 }, grey)).toContain(
      'is 480 x 640 (height x width); its row says 480 x 320',
    );
    expect(await said('unknown', { encoding: 'exr' }, grey)).toContain('has the encoding `exr`');
    const text = (dir: string) => writeFileSync(join(dir, 'depth.png'), 'no picture');
    expect(await said('text', { scale: 0.001 }, text)).toContain('cannot be read');
  });

  it('is told of a mask of another size, and by `facts check` of a thing that gives no box', async () => {
    const dir = await directory('masks', { scale: 0.001 }, { mask: "case when object_id < 'b' then m else '141' end" });
    await writeGrey(join(dir, 'depth.png'), millimetres);
    const { quarantined } = await readAll(await openFactsDirectory({ dir }));
    const others = room.things.filter(({ truth }) => truth.objectId >= 'b');
    expect(quarantined).toHaveLength(others.length);
    expect(quarantined[0]?.message).toContain(`mask is no run lengths of ${width} x ${height} pixels`);
  });

  it('has its cause in `facts check`', async () => {
    const few = new Uint8Array(width * height).fill(1, 100 * width + 100, 100 * width + 120);
    const dir = await directory('few', { scale: 0.001 }, { mask: `'${runsOfMask({ width, height, pixels: few })}'` });
    await writeGrey(join(dir, 'depth.png'), millimetres);
    const { problems, errors } = await checkFacts(dir);
    expect(errors).toBe(0);
    const told = problems.filter(({ column }) => column === 'mask');
    expect(told).toHaveLength(room.things.length);
    expect(told[0]).toMatchObject({
      severity: 'warning',
      file: 'objects-00000.parquet',
      row: 0,
      what: 'gives no 3D box: too few points (20 points)',
    });
  });
});
