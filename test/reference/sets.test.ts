import { describe, expect, it } from 'vitest';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';
import type { Plain } from './value.js';

/** Depths 2, 3, 4 and 4.1 m: the last two are within the margin of each other. */
const FOUR = scene('four', [
  thing('a', 'chair', [0, 0, 2]),
  thing('b', 'sofa', [0.4, 0, 3]),
  thing('c', 'table', [0, 0, 4]),
  thing('d', 'lamp', [0, 0, 4.1]),
]);

/** What a value is worth where a, b, c and d are the things of that name. */
function worth(value: string, facts = FOUR): Plain | undefined {
  const { tuples } = evaluateTask(`for objects (a, b, c, d)\n let v = ${value}\n ask "?"\n answer v`, [facts]);
  return tuples.find(({ ids }) => ids.join('') === 'abcd')?.lets.v;
}

describe('the one with the least or greatest', () => {
  it('is known where it is clear of every other', () => {
    expect(worth('the x in {c, a, b} with least x.depth')).toBe('a');
    expect(worth('the x in {c, a, b} with greatest x.depth')).toBe('c');
    expect(worth('the x in {c, d} with greatest x.depth')).toBeNull();
  });

  it('has exactly k - 1 clearly before it, and all others clearly after', () => {
    const ranked = (k: number, most = 'least') => worth(`the x in {d, c, b, a} with rank ${k} ${most} x.depth`);
    expect([1, 2, 3, 4, 5].map((k) => ranked(k))).toEqual(['a', 'b', null, null, null]);
    expect([1, 2, 3, 4].map((k) => ranked(k, 'greatest'))).toEqual([null, null, 'b', 'a']);
  });

  it('is sought among the members for which the condition holds', () => {
    expect(worth('the x in {a, b, c} where x.depth > 2.5 m with least x.depth')).toBe('b');
    // 2.95 m is too close to 3 m: b may be a member, and would be before c.
    expect(worth('the x in {a, b, c} where x.depth > 2.95 m with least x.depth')).toBeNull();
    expect(worth('the x in {a, b, c} where x.depth > 2.95 m with greatest x.depth')).toBe('c');
  });
});

describe('lists', () => {
  it('are sorted where every two are clearly apart', () => {
    expect(worth('sort x in {c, a, b} by least x.depth')).toEqual(['a', 'b', 'c']);
    expect(worth('sort x in {c, a, b} by greatest x.depth')).toEqual(['c', 'b', 'a']);
    expect(worth('sort x in {a, b, c, d} by least x.depth')).toBeNull();
  });

  it('have a length: from neighbour to neighbour, each a whole number', () => {
    // a to b: sqrt(0.4^2 + 1) = 1.077033 m, b to c the same, a to c 2 m.
    expect(worth('length(sort x in {c, a, b} by least x.depth)')).toBe(2_154_066);
    expect(worth('length(camera, sort x in {c, a, b} by least x.depth)')).toBe(4_154_066);
    expect(worth('length(d, sort x in {c, a, b} by least x.depth)')).toBe(2_100_000 + 2_154_066);
    expect(worth('length(sort x in {c, d} by least x.depth)')).toBeNull();
  });

  it('are the orders of a set, in lexicographic order of places', () => {
    expect(worth('orders of {c, a}')).toEqual([
      ['c', 'a'],
      ['a', 'c'],
    ]);
    // From the camera: a b c is 4.15 m; c and d first cost 4 m more than that.
    expect(worth('the o in orders of {c, b, a} with least length(camera, o)')).toEqual(['a', 'b', 'c']);
    // Without the camera both directions are alike.
    expect(worth('the o in orders of {c, b, a} with least length(o)')).toBeNull();
  });
});

describe('quantifiers over sets', () => {
  it('count members with bounds', () => {
    expect(worth('count(x in {a, b, c} where x.depth > 2.5 m)')).toBe(2);
    expect(worth('count(x in {a, b, c} where x.depth > 2.95 m)')).toBeNull();
    expect(worth('if count(x in {a, b, c} where x.depth > 2.95 m) > 0 then 1 else 2')).toBe(1);
    expect(worth('if count(x in {a, b, c} where x.depth > 2.95 m) > 1 then 1 else 2')).toBeNull();
    expect(worth('if count(x in {a, b, c} where x.depth > 2.95 m) > 2 then 1 else 2')).toBe(2);
  });

  it('are or, and and of the members', () => {
    expect(worth('any(x in {a, b} where x.depth > 2.5 m)')).toBe(true);
    expect(worth('any(x in {a, b} where x.depth > 2.95 m)')).toBeNull();
    expect(worth('any(x in {a} where x.depth > 2.5 m)')).toBe(false);
    expect(worth('all(x in {a, b}, x.depth > 1 m)')).toBe(true);
    expect(worth('all(x in {a, b}, x.depth > 2.95 m)')).toBe(false);
    expect(worth('all(x in {b, c}, x.depth > 2.95 m)')).toBeNull();
    // Where it is not known whether b is meant, what holds of b must hold.
    expect(worth('all(x in {a, b} where x.depth > 2.95 m, x.depth > 2.5 m)')).toBe(true);
    expect(worth('all(x in {a, b} where x.depth > 2.95 m, x.depth < 2.5 m)')).toBeNull();
    expect(worth('all(x in {a} where x.depth > 2.5 m, x.depth > 9 m)')).toBe(true);
  });
});

describe('known and unknown', () => {
  it('known is never unknown', () => {
    expect(worth('known a.depth')).toBe(true);
    expect(worth('known (the x in {c, d} with least x.depth)')).toBe(false);
    expect(worth('if known a.facing then 1 else 2')).toBe(2);
    expect(worth('known (c.depth < d.depth)')).toBe(false);
  });

  it('unknown is of whatever kind is meant', () => {
    expect(worth('if a.depth < 9 m then unknown else 1 m')).toBeNull();
    expect(worth('if a.depth > 9 m then unknown else 1 m')).toBe(1_000_000);
    expect(worth('if a.depth < 1 m then "near" else if a.depth > 5 m then "far" else unknown')).toBeNull();
  });
});
