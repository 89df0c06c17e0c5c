import { describe, expect, it } from 'vitest';
import { evaluateTask } from './recipe-text.js';
import { pixel, scene, thing } from './scene-builder.js';
import type { Plain } from './value.js';

/** a stands 4 m ahead and faces to the right; b stands 2 m farther and 1 m to the right; p is a point 2 m ahead. */
const FACTS = scene(
  'views',
  [thing('a', 'chair', [0, 0, 4], { facing: [1, 0, 0] }), thing('b', 'lamp', [1, -0.5, 6])],
  { pixels: [pixel('p', 320, 240, [0, 0, 2])] },
);

function seen(view: string, facts = FACTS): Plain | undefined {
  const { tuples } = evaluateTask(`for objects (a, b), pixel p\n let v = ${view}\n ask "?"\n answer v`, [facts]);
  return tuples.find(({ ids }) => ids[0] === 'a')?.lets.v;
}

describe('viewers', () => {
  it('may turn: what was on the right lies ahead', () => {
    // right, up, forward: a faces right, so what is farther is on its left.
    expect(seen('b.position from a')).toEqual([-2e6, 0.5e6, 1e6]);
    expect(seen('b.position from a turned right')).toEqual([-1e6, 0.5e6, -2e6]);
    expect(seen('b.position from a turned left')).toEqual([1e6, 0.5e6, 2e6]);
    expect(seen('b.position from a turned around')).toEqual([2e6, 0.5e6, -1e6]);
  });

  it('may be the camera, which stands at the origin of its frame', () => {
    expect(seen('b.position from camera toward a')).toEqual([1e6, 0.5e6, 6e6]);
    expect(seen('b.position from camera toward a turned right')).toEqual([-6e6, 0.5e6, 1e6]);
    expect(seen('distance(camera, p)')).toBe(2e6);
    expect(seen('distance(b, camera)')).toBe(6_103_278); // sqrt(1 + 0.25 + 36) m
  });

  it('may be a point of the picture, and look at one, or at the camera', () => {
    expect(seen('b.position from p toward a')).toEqual([1e6, 0.5e6, 4e6]);
    expect(seen('b.position from a toward p')).toEqual([-1e6, 0.5e6, -2e6]);
    expect(seen('b.position from a toward camera')).toEqual([-1e6, 0.5e6, -2e6]);
    expect(seen('distance(p, b)')).toBe(4_153_312); // sqrt(1 + 0.25 + 16) m
  });

  it('need gravity; without toward, a facing', () => {
    const adrift = { ...FACTS, scene: { ...FACTS.scene, up: null, upSource: null } };
    expect(seen('b.position from camera toward a', adrift)).toEqual([null, null, null]);
    expect(seen('a.position from b turned left')).toEqual([null, null, null]);
  });
});

describe('facts written in the language', () => {
  const definitions =
    'fact reach (a: object) says "far", "farther", "farthest" / "near", "nearer", "nearest" = a.depth + a.height\n' +
    'fact double_reach (b: object) = 2 * b.reach\n' +
    'relation (x: object) outreaches (y: object) says "{x} outreaches {y}" = x.double_reach > y.double_reach';
  const lines = (rest: string) => `for objects (a, b)\n ${rest}`;

  it('are their bodies, with the thing for the parameter', () => {
    const { tuples } = evaluateTask(
      lines('let v = b.double_reach - a.depth\n ask "?"\n answer v\n claim "." when b outreaches a'),
      [FACTS],
      definitions,
    );
    const found = tuples.find(({ ids }) => ids[0] === 'a');
    // 2 * (6 m + 0.5 m) - 4 m
    expect(found).toMatchObject({ answer: 9_000_000, claims: [true] });
  });

  it('have words of their own', () => {
    const { questions } = evaluateTask(
      'for objects {a, b}, measure m in (reach)\n ask "Which is {m:superlative}, which {m:least}, {a} or {b}?"\n answer the x in {a, b} with greatest x.m',
      [FACTS],
      definitions,
    );
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ answer: 'the lamp' });
    expect(questions[0]?.question).toMatch(/^Which is farthest, which nearest, the/);
  });

  it('may be a choice of texts: an enumeration', () => {
    const { questions } = evaluateTask(
      'for object a\n let v = if a.depth < 5 m then "near" else "far"\n ask "{a}?"\n answer v\n choices "near", "far"\n formats choice 100%',
      [FACTS],
    );
    expect(questions.map(({ question, answer }) => `${question} ${answer}`).sort()).toEqual([
      'The chair? near',
      'The lamp? far',
    ]);
    // Enumerations are balanced: one value alone is not kept.
    const one = evaluateTask('for object a\n ask "{a}?"\n answer if a.depth < 9 m then "near" else "far"', [FACTS]);
    expect(one.questions).toEqual([]);
  });
});
