/** Angles: by hand, against `Math.atan2`, by laws, and to the bit as defined. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Field } from '../../compiler/ir/node.js';
import { angleBetween, axisAngle } from '../../compiler/lower/angle.js';
import { pathLength } from '../../compiler/lower/path-length.js';
import { type Xyz, xyz } from '../../compiler/lower/triple.js';
import { angleBetween as angleInNumbers, axisAngle as axisAngleInNumbers } from '../reference/box-geometry.js';
import { randomFrom } from '../reference/random-numbers.js';
import type { Vector } from '../reference/whole-units.js';
import { ofRows, type Result } from './computed.js';

type Row = Readonly<Record<string, Result>>;
type Three = readonly [Vector, Vector, Vector];

const columns = ['u', 'v', 'w'].flatMap((name) => ['x', 'y', 'z'].map((c) => `${name}${c}`));
const fields: readonly Field[] = columns.map((name) => ({ name, type: 'real' }));

const measured = (rows: readonly Three[]): Promise<readonly Row[]> =>
  ofRows(
    fields,
    rows.map((vectors) => vectors.flat()),
    (of, share) => {
      const vector = (name: string): Xyz => xyz(of(`${name}x`), of(`${name}y`), of(`${name}z`));
      const [u, v, w] = [vector('u'), vector('v'), vector('w')];
      return {
        uv: angleBetween(u, v, share),
        vu: angleBetween(v, u, share),
        vw: angleBetween(v, w, share),
        uw: angleBetween(u, w, share),
        axes: axisAngle(u, v, share),
        axesBack: axisAngle(v, u, share),
        path: pathLength([u, v, w], share),
        stand: pathLength([u], share),
      };
    },
  );

describe('angles known by hand', async () => {
  const e: Vector = [1, 0, 0];
  const half = Math.sqrt(3) / 2;
  const cases: readonly (readonly [string, Vector, Vector, number | null, number | null])[] = [
    ['the same way', e, [1, 0, 0], 0, 0],
    ['the same way, of other length', e, [3e6, 0, 0], 0, 0],
    ['opposite ways', e, [-2, 0, 0], 180e6, 0],
    ['at a right angle', e, [0, 0, 5], 90e6, 90e6],
    ['half of it', e, [1, 1, 0], 45e6, 45e6],
    ['obtuse', e, [-1, 0, 1], 135e6, 45e6],
    ['a third of a half turn', e, [0.5, half, 0], 60e6, 60e6],
    ['two thirds', e, [-0.5, 0, half], 120e6, 60e6],
    ['3, 4 and 5', e, [4, 3, 0], 36_869_898, 36_869_898],
    ['a thousandth of a degree', e, [1, Math.PI / 180_000, 0], 1000, 1000],
    ['no first vector', [0, 0, 0], e, null, null],
    ['no second vector', e, [0, 0, 0], null, null],
  ];
  const rows = await measured(cases.map(([, u, v]): Three => [u, v, e]));
  it.each(cases.map(([name, , , angle, axes], i) => [name, i, angle, axes] as const))('%s', (_, i, angle, axes) => {
    const row = rows[i] ?? {};
    expect([row.uv, row.vu, row.axes, row.axesBack]).toEqual([angle, angle, axes, axes]);
  });
});

describe('random vectors', () => {
  const random = randomFrom(11);
  const part = (size: number): number => (2 * random.unit() - 1) * size;
  const vector = (): Vector => {
    const size = random.one([1, 1, 1e6, 1e8]);
    return [part(size), part(size), part(size)];
  };
  const nearly = ([x, y, z]: Vector, sign: number): Vector => {
    const off = random.one([1e-3, 1e-5, 1e-7, 1e-9]);
    return [sign * x * (1 + part(off)), sign * y * (1 + part(off)), sign * z * (1 + part(off))];
  };
  const trials = Array.from({ length: 5000 }, (): Three => {
    const u = vector();
    return [u, random.one([vector(), vector(), nearly(u, 1), nearly(u, -1)]), vector()];
  });
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    rows = await measured(trials);
  });
  const each = (check: (vectors: Three, row: Row, i: number) => void): void => {
    expect(rows).toHaveLength(trials.length);
    for (const [i, vectors] of trials.entries()) check(vectors, rows[i] ?? {}, i);
  };

  it('agree with atan2 to half a micro-degree, the rounding', () => {
    each(([u, v], row, i) => {
      const [a, b, c] = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
      const along = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
      const angle = (Math.atan2(Math.sqrt(a * a + b * b + c * c), along) * 180) / Math.PI;
      expect([i, Math.abs(Number(row.uv) - angle * 1e6) < 0.51]).toEqual([i, true]);
      expect([i, Math.abs(Number(row.axes) - Math.min(angle, 180 - angle) * 1e6) < 0.51]).toEqual([i, true]);
    });
  });

  it('are what the definition says, to the bit', () => {
    each(([u, v], row, i) => {
      expect([i, row.uv, row.axes]).toEqual([i, angleInNumbers(u, v), axisAngleInNumbers(u, v)]);
    });
  });

  it('are the same either way round, and turn no more than by way of a third', () => {
    each((_, row, i) => {
      expect([i, row.vu, row.axesBack]).toEqual([i, row.uv, row.axes]);
      // Three roundings to a micro-degree.
      expect([i, Number(row.uw) <= Number(row.uv) + Number(row.vw) + 2]).toEqual([i, true]);
    });
  });

  it('a walk is the sum of its whole steps; whoever stands walks nothing', () => {
    const step = (p: Vector, q: Vector): number =>
      Math.floor(Math.sqrt((q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2 + (q[2] - p[2]) ** 2) + 0.5);
    each(([u, v, w], row, i) => {
      expect([i, row.path, row.stand]).toEqual([i, step(u, v) + step(v, w), 0]);
    });
  });
});
