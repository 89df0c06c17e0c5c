import { describe, expect, it } from 'vitest';
import { draw } from './draws.js';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';

/** The sofa stands 2 m to the right of the chair, 1 m farther, and is lower. */
const PAIR = scene('pair', [
  thing('chair', 'chair', [-1, 0, 3], { size: [0.5, 1, 0.5] }),
  thing('sofa', 'sofa', [1, 0, 4], { size: [2, 0.6, 0.8] }),
]);

const asked = (lines: string, settings?: string) => evaluateTask(lines, [PAIR], settings);
const textsOf = ({ questions }: ReturnType<typeof asked>): readonly string[] =>
  questions.map(({ question, answer }) => `${question} ${answer}`).sort();

describe('finite binders', () => {
  it('give one body per relation, whose words it is asked in', () => {
    const found = asked(
      'for objects (a, b), relation r in (left of, taller than)\n ask "Of {a} and {b}: {r}?"\n answer if a r b then "so" else "not so"\n balance none',
    );
    expect(textsOf(found)).toEqual([
      'Of the chair and the sofa: taller than? so',
      'Of the chair and the sofa: to the left of? so',
      'Of the sofa and the chair: taller than? not so',
      'Of the sofa and the chair: to the left of? not so',
    ]);
  });

  it('give one body per fact, with its words', () => {
    const found = asked(
      'for object a, measure m in (height, width)\n ask "How {m} is {a}, {m:comparative}, {m:superlative}, {m:lesser}, {m:least}?"\n answer a.m\n refer by box',
    );
    const words = textsOf(found).map((text) => text.replace(/the \w+ in the \w+ box/, 'it'));
    expect(new Set(words)).toEqual(
      new Set([
        'How tall is it, taller, tallest, shorter, shortest? 1.00 m',
        'How tall is it, taller, tallest, shorter, shortest? 60 cm',
        'How wide is it, wider, widest, narrower, narrowest? 50 cm',
        'How wide is it, wider, widest, narrower, narrowest? 2.00 m',
      ]),
    );
  });

  it('give one body per component, per frame and per number', () => {
    const components = asked(
      'for objects (a, b), component k in (right, forward)\n let v = b.position - a.position\n ask "{a}, {b}: {k}?"\n answer v.k as "{v.k:signed}"',
    );
    expect(textsOf(components)).toEqual([
      'The chair, the sofa: forward? +1.00 m',
      'The chair, the sofa: right? +2.00 m',
      'The sofa, the chair: forward? -1.00 m',
      'The sofa, the chair: right? -2.00 m',
    ]);
    // The camera looks down by 37 deg: the chair at depth 3 lies 3 * 0.8 = 2.4 m ahead on the ground.
    const pitched = { ...PAIR, scene: { ...PAIR.scene, up: [0, -0.8, -0.6] as const } };
    const lines =
      'for object a, frame f in (camera, world)\n let p = a.position from f\n ask "{a}?"\n answer p.forward as "{p.forward:signed}"\n refer by category';
    expect(textsOf(evaluateTask(lines, [pitched]))).toEqual([
      'The chair? +2.40 m',
      'The chair? +3.0 m',
      'The sofa? +3.2 m',
      'The sofa? +4.0 m',
    ]);
    const ranks = asked(
      'for objects {xs: 2}, count k in 1..2\n ask "The {k:ordinal} of {xs}?"\n answer the x in xs with rank k least x.depth',
    );
    const answers = textsOf(ranks).map((text) => text.replace(/of .*\?/, '?'));
    expect(answers).toEqual(['The first ? the chair', 'The second ? the sofa']);
  });

  it('write their values behind the ids of a draw, in the order of the `for` line', () => {
    const { questions } = asked(
      'for relation r in (left of, above), object a, count k in 1..2, object b\n take 1 per scene\n ask "{a} {b} {k} {r}?"\n answer distance(a, b)',
    );
    const keys = ['left of', 'above'].flatMap((r) =>
      ['1', '2'].flatMap((k) => [
        ['chair', 'sofa', r, k],
        ['sofa', 'chair', r, k],
      ]),
    );
    const base = { seed: 7, task: 't', source: 'hand', sceneId: 'pair' };
    const [least] = keys.sort((x, y) => draw({ ...base, ids: x }, 'select') - draw({ ...base, ids: y }, 'select'));
    const words = least?.[2] === 'left of' ? 'to the left of' : 'above';
    expect(questions.map(({ question }) => question)).toEqual([
      `The ${least?.[0]} the ${least?.[1]} ${least?.[3]} ${words}?`,
    ]);
  });

  it('are balanced each by itself: what one body says and another denies', () => {
    // Of each relation alone the truths are one sided, though together two are true and two are false.
    const claimed = (relations: string) =>
      asked(
        `for object a, relation r in (${relations})
         let b = the other object x where x called "sofa" with least x.depth
         claim "{a} is {r} {b}." when a r b
         refer by category`,
      ).questions;
    expect(claimed('left of, right of')).toEqual([]);
    expect(claimed('left of')).toEqual([]);
  });

  it('keep of each relation as many true as false', () => {
    const { questions } = asked(
      'for objects (a, b), relation r in (left of, taller than)\n claim "{a} is {r} {b}." when a r b\n refer by category',
    );
    const told = questions.map(({ question, answer }) => `${/left|taller/.exec(question)?.[0]} ${answer}`).sort();
    expect(told).toEqual(['left False', 'left True', 'taller False', 'taller True']);
  });
});
