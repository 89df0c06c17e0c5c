/** The guard against slower versions tells what got worse by more than its tolerance, and what was not measured. */
import { describe, expect, it } from 'vitest';
import { type Guard, readGuard, worsened } from './compare.js';

const guard: Guard = { tolerance: 0.5, ratios: { asking: { a: 10, b: 2 } } };

describe('the guard', () => {
  it('lets pass what is better, the same, or worse by as much as it may be', () => {
    expect(worsened(guard, { asking: { a: 1, b: 2 } })).toEqual([]);
    expect(worsened(guard, { asking: { a: 15, b: 3 }, other: { a: 99 } })).toEqual([]);
  });

  it('tells each ratio that is worse, with the most that it may be', () => {
    expect(worsened(guard, { asking: { a: 15.1, b: 3.5 } })).toEqual([
      'asking: a: 15.1, and may be 15 at most',
      'asking: b: 3.5, and may be 3 at most',
    ]);
  });

  it('tells what was not measured, and does not take it for good', () => {
    expect(worsened(guard, { asking: { a: 1 } })).toEqual(['asking: b: not measured']);
    expect(worsened(guard, {})).toHaveLength(2);
  });

  it('holds ratios to the floor, and no seconds', () => {
    const names = Object.values(readGuard().ratios).flatMap((figures) => Object.keys(figures));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !name.endsWith('times the floor'))).toEqual([]);
  });
});
