import { describe, expect, it } from 'vitest';
import { ordinal } from './print-words.js';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';

const FACTS = scene('s', [
  thing('chair', 'chair', [0, 0, 2], { facing: [1, 0, 0], box2d: [10.4, 20.5, 90.75, 99] }),
  thing('lamp', 'lamp', [1.5, -0.35, 4]),
  thing('sofa', 'sofa', [-1, 0.05, 6]),
]);

/** The answers of a task that is asked of the chair as a and the lamp as b. */
const said = (answer: string, lines = '', units = '') =>
  evaluateTask(
    `for objects (a, b)\n where a called "chair" and b called "lamp"\n ${lines}\n ask "{a} {b}?"\n answer ${answer}\n refer by category`,
    [FACTS],
    units,
  ).questions.map((each) => each.answer)[0];

describe('holes', () => {
  it('of components: the length without sign, then where to', () => {
    const v = 'let v = b.position - a.position';
    expect(said('v.right as "{v.right:words}"', v)).toBe('1.50 m to the right');
    expect(said('v.up as "{v.up:words}, {v.forward:words}"', v)).toBe('0.35 m higher, 2.00 m farther');
    const back = 'let v = a.position - b.position';
    expect(said('v.up as "{v.right:words}, {v.up:words}, {v.forward:words}"', back)).toBe(
      '1.50 m to the left, 0.35 m lower, 2.00 m nearer',
    );
    // Seen from a, which faces right, the lamp is ahead and to the left.
    const seen = 'let v = b.position from a';
    expect(said('v.right as "{v.right:words}, {v.forward:words}"', seen)).toBe('2.00 m to the left, 1.50 m ahead');
    const around = 'let v = b.position from a turned around';
    expect(said('v.right as "{v.right:words}, {v.forward:words}"', around)).toBe('2.00 m to the right, 1.50 m behind');
  });

  it('of components within the margin are unknown', () => {
    const { questions } = evaluateTask(
      'for objects (a, b)\n let v = b.position - a.position\n where a called "chair" and b called "sofa"\n ask "{a} {b}?"\n answer v.right as "{v.up:words}"\n refer by category',
      [FACTS],
    );
    expect(questions).toEqual([]); // 5 cm lower
  });

  it('of sets and tuples are lists', () => {
    const three = evaluateTask(
      'for objects {xs: 3}\n ask "{xs}"\n answer sort x in xs by greatest x.depth\n refer by category',
      [FACTS],
    ).questions;
    expect(three.map(({ answer }) => answer)).toEqual(['the sofa, the lamp and the chair']);
    expect(three[0]?.question).toMatch(/^The (chair|lamp|sofa), the (chair|lamp|sofa) and the (chair|lamp|sofa)$/);
    expect(said('(a.depth, b.depth) as "{a.depth} and {b.depth}"')).toBe('2.00 m and 4.00 m');
    expect(said('(a.depth, a.base - b.base) as "{a.depth:cm} "')).toBe('200 cm ');
    expect(said('(a.depth, b.facing) as "{a.depth}"')).toBeUndefined();
  });

  it('of boxes are whole pixels', () => {
    expect(said('a.depth as "{a.box2d:box}"')).toBe('[10, 21, 91, 99]');
  });

  it('of a number with its noun', () => {
    const counted = evaluateTask(
      'for category c in vocabulary\n let n = count(object x where x called c)\n ask "{c:plural}?"\n answer n as "{n c}"\n balance none',
      [scene('s', [thing('a', 'lamp', [0, 0, 2]), thing('b', 'sofa', [1, 0, 2]), thing('c', 'sofa', [2, 0, 2])])],
    ).questions.map(({ answer }) => answer);
    expect(counted).toEqual(expect.arrayContaining(['1 lamp', '2 sofas', '0 chairs']));
  });

  it('of the label of a thing, and of a category that is picked, are its noun with an article or in the plural', () => {
    const kinds = evaluateTask(
      'for object a\n ask "{a}?"\n answer a.category as "{a.category:article}, {a.category:plural}"\n refer by box\n balance none',
      [FACTS],
    ).questions.map(({ answer }) => answer);
    expect(kinds).toEqual(expect.arrayContaining(['a chair, chairs', 'a lamp, lamps']));
    const most = evaluateTask(
      'for categories {c, d} in vocabulary\n let m = the x in {c, d} with greatest count(object y where y called x)\n ask "{c} {d}?"\n answer m as "{m:plural}"\n choices c, d\n balance none',
      [scene('s', [thing('a', 'lamp', [0, 0, 2]), thing('b', 'sofa', [1, 0, 2]), thing('c', 'sofa', [2, 0, 2])])],
    ).questions.map(({ answer }) => answer);
    expect(most).toEqual(expect.arrayContaining(['sofas', 'lamps']));
    expect(most).not.toContain('sofa');
  });

  it('of ordinals are words up to ten', () => {
    expect([1, 3, 10, 11, 12, 13, 21, 22, 23, 24, 101, 111].map(ordinal)).toEqual([
      ...['first', 'third', 'tenth', '11th', '12th', '13th', '21st', '22nd', '23rd', '24th', '101st', '111th'],
    ]);
  });
});

describe('reasons', () => {
  const reason = (lines: string) =>
    evaluateTask(
      `for objects (a, b)\n where a called "chair" and b called "lamp"\n ${lines}\n ask "{a} {b}?"\n answer distance(a, b)\n refer by category`,
      [FACTS],
    ).questions[0]?.reason;

  it('say what the `let`s say, then their steps, where they hold', () => {
    const found = reason(
      'reason "So {b} is farther." when a.depth < b.depth "So {a} is farther." when b.depth < a.depth\n let x = a.depth say "{a} is {x:m} away." "Mind that."\n let y = b.depth say "{b} is {y:m} away."\n reason "That is all."',
    );
    expect(found).toBe(
      'The chair is 2.00 m away. Mind that. The lamp is 4.00 m away. So the lamp is farther. That is all.',
    );
  });

  it('say a step of each member', () => {
    expect(
      reason('reason "First:" \n reason for x in {b, a} "{x}: {x.depth:m}." "It is far." when x.depth > 3 m'),
    ).toBe('First: The lamp: 4.00 m. It is far. The chair: 2.00 m.');
  });

  it('are null where a step that is said speaks of something unknown', () => {
    expect(reason('reason "Yes." "It faces {b.depth}, {b.base:cm}." when a.depth < b.depth')).not.toBeNull();
    expect(reason('reason "Yes." "{a} is {side(a.position from b)}." when a.depth < b.depth')).toBeNull();
    expect(reason('reason "Yes." "{a} is {side(a.position from b)}." when b.depth < a.depth')).toBe('Yes.');
    expect(reason('')).toBeNull();
  });
});
