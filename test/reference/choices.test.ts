import { describe, expect, it } from 'vitest';
import { type DrawKey, permutation, pick } from './draws.js';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';

/** Three chairs in a row, 2, 3 and 4 m away, from left to right; each faces away from the camera. */
const SCENES = Array.from({ length: 30 }, (_, i) =>
  scene(
    `s${i}`,
    [2, 3, 4].map((z, j) => thing(`o${j}`, ['chair', 'sofa', 'lamp'][j] ?? '', [j - 1, 0, z], { facing: [0, 0, 1] })),
  ),
);
const keyIn = (sceneId: string, ids: readonly string[]): DrawKey => ({
  seed: 7,
  task: 't',
  source: 'hand',
  sceneId,
  ids,
});
const asked = (lines: string) => evaluateTask(`${lines}\n formats choice 100%\n balance none`, SCENES).questions;

const FACINGS = [
  'away from the camera',
  'away from the camera and to the right',
  'to the right',
  'towards the camera and to the right',
  'towards the camera',
  'towards the camera and to the left',
  'to the left',
  'away from the camera and to the left',
];

describe('drawn choices', () => {
  it('take others from those after the right one, around the enumeration', () => {
    const found = asked('for object a\n ask "{a}?"\n answer facing8(a.facing)\n choices 4 of facing8');
    expect(found).toHaveLength(90);
    for (const { sceneId, ids, options, answer, answerIndex } of found) {
      const key = keyIn(sceneId, ids);
      const left = FACINGS.slice(1);
      const others = [7, 6, 5].map((n, i) => left.splice(pick(key, `other ${i + 1}`, n), 1)[0] ?? '');
      const listed = ['away from the camera', ...others];
      expect(options).toEqual(permutation(listed, pick(key, 'options', 24)));
      expect(answer).toBe('away from the camera');
      expect(options?.[answerIndex ?? -1]).toBe('away from the camera');
    }
  });

  it('of the orders of a set', () => {
    const found = asked(
      'for objects {xs: 3}\n ask "Order {xs}."\n answer sort x in xs by least x.depth\n choices 3 of orders of xs',
    );
    expect(found).toHaveLength(30);
    for (const { sceneId, ids, options, answer } of found) {
      expect(answer).toBe('the chair, the sofa and the lamp');
      const names = ids.map((id) => ({ o0: 'the chair', o1: 'the sofa', o2: 'the lamp' })[id] ?? '');
      const orders = [0, 1, 2, 3, 4, 5].map((n) => permutation(names, n)).map(([a, b, c]) => `${a}, ${b} and ${c}`);
      const right = orders.indexOf(answer);
      const left = [...orders.slice(right + 1), ...orders.slice(0, right)];
      const key = keyIn(sceneId, ids);
      const others = [5, 4].map((n, i) => left.splice(pick(key, `other ${i + 1}`, n), 1)[0] ?? '');
      expect(options).toEqual(permutation([answer, ...others], pick(key, 'options', 6)));
    }
  });

  it('of the texts of an `if`, in the order in which they stand', () => {
    const found = asked(
      'for object a\n let v = if a.depth < 2.5 m then "near" else if a.depth < 3.5 m then "between" else "far"\n ask "{a}?"\n answer v\n choices 3 of v',
    );
    expect(found).toHaveLength(90);
    for (const { ids, options, answer } of found) {
      expect(answer).toBe({ o0: 'near', o1: 'between', o2: 'far' }[ids[0] ?? '']);
      expect([...(options ?? [])].sort()).toEqual(['between', 'far', 'near']);
    }
  });

  it('none where there are not enough', () => {
    expect(
      asked(
        'for objects {a, b}\n ask "{a} {b}"\n answer sort x in {a, b} by least x.depth\n choices 3 of orders of {a, b}',
      ),
    ).toEqual([]);
  });

  it('may list a set: its members', () => {
    const found = asked(
      'for objects {xs: 3}\n ask "Which of {xs} is nearest?"\n answer the x in xs with least x.depth\n choices xs\n refer by box',
    );
    expect(found).toHaveLength(30);
    for (const { options, answer } of found) {
      expect(options).toHaveLength(3);
      expect(answer).toMatch(/^the chair in the \w+ box$/);
    }
  });
});

describe('statements', () => {
  const lines = (count: string) =>
    `for objects (a, b, c)\n statements a left of b, b nearer than c, c left of b, b farther than c, a in front of c, c behind b\n ask "{a}, {b}, {c}: which is right?"\n choices statements${count}`;

  it('one true and the first false ones in a drawn order', () => {
    const found = asked(lines(' 3'));
    const chairFirst = found.filter(({ ids }) => ids.join() === 'o0,o1,o2');
    expect(chairFirst.length).toBe(30);
    const said = [
      ['The chair is to the left of the sofa.', true],
      ['The sofa is nearer to the camera than the lamp.', true],
      ['The lamp is to the left of the sofa.', false],
      ['The sofa is farther from the camera than the lamp.', false],
      ['The chair is in front of the lamp, as the camera sees it.', true],
      ['The lamp is behind the sofa, as the camera sees it.', true],
    ] as const;
    for (const { sceneId, ids, options, answer, format, value } of chairFirst) {
      const key = keyIn(sceneId, ids);
      const ordered = permutation(said, pick(key, 'statements', 720));
      const right = ordered.filter(([, is]) => is).slice(0, 1);
      const wrong = ordered.filter(([, is]) => !is).slice(0, 2);
      const listed = [...right, ...wrong].map(([text]) => text);
      expect(options).toEqual(permutation(listed, pick(key, 'options', 6)));
      expect({ answer, format, value }).toEqual({ answer: listed[0], format: 'choice', value: null });
    }
  });

  it('four if not said; fewer are not asked', () => {
    // From left to right there are but two false ones.
    expect(asked(lines('')).some(({ ids }) => ids.join() === 'o0,o1,o2')).toBe(false);
    expect(asked(lines('')).every(({ options }) => options?.length === 4)).toBe(true);
  });
});
