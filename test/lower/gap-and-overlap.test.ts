/** `gap`, `overlap`, `top` and `footprint` of upright boxes: by hand, by clipping, by laws, and to the bit as defined. */
import { beforeAll, describe, expect, it } from 'vitest';
import { toReal, whole } from '../../compiler/ir/build.js';
import { gap } from '../../compiler/lower/gap.js';
import { centre } from '../../compiler/lower/object-facts.js';
import { overlap } from '../../compiler/lower/overlap.js';
import { length, minus } from '../../compiler/lower/triple.js';
import type { ObjectRow, SceneFacts } from '../../runtime/facts/rows.js';
import { boxOf, gap as gapInNumbers, overlap as overlapInNumbers, straightened } from '../reference/box-geometry.js';
import { scene, thing } from '../reference/scene-builder.js';
import { ofObjects, type Result } from './computed.js';
import { area, clipped, corners, distance } from './rectangles.js';
import {
  type Random,
  randomBox,
  randomFrom,
  randomView,
  room,
  seen,
  straight,
  type UprightBox,
} from './upright-boxes.js';

type Row = Readonly<Record<string, Result>>;

const measured = (scenes: readonly SceneFacts[]): Promise<readonly Row[]> =>
  ofObjects(scenes, ['a', 'b'], (of, share) => {
    const [a, b] = [of('a'), of('b')];
    return {
      gap: gap(a, b, share),
      back: gap(b, a, share),
      over: overlap(a, b, share),
      under: overlap(b, a, share),
      apart: whole(length(minus(centre(b), centre(a)))),
      top: a('top'),
      height: a('height'),
      base: a('base'),
      footprint: a('footprint_area'),
      width: toReal(a('width')),
    };
  });

const upright: UprightBox = { east: 0, north: 0, height: 0, first: 1, second: 1, tall: 1, turn: 0, vertical: 0 };
const pair = (a: Partial<UprightBox>, b: Partial<UprightBox>): readonly [UprightBox, UprightBox] => [
  { ...upright, ...a },
  { ...upright, ...b },
];

describe('boxes measured by hand', async () => {
  const turned = Math.PI / 4;
  const cases: readonly (readonly [string, readonly [UprightBox, UprightBox], number, number, number])[] = [
    ['side by side, half a metre between them', pair({}, { east: 1.5 }), 500_000, 0, 0],
    ['corner to corner: 3, 4 and 12', pair({}, { east: 1.3, north: 1.4, height: 2.2 }), 1_300_000, 0, 0],
    ['touching faces', pair({}, { east: 1 }), 0, 0, 0],
    ['3 um apart is touching', pair({}, { east: 1.000003 }), 0, 0, 0],
    ['6 um apart is apart', pair({}, { east: 1.000006 }), 6, 0, 0],
    ['touching corners', pair({}, { east: 1, north: 1 }), 0, 0, 0],
    ['one on the other', pair({}, { height: 1 }), 0, 1e9, 1e9],
    ['one over the other', pair({}, { height: 1.25 }), 250_000, 1e9, 1e9],
    ['the same box', pair({}, {}), 0, 1e9, 1e9],
    ['half over', pair({}, { east: 0.5, first: 1 }), 0, 5e8, 5e8],
    ['a quarter over', pair({}, { east: 0.5, north: -0.5 }), 0, 2.5e8, 2.5e8],
    ['small on large, sharing an edge', pair({ first: 0.5, east: -0.25 }, {}), 0, 1e9, 5e8],
    // A square of side 1 in one of side 2 turned by 45 degrees: its corners reach 0.7071, the sides are 1 away.
    ['within a turned one', pair({}, { first: 2, second: 2, turn: turned }), 0, 1e9, 2.5e8],
    // The corner of the turned one is sqrt(1/2) from its centre.
    ['a turned one, corner towards a face', pair({}, { east: 2, turn: turned }), 792_893, 0, 0],
    // What two unit squares share at 45 degrees is a regular octagon of apothem 1/2: 2 (sqrt 2 - 1).
    ['a star', pair({}, { turn: turned }), 0, 828_427_125, 828_427_125],
    ['a quarter turn is none', pair({}, { turn: Math.PI / 2, east: 0.25 }), 0, 7.5e8, 7.5e8],
  ];
  const rows = await measured(
    cases.map(([, [a, b]], i) => room(i, [seen('a', a, straight), seen('b', b, straight)], straight)),
  );
  it.each(cases.map(([name, , ...numbers], i) => [name, i, numbers] as const))('%s', (_, i, numbers) => {
    const row = rows[i] ?? {};
    expect([row.gap, row.over, row.under]).toEqual(numbers);
  });

  it('the top is the base and the height; the footprint is level', async () => {
    const box: UprightBox = { ...upright, first: 0.5, second: 0.8, tall: 1.25, height: 0.1, vertical: 2 };
    const [row] = await measured([room(0, [seen('a', box, straight), seen('b', upright, straight)], straight)]);
    // The floor is 1.5 m below the camera.
    expect([row?.base, row?.top, row?.height]).toEqual([975_000, 2_225_000, 1_250_000]);
    expect(row?.footprint).toBe(400_000);
  });
});

