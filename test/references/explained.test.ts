/** `spq explain --references`, as a reader sees it. */
import { describe, expect, it } from 'vitest';
import { explainReferences } from '../../compiler/check/explain-references.js';
import { analysed } from './remaining.js';

function explained(lines: string, refer: string): string {
  const text = explainReferences(analysed(lines, { refer }).typed);
  return text.slice(text.indexOf('task t'));
}

describe('explainReferences', () => {
  it('tells what an answer depends on, which names remain, and why others do not', () => {
    const lines = 'for objects {a, b}\n claim "{a} {b}" when a left of b';
    expect(explained(lines, 'category, position, box')).toBe(
      [
        'task t (level 2)',
        '  depends on  comparing a.right, a.bearing, b.right, b.bearing',
        '  a by category; position (nearest, farthest); box',
        '    not position leftmost, position rightmost, position ordinal: tells of `a.right`, by which the answer is decided.',
        '  b by category; position (nearest, farthest); box',
        '    not position leftmost, position rightmost, position ordinal: tells of `b.right`, by which the answer is decided.',
      ].join('\n'),
    );
  });

  it('tells bodies apart where they differ', () => {
    const lines = 'for object a, measure m in (height, depth, width)\n ask "How {m} is {a}?"\n answer a.m';
    expect(explained(lines, 'position')).toBe(
      [
        'task t (level 2)',
        '  with m = height',
        '  depends on  a.height',
        '  a by position (leftmost, rightmost, nearest, farthest, ordinal)',
        '  with m = depth',
        '  depends on  a.depth',
        '  a by position (leftmost, rightmost, ordinal)',
        '    not position nearest, position farthest: tells of `a.depth`, by which the answer is decided.',
        '  with m = width',
        '  depends on  a.width',
        '  a by position (leftmost, rightmost, nearest, farthest, ordinal)',
      ].join('\n'),
    );
  });

  it('tells what is counted, and what is made of several facts', () => {
    const counting =
      'for object a, category c\n ask "{a} {c}?"\n answer count(other object x where x called c and x taller than a)';
    expect(explained(counting, 'category')).toContain('  depends on  comparing a.height; how many are called c');
    const apart = 'for objects {a, b}\n ask "{a} {b}?"\n answer distance(a, b)';
    expect(explained(apart, 'category')).toContain('what is made of a.place, a.spread, b.place, b.spread');
  });
});
