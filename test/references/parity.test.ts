/** Parity by the draw (S9): which claims need no quota, as the checker decides it on normal forms. */
import { describe, expect, it } from 'vitest';
import { answerBalancedByDraw, balancedByDraw } from '../../compiler/check/symmetry.js';
import { analysed } from './remaining.js';
import { alikeBothWays, oneWayOnly } from './symmetric-guards.js';

function balanced(condition: string, rest = '', binders = 'objects {a, b}', text = '{a} {b}'): boolean {
  const names = binders.includes('c') && binders.includes('object c') ? `${text} {c}` : text;
  const { typed, diagnostics } = analysed(`for ${binders}\n claim "${names}" when ${condition}\n ${rest}`);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((d) => d.message).join('\n'));
  const [task] = typed.levels[0]?.tasks ?? [];
  const [body] = task?.bodies ?? [];
  const [claim] = body?.claims ?? [];
  if (!task || !body || !claim) throw new Error('no claim');
  return balancedByDraw(task, body, claim);
}

describe('a swap of two names negates', () => {
  it('one comparison with its sides exchanged, and readings that agree', () => {
    for (const condition of [
      ...[
        'a.height > b.height',
        'not a.height > b.height',
        'a.height < b.height by 30%',
        'a left of b',
        'a taller than b',
      ],
      'agree(a.height > b.height, a.width > b.width)',
    ])
      expect([condition, balanced(condition)]).toEqual([condition, true]);
  });

  it('an odd difference against zero, through lets and relations', () => {
    expect(balanced('(a.position - b.position).right < 0 m')).toBe(true);
    expect(balanced('v.right > 0 m', 'let v = b.position - a.position')).toBe(true);
    expect(balanced('(a.position - b.position).right < 1 m')).toBe(false);
  });

  it('what has no contrary of its own, where one side has it and the other has not', () => {
    for (const condition of [
      'agree(a called "lamp", not (b called "lamp"))',
      'agree(not (a.category = "lamp"), b.category = "lamp")',
      'agree(facing8(a.facing) = "to the left", facing8(b.facing) != "to the left")',
      'agree(a.height is about 1 m, not b.height is about 1 m)',
      'agree(a blocks b from camera, not b blocks a from camera)',
    ])
      expect([condition, balanced(condition)]).toEqual([condition, true]);
    expect(balanced('a called "lamp" and not (b called "lamp")')).toBe(false);
  });

  it('not two joined by `and`, nor one side, nor what is symmetric', () => {
    for (const condition of [
      'a.height > b.height and a.width > b.width',
      'a.height > b.height or a.width > b.width',
      'a.height > 1 m',
      'distance(a, b) < 1 m',
      'gap(a, b) < 1 m',
      'a.height is about b.height',
      'exactly a.height > b.height',
      '(b.position from a).forward > 0 m',
    ])
      expect([condition, balanced(condition)]).toEqual([condition, false]);
  });

  it('only where every guard stays as it is', () => {
    expect(balanced('a taller than b', 'where distance(a, b) < 2 m and gap(b, a) > 1 m')).toBe(true);
    expect(balanced('a taller than b', 'where a.height > 1 m and b.height > 1 m')).toBe(true);
    expect(balanced('a taller than b', 'where a.height > 1 m')).toBe(false);
    expect(balanced('a taller than b', 'where a.height > 1 m where b.height > 1 m')).toBe(true);
    expect(balanced('a taller than b', 'where a.height > 1 m and a left of b where b.height > 1 m')).toBe(false);
    expect(
      balanced('a taller than b', 'where not (a called "lamp") and gap(a, b) < 1 m and not (b called "lamp")'),
    ).toBe(true);
    expect(balanced('a taller than b', 'where not (a.height + b.height > 2 m)')).toBe(true);
    expect(balanced('a taller than b', 'where not (a called "lamp")')).toBe(false);
    expect(balanced('a taller than b', 'where a left of b')).toBe(false);
    // Either order is known together with the other.
    expect(balanced('a taller than b', 'where known (a left of b)')).toBe(true);
    expect(balanced('a taller than b', 'where known (a.position - b.position).right < 1 m')).toBe(false);
    expect(balanced('a taller than b', 'where known a.facing')).toBe(false);
    const counted = 'where count(other object x where x called "chair" and (x taller than a and x taller than b)) > 0';
    expect(balanced('a taller than b', counted)).toBe(true);
    expect(balanced('a taller than b', counted.replace('x taller than b', 'x wider than b'))).toBe(false);
  });

  it('in whatever way a guard says the same of both', () => {
    for (const guard of alikeBothWays)
      expect([guard, balanced('a taller than b', `where ${guard}`)]).toEqual([guard, true]);
    for (const guard of oneWayOnly)
      expect([guard, balanced('a taller than b', `where ${guard}`)]).toEqual([guard, false]);
  });

  it('of three things, a way that leads from one end to the other', () => {
    const between = (way: string): boolean =>
      balanced('distance(a, c) < distance(b, c)', `where length(${way}) < 5 m`, 'objects {a, b}, object c');
    expect(between('{a, c, b}')).toBe(true);
    expect(between('{c, a, b}')).toBe(false);
    expect(between('the o in orders of {a, b} with least length(c, o)')).toBe(true);
  });

  it('however deep magnitudes stand within one another', () => {
    const deep = Array.from({ length: 35 }).reduce<string>((inner) => `abs(a.depth - ${inner})`, 'b.depth');
    expect(balanced('a taller than b', `where ${deep} < 1 m`)).toBe(false);
  });

  it('only within a set whose members are named in the same ways', () => {
    expect(balanced('a taller than b', '', 'objects (a, b)')).toBe(false);
    expect(balanced('distance(a, c) < distance(b, c)', '', 'objects {a, b}, object c')).toBe(true);
    expect(balanced('a taller than b', 'refer a by category')).toBe(false);
    expect(balanced('a taller than b', 'take 3 per object')).toBe(false);
    // A hole that may be unknown decides who is asked about.
    expect(balanced('a taller than b', '', 'objects {a, b}', '{a} {b} {facing8(a.facing)}')).toBe(false);
  });
});