describe('what is unknown', async () => {
  const plain = thing('b', 'chair', [1, 0, 4]);
  const tilted = (degrees: number): ObjectRow => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return thing('a', 'chair', [0, 0, 4], { rotation: [1, 0, 0, 0, c, -s, 0, s, c] });
  };
  const cases: readonly (readonly [string, SceneFacts, boolean])[] = [
    ['tilted by 4.9 degrees', scene('1', [tilted(4.9), plain]), true],
    ['tilted by 5.1 degrees', scene('2', [tilted(5.1), plain]), false],
    ['gravity is not known', scene('3', [tilted(0), plain], { scene: { up: null, upSource: null } }), false],
    ['half a box', scene('4', [tilted(0), { ...plain, extent: 'visible', visibility: 0.5 }]), false],
    ['no box', scene('5', [tilted(0), { ...plain, centre: null, size: null, rotation: null, extent: null }]), false],
    ['up to scale', scene('6', [tilted(0), plain], { scene: { metric: false } }), false],
  ];
  const rows = await measured(cases.map(([, facts]) => facts));
  it.each(cases.map(([name, , known], i) => [name, i, known] as const))('%s', (_, i, known) => {
    const row = rows[i] ?? {};
    expect([row.gap !== null, row.back !== null, row.over !== null, row.under !== null]).toEqual(Array(4).fill(known));
  });
});

interface Trial {
  readonly a: UprightBox;
  readonly b: UprightBox;
  readonly facts: SceneFacts;
  /** The same room from elsewhere. */
  readonly again: SceneFacts;
}

function trial(number: number): Trial {
  const random: Random = randomFrom(number);
  const a = randomBox(random, 1);
  const other = randomBox(random, random.one([0.5, 1, 2]));
  const b = random.one([other, other, other, other, { ...a, height: a.height + 1 }, beside(a, other, random)]);
  const [first, second] = [randomView(random), randomView(random)];
  const sight = (from: typeof first) => room(number, [seen('a', a, from), seen('b', b, from)], from);
  return { a, b, facts: sight(first), again: sight(second) };
}

/** A box moved and turned so that a side of it touches a's first side. */
function beside(a: UprightBox, b: UprightBox, random: Random): UprightBox {
  const away = (a.first + b.first) / 2;
  const [along, across] = [(random.unit() - 0.5) * a.second, random.one([away, -away])];
  const [c, s] = [Math.cos(a.turn), Math.sin(a.turn)];
  return {
    ...b,
    turn: a.turn + random.one([0, Math.PI]),
    east: a.east + across * c - along * s,
    north: a.north + across * s + along * c,
  };
}

