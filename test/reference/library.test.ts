/** The relations and facts of the standard library, by hand: true where every reading is, unknown where readings differ. */
import { describe, expect, it } from 'vitest';
import type { ObjectRow, Vector3 } from '../../runtime/facts/rows.js';
import { evaluateTask } from './recipe-text.js';
import { ALIGNED, LEVEL, scene, thing } from './scene-builder.js';

/** A box on the floor, which is 1.5 m below the camera: width, height and depth, and its underside above the floor. */
function standing(
  id: string,
  [x, z]: readonly [number, number],
  [width, height, depth]: Vector3,
  base = 0,
  facts: Partial<ObjectRow> = {},
): ObjectRow {
  const centre: Vector3 = [x, 1.5 - base - height / 2, z];
  return thing(id, 'chair', centre, { size: [width, height, depth], rotation: ALIGNED, ...facts });
}

const inRoom = (objects: readonly ObjectRow[]) =>
  scene('room', objects, { scene: { up: LEVEL, upSource: 'truth', floorHeight: -1.5 } });

/** Whether `a r b`, and whether `b r a`. */
function holds(relation: string, a: ObjectRow, b: ObjectRow): readonly (boolean | null)[] {
  const { tuples } = evaluateTask(`for objects (a, b)\n claim "{a} {b}." when a ${relation} b`, [inRoom([a, b])]);
  return [a, b].map(({ objectId }) => tuples.find(({ ids }) => ids[0] === objectId)?.claims[0] ?? null);
}

/** The facts of one thing. */
function factsOf(a: ObjectRow, names: readonly string[]): readonly unknown[] {
  const lets = names.map((name, i) => `let v${i} = a.${name}`).join('\n');
  const { tuples } = evaluateTask(`for object a\n ${lets}\n ask "{a}?"\n answer a.height`, [inRoom([a])]);
  return names.map((_, i) => tuples[0]?.lets[`v${i}`]);
}

const table = standing('table', [0, 4], [1.6, 0.7, 0.8]);
const cup = (base: number, x = 0.3) => standing('cup', [x, 4], [0.1, 0.1, 0.1], base);

describe('facts of sizes', () => {
  it('are made of width, depth and height', () => {
    const bed = standing('bed', [0, 4], [2, 0.5, 1.6], 0.1);
    const names = ['longer_side', 'shorter_side', 'longest_side', 'breadth', 'top', 'base', 'footprint_area'];
    expect(factsOf(bed, names)).toEqual([2e6, 1.6e6, 2e6, 1.8e6, 0.6e6, 0.1e6, 3.2e6]);
    // 2 / 1.6 and 0.5 / 2
    expect(factsOf(bed, ['elongation', 'slenderness'])).toEqual([1.25e9, 0.25e9]);
  });

  it('take the height where that is the longest', () => {
    const lamp = standing('lamp', [0, 4], [0.3, 1.8, 0.4]);
    expect(factsOf(lamp, ['longer_side', 'longest_side', 'slenderness'])).toEqual([0.4e6, 1.8e6, 4.5e9]);
  });
});

describe('sizes compared', () => {
  it('larger than: of volume and length, both', () => {
    const armchair = standing('armchair', [0, 4], [0.8, 0.8, 0.8]);
    const sofa = standing('sofa', [2, 4], [2, 0.8, 0.9]);
    const rug = standing('rug', [-2, 4], [3, 0.01, 2]);
    expect(holds('larger than', sofa, armchair)).toEqual([true, false]);
    expect(holds('smaller than', sofa, armchair)).toEqual([false, true]);
    // 0.06 m3 against 0.512 m3, but 3 m against 0.8 m
    expect(holds('larger than', rug, armchair)).toEqual([null, null]);
    expect(holds('smaller than', rug, armchair)).toEqual([null, null]);
  });

  it('narrower than: of width, by the margin', () => {
    const narrow = standing('narrow', [0, 4], [0.5, 1, 0.5]);
    expect(holds('narrower than', narrow, table)).toEqual([true, false]);
    expect(holds('narrower than', narrow, standing('as', [2, 4], [0.59, 1, 0.5]))).toEqual([null, null]);
  });
});

describe('higher than, lower than', () => {
  it('speak of underside and top, both', () => {
    const shelf = standing('shelf', [2, 4], [1, 0.3, 0.3], 1);
    expect(holds('higher than', shelf, table)).toEqual([true, false]);
    expect(holds('lower than', shelf, table)).toEqual([false, true]);
    // Both stand on the floor: only the tops differ.
    expect(holds('higher than', standing('lamp', [2, 4], [0.3, 1.8, 0.3]), table)).toEqual([null, null]);
  });
});