function answerDrawn(answer: string, rest = '', binders = 'objects {a, b}'): boolean {
  const names = [...binders.matchAll(/\b(?:[a-d]|xs)\b/g)].map(([name]) => `{${name}}`).join(' ');
  const { typed, diagnostics } = analysed(`for ${binders}\n ${rest}\n ask "${names}?"\n answer ${answer}`);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((d) => d.message).join('\n'));
  const [task] = typed.levels[0]?.tasks ?? [];
  const [body] = task?.bodies ?? [];
  if (!task || !body) throw new Error('no body');
  return answerBalancedByDraw(task, body);
}

describe('a swap of two names leaves the answer', () => {
  it('among members of one set, that are measured alike', () => {
    for (const [answer, binders, rest] of [
      ['the x in {a, b} with greatest x.height'],
      ['the x in {b, a} with least distance(x, c)', 'objects {a, b}, object c'],
      ['sort x in {a, b, c} by least x.depth', 'objects {a, b, c}'],
      ['the o in orders of {a, b, c} with least length(o)', 'objects {a, b, c}'],
      ['the x in xs with rank 2 greatest x.volume', 'objects {xs: 3}'],
      [
        'the x in {a, b} with greatest x.height',
        'objects {a, b}, categories {c, d}',
        'where count(object x where x called c and x called d) = 0',
      ],
      [
        'the x in {c, d} with greatest count(object y where y called x)',
        'categories {c, d}',
        'where count(object x where x called c and x called d) = 0',
      ],
      ['w as "It is {w}, not {a}."', 'objects {a, b}', 'let w = the x in {a, b} with greatest x.height'],
    ] as const)
      expect([answer, answerDrawn(answer, rest, binders)]).toEqual([answer, true]);
  });

  it('not where a thing of another role may be it, or they are no set', () => {
    expect(answerDrawn('the x in {a, b, c} with greatest x.height', '', 'objects {a, b}, object c')).toBe(false);
    expect(answerDrawn('the x in {a, b} with greatest x.height', '', 'object a, object b')).toBe(false);
  });

  it('only where every guard, and what is picked from the scene, stays as it is', () => {
    const taller = 'the x in {a, b} with greatest x.height';
    expect(answerDrawn(taller, 'where distance(a, b) < 2 m')).toBe(true);
    expect(answerDrawn(taller, 'where a left of b')).toBe(false);
    expect(answerDrawn(taller, 'take 3 per object')).toBe(false);
    expect(answerDrawn(`${taller} as "It is {a.height} tall."`)).toBe(false);
    const nearer = 'the x in {a, b} with least distance(x, n)';
    const lamp = (by: string): string => `let n = the other object x where x called "lamp" with least ${by}`;
    expect(answerDrawn(nearer, lamp('x.depth'))).toBe(true);
    expect(answerDrawn(nearer, lamp('distance(x, a)'))).toBe(false);
    expect(answerDrawn('the x in xs with least x.depth', 'where length(xs) < 3 m', 'objects {xs: 3}')).toBe(false);
  });
});

describe('a claim about a thing that is picked from the scene', () => {
  it('is not balanced by the draw where the pick goes by one of the two', () => {
    const lamp = (by: string): string => `let n = the other object x where x called "lamp" with least ${by}`;
    const nearer = 'distance(a, n) < distance(b, n)';
    expect(balanced(nearer, lamp('x.depth'))).toBe(true);
    expect(balanced(nearer, lamp('distance(x, a)'))).toBe(false);
    // Whether there is such a lamp decides what is asked, be it named or not.
    expect(balanced('a taller than b and distance(a, n) > 1 m or b taller than a', lamp('distance(x, a)'))).toBe(false);
  });
});