describe('random upright boxes', () => {
  const trials = Array.from({ length: 4000 }, (_, i) => trial(i));
  let rows: readonly Row[] = [];
  let again: readonly Row[] = [];
  beforeAll(async () => {
    rows = await measured(trials.map(({ facts }) => facts));
    again = await measured(trials.map((each) => each.again));
  });
  const number = (row: Row | undefined, name: string): number => {
    const value = row?.[name];
    if (typeof value !== 'number') throw new Error(`${name} is no number`);
    return value;
  };
  const each = (check: (trial: Trial, row: Row, i: number) => void): void => {
    expect(rows).toHaveLength(trials.length);
    for (const [i, each] of trials.entries()) check(each, rows[i] ?? {}, i);
  };
  /** um between the boxes, by edges and clipping. */
  const between = ({ a, b }: Trial): number => {
    const level = distance(corners(a), corners(b));
    const above = Math.max(0, Math.abs(a.height - b.height) - (a.tall + b.tall) / 2);
    return 1e6 * Math.sqrt(level * level + above * above);
  };
  const shared = ({ a, b }: Trial): number => area(clipped(corners(a), corners(b)));

  it('hold all kinds: apart, meeting, touching, over each other in part and wholly', () => {
    const of = (test: (row: Row) => boolean): number => rows.filter(test).length;
    expect(of((row) => row.gap === 0)).toBeGreaterThan(800);
    expect(of((row) => row.gap !== 0)).toBeGreaterThan(800);
    expect(of((row) => row.over === 0)).toBeGreaterThan(500);
    expect(of((row) => row.over === 1e9)).toBeGreaterThan(100);
    expect(of((row) => 0 < number(row, 'over') && number(row, 'over') < 1e9)).toBeGreaterThan(1000);
    expect(trials.filter((t) => between(t) < 1 && shared(t) < 1e-9).length).toBeGreaterThan(200);
  });

  it('are as far apart as their edges are, to the rounding of their places', () => {
    each((one, row, i) => {
      const expected = between(one);
      if (expected > 10) expect([i, Math.abs(number(row, 'gap') - expected) < 4]).toEqual([i, true]);
      // Between 1 and 10 um it is the rounding that decides.
      if (expected < 1) expect([i, row.gap]).toEqual([i, 0]);
    });
  });

  it('share what clipping leaves', () => {
    each((one, row, i) => {
      const expected = shared(one) / (one.a.first * one.a.second);
      // Places and sizes are rounded to 1 um, of at least 5 cm.
      expect([i, Math.abs(number(row, 'over') / 1e9 - expected) < 1e-4]).toEqual([i, true]);
    });
  });

  it('are what the definition says, to the bit', () => {
    each(({ facts }, row, i) => {
      const [a, b] = ['a', 'b'].map((id) => {
        const found = facts.objects.find((o) => o.objectId === id);
        return straightened(found ? boxOf(found) : null, facts.scene);
      });
      if (!a || !b) throw new Error('not upright');
      expect([i, row.gap, row.over, row.under]).toEqual([
        i,
        gapInNumbers(a, b),
        overlapInNumbers(a, b),
        overlapInNumbers(b, a),
      ]);
    });
  });

  it('the gap is the same either way round, and no more than from centre to centre', () => {
    each((_, row, i) => {
      expect([i, row.back]).toEqual([i, row.gap]);
      expect([i, 0 <= number(row, 'gap') && number(row, 'gap') <= number(row, 'apart')]).toEqual([i, true]);
    });
  });

  it('the shared area is the same either way round', () => {
    each(({ a, b }, row, i) => {
      const [over, under] = [number(row, 'over') / 1e9, number(row, 'under') / 1e9];
      expect([i, over >= 0 && over <= 1 && under >= 0 && under <= 1]).toEqual([i, true]);
      const [own, other] = [over * a.first * a.second, under * b.first * b.second];
      expect([i, Math.abs(own - other) < 2e-5 * Math.min(a.first * a.second, b.first * b.second) + 1e-5]).toEqual([
        i,
        true,
      ]);
    });
  });

  it('are so from wherever they are seen', () => {
    each((_, row, i) => {
      const other = again[i] ?? {};
      const near = (name: string, by: number): boolean => Math.abs(number(row, name) - number(other, name)) <= by;
      expect([i, near('gap', 5), near('over', 2e5), near('under', 2e5), near('apart', 2)]).toEqual([
        i,
        true,
        true,
        true,
        true,
      ]);
    });
  });

  it('are so wherever they stand: a shift by whole micrometres changes nothing', async () => {
    const shifted = trials.slice(0, 300).map(({ facts }) => ({
      ...facts,
      objects: facts.objects.map((o) => onGrid(o, [0, 0, 0])),
    }));
    const moved = shifted.map((facts) => ({ ...facts, objects: facts.objects.map((o) => onGrid(o, [0.25, -0.5, 1])) }));
    const values = (found: readonly Row[]) => found.map(({ gap, over, under }) => [gap, over, under]);
    expect(values(await measured(moved))).toEqual(values(await measured(shifted)));
  });
});

/** Places in whole 2^-16 m, where sums are exact, and 2^-16 m is shifted by what is a whole number of um. */
function onGrid(row: ObjectRow, [x, y, z]: readonly [number, number, number]): ObjectRow {
  if (row.centre === null) return row;
  const grid = (v: number): number => Math.round(v * 65536) / 65536;
  const [cx, cy, cz] = row.centre;
  return { ...row, centre: [grid(cx) + x, grid(cy) + y, grid(cz) + z] };
}
