/** The facts of synthetic rooms: deterministic, possible, and exact. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { catalogue, type Kind, type Range } from '../../runtime/sources/rooms/catalogue.js';
import { roomFacts } from '../../runtime/sources/rooms/facts.js';
import { overlaps } from '../../runtime/sources/rooms/footprint.js';
import { openRooms } from '../../runtime/sources/rooms/index.js';
import { furnish } from '../../runtime/sources/rooms/layout.js';
import { nextWord, randomOf } from '../../runtime/sources/rooms/random.js';
import { roomsVocabulary } from '../../runtime/sources/rooms/vocabulary.js';

const kinds: readonly Kind[] = Object.values(catalogue);
const many = Array.from({ length: 400 }, (_, index) => roomFacts(7, index, { pixels: false }));
const allObjects = many.flatMap(({ objects }) => objects);

interface Box {
  readonly centre: Vector3;
  readonly size: Vector3;
  readonly rotation: readonly number[];
}

function boxOf(object: ObjectRow): Box {
  const { centre, size, rotation } = object;
  if (centre === null || size === null || rotation === null) throw new Error(`${object.objectId} has no box`);
  return { centre, size, rotation };
}

function column(rotation: readonly number[], k: number): Vector3 {
  return [rotation[k] ?? Number.NaN, rotation[3 + k] ?? Number.NaN, rotation[6 + k] ?? Number.NaN];
}

const dot = (a: Vector3, b: Vector3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector3, b: Vector3): Vector3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function upOf({ scene }: SceneFacts): Vector3 {
  if (scene.up === null) throw new Error('a room knows its up');
  return scene.up;
}

describe('the random stream', () => {
  it('depends on seed and index alone, and tells them apart', () => {
    const words = (seed: number, index: number) => {
      const random = randomOf(seed, index);
      return [nextWord(random), nextWord(random), nextWord(random)];
    };
    expect(words(1, 2)).toEqual(words(1, 2));
    const all = [words(1, 2), words(2, 1), words(1, 3), words(0, 0), words(2 ** 32, 0), words(0, 2 ** 32)];
    expect(new Set(all.map((w) => w.join())).size).toBe(6);
  });

  it('is spread evenly over its range', () => {
    const random = randomOf(3, 4);
    const counts = new Array<number>(16).fill(0);
    for (let k = 0; k < 16_000; k++) {
      const slot = nextWord(random) >>> 28;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
    // 1000 expected in each, standard deviation 31.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('the furniture', () => {
  it.each(Object.entries(catalogue))('%s fills its box exactly, whatever its size', (_, kind: Kind) => {
    const within = (range: Range) => fc.integer({ min: range[0], max: range[1] }).map((cm) => cm / 100);
    const depthOf = typeof kind.depth === 'string' ? fc.constant(null) : within(kind.depth);
    fc.assert(
      fc.property(within(kind.width), within(kind.height), depthOf, (width, tall, deep) => {
        const depth = deep ?? width;
        const height = kind.depth === 'ball' ? width : tall;
        const parts = kind.build(width, height, depth);
        const low = (axis: 'x' | 'y' | 'z') => Math.min(...parts.map((p) => p[axis] - p[`h${axis}`]));
        const high = (axis: 'x' | 'y' | 'z') => Math.max(...parts.map((p) => p[axis] + p[`h${axis}`]));
        expect(low('x')).toBeCloseTo(-width / 2, 9);
        expect(high('x')).toBeCloseTo(width / 2, 9);
        expect(low('y')).toBeCloseTo(-depth / 2, 9);
        expect(high('y')).toBeCloseTo(depth / 2, 9);
        expect(low('z')).toBeCloseTo(0, 9);
        expect(high('z')).toBeCloseTo(height, 9);
        for (const part of parts) {
          expect(Math.min(part.hx, part.hy, part.hz)).toBeGreaterThan(0);
          if (part.form !== 'box') expect(part.hx).toBeCloseTo(part.hy, 12);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has sizes of its class, in whole centimetres', () => {
    for (const object of allObjects) {
      const { size } = boxOf(object);
      const fits = kinds.some(
        (kind) =>
          kind.label === object.category &&
          size[0] * 100 >= kind.width[0] - 1e-9 &&
          size[0] * 100 <= kind.width[1] + 1e-9 &&
          (kind.depth === 'ball' || (size[1] * 100 >= kind.height[0] - 1e-9 && size[1] * 100 <= kind.height[1] + 1e-9)),
      );
      expect(fits, `${object.objectId} ${size.join(' x ')}`).toBe(true);
      for (const edge of size) expect(edge * 100).toBeCloseTo(Math.round(edge * 100), 9);
    }
  });
});

describe('the room', () => {
  it('holds 6 to 12 things, none in another, all within the walls', () => {
    for (let index = 0; index < 1500; index++) {
      const { things, width, depth, height } = furnish(11, index);
      expect(things.length).toBeGreaterThanOrEqual(6);
      expect(things.length).toBeLessThanOrEqual(12);
      things.forEach((a, k) => {
        for (const b of things.slice(k + 1)) {
          const apart = a.base >= b.base + b.height || b.base >= a.base + a.height;
          expect(apart || !overlaps(a, b, 0)).toBe(true);
        }
        expect(a.base + a.height).toBeLessThanOrEqual(height);
        for (const [sx, sy] of [
          [-1, -1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ] as const) {
          const x = a.x + a.cosine * sx * a.halfWidth - a.sine * sy * a.halfDepth;
          const y = a.y + a.sine * sx * a.halfWidth + a.cosine * sy * a.halfDepth;
          expect(Math.min(x, y, width - x, depth - y)).toBeGreaterThan(-1e-9);
        }
      });
    }
  });

  it('knows that a turned rectangle overlaps another only where it really does', () => {
    const square = { x: 0, y: 0, cosine: 1, sine: 0, halfWidth: 1, halfDepth: 1 };
    const root = Math.sqrt(0.5);
    // A square on its corner reaches sqrt(2) = 1.414 along x.
    const diamond = (x: number, y: number) => ({ x, y, cosine: root, sine: root, halfWidth: 1, halfDepth: 1 });
    expect(overlaps(square, diamond(2.41, 0), 0)).toBe(true);
    expect(overlaps(square, diamond(2.42, 0), 0)).toBe(false);
    // Along the diagonal the diamond's flat side faces the square's corner: 1 + 1.414 apart, so 1.707 along each axis.
    expect(overlaps(square, diamond(1.7, 1.7), 0)).toBe(true);
    expect(overlaps(square, diamond(1.72, 1.72), 0)).toBe(false);
    expect(overlaps(square, diamond(1.72, 1.72), 0.05)).toBe(true);
  });
});

describe('room facts', () => {
  it('are the same for the same seed and index, however many rooms there are', () => {
    const take = (count: number) => [
      ...(openRooms({ count, seed: 3, pictures: null, demand: { pixels: true } }).items as Iterable<unknown>),
    ];
    expect(take(3)).toEqual(take(5).slice(0, 3));
    expect(roomFacts(3, 1, { pixels: false }).objects).toEqual(roomFacts(3, 1, { pixels: true }).objects);
    expect(roomFacts(3, 1, { pixels: false })).not.toEqual(roomFacts(4, 1, { pixels: false }));
  });

  it('turn boxes by rotations whose columns are right, down and front', () => {
    for (const facts of many) {
      const up = upOf(facts);
      expect(dot(up, up)).toBeCloseTo(1, 12);
      for (const object of facts.objects) {
        const { rotation } = boxOf(object);
        const [right, down, front] = [column(rotation, 0), column(rotation, 1), column(rotation, 2)];
        for (const axis of [right, down, front]) expect(dot(axis, axis)).toBeCloseTo(1, 12);
        expect(dot(right, down)).toBeCloseTo(0, 12);
        expect(dot(down, front)).toBeCloseTo(0, 12);
        // Right-handed: right x down = front, so the determinant is +1.
        expect(dot(cross(right, down), front)).toBeCloseTo(1, 12);
        expect(dot(down, up)).toBeCloseTo(-1, 12);
        expect(object.facing).toEqual(object.front === 'one' ? front : null);
      }
    }
  });

  it('rest every box on the floor or on the top of a support', () => {
    for (const [index, facts] of many.entries()) {
      const up = upOf(facts);
      const tops = furnish(7, index)
        .things.filter(({ kind }) => kind.supports)
        .map((thing) => thing.height);
      for (const object of facts.objects) {
        const { centre, size } = boxOf(object);
        const base = dot(centre, up) - size[1] / 2 - (facts.scene.floorHeight ?? Number.NaN);
        const nearest = Math.min(...[0, ...tops].map((top) => Math.abs(top - base)));
        expect(nearest).toBeLessThan(1e-9);
      }
    }
  });

  it('state the height of the camera by pose and floor alike', () => {
    for (const { scene } of many) {
      const height = scene.worldFromCamera?.[11] ?? Number.NaN;
      expect(scene.floorHeight).toBe(-height);
      expect(height).toBeGreaterThanOrEqual(1.2);
      expect(height).toBeLessThanOrEqual(1.9);
      // The last row of the rotation takes camera vectors to the world's height: it is `up`.
      expect(scene.worldFromCamera?.slice(8, 11)).toEqual(scene.up);
    }
  });

  it('bound what is whole in the picture within the projected corners of its box', () => {
    let whole = 0;
    for (const { scene, objects } of many) {
      const [focal, , cx, cy] = scene.intrinsics ?? [Number.NaN, 0, 0, 0];
      for (const object of objects) {
        if (object.truncation !== 0 || object.box2d === null) continue;
        const { centre, size, rotation } = boxOf(object);
        const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((k): readonly [number, number] => {
          const local: Vector3 = [
            ((k & 1 ? 1 : -1) * size[0]) / 2,
            ((k & 2 ? 1 : -1) * size[1]) / 2,
            ((k & 4 ? 1 : -1) * size[2]) / 2,
          ];
          const at = (row: number) =>
            (centre[row] ?? 0) + local.reduce((sum, value, i) => sum + value * (rotation[row * 3 + i] ?? 0), 0);
          return [(focal * at(0)) / at(2) + cx, (focal * at(1)) / at(2) + cy];
        });
        const us = corners.map(([u]) => u);
        const vs = corners.map(([, v]) => v);
        const projected = [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)] as const;
        const [x1, y1, x2, y2] = object.box2d;
        whole++;
        expect(x1).toBeGreaterThan(projected[0] - 1e-6);
        expect(y1).toBeGreaterThan(projected[1] - 1e-6);
        expect(x2).toBeLessThan(projected[2] + 1e-6);
        expect(y2).toBeLessThan(projected[3] + 1e-6);
        // These shapes have all eight corners of their boxes.
        if (object.category !== 'table') continue;
        [x1, y1, x2, y2].forEach((edge, k) => {
          expect(edge).toBeCloseTo(projected[k] ?? Number.NaN, 6);
        });
      }
    }
    expect(whole).toBeGreaterThan(500);
  });

  it('have what questions need: repeated classes, every sort of front, possible and cut-off things', () => {
    const repeated = many.filter(({ objects }) => new Set(objects.map((o) => o.category)).size < objects.length);
    expect(repeated.length).toBeGreaterThan(many.length / 2);
    const share = (test: (o: ObjectRow) => boolean) => allObjects.filter(test).length / allObjects.length;
    expect(share((o) => o.front === 'one')).toBeGreaterThan(0.2);
    expect(share((o) => o.front === 'several')).toBeGreaterThan(0.05);
    expect(share((o) => o.front === 'none')).toBeGreaterThan(0.1);
    expect(share((o) => o.presence === 'possible')).toBeGreaterThan(0.02);
    expect(share((o) => o.presence === 'possible')).toBeLessThan(0.2);
    expect(share((o) => (o.truncation ?? 0) > 0.1)).toBeGreaterThan(0.05);
    expect(share((o) => (o.visibility ?? 1) < 0.9)).toBeGreaterThan(0.1);
    expect(many.reduce((sum, { objects }) => sum + objects.length, 0) / many.length).toBeGreaterThan(5);
    const heights = many.filter(({ objects }) => {
      const sizes = objects.map((o) => o.size?.[1]);
      return new Set(sizes).size < sizes.length;
    });
    expect(heights.length).toBeGreaterThan(many.length / 4);
  });

  it('name each object once and cover the whole vocabulary', () => {
    const labels = new Set(kinds.map(({ label }) => label));
    expect(labels.size).toBe(26);
    const words = new Map(roomsVocabulary.map((row) => [row.label, row]));
    for (const label of labels) expect([label, words.get(label)?.countable]).toEqual([label, true]);
    expect(words.get('bookshelf')?.plural).toBe('bookshelves');
    for (const { objects, coverage } of many) {
      expect(new Set(objects.map((o) => o.objectId)).size).toBe(objects.length);
      expect(objects.every((o) => labels.has(o.category))).toBe(true);
      expect(coverage.map(({ category }) => category)).toEqual([...labels]);
      expect(coverage.every(({ status }) => status === 'exhaustive')).toBe(true);
    }
  });
});
