/** Focal length and shift from synthetic affine-invariant point maps whose camera is known, and the guards of the solve. */
import { describe, expect, it } from 'vitest';
import { focalOfPixels, pixelsOfFocal, solveFocalShift } from '../../runtime/perceive/lift/focal-shift.js';
import { metricMap } from '../../runtime/perceive/lift/metric-map.js';
import type { AffinePointMap } from '../../runtime/perceive/point-map.js';
import { randomFrom } from '../reference/random-numbers.js';

interface Camera {
  readonly width: number;
  readonly height: number;
  /** Pixels. */
  readonly focal: number;
  /** Metres at a pixel. */
  readonly depth: (u: number, v: number) => number;
}

/** Errors along the ray and off it are shares of the depth. */
interface Errors {
  readonly scale?: number;
  readonly shift?: number;
  readonly along?: () => number;
  readonly off?: () => number;
  readonly invalid?: () => boolean;
}

/** What a model would say of the camera: (point − [0, 0, shift]) / scale. */
function affineMap(
  camera: Camera,
  { scale = 1, shift = 0, along = () => 0, off = () => 0, invalid = () => false }: Errors = {},
): AffinePointMap {
  const { width, height, focal, depth } = camera;
  const points = new Float32Array(width * height * 3);
  const valid = new Uint8Array(width * height);
  for (let v = 0; v < height; v++)
    for (let u = 0; u < width; u++) {
      const z = depth(u, v) * (1 + along());
      const [x, y] = [((u + 0.5 - width / 2) / focal) * z, ((v + 0.5 - height / 2) / focal) * z];
      // Off its ray, too: a model's points do not keep to rays.
      const [dx, dy, dz] = [z * off(), z * off(), z * off()];
      points.set([(x + dx) / scale, (y + dy) / scale, (z + dz - shift) / scale], 3 * (v * width + u));
      valid[v * width + u] = invalid() ? 0 : 1;
    }
  return { width, height, points, normals: null, valid, metricScale: scale };
}

/** A floor, a back wall and a box before it, seen by a camera that looks down a little. */
function room(random: () => number): Camera {
  const [width, height] = random() < 0.5 ? [128, 96] : [90, 120];
  const fov = 40 + 60 * random();
  const focal = width / 2 / Math.tan((fov / 2) * (Math.PI / 180));
  const [wall, floor, box] = [2.5 + 4 * random(), 1 + random(), 1.2 + random()];
  const depth = (u: number, v: number): number => {
    const [x, y] = [(u + 0.5 - width / 2) / focal, (v + 0.5 - height / 2) / focal];
    const below = y > 0 ? floor / y : Number.POSITIVE_INFINITY;
    return Math.min(
      wall + x * 0.3 * wall,
      below,
      Math.abs(x + 0.1) < 0.15 && y > -0.1 ? box : Number.POSITIVE_INFINITY,
    );
  };
  return { width, height, focal, depth };
}

const nearest = ({ width, height, depth }: Camera): number =>
  Math.min(...Array.from({ length: width * height }, (_, at) => depth(at % width, Math.floor(at / width))));

describe('focal length and shift', () => {
  it('are found within 1 % from 240 point maps with noise, or with the field of view given', () => {
    for (let seed = 0; seed < 240; seed++) {
      const draw = randomFrom(seed);
      const random = (): number => draw.unit();
      const camera = room(random);
      const shift = (random() < 0.5 ? -1 : 1) * nearest(camera) * (0.3 + 0.4 * random());
      const scale = 0.5 + 2 * random();
      // Two uniform draws: a triangle of this standard deviation.
      const noise = (share: number) => (): number => share * Math.sqrt(6) * (random() - random());
      const map = affineMap(camera, {
        scale,
        shift,
        along: noise(0.05 * random()),
        off: noise(0.003 * random()),
        invalid: () => random() < 0.1,
      });
      const found = solveFocalShift(map);
      if (found.kind !== 'solved') throw new Error(`${seed}: ${found.cause}`);
      expect(Math.abs(pixelsOfFocal(found.focal, camera) / camera.focal - 1), `focal of ${seed}`).toBeLessThan(0.01);
      expect(Math.abs((found.shift * scale) / shift - 1), `shift of ${seed}`).toBeLessThan(0.01);
      const known = solveFocalShift(map, focalOfPixels(camera.focal, camera));
      if (known.kind !== 'solved') throw new Error(`${seed}: ${known.cause}`);
      expect(known.focal).toBe(focalOfPixels(camera.focal, camera));
      expect(Math.abs((known.shift * scale) / shift - 1), `shift of ${seed}, focal known`).toBeLessThan(0.01);
    }
  });

  it('give back the point map, in metres and on the rays of its pixels', () => {
    const camera = room(() => 0.4);
    const map = affineMap(camera, { scale: 3, shift: 0.3, invalid: () => false });
    const found = solveFocalShift(map);
    if (found.kind !== 'solved') throw new Error(found.cause);
    const { points, valid, intrinsics } = metricMap(map, found);
    expect(intrinsics[0]).toBeCloseTo(camera.focal, 2);
    expect(valid.every((one) => one === 1)).toBe(true);
    for (const [u, v] of [
      [0, 0],
      [17, 80],
      [60, 40],
    ] as const) {
      const z = camera.depth(u, v);
      const [x, y] = [
        ((u + 0.5 - camera.width / 2) / camera.focal) * z,
        ((v + 0.5 - camera.height / 2) / camera.focal) * z,
      ];
      const at = 3 * (v * camera.width + u);
      expect([...points.subarray(at, at + 3)]).toEqual([x, y, z].map((one) => expect.closeTo(one, 3)));
    }
  });

  it('leave out what is invalid, or behind the camera once it is shifted', () => {
    const map = affineMap({ width: 2, height: 1, focal: 2, depth: (u) => 1 + u });
    const shifted = metricMap({ ...map, valid: Uint8Array.of(1, 0) }, { kind: 'solved', focal: 1, shift: 0 });
    expect([...shifted.valid]).toEqual([1, 0]);
    expect(shifted.points[5]).toBeNaN();
    expect([...metricMap(map, { kind: 'solved', focal: 1, shift: -1.5 }).valid]).toEqual([0, 1]);
  });

  const causeOf = (map: AffinePointMap): string => {
    const found = solveFocalShift(map);
    return found.kind === 'unknown' ? found.cause : 'solved';
  };

  it('are unknown where the points do not tell', () => {
    const size = { width: 64, height: 48, focal: 50 };
    const slanted = (u: number): number => 2 + u / 64;
    expect(causeOf(affineMap({ ...size, depth: slanted }))).toBe('solved');
    // Straight on, focal length and shift stand for one another.
    expect(causeOf(affineMap({ ...size, depth: () => 3 }))).toBe('too flat to tell');
    expect(causeOf(affineMap({ ...size, depth: slanted }, { invalid: () => true }))).toBe('fewer than 2 valid points');
    expect(causeOf(affineMap({ ...size, depth: slanted }, { shift: 2.5 }))).toBe('points behind the camera');
    // 64 pixels across 8 of focal length: 152 degrees.
    expect(causeOf(affineMap({ ...size, focal: 8, depth: slanted }))).toBe('wider than any lens');
    expect(causeOf(affineMap({ ...size, focal: 9, depth: slanted }))).toBe('solved');
  });
});
