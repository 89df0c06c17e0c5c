import { describe, expect, it } from 'vitest';
import { alikeBothWays, oneWayOnly } from '../references/symmetric-guards.js';
import { claimPhrasings } from './claims.js';
import { recipeOf, standardLibrary } from './recipe-text.js';
import { definitionsIn } from './scene-context.js';
import { isAnswerDrawn, isSwapSymmetric } from './swap-symmetry.js';

function symmetric(condition: string, before = '', binders = 'objects {a, b}'): boolean {
  const recipe = recipeOf(
    `level 2 "T" { task t "T" { for ${binders}\n ${before}\n claim "{a} {b}." when ${condition} } }`,
  );
  const task = recipe.levels[0]?.tasks[0];
  const definitions = definitionsIn(recipe, standardLibrary());
  const statement = task && claimPhrasings(task, definitions.relations, false)[0]?.statement;
  if (task === undefined || statement === undefined) throw new Error('no claim');
  return isSwapSymmetric(task, statement, definitions);
}

describe('S9: parity by swapping the set', () => {
  it('S9: one comparison with its sides exchanged', () => {
    expect(symmetric('a.height > b.height')).toBe(true);
    expect(symmetric('a.height < b.height by 30%')).toBe(true);
    expect(symmetric('not a.height > b.height')).toBe(true);
    expect(symmetric('a taller than b')).toBe(true);
  });

  it('S9: readings that agree', () => {
    expect(symmetric('a left of b')).toBe(true);
    expect(symmetric('agree(a.height > b.height, a.width > b.width)')).toBe(true);
    expect(symmetric('agree(a.height > b.height, b.width > 1 m)')).toBe(false);
  });

  it('S9: an odd difference against zero', () => {
    expect(symmetric('(a.position - b.position).right < 0 m')).toBe(true);
    expect(symmetric('v.right > 0 m', 'let v = b.position - a.position')).toBe(true);
    expect(symmetric('(a.position - b.position).right < 1 m')).toBe(false);
  });

  it('S9: what has no contrary of its own, where one side has it and the other has not', () => {
    expect(symmetric('agree(a called "lamp", not (b called "lamp"))')).toBe(true);
    expect(symmetric('agree(facing8(a.facing) = "to the left", facing8(b.facing) != "to the left")')).toBe(true);
    expect(symmetric('agree(a blocks b from camera, not b blocks a from camera)')).toBe(true);
    expect(symmetric('a called "lamp" and not (b called "lamp")')).toBe(false);
  });

  it('S9: not for two such joined by `and`, nor for one side alone', () => {
    expect(symmetric('a.height > b.height and a.width > b.width')).toBe(false);
    expect(symmetric('a.height > b.height or a.width > b.width')).toBe(false);
    expect(symmetric('a.height > 1 m')).toBe(false);
    expect(symmetric('(b.position from a).forward > 0 m')).toBe(false);
    expect(symmetric('distance(a, b) < 1 m')).toBe(false);
    expect(symmetric('a.height is about b.height')).toBe(false);
  });

  it('S9: not where equal numbers are clearly not less', () => {
    expect(symmetric('exactly a.height > b.height')).toBe(false);
    const counted = (name: string) => `count(other object x where x called c and x left of ${name})`;
    expect(symmetric(`${counted('a')} < ${counted('b')}`, '', 'objects {a, b}, category c')).toBe(false);
  });

  it('S9: every guard stays as it is', () => {
    expect(symmetric('a taller than b', 'where distance(a, b) < 2 m')).toBe(true);
    expect(symmetric('a taller than b', 'where distance(a, b) < 2 m and distance(b, a) > 1 m')).toBe(true);
    expect(symmetric('a taller than b', 'where a.height > 1 m')).toBe(false);
    expect(symmetric('a taller than b', 'where a left of b')).toBe(false);
    expect(symmetric('a taller than b', 'where known (a left of b)')).toBe(true);
    expect(symmetric('a taller than b', 'where known (a.position - b.position).right < 1 m')).toBe(false);
    expect(symmetric('a taller than b', 'where known a.facing')).toBe(false);
    expect(symmetric('a taller than b', 'where a.height > 1 m and b.height > 1 m')).toBe(true);
    expect(symmetric('a taller than b', 'where a.height > 1 m where b.height > 1 m')).toBe(true);
    expect(symmetric('a taller than b', 'where a.height > 1 m and a left of b where b.height > 1 m')).toBe(false);
  });

  it('S9: in whatever way a guard says the same of both', () => {
    for (const guard of alikeBothWays)
      expect([guard, symmetric('a taller than b', `where ${guard}`)]).toEqual([guard, true]);
    for (const guard of oneWayOnly)
      expect([guard, symmetric('a taller than b', `where ${guard}`)]).toEqual([guard, false]);
  });

  it('S9: of three things, a way that leads from one end to the other', () => {
    const between = (way: string): boolean =>
      symmetric('distance(a, c) < distance(b, c)', `where length(${way}) < 5 m`, 'objects {a, b}, object c');
    expect(between('{a, c, b}')).toBe(true);
    expect(between('{c, a, b}')).toBe(false);
    expect(between('the o in orders of {a, b} with least length(c, o)')).toBe(true);
  });

  it('S9: every two names of the set, and a set at all', () => {
    expect(symmetric('a taller than b', '', 'objects {a, b, c}')).toBe(false);
    expect(symmetric('a taller than b', '', 'objects (a, b)')).toBe(false);
    expect(symmetric('distance(a, c) < distance(b, c)', '', 'objects {a, b}, object c')).toBe(true);
  });

  it('S9: what is picked from the scene stays as it is', () => {
    const lamp = (by: string) => `let n = the other object x where x called "lamp" with least ${by}`;
    expect(symmetric('distance(a, n) < distance(b, n)', lamp('x.depth'))).toBe(true);
    expect(symmetric('distance(a, n) < distance(b, n)', lamp('distance(x, a)'))).toBe(false);
    expect(symmetric('a taller than b', lamp('distance(x, a)'))).toBe(false);
  });
});

describe('S9: each thing is the answer as often as any other', () => {
  const drawn = (answer: string, before = '', binders = 'objects {a, b}'): boolean => {
    const recipe = recipeOf(`level 2 "T" { task t "T" { for ${binders}\n ${before}\n ask "?" answer ${answer} } }`);
    const task = recipe.levels[0]?.tasks[0];
    if (task === undefined) throw new Error('no task');
    return isAnswerDrawn(task, definitionsIn(recipe, standardLibrary()));
  };

  it('by the order of a set', () => {
    expect(drawn('the x in {a, b} with greatest x.height')).toBe(true);
    expect(drawn('w', 'let w = the x in {a, b} with least distance(x, c)', 'objects {a, b}, object c')).toBe(true);
    expect(drawn('sort x in {a, b, c} by least x.depth', '', 'objects {a, b, c}')).toBe(true);
    expect(drawn('the x in xs with least x.depth', '', 'objects {xs: 3}')).toBe(true);
  });

  it('but not among things of several roles, under a guard on one of them, or along a ring', () => {
    expect(drawn('the x in {a, b, c} with least x.depth', '', 'objects {a, b}, object c')).toBe(false);
    expect(drawn('the x in {a, b} with least x.depth', '', 'objects (a, b)')).toBe(false);
    expect(drawn('the x in {a, b} with least x.depth', 'where a.height > 1 m')).toBe(false);
    expect(drawn('the x in {a, b} with least x.depth', 'take 2 per object')).toBe(false);
    expect(drawn('the x in xs with least x.depth', 'where length(xs) < 3 m', 'objects {xs: 3}')).toBe(false);
  });
});
