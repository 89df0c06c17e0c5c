import { describe, expect, it } from 'vitest';
import type { ObjectRow } from '../../runtime/facts/rows.js';
import * as scenes from './counterexample-scenes.js';
import { evaluateTask, tupleOf } from './recipe-text.js';
import { covered, scene, thing } from './scene-builder.js';

const COUNT =
  'for category c in vocabulary\n let n = count(object x where x called c)\n ask "How many {c:plural}?"\n answer n';

const countIn = (given: Parameters<typeof evaluateTask>[1][number], category = 'chair') =>
  tupleOf(evaluateTask(COUNT, [given]).tuples, category).answer;

describe('S4: unknown survives', () => {
  it('S4: `if` is unknown when its condition is: a tie has no winner', () => {
    const { tuples } = evaluateTask(
      'for objects (a, b)\n let w = if a.height < b.height then b.height else a.height\n ask "{a} {b}?"\n answer w',
      [scenes.chairsOfHeight('h', 1, 1.05, 2)],
    );
    expect(tupleOf(tuples, 'c1', 'c2').answer).toBeNull();
    expect(tupleOf(tuples, 'c1', 'c3').answer).toBe(2_000_000);
    expect(tupleOf(tuples, 'c3', 'c1').answer).toBe(2_000_000);
  });

  it('S4: a count with an undecided member is unknown, not smaller', () => {
    const taller =
      'for category c\n ask "How many tall {c:plural}?"\n answer count(object x where x called c and x.height > 1 m)';
    const counted = (...heights: readonly number[]) =>
      evaluateTask(taller, [scenes.chairsOfHeight('h', ...heights)]).tuples.map(({ answer }) => answer);
    expect(counted(2, 2, 0.5)).toEqual([2]);
    expect(counted(2, 1.05, 0.5)).toEqual([null]);
  });

  it('S4: the nearest is unknown while one member has no position', () => {
    const nearest = 'for objects {a, b}\n ask "{a} or {b}?"\n answer the x in {a, b} with least x.depth';
    const third = (facts: Partial<ObjectRow>) =>
      evaluateTask(nearest, [
        scene('n', [thing('a', 'chair', [0, 0, 2]), thing('b', 'lamp', [0, 0, 4], facts)]),
      ]).tuples.map(({ answer }) => answer);
    expect(third({})).toEqual(['a']);
    expect(third({ centre: null, size: null, rotation: null, extent: null })).toEqual([null]);
  });

  it('S4: the least of three is clear of both others', () => {
    const least = 'for objects {a, b, c}\n ask "{a}, {b} or {c}?"\n answer the x in {a, b, c} with least x.height';
    const of = (...heights: readonly number[]) =>
      evaluateTask(least, [scenes.chairsOfHeight('h', ...heights)]).tuples[0]?.answer;
    expect(of(2, 1, 1.5)).toBe('c2');
    expect(of(1.05, 1, 1.5)).toBeNull();
  });

  it('S4: Kleene: a false part decides `and`, a true part decides `or`', () => {
    const both = (condition: string) =>
      evaluateTask(`for objects (a, b)\n claim "{a} {b}." when ${condition}`, [scenes.chairsOfHeight('h', 1, 1.05)])
        .tuples[0]?.claims[0];
    const unknown = 'a.height < b.height';
    expect(both(`${unknown} and a.height > 3 m`)).toBe(false);
    expect(both(`${unknown} or a.height < 3 m`)).toBe(true);
    expect(both(`${unknown} and a.height < 3 m`)).toBeNull();
    expect(both(`not (${unknown})`)).toBeNull();
  });
});

describe('S5: which objects exist', () => {
  it('S5: possible things leave a count open, unseen ones do not', () => {
    const withThird = (facts: Partial<ObjectRow>) => countIn(scenes.twoChairsAnd('third', facts));
    expect(withThird({})).toBe(3);
    expect(withThird({ presence: 'possible' })).toBeNull();
    expect(withThird({ visibility: 0.2 })).toBeNull();
    expect(withThird({ visibility: 0.25 })).toBe(3);
    expect(withThird({ visibility: 0.04 })).toBe(2);
    expect(withThird({ visibility: 0.05 })).toBeNull();
    expect(withThird({ visibility: null })).toBe(3);
    expect(withThird({ crowd: true })).toBeNull();
  });

  it("S5: a don't-care region may hold any category", () => {
    const region = scenes.twoChairsAnd('region', { category: '*' });
    expect([countIn(region), countIn(region, 'lamp'), countIn(region, 'sofa')]).toEqual([null, null, null]);
  });

  it('S5: only certain things are asked about', () => {
    const bound = (facts: Partial<ObjectRow>) =>
      evaluateTask('for object a\n ask "{a}?"\n answer a.height', [scenes.twoChairsAnd('third', facts)]).tuples.length;
    expect(bound({})).toBe(4);
    for (const facts of [{ presence: 'possible' }, { visibility: 0.2 }, { crowd: true }, { category: '*' }] as const) {
      expect(bound(facts)).toBe(3);
    }
  });

  it('S5: an armchair is a chair; a sofa may be called a couch', () => {
    const counts = (category: string) => countIn(scenes.armchairBesideChair, category);
    expect(counts('chair')).toBe(2);
    expect(counts('armchair')).toBeNull(); // the chair may be one
    expect(counts('couch')).toBeNull(); // the sofa may be one
    expect(counts('sofa')).toBe(1);
    expect(counts('lamp')).toBe(0); // verified absent
  });

  it('S5: "the chair" is not unique beside an armchair, "the armchair" not beside a chair', () => {
    const { tuples } = evaluateTask('for object a\n refer a by category\n ask "{a}?"\n answer a.height', [
      scenes.armchairBesideChair,
    ]);
    expect(tupleOf(tuples, 'chair').references).toEqual({ a: null });
    expect(tupleOf(tuples, 'armchair').references).toEqual({ a: null });
    expect(tupleOf(tuples, 'sofa').references).toEqual({ a: 'category' });
  });

  it('S5: a possible chair makes "the chair" unsafe', () => {
    const pair = (facts: Partial<ObjectRow>) =>
      scene('pair', [thing('a', 'chair', [0, 0, 4]), thing('b', 'chair', [2, 0, 4], facts)]);
    const named = (facts: Partial<ObjectRow>) =>
      tupleOf(
        evaluateTask('for object a\n refer a by category\n ask "{a}?"\n answer a.depth', [pair(facts)]).tuples,
        'a',
      ).references.a;
    expect(named({ presence: 'possible' })).toBeNull();
    expect(named({ category: '*' })).toBeNull();
    expect(named({ visibility: 0.01 })).toBe('category');
    expect(named({ category: 'lamp' })).toBe('category');
  });

  it('S5: outside the covered vocabulary nothing is counted, unique or bound', () => {
    const { tuples } = evaluateTask(COUNT, [scenes.onlyChairsCovered]);
    expect(tuples.map(({ ids, answer }) => `${ids} ${answer}`)).toEqual(['chair 1', 'table 0']);
    const present = evaluateTask(COUNT.replace(' in vocabulary', ''), [scenes.onlyChairsCovered]).tuples;
    expect(present.map(({ ids }) => ids)).toEqual([['chair']]);
    const uncovered = scene('u', [thing('a', 'chair', [0, 0, 4])], { coverage: [covered('chair', 'unknown')] });
    const named = evaluateTask('for object a\n ask "{a}?"\n answer a.height', [uncovered]);
    expect(named.tuples[0]?.references).toEqual({ a: 'box' });
  });
});

