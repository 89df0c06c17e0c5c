/**
 * Frames of public RGB-D data sets (7-Scenes, TUM, NYU, SUN RGB-D) with measured depth: what is lifted from sensors, not from renderings.
 * Boxes in the picture are those of SUN's labels, else drawn by hand around things whose size everybody knows.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Vector3 } from '../../runtime/facts/rows.js';
import { apply3, type Matrix3, multiply3, transpose3 } from '../../runtime/geometry/matrix.js';
import type { Bounds, Intrinsics } from '../../runtime/geometry/projection.js';

export const rgbdFolder = join(import.meta.dirname, '../../../shared/data');
export const hasRgbd = existsSync(join(rgbdFolder, 'rgbd_tum'));

export interface Prompt {
  readonly label: string;
  readonly bounds: Bounds;
  /** Least and greatest plausible height, metres. */
  readonly tall: readonly [number, number];
}

export interface RgbdFrame {
  readonly name: string;
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  readonly intrinsics: Intrinsics;
  /** [height · width], metres along z; NaN where nothing was measured. */
  readonly metres: Float32Array;
  /** Unit vector against gravity, camera frame, as the data set states it; null where it does not. */
  readonly up: Vector3 | null;
  /** Row-major, camera to the world of its data set; null where it is not stated. */
  readonly worldFromCamera: Matrix3 | null;
  readonly prompts: readonly Prompt[];
}

interface Listed extends Omit<RgbdFrame, 'picture' | 'width' | 'height' | 'metres'> {
  readonly picture: string;
  readonly depth: string;
  readonly metresOf: (value: number) => number;
}

const millimetres = (value: number): number => (value === 65_535 ? 0 : value / 1000);
const kinect: Intrinsics = [585, 585, 320, 240];
const mug = [0.06, 0.14] as const;

const listed = (): readonly Listed[] => [
  {
    name: '7-scenes 0',
    picture: 'rgbd_7scenes/frame-000000.color.jpg',
    depth: 'rgbd_7scenes/frame-000000.depth.png',
    metresOf: millimetres,
    intrinsics: kinect,
    up: null,
    worldFromCamera: turnOf('rgbd_7scenes/frame-000000.pose.txt'),
    prompts: [{ label: 'mug', bounds: [358, 160, 404, 203], tall: mug }],
  },
  {
    name: '7-scenes 300',
    picture: 'rgbd_7scenes/frame-000300.color.jpg',
    depth: 'rgbd_7scenes/frame-000300.depth.png',
    metresOf: millimetres,
    intrinsics: kinect,
    up: null,
    worldFromCamera: turnOf('rgbd_7scenes/frame-000300.pose.txt'),
    prompts: [
      { label: 'mug', bounds: [55, 209, 108, 263], tall: mug },
      { label: 'cup', bounds: [474, 280, 529, 339], tall: mug },
    ],
  },
  {
    name: 'tum 1',
    picture: 'rgbd_tum/1.png',
    depth: 'rgbd_tum/1_depth.png',
    metresOf: (value) => value / 5000,
    intrinsics: [520.9, 521, 325.1, 249.7],
    up: null,
    worldFromCamera: null,
    prompts: [
      { label: 'monitor', bounds: [233, 91, 392, 260], tall: [0.25, 0.55] },
      { label: 'can', bounds: [42, 255, 90, 322], tall: [0.1, 0.18] },
      { label: 'mug', bounds: [440, 287, 489, 358], tall: mug },
    ],
  },
  {
    name: 'nyu',
    picture: 'rgbd_metric3d/nyu_demo/rgb/rgb_00000.jpg',
    depth: 'rgbd_metric3d/nyu_demo/depth/sync_depth_00000.png',
    metresOf: millimetres,
    intrinsics: [518.8579, 519.46961, 325.58245, 253.73617],
    up: null,
    worldFromCamera: null,
    prompts: [{ label: 'wardrobe', bounds: [168, 88, 354, 366], tall: [1.2, 2.1] }],
  },
  {
    name: 'sun raw',
    picture: 'sunrgbd_raw/img_0063/image/img_0063.jpg',
    depth: 'sunrgbd_raw/img_0063/depth_bfx/img_0063_abs.png',
    // Three bits are rotated: SUN's own encoding.
    metresOf: (value) => (((value >> 3) | (value << 13)) & 0xffff) / 1000,
    intrinsics: [520.532, 520.7444, 277.9258, 215.115],
    up: sunUp('sunrgbd_raw/img_0063/extrinsics/20140915210114.txt'),
    worldFromCamera: null,
    prompts: [{ label: 'bookshelf', bounds: [216, 0, 457, 402], tall: [1, 2.5] }],
  },
  {
    name: 'sun votenet',
    picture: 'sunrgbd_votenet/image/000001.jpg',
    depth: 'sunrgbd_votenet/depth_mm_derived/000001.png',
    metresOf: millimetres,
    intrinsics: [529.5, 529.5, 365, 265],
    up: votenetUp('sunrgbd_votenet/calib/000001.txt'),
    worldFromCamera: null,
    prompts: [{ label: 'ottoman', bounds: [332, 318, 649, 527], tall: [0.3, 0.9] }],
  },
];

const numbersOf = (file: string): readonly number[] =>
  readFileSync(join(rgbdFolder, file), 'utf8').trim().split(/\s+/).map(Number);

/** The rotation of a pose of four rows. */
function turnOf(file: string): Matrix3 {
  const n = numbersOf(file);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = [0, 1, 2, 4, 5, 6, 8, 9, 10].map(
    (at) => n[at] ?? 0,
  );
  return [a, b, c, d, e, f, g, h, i];
}

/** Rows of E, which takes the camera to an upright camera: there up is −y. */
function sunUp(file: string): Vector3 {
  const n = numbersOf(file);
  return [-(n[4] ?? 0), -(n[5] ?? 0), -(n[6] ?? 0)];
}

/** Rtilt, column by column, takes the tilted frame (x right, y forward, z up) to the upright one: there up is z. */
function votenetUp(file: string): Vector3 {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = numbersOf(file);
  const rtilt: Matrix3 = [a, d, g, b, e, h, c, f, i];
  const camera: Matrix3 = [1, 0, 0, 0, 0, -1, 0, 1, 0];
  return apply3(multiply3(camera, transpose3(rtilt)), [0, 0, 1]);
}

export async function rgbdFrames(): Promise<readonly RgbdFrame[]> {
  return Promise.all(
    listed().map(async ({ depth, metresOf, picture, ...frame }) => {
      const file = sharp(join(rgbdFolder, depth)).toColourspace('grey16').raw({ depth: 'ushort' });
      const { data, info } = await file.toBuffer({ resolveWithObject: true });
      const values = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
      const metres = Float32Array.from(values, (value) => {
        const one = metresOf(value);
        return one > 0 ? one : Number.NaN;
      });
      return { ...frame, picture: join(rgbdFolder, picture), width: info.width, height: info.height, metres };
    }),
  );
}