describe('on', () => {
  it('lies over most of it, at the height of its top', () => {
    expect(holds('on', cup(0.7), table)).toEqual([true, false]);
    // A centimetre into the top and 4 cm above it are about as high; 12 cm are neither clearly so nor clearly not.
    expect(holds('on', cup(0.69), table)).toEqual([true, false]);
    expect(holds('on', cup(0.74), table)).toEqual([true, false]);
    expect(holds('on', cup(0.82), table)[0]).toBe(null);
  });

  it('is false beside it, and under its underside', () => {
    expect(holds('on', cup(0.7, 1.2), table)).toEqual([false, false]);
    const ceilingLamp = standing('lamp', [0, 4], [0.4, 0.3, 0.4], 2);
    expect(holds('on', table, ceilingLamp)[0]).toBe(false);
  });

  it('is unknown below the top of what it lies over: on the seat, or under the table', () => {
    const sofa = standing('sofa', [0, 4], [2, 0.9, 0.9]);
    expect(holds('on', standing('cushion', [0.5, 4], [0.4, 0.2, 0.4], 0.45), sofa)[0]).toBe(null);
    expect(holds('on', cup(0), table)[0]).toBe(null);
  });

  it('is unknown where little of it lies over the other', () => {
    // 0.3 of the metre of the board lie over a table that is 1.6 m wide.
    expect(holds('on', standing('board', [1.15, 4], [1, 0.05, 0.5], 0.7), table)[0]).toBe(null);
  });
});

describe('under', () => {
  it('carries it, or lies wholly beneath it', () => {
    expect(holds('under', table, cup(0.7))).toEqual([true, null]);
    expect(holds('under', table, standing('vase', [0.3, 4], [0.1, 0.4, 0.1], 0.7))).toEqual([true, false]);
    const ceilingLamp = standing('lamp', [0, 4], [2, 0.3, 1], 2);
    expect(holds('under', table, ceilingLamp)).toEqual([true, false]);
    const rug = standing('rug', [0, 4], [1.2, 0.01, 0.6]);
    expect(holds('under', rug, table)[0]).toBe(true);
  });

  it('is unknown for a ball under a table, whose box reaches down to the floor', () => {
    expect(holds('under', standing('ball', [0.2, 4], [0.2, 0.2, 0.2]), table)).toEqual([null, null]);
  });

  it('is false beside it', () => {
    expect(holds('under', cup(0, 1.4), table)).toEqual([false, false]);
  });
});

describe('next to, far off', () => {
  const chair = (x: number) => standing('chair', [x, 4], [0.5, 0.9, 0.5]);
  // The breadth of the table is 1.2 m, of a chair 0.5 m: half of their mean are 42.5 cm, twice of it 1.7 m.
  it('are measured by the mean breadth', () => {
    const at = (gapMetres: number) => chair(0.8 + 0.25 + gapMetres);
    expect(holds('next to', at(0.3), table)).toEqual([true, true]);
    expect(holds('next to', at(0.42), table)).toEqual([null, null]);
    expect(holds('next to', at(1), table)).toEqual([null, null]);
    expect(holds('next to', at(2), table)).toEqual([false, false]);
    expect(holds('far off', at(2), table)).toEqual([true, true]);
    expect(holds('far off', at(1.75), table)).toEqual([null, null]);
    expect(holds('far off', at(0.3), table)).toEqual([false, false]);
  });

  it('far off: over a metre, however small things are', () => {
    const other = standing('other', [1, 4], [0.1, 0.1, 0.1], 0.7);
    expect(holds('far off', cup(0.7, 0), standing('other', [0.5, 4], [0.1, 0.1, 0.1], 0.7))).toEqual([null, null]);
    expect(holds('far off', cup(0.7, -0.5), other)).toEqual([true, true]);
  });

  it('next to: neither over the other', () => {
    expect(holds('next to', cup(0.7), table)).toEqual([false, false]);
    // Half of the chair stands under the table.
    expect(holds('next to', chair(0.8), table)).toEqual([null, null]);
  });

  it('next to: not where one hangs higher than the other reaches', () => {
    const picture = standing('picture', [1, 4], [0.3, 0.3, 0.05], 1.1);
    expect(holds('next to', picture, table)).toEqual([false, false]);
  });
});

describe('facing', () => {
  const viewer = standing('viewer', [0, 4], [0.5, 1, 0.5], 0, { facing: [1, 0, 0], front: 'one' });
  const target = (ahead: number, aside: number) => standing('target', [ahead, 4 + aside], [0.4, 0.4, 0.4]);

  it('is straight ahead; aside it is unknown, and false where that is more than ahead', () => {
    expect(holds('facing', viewer, target(3, 0))).toEqual([true, null]);
    // 40 % of 3 m are 1.2 m.
    expect(holds('facing', viewer, target(3, 1.05))[0]).toBe(true);
    expect(holds('facing', viewer, target(3, 1.15))[0]).toBe(null);
    expect(holds('facing', viewer, target(3, -2))[0]).toBe(null);
    expect(holds('facing', viewer, target(1, 3))[0]).toBe(false);
    expect(holds('facing', viewer, target(-2, 0))[0]).toBe(false);
  });
});