describe('S6: boxes of half-seen things', () => {
  it('S6: a lifted box of a hidden or cut thing has no size and no place', () => {
    const worth = (facts: Partial<ObjectRow>) =>
      evaluateTask(
        'for object a\n let h = a.height\n let d = a.depth\n let b = a.bearing\n let w = a.width\n ask "{a}?"\n answer a.category',
        [scene('s', [thing('a', 'chair', [1, 0, 2], facts)])],
      ).tuples[0]?.lets;
    const nothing = { h: null, d: null, w: null, b: 570_000 };
    expect(worth({ extent: 'visible', visibility: 0.5 })).toEqual(nothing);
    expect(worth({ extent: 'visible', truncation: 0.5 })).toEqual(nothing);
    expect(worth({ extent: 'amodal', visibility: 0.5, truncation: 0.5 })).toEqual({
      h: 500_000,
      d: 2e6,
      w: 500_000,
      b: 570_000,
    });
  });
});

describe('S7: dead bands', () => {
  const sideAt = (degrees: number, metres = 2, sector = 'side') =>
    tupleOf(
      evaluateTask(`for objects (a, b)\n let v = b.position from a\n ask "{a} {b}?"\n answer ${sector}(v)`, [
        scenes.viewerAnd('v', degrees, metres),
      ]).tuples,
      'a',
      'b',
    ).answer;

  it('S7: sides are unknown within 15 deg of a border', () => {
    expect([0, 29, 31, 59, 61, 90, 180, 270, 329, 331].map((each) => sideAt(each))).toEqual([
      'front',
      'front',
      null,
      null,
      'right',
      'right',
      'back',
      'left',
      null,
      'front',
    ]);
  });

  it('S7: eight sectors leave a quarter on each side: 11.25 deg', () => {
    expect([0, 11, 12, 33, 34, 45, 135, 225, 315].map((each) => sideAt(each, 2, 'compass8'))).toEqual([
      'front',
      'front',
      null,
      null,
      'front right',
      'front right',
      'back right',
      'back left',
      'front left',
    ]);
  });

  it('S7: a vector under three margins has no direction, a short one a wider band', () => {
    expect([sideAt(0, 0.29), sideAt(0, 0.31)]).toEqual([null, 'front']);
    // asin(10 cm / 31 cm) is 18.8 deg, so that 27 deg from the front is too close to the border at 45 deg
    expect([sideAt(26, 0.31), sideAt(27, 0.31), sideAt(27, 2)]).toEqual(['front', null, 'front']);
  });

  it('S7: a direction has no length to be too short', () => {
    const facing = (degrees: number) => {
      const [s, c] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
      const facts = scene('f', [thing('a', 'chair', [0, 0, 4], { facing: [s, 0, c] })]);
      return evaluateTask('for object a\n ask "{a}?"\n answer facing8(a.facing)', [facts]).tuples[0]?.answer;
    };
    expect([0, 45, 90, 135, 180, 225, 270, 315, 20].map(facing)).toEqual([
      'away from the camera',
      'away from the camera and to the right',
      'to the right',
      'towards the camera and to the right',
      'towards the camera',
      'towards the camera and to the left',
      'to the left',
      'away from the camera and to the left',
      null,
    ]);
  });

  it('S7: an enumeration equals another only where both are known', () => {
    const claim = (degrees: number) =>
      tupleOf(
        evaluateTask('for objects (a, b)\n claim "{b} is in front of {a}." when side(b.position from a) = front', [
          scenes.viewerAnd('v', degrees, 2),
        ]).tuples,
        'a',
        'b',
      ).claims[0];
    expect([0, 40, 90].map(claim)).toEqual([true, null, false]);
  });
});
