/** GeoCalib's fields: those of a known up vector, by projecting what points up; with noise; and of nothing. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Vector3 } from '../../../runtime/facts/rows.js';
import { add, dot, normalised, scale, solve3 } from '../../../runtime/geometry/matrix.js';
import { type Intrinsics, type Picture, project, unproject } from '../../../runtime/geometry/projection.js';
import {
  geocalib,
  geocalibInputs,
  geocalibSize,
  LEAST_AGREEMENT,
  upOfFields,
} from '../../../runtime/perceive/decode/geocalib.js';
import { cropped, croppedIntrinsics, middleOfShape } from '../../../runtime/perceive/picture/centre-crop.js';
import { resized } from '../../../runtime/perceive/picture/resize.js';
import type { NamedTensors } from '../../../runtime/perceive/tensor.js';
import { fixtureModels, numbers } from '../fixture-models.js';
import { blue, green, painted, red } from '../painted.js';

const models = fixtureModels();
afterAll(() => models.close());

const size: Picture = { width: 64, height: 32 };
const intrinsics: Intrinsics = [50, 50, 31.5, 15.5];

interface Pixels {
  readonly up: readonly [number, number];
  readonly latitude: number;
  readonly confidence: number;
}

/** Fields of any kind as the network gives them. */
function fields(of: (u: number, v: number) => Pixels): NamedTensors {
  const pixels = Array.from({ length: size.width * size.height }, (_, at) =>
    of(at % size.width, Math.floor(at / size.width)),
  );
  const { width, height } = size;
  return {
    up_field: numbers([1, 2, height, width], [...pixels.map(({ up }) => up[0]), ...pixels.map(({ up }) => up[1])]),
    up_confidence: numbers(
      [1, height, width],
      pixels.map(({ confidence }) => confidence),
    ),
    latitude_field: numbers(
      [1, 1, height, width],
      pixels.map(({ latitude }) => latitude),
    ),
    latitude_confidence: numbers(
      [1, height, width],
      pixels.map(({ confidence }) => confidence),
    ),
  };
}

/** What a camera sees for which this is up: a point a little above each point is projected, too. */
const seen =
  (up: Vector3, camera: Intrinsics = intrinsics) =>
  (u: number, v: number): Pixels => {
    const point = unproject(camera, [u, v], 1);
    const above = project(camera, add(point, scale(up, 1e-4))) ?? [u, v];
    const [du, dv] = [above[0] - u, above[1] - v];
    const length = Math.hypot(du, dv);
    return {
      up: [du / length, dv / length],
      latitude: Math.asin(Math.min(1, Math.max(-1, dot(normalised(point), up)))),
      confidence: 0.8,
    };
  };

const degreesBetween = (a: Vector3, b: Vector3): number => (Math.acos(Math.min(1, dot(a, b))) * 180) / Math.PI;

describe('up by both fields', () => {
  it('is against y for a level camera, by hand', () => {
    // Every pixel: up in the picture; latitude falls from top to bottom, by the angle of the ray.
    const level = fields((u, v) => {
      const [x, y] = [(u - 31.5) / 50, (v - 15.5) / 50];
      return { up: [0, -1], latitude: Math.asin(-y / Math.hypot(x, y, 1)), confidence: 1 };
    });
    const found = upOfFields(level, intrinsics);
    expect(found?.up).toEqual([0, -1, 0].map((value) => expect.closeTo(value, 6)));
    expect(found?.confidence).toBeCloseTo(1, 6);
  });

  it('is the up that was seen, whichever way the camera is tilted and rolled', () => {
    const angle = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(angle, angle, (roll, pitch) => {
        const up: Vector3 = [-Math.sin(roll) * Math.cos(pitch), -Math.cos(roll) * Math.cos(pitch), Math.sin(pitch)];
        const found = upOfFields(fields(seen(up)), intrinsics);
        expect(degreesBetween(found?.up ?? [0, 0, 1], up)).toBeLessThan(0.1);
      }),
      { numRuns: 30 },
    );
  });

  it('is right where pixels are not square, and the middle is elsewhere', () => {
    const camera: Intrinsics = [60, 45, 20, 24];
    const up = normalised([0.2, -1, 0.3]);
    expect(degreesBetween(upOfFields(fields(seen(up, camera)), camera)?.up ?? [0, 0, 1], up)).toBeLessThan(0.1);
  });

  it('stands a third of the pixels that are wrong, and says that they do not agree', () => {
    const up = normalised([0.1, -1, 0.4]);
    const truth = seen(up);
    const noisy = fields((u, v) => {
      const turn = u * 2.4 + v * 1.7;
      const wrong = {
        up: [Math.cos(turn), Math.sin(turn)],
        latitude: 1.2 * Math.sin(turn * 5),
        confidence: 0.8,
      } as const;
      return u % 3 === 0 ? wrong : truth(u, v);
    });
    const found = upOfFields(noisy, intrinsics);
    expect(degreesBetween(found?.up ?? [0, 0, 1], up)).toBeLessThan(2);
    expect(found?.confidence).toBeGreaterThan(LEAST_AGREEMENT);
    expect(found?.confidence).toBeLessThan(0.75);
  });

  it('is unknown where the fields contradict each other, or have no confidence', () => {
    const truth = seen([0, -1, 0]);
    expect(
      upOfFields(
        fields((u, v) => ({ ...truth(u, v), confidence: 0 })),
        intrinsics,
      ),
    ).toBeNull();
    expect(
      upOfFields(
        fields((u, v) => ({ ...truth(u, v), latitude: Number.NaN, confidence: Number.NaN })),
        intrinsics,
      ),
    ).toBeNull();
    const torn = fields((u, v) => ({
      up: [Math.cos(u * 2.4 + v), Math.sin(u * 2.4 + v)],
      latitude: ((u * 37 + v * 11) % 17) / 8 - 1,
      confidence: 1,
    }));
    expect(upOfFields(torn, intrinsics)).toBeNull();
  });
});

