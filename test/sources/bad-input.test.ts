/** Broken folders: the message names the file and line, and every other scene is still read. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openKitti } from '../../runtime/sources/kitti/index.js';
import { openRobospatial } from '../../runtime/sources/robospatial/index.js';
import { readAll } from './read-all.js';

const folder = mkdtempSync(join(tmpdir(), 'spq-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: 'grey' } })
  .png()
  .toBuffer();
const jpeg = await sharp({ create: { width: 200, height: 100, channels: 3, background: 'grey' } })
  .jpeg()
  .toBuffer();

/** P2 = K [I | t] with f = 100, c = (100, 50), t = (0.06, 0, 0). */
const calibration = 'P0: 1 0 0 0 0 1 0 0 0 0 1 0\nP2: 100 0 100 6 0 100 50 0 0 0 1 0\n';
const car = 'Car 0.00 0 0.00 80.00 20.00 120.00 80.00 1.50 1.60 4.00 0.94 1.75 10.00 0.00';
const dontCare = 'DontCare -1 -1 -10 5.00 10.00 20.00 30.00 -1 -1 -1 -1000 -1000 -1000 -10';

function put(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

/** A KITTI folder with scenes 000000 and 000001, changed by `files`; null leaves a file out. */
function kitti(name: string, files: Readonly<Record<string, string | Buffer | null>>): string {
  const root = join(folder, name);
  const whole: Record<string, string | Buffer | null> = {};
  for (const id of ['000000', '000001']) {
    whole[`label_2/${id}.txt`] = `${car}\n${dontCare}\n`;
    whole[`calib/${id}.txt`] = calibration;
    whole[`image_2/${id}.png`] = png;
  }
  const present = Object.entries({ ...whole, ...files }).flatMap(([file, content]) =>
    content === null ? [] : [[file, content]],
  );
  put(root, Object.fromEntries(present));
  return root;
}

describe('a good KITTI folder', () => {
  it('gives boxes in the frame of camera 2, regions as possible anything, gravity only if asked', async () => {
    const dir = kitti('good', {});
    const { scenes } = await readAll(await openKitti({ dir, gravity: 'level' }));
    const [thing, region] = scenes[0]?.objects ?? [];
    expect(scenes[0]?.scene).toMatchObject({ width: 200, height: 100, up: [0, -1, 0], upSource: 'assumed' });
    // (0.94 + 0.06, 1.75 − 1.5 / 2, 10); ry = 0: the front points along +x.
    expect(thing).toMatchObject({
      category: 'car',
      size: [4, 1.5, 1.6],
      facing: [1, 0, -0],
      front: 'one',
      presence: 'certain',
    });
    expect(thing?.centre?.map((value) => Number(value.toFixed(9)))).toEqual([1, 1, 10]);
    expect(region).toMatchObject({
      category: '*',
      crowd: true,
      presence: 'possible',
      centre: null,
      box2d: [5, 10, 20, 30],
    });
    const without = await readAll(await openKitti({ dir, gravity: null }));
    expect(without.scenes[0]?.scene).toMatchObject({ up: null, upSource: null });
  });
});

describe('a broken KITTI scene', () => {
  const cases = [
    [
      'a field that is no number',
      { 'label_2/000000.txt': `${car}\n${dontCare}\n${car.replace('4.00', 'four')}\n` },
      'SPQ502',
      'label_2/000000.txt:3: length `four` is no number',
    ],
    [
      'an unknown type',
      { 'label_2/000000.txt': `${car.replace('Car', 'Dog')}\n` },
      'SPQ502',
      'label_2/000000.txt:1: type `Dog` is none of Car, Van',
    ],
    ['too few fields', { 'label_2/000000.txt': `\nCar 0.00 0\n` }, 'SPQ502', 'label_2/000000.txt:2: has 3 fields'],
    ['an empty label file', { 'label_2/000000.txt': '' }, 'SPQ502', 'label_2/000000.txt:1: the file is empty'],
    ['no picture', { 'image_2/000000.png': null }, 'SPQ503', 'image_2/000000.png is missing'],
    ['no calibration file', { 'calib/000000.txt': null }, 'SPQ503', 'calib/000000.txt is missing'],
    [
      'a calibration without P2',
      { 'calib/000000.txt': 'P0: 1 2 3\n' },
      'SPQ502',
      'calib/000000.txt: no line begins with `P2:`',
    ],
    [
      'a short P2',
      { 'calib/000000.txt': 'P0: 1\nP2: 1 2 3\n' },
      'SPQ502',
      'calib/000000.txt:2: P2 must have 12 numbers',
    ],
    ['a zero-byte picture', { 'image_2/000000.png': '' }, 'SPQ504', 'image_2/000000.png is empty (0 bytes)'],
    ['a picture that is none', { 'image_2/000000.png': 'not a picture' }, 'SPQ504', 'image_2/000000.png is no picture'],
    ['a JPEG named .png', { 'image_2/000000.png': jpeg }, 'SPQ504', 'image_2/000000.png is jpeg, not png'],
  ] as const;

  it.each(cases)('%s: told by file, and the other scene is read', async (name, files, code, message) => {
    const dir = kitti(name, files);
    const { scenes, quarantined } = await readAll(await openKitti({ dir, gravity: null }));
    expect(scenes.map(({ scene }) => scene.sceneId)).toEqual(['000001']);
    expect(quarantined).toHaveLength(1);
    expect(quarantined[0]).toMatchObject({ sceneId: '000000', objectId: null, stage: 'read', code });
    expect(quarantined[0]?.message).toContain(join(dir, message));
  });
});

describe('a folder that is no KITTI folder', () => {
  it('is refused with what it should look like', async () => {
    await expect(openKitti({ dir: join(folder, 'nowhere'), gravity: null })).rejects.toMatchObject({ code: 'SPQ501' });
    const dir = kitti('no calib', { 'calib/000000.txt': null, 'calib/000001.txt': null });
    await expect(openKitti({ dir, gravity: null })).rejects.toMatchObject({
      code: 'SPQ506',
      message: expect.stringContaining('has no calib'),
      hint: expect.stringContaining('image_2, calib, label_2'),
    });
  });
});

describe('RoboSpatial', () => {
  const identity = [1, 0, 0, 0].map((_, row) => [0, 1, 2, 3].map((column) => (row === column ? 1 : 0)));
  const annotation = {
    dataset: 'd',
    scene_name: 's',
    image_name: 'a.png',
    image_size: [200, 100],
    visible_instance_ids: [1],
    camera_annotations: {
      extrinsic: identity,
      intrinsic: [
        [100, 0, 100, 0],
        [0, 100, 50, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ],
      axis_align_matrix: identity,
    },
    objects: [
      { Name: 'Hidden_thing', bbox_3d: [[0, 0, 9, 1, 1, 1, 0, 0, 0]] },
      { Name: 'Red ball.', bbox_3d: [[2, 0, 3, 2, 2, 2, 0, 0, 0]] },
    ],
  };
  const write = (name: string, files: Readonly<Record<string, string | Buffer>>): string => {
    const root = join(folder, name);
    put(root, { 'images/d/s/a.png': png, 'annotations/deep/good.json': JSON.stringify(annotation), ...files });
    return root;
  };

  it('gives visible objects with clipped 2D boxes and the share outside', async () => {
    const { scenes } = await readAll(await openRobospatial({ dir: write('robo good', {}) }));
    expect(scenes[0]?.scene).toMatchObject({ sceneId: 'deep/good', captureId: 'd/s', up: [0, 0, 1] });
    // x 1..3, z 2..4: u from 100 + 100 · 1/4 to 100 + 100 · 3/2, clipped at 199; v from 0 to 100, clipped at 99.
    expect(scenes[0]?.objects).toMatchObject([{ category: 'red ball', box2d: [125, 0, 199, 99], extent: 'amodal' }]);
    expect(scenes[0]?.objects[0]?.truncation).toBeCloseTo(1 - (74 * 99) / (125 * 100), 9);
  });

  it('tells file and place of what is broken, and goes on', async () => {
    const dir = write('robo bad', {
      'annotations/a.json': '{"dataset": ',
      'annotations/b.json': '',
      'annotations/c.json': JSON.stringify({ ...annotation, objects: [{ Name: 'x', bbox_3d: [[1, 2, 3]] }] }),
      'annotations/d.json': JSON.stringify({ ...annotation, visible_instance_ids: [5] }),
      'annotations/e.json': JSON.stringify({ ...annotation, image_name: 'none.png' }),
      'annotations/f.json': JSON.stringify({ ...annotation, image_size: [640, 480] }),
    });
    const { scenes, quarantined } = await readAll(await openRobospatial({ dir }));
    expect(scenes.map(({ scene }) => scene.sceneId)).toEqual(['deep/good']);
    expect(quarantined.map(({ sceneId, code }) => [sceneId, code])).toEqual([
      ['a', 'SPQ507'],
      ['b', 'SPQ502'],
      ['c', 'SPQ507'],
      ['d', 'SPQ507'],
      ['e', 'SPQ503'],
      ['f', 'SPQ505'],
    ]);
    expect(quarantined[2]?.message).toContain(`${join(dir, 'annotations/c.json')}, at objects[0].bbox_3d[0]`);
  });

  it('must have annotations and images', async () => {
    const dir = join(folder, 'robo empty');
    put(dir, { 'annotations/x.txt': '' });
    await expect(openRobospatial({ dir })).rejects.toMatchObject({
      code: 'SPQ506',
      message: expect.stringContaining('images'),
    });
  });
});
