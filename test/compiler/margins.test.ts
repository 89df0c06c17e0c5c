/** A recipe without its margins: whatever is measured is told apart, and nothing new is wrong with it. */
import { describe, expect, it } from 'vitest';
import { analyse, compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';

const text = `
source hand = rooms(count: 1, seed: 1)
margin length 30 cm or 20%, angle 10 deg
level 2 "Two" {
  task one {
    for     objects {a, b}
    let     w = the x in {a, b} with greatest x.height
    where   a.depth < 5 m by 70 cm and distance(a, b) > 1 m by 50%
    ask     "Which is taller, {a} or {b}?"
    answer  w
    claim   "{a} is to the left of {b}." when a left of b
  }
  task other {
    for     objects (a, b)
    let     v = b.position from a toward camera
    where   angle(axis(a), axis(b)) < 30 deg
    ask     "Where is {b} from {a}?"
    answer  v.right
  }
}
emit jsonl("q.jsonl")
`;

const recipe = { file: 'test.spq', text };

describe('without margins', () => {
  it('comparisons have one unit less than none, those with `by` included', () => {
    const shown = (margins: 'kept' | 'none'): string =>
      compile({ recipe, library, options: { margins, skip: ['compute-late', 'prune-columns'] } }).show('ir') ?? '';
    const tasksOf = (ir: string): string => ir.slice(ir.indexOf('# task'));
    for (const margin of ['300000', '200000', '700000', '500000'])
      expect([margin, tasksOf(shown('kept')).includes(`, ${margin}`)]).toEqual([margin, true]);
    const without = [...tasksOf(shown('none')).matchAll(/\bless\([^()]*, (-?\d+), (\d+)\)/g)].map(([, a, r]) => [a, r]);
    expect(without.length).toBeGreaterThan(3);
    expect(without.every(([a, r]) => a === '-1' && r === '0')).toBe(true);
  });

  it('a recipe that is right stays right, and one that is wrong stays told', () => {
    expect(analyse(recipe, library, undefined, 'none').diagnostics).toEqual([]);
    const wrong = compile({ recipe: { file: 'w.spq', text: `${text} level` }, library, options: { margins: 'none' } });
    expect(wrong.plan).toBeUndefined();
  });
});
