/** What the judge of questions goes by, computed by hand: rules of acceptance, overlaps, names and words. */
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../reference/candidates.js';
import { FURNITURE, LEVEL, scene, thing } from '../reference/scene-builder.js';
import type { SceneContext } from '../reference/scene-context.js';
import { sceneContext } from '../reference/scene-context.js';
import { quantity, type Value } from '../reference/value.js';
import { vocabularyOf } from '../reference/vocabulary.js';
import { fieldsOf } from './asked-questions.js';
import { pictureOverlap, spaceOverlap } from './box-overlap.js';
import { exactly, withoutMargins } from './judged-recipe.js';
import { isNamedRightly } from './named-rightly.js';
import { rightByRule } from './right-by-rule.js';

const metres = (x: number | null): Value => quantity('magnitude', x === null ? null : x * 1e6);
const point = (x: number, y: number, z: number): Value => ({
  kind: 'camera place',
  isPoint: true,
  xyz: [x * 1e6, y * 1e6, z * 1e6],
});

describe('rules of acceptance', () => {
  it('take a number within a share of the true one', () => {
    const rule = { rule: 'relative', tolerance: 0.25 };
    expect([2.5, 2.51, 1.5, 1.49].map((x) => rightByRule(metres(x), metres(2), rule))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(rightByRule(metres(0.15), metres(0.06), { ...rule, absolute: 0.1 })).toBe(true);
    expect(rightByRule(metres(1), metres(null), rule)).toBeNull();
  });

  it('take a place within a share of its distance, and a tuple number by number', () => {
    const rule = { rule: 'position', relative: 0.1, absolute: 0.1 };
    expect(rightByRule(point(0, 0, 4.39), point(0, 0, 4), rule)).toBe(true);
    expect(rightByRule(point(0.3, 0, 4.3), point(0, 0, 4), rule)).toBe(false);
    const pair = (x: number, y: number): Value => ({ kind: 'tuple', items: [metres(x), metres(y)] });
    const numbers = { rule: 'numbers', tolerance: 0.25, absolute: 0.1 };
    expect(rightByRule(pair(1.2, 0.1), pair(1, 0.19), numbers)).toBe(true);
    expect(rightByRule(pair(1.2, 0.1), pair(1, 0.21), numbers)).toBe(false);
    const items = { rule: 'items', items: [{ rule: 'exact' }, numbers] };
    expect(() => rightByRule(pair(1, 1), pair(1, 1), items)).toThrow('no items');
  });
});

describe('overlaps', () => {
  it('of picture boxes', () => {
    expect(pictureOverlap([0, 0, 10, 10], [5, 0, 15, 10])).toBeCloseTo(1 / 3, 12);
    expect(pictureOverlap([0, 0, 10, 10], [20, 0, 30, 10])).toBe(0);
  });

  it('of upright boxes in space, turned or not', () => {
    const { scene: row } = scene('s', []);
    const box = thing('a', 'table', [0, 0, 4], { size: [1, 1, 1] });
    const other = (centre: readonly [number, number, number], more = {}) =>
      spaceOverlap(box, thing('b', 'table', centre, { size: [1, 1, 1], ...more }), row);
    expect(other([0, 0, 4])).toBeCloseTo(1, 12);
    expect(other([0.5, 0, 4])).toBeCloseTo(1 / 3, 12);
    expect(other([0, 0.5, 4.5])).toBeCloseTo(0.25 / 1.75, 12);
    expect(other([3, 0, 4])).toBe(0);
    // A square in itself, turned by 45 degrees: an octagon of area 2 sqrt 2 - 2.
    const c = Math.SQRT1_2;
    const octagon = 2 * Math.SQRT2 - 2;
    expect(other([0, 0, 4], { rotation: [c, 0, c, 0, 1, 0, -c, 0, c] })).toBeCloseTo(octagon / (2 - octagon), 9);
    expect(row.up).toEqual(LEVEL);
  });
});

describe('names', () => {
  const { settings, definitions } = exactly();
  const facts = scene('s', [
    thing('c1', 'chair', [-1, 0, 3], { size: [0.5, 1.01, 0.5] }),
    thing('c2', 'chair', [0, 0, 3]),
    thing('c3', 'armchair', [1, 0, 3]),
    thing('t', 'table', [0, 0.8, 5]),
  ]);
  const truth: SceneContext = sceneContext(facts, vocabularyOf(FURNITURE), settings, definitions);
  const named = (id: string, label: string, strategy: string, text: string, box: readonly number[] | null = null) => {
    const row = candidatesOf(facts).find(({ objectId }) => objectId === id);
    if (row === undefined) throw new Error(id);
    return isNamedRightly({ slot: { kind: 'object', text, id, strategy, box }, label, row, truth });
  };

  it('by category are right where nothing else is called so', () => {
    expect(named('t', 'table', 'category', 'the table')).toBe(true);
    expect(named('c1', 'chair', 'category', 'the chair')).toBe(false);
    expect(named('c3', 'armchair', 'category', 'the armchair')).toBeNull();
    expect(named('t', 'sofa', 'category', 'the sofa')).toBe(false);
  });

  it('by place and size are right where the order holds, however narrowly', () => {
    expect(named('c1', 'chair', 'position', 'The leftmost chair')).toBe(true);
    expect(named('c2', 'chair', 'position', 'the leftmost chair')).toBe(false);
    expect(named('c2', 'chair', 'position', 'the second chair from the left')).toBe(true);
    expect(named('c3', 'chair', 'position', 'the second chair from the right')).toBe(false);
    expect(named('c1', 'chair', 'size', 'the tallest chair')).toBe(true);
    expect(named('c2', 'chair', 'size', 'the largest chair')).toBe(false);
  });

  it('by a box are right where it fits no other thing better, and the noun is', () => {
    const around = (id: string) => facts.objects.find(({ objectId }) => objectId === id)?.box2d ?? null;
    expect(named('c1', 'chair', 'box', 'the chair in the red box', around('c1'))).toBe(true);
    expect(named('c1', 'chair', 'box', 'the chair in the red box', around('c2'))).toBe(false);
    expect(named('t', 'lamp', 'box', 'the lamp in the red box', around('t'))).toBe(false);
    expect(named('t', 'lamp', 'box', 'the object in the red box', around('t'))).toBe(true);
  });
});

describe('keys and margins', () => {
  it('are read back from text', () => {
    expect(fieldsOf('5:rooms6:room-17:chair-15:3:a:b')).toEqual(['rooms', 'room-1', 'chair-1', '3:a:b']);
    expect(fieldsOf('2:é1:x')).toEqual(['é', 'x']);
  });

  it('are taken out of a recipe', () => {
    expect(withoutMargins('abs(a.base) < 10 cm by 5 cm')).toBe('abs(a.base) < 10 cm');
    expect(withoutMargins('x.bearing < a.bearing by 20 px)')).toBe('x.bearing < a.bearing)');
    expect(withoutMargins('refer by category')).toBe('refer by category');
    expect(withoutMargins('v.up is about 0 cm or known p')).toBe('v.up is about 0 cm by 10 cm or known p');
  });
});
