/** `blocks`: by hand, against sight lines drawn one by one, and to the bit as defined. */
import { beforeAll, describe, expect, it } from 'vitest';
import { blocks } from '../../compiler/lower/blocks.js';
import type { ObjectRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { type Box, blocks as blocksInNumbers, boxOf } from '../reference/box-geometry.js';
import { type Random, randomFrom } from '../reference/random-numbers.js';
import { scene, thing } from '../reference/scene-builder.js';
import type { Vector } from '../reference/whole-units.js';
import { ofObjects, type Result } from './computed.js';
import { randomBox, randomView, seen } from './upright-boxes.js';

const MARGIN = 100_000;
type Row = Readonly<Record<string, Result>>;

const told = (scenes: readonly SceneFacts[]): Promise<readonly Row[]> =>
  ofObjects(scenes, ['x', 'b', 'e'], (of, share) => ({
    camera: blocks(of('x'), of('b'), 'camera', MARGIN, share),
    object: blocks(of('x'), of('b'), of('e'), MARGIN, share),
  }));

const box = (id: string, centre: Vector3, size: Vector3, facts: Partial<ObjectRow> = {}): ObjectRow =>
  thing(id, 'chair', centre, { size, box2d: null, ...facts });
/** Something far off, that looks from there. */
const aside = box('e', [0, 0, 20], [0.2, 0.2, 0.2]);

describe('sights known by hand', async () => {
  const chair = box('b', [0, 0, 4], [0.5, 1, 0.5]);
  const hider = (centre: Vector3, size: Vector3): ObjectRow => box('x', centre, size);
  const cases: readonly (readonly [string, readonly ObjectRow[], boolean | null, boolean | null])[] = [
    [
      'a wall before it, from the camera; from behind it is free',
      [hider([0, 0, 2], [3, 3, 0.2]), chair, aside],
      true,
      false,
    ],
    ['a screen as thin as paper', [hider([0, 0, 2], [3, 3, 0.001]), chair, aside], true, false],
    ['a thing behind it', [hider([0, 0, 6], [3, 3, 0.2]), chair, aside], false, true],
    ['a thing beside the sight', [hider([1.5, 0, 2], [0.5, 2, 0.5]), chair, aside], false, false],
    ['a thing beside it, where the sight widens', [hider([0.9, 0, 3.8], [0.5, 2, 0.5]), chair, aside], false, false],
    ['a thing below the sight', [hider([0, 1.2, 2], [3, 1, 0.5]), chair, aside], false, false],
    ['half of it', [hider([0.5, 0, 2], [1, 3, 0.5]), chair, aside], null, false],
    // A shadow of 0.6 m for 0.5 m of chair: hidden, but not where the wall stands 10 cm aside.
    ['all of it, by less than the margin', [hider([0, 0, 2], [0.34, 2, 0.1]), chair, aside], null, false],
    ['a cup before it', [hider([0, 0, 2], [0.1, 0.1, 0.1]), chair, aside], null, false],
    ['the eye within it', [hider([0, 0, 0.5], [3, 3, 2]), chair, aside], null, false],
    ['the eye 5 cm before it', [hider([0, 0, 1.05], [3, 3, 2]), chair, aside], null, false],
    ['the eye 15 cm before it', [hider([0, 0, 1.15], [3, 3, 2]), chair, aside], true, false],
    ['a cupboard that holds it', [hider([0, 0, 4], [2, 2, 2]), chair, aside], true, true],
    [
      'one that looks from beside the wall',
      [hider([0, 0, 2], [3, 3, 0.2]), chair, box('e', [3, 0, 4], [1, 1, 1])],
      true,
      false,
    ],
    [
      'one that stands within the wall',
      [hider([0, 0, 2], [3, 3, 0.2]), chair, box('e', [0, 0, 2], [1, 1, 1])],
      true,
      null,
    ],
    [
      'half a box of it',
      [hider([0, 0, 2], [3, 3, 0.2]), { ...chair, extent: 'visible', visibility: 0.5 }, aside],
      null,
      null,
    ],
    [
      'half a box of what hides',
      [{ ...hider([0, 0, 2], [3, 3, 1]), extent: 'visible', visibility: 0.5 }, chair, aside],
      null,
      null,
    ],
    [
      'an eye nobody knows the place of',
      [hider([0, 0, 2], [3, 3, 0.2]), chair, { ...aside, extent: 'visible', visibility: 0.5 }],
      true,
      null,
    ],
  ];
  const rows = await told(cases.map(([name, objects]) => scene(name, objects)));
  it.each(cases.map(([name, , ...truths], i) => [name, i, truths] as const))('%s', (_, i, truths) => {
    expect([rows[i]?.camera, rows[i]?.object]).toEqual(truths);
  });

  it('needs no gravity, nor that boxes stand upright', async () => {
    const wall = hider([0, 0, 2], [3, 0.2, 3]);
    const lying = { ...wall, rotation: [1, 0, 0, 0, 0, -1, 0, 1, 0] };
    const [row] = await told([scene('1', [lying, chair, aside], { scene: { up: null, upSource: null } })]);
    expect([row?.camera, row?.object]).toEqual([true, false]);
  });
});

/** Where the sight line from the eye enters and leaves a box that is moved and grown; undefined where it misses. */
function meets(eye: Vector, to: Vector, of: Box, moved: Vector, grown: number): boolean {
  let [enter, leave] = [0, 1];
  for (const [j, axis] of of.axes.entries()) {
    const along = (p: Vector): number =>
      (p[0] - of.centre[0]) * axis[0] +
      (p[1] - of.centre[1]) * axis[1] +
      (p[2] - of.centre[2]) * axis[2] -
      (moved[j] ?? 0);
    const [from, end, half] = [along(eye), along(to), (of.size[j] ?? 0) / 2 + grown];
    const step = end - from;
    if (step === 0 && Math.abs(from) > half) return false;
    if (step === 0) continue;
    const [first, second] = [(-half - from) / step, (half - from) / step];
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
  }
  return enter <= leave;
}

const signs = [-1, 1].flatMap((i) => [-1, 1].flatMap((j) => [-1, 1].map((k): Vector => [i, j, k])));

/** The point of a box at shares -1 to 1 of its half sizes. */
function pointOf(of: Box, shares: Vector): Vector {
  const part = (i: 0 | 1 | 2): number =>
    of.axes.reduce((sum, axis, j) => sum + ((shares[j] ?? 0) * (of.size[j] ?? 0) * axis[i]) / 2, of.centre[i]);
  return [part(0), part(1), part(2)];
}

interface Trial {
  readonly facts: SceneFacts;
  readonly x: Box;
  readonly b: Box;
  readonly random: Random;
}

/** Something of up to 2 m, on or near the line between the camera and something else; turned, and tilted by turns. */
function trial(number: number): Trial {
  const random = randomFrom(number);
  const from = randomView(random);
  const place = (id: string, far: number, wide: number): ObjectRow => {
    const spread = (): number => (2 * random.unit() - 1) * wide;
    const row = seen(id, randomBox(random, 0), from);
    return { ...row, centre: [spread(), spread(), far + spread() / 2] };
  };
  const x = {
    ...place('x', 2.5, random.one([0.4, 0.6, 2])),
    ...(random.chance(0.3) ? { size: [2.5, 2.5, 2.5] as const } : {}),
  };
  const b = place('b', 5, 1);
  const facts = scene(`sight ${number}`, [x, b, place('e', random.one([0.5, 9]), 0.4)], { scene: { up: from.up } });
  const [hider, target] = [boxOf(x), boxOf(b)];
  if (!hider || !target) throw new Error('no box');
  return { facts, x: hider, b: target, random };
}

describe('random sights', () => {
  const trials = Array.from({ length: 1500 }, (_, i) => trial(i));
  const camera: Vector = [0, 0, 0];
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    rows = await told(trials.map(({ facts }) => facts));
  });
  const each = (check: (trial: Trial, row: Row, i: number) => void): void => {
    expect(rows).toHaveLength(trials.length);
    for (const [i, one] of trials.entries()) check(one, rows[i] ?? {}, i);
  };
  const points = ({ b, random }: Trial, count: number): readonly Vector[] => {
    const share = (): number => 2 * random.unit() - 1;
    return [...signs, ...Array.from({ length: count }, (): Vector => [share(), share(), share()])].map((s) =>
      pointOf(b, s),
    );
  };
  const still: Vector = [0, 0, 0];
  const shifts = signs.map(([i, j, k]): Vector => [i * MARGIN, j * MARGIN, k * MARGIN]);

  it('hold enough of each', () => {
    for (const eye of ['camera', 'object'])
      for (const truth of [true, false, null])
        expect([eye, truth, rows.filter((row) => row[eye] === truth).length > 80]).toEqual([eye, truth, true]);
  });

  it('are true where every line meets the box, and also where it stands a margin aside; and only there', () => {
    each((one, row, i) => {
      const inEnlarged = meets(camera, camera, one.x, still, MARGIN);
      const hidden = shifts.every((shift) => points(one, 0).every((p) => meets(camera, p, one.x, shift, 0)));
      expect([i, row.camera === true]).toEqual([i, hidden && !inEnlarged]);
      if (row.camera === true)
        for (const p of points(one, 50)) expect([i, meets(camera, p, one.x, still, 0)]).toEqual([i, true]);
    });
  });

  it('are false only where no line meets the enlarged box', () => {
    each((one, row, i) => {
      if (row.camera !== false) return;
      for (const p of points(one, 200)) expect([i, meets(camera, p, one.x, still, MARGIN)]).toEqual([i, false]);
    });
  });

  it('are false in nearly all cases where no line meets the enlarged box', () => {
    const free = trials.map((one) => points(one, 400).every((p) => !meets(camera, p, one.x, still, MARGIN)));
    const [all, told] = [free.filter(Boolean).length, free.filter((f, i) => f && rows[i]?.camera === false).length];
    expect(all).toBeGreaterThan(200);
    expect(told / all).toBeGreaterThan(0.85);
  });

  it('are what the definition says, to the bit', () => {
    each(({ facts, x, b }, row, i) => {
      const eye = facts.objects[2];
      const at = eye ? boxOf(eye) : null;
      const expected = [camera, at?.centre ?? null].map((from) => blocksInNumbers(x, b, from, MARGIN));
      expect([i, row.camera, row.object]).toEqual([i, ...expected]);
    });
  });
});
