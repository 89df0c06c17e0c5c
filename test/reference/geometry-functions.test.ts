import { describe, expect, it } from 'vitest';
import { evaluateTask } from './recipe-text.js';
import { scene, thing } from './scene-builder.js';
import type { Plain } from './value.js';

/**
 * a is a cube of 1 m, 4 m ahead, that faces right; b, as large, stands 3 m to the right of it and 4 m farther;
 * c is a board of 2 x 2 m, 6 m ahead.
 */
const FACTS = scene('boxes', [
  thing('a', 'chair', [0, 0, 4], { size: [1, 1, 1], facing: [1, 0, 0] }),
  thing('b', 'sofa', [3, 0.3, 8], { size: [1, 1, 1], facing: [0, 0, 1] }),
  thing('c', 'table', [0, 0, 6], { size: [2, 2, 0.1] }),
]);

function worth(value: string, facts = FACTS): Plain | undefined {
  const { tuples } = evaluateTask(`for objects (a, b, c)\n let v = ${value}\n ask "?"\n answer a.depth`, [facts]);
  return tuples.find(({ ids }) => ids.join('') === 'abc')?.lets.v;
}

describe('boxes', () => {
  it('are a gap apart: between their nearest points', () => {
    // 2 m and 3 m clear of each other on the ground; in height they overlap.
    expect(worth('gap(a, b)')).toBe(3_605_551); // sqrt 13
    expect(worth('gap(b, a)')).toBe(3_605_551);
    expect(worth('gap(a, c)')).toBe(1_450_000); // 6 - 0.05 - 4.5
  });

  it('overlap by a share of the first footprint', () => {
    const stacked = scene('stacked', [
      thing('a', 'chair', [0, 0, 4], { size: [1, 1, 1] }),
      thing('b', 'sofa', [0.25, -1, 4.5], { size: [1, 1, 1] }),
      thing('c', 'table', [9, 0, 4], { size: [1, 1, 1] }),
    ]);
    const share = (x: string, y: string) => worth(`overlap(footprint(${x}), footprint(${y}))`, stacked);
    expect(share('a', 'b')).toBe(375_000_000); // 75 % by 50 %
    expect(share('a', 'c')).toBe(0);
  });

  it('block the sight of what lies behind them', () => {
    expect(worth('a blocks c from camera')).toBeNull(); // in part
    expect(worth('a blocks b from camera')).toBe(false);
    const hidden = scene('hidden', [
      thing('a', 'chair', [0, 0, 2], { size: [2, 2, 0.2] }),
      thing('b', 'sofa', [0, 0, 6], { size: [1, 1, 1] }),
      thing('c', 'table', [9, 0, 6], { size: [1, 1, 1] }),
    ]);
    // At 6.5 m the shadow of the board, 0.9 m by the margin, is 2.9 m to each side.
    expect(worth('a blocks b from camera', hidden)).toBe(true);
    expect(worth('b blocks a from camera', hidden)).toBe(false);
    expect(worth('a blocks b from c', hidden)).toBe(false);
  });
});

describe('directions', () => {
  it('make an angle, axes the acute one', () => {
    expect(worth('angle(a.facing, b.facing)')).toBe(90_000_000);
    // 3 m right, 0.3 m down, 4 m ahead against straight ahead: atan(sqrt(9.09) / 4)
    expect(worth('angle(b.position - a.position, b.facing)')).toBe(37_006_819);
    expect(worth('angle(a.position - b.position, b.facing)')).toBe(180_000_000 - 37_006_819);
    expect(worth('angle(axis(a), axis(b))')).toBe(90_000_000);
    expect(worth('if angle(a.facing, b.facing) > 80 deg then 1 else 2')).toBeNull(); // within 15 deg
    expect(worth('if angle(a.facing, b.facing) > 70 deg then 1 else 2')).toBe(1);
  });

  it('have an hour, words, and a unit vector', () => {
    // 36.9 deg clockwise from ahead: neither clearly one o'clock nor two.
    expect(worth('clock(b.position - a.position)')).toBe("1 o'clock");
    expect(worth('clock(a.position - b.position)')).toBe("7 o'clock");
    expect(worth('words(b.position - a.position)')).toBe('to the right, below and behind');
    expect(worth('words(c.position - a.position)')).toBe('behind');
    expect(worth('words(b.position from a)')).toBe('to the left, below and ahead');
    expect(worth('unit(c.position - a.position)')).toEqual([0, 0, 1_000_000_000]);
    // 3, 0.3 down, 4 of length 5.0089919...
    expect(worth('unit(b.position - a.position)')).toEqual([598_922_907, -59_892_291, 798_563_876]);
    expect(worth('length(b.position - a.position)')).toBe(5_008_992);
    // A rolled camera has coordinates, and no words for its sides.
    const rolled = { ...FACTS, scene: { ...FACTS.scene, up: [1, 0, 0] as const } };
    expect(worth('unit(b.position - a.position)', rolled)).toEqual([598_922_907, -59_892_291, 798_563_876]);
    expect(worth('unit(b.position - a.position).right', rolled)).toBeNull();
    expect(worth('unit(b.position - a.position).forward', rolled)).toBe(798_563_876);
  });

  it('of which words contradict: only such are wrong options', () => {
    const { questions } = evaluateTask(
      'for objects (a, b)\n where a called "chair" and b called "table"\n ask "{a} {b}?"\n answer words(b.position - a.position)\n choices 4 of words\n formats choice 100%\n balance none',
      Array.from({ length: 30 }, (_, i) => ({ ...FACTS, scene: { ...FACTS.scene, sceneId: `s${i}` } })),
    );
    expect(questions).toHaveLength(30);
    for (const { options, answer } of questions) {
      expect(answer).toBe('behind');
      for (const option of options ?? []) if (option !== answer) expect(option).toMatch(/in front$/);
    }
  });
});