describe('what GeoCalib is given', () => {
  it.each([
    [
      { width: 1920, height: 1080 },
      { width: 544, height: 320 },
    ],
    [
      { width: 1080, height: 1920 },
      { width: 320, height: 544 },
    ],
    [
      { width: 100, height: 100 },
      { width: 320, height: 320 },
    ],
  ])('has sides of multiples of 32: %o', (picture, expected) => {
    expect(geocalibSize(picture)).toEqual(expected);
  });

  it('is the middle of the picture, 0..1, and its camera looks where it looked', async () => {
    // 400 x 300: 320 high would be 426.7 wide, so 416: of 400 columns 390 are kept, and five are left out at each side.
    const picture = painted(400, 300, green, [
      { left: 0, top: 0, right: 5, bottom: 300, colour: red },
      { left: 395, top: 0, right: 400, bottom: 300, colour: blue },
    ]);
    const middle = middleOfShape(picture, geocalibSize(picture));
    expect(middle).toEqual({ left: 5, top: 0, width: 390, height: 300 });
    expect(croppedIntrinsics([300, 300, 199.5, 149.5], middle)).toEqual([300, 300, 194.5, 149.5]);
    const content = await resized(cropped(picture, middle), geocalibSize(picture));
    const model = await models.open(geocalib, (graph, input) => {
      const two = graph.node('Slice', [
        input('image'),
        ...[0n, 2n, 1n].map((value) => graph.constant({ type: 'int64', dims: [1], data: BigInt64Array.of(value) })),
      ]);
      const plane = (at: bigint) =>
        graph.node(
          'Gather',
          [input('image'), graph.constant({ type: 'int64', dims: [], data: BigInt64Array.of(at) })],
          {
            axis: 1,
          },
        );
      const one = graph.node('Unsqueeze', [
        plane(2n),
        graph.constant({ type: 'int64', dims: [1], data: BigInt64Array.of(1n) }),
      ]);
      return { up_field: two, up_confidence: plane(1n), latitude_field: one, latitude_confidence: plane(0n) };
    });
    const { outputs } = await model.run(geocalibInputs(content));
    expect(outputs.up_confidence?.dims).toEqual([1, 320, 416]);
    const sum = (name: string): number => [...(outputs[name]?.data ?? [])].reduce<number>((s, x) => s + Number(x), 0);
    expect(sum('up_confidence')).toBeCloseTo(320 * 416, 0);
    expect(sum('latitude_confidence')).toBe(0);
    expect(sum('latitude_field')).toBe(0);
  });
});

describe('three linear equations', () => {
  it('have the solution that fulfils them, or none', () => {
    expect(solve3([2, 0, 0, 0, 4, 0, 0, 1, 1], [2, 8, 5])).toEqual([1, 2, 3]);
    expect(solve3([1, 2, 3, 2, 4, 6, 0, 1, 1], [1, 2, 3])).toBeNull();
  });
});
