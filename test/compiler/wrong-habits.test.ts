/** What other languages and plain English have otherwise: one message each, which says how it is written here. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';

type Habit = readonly [written: string, hint: string, instead: string];

const conditions: readonly Habit[] = [
  ['a is left of b', 'Leave out `is`.', 'a  left of b'],
  ['a is not left of b', '`not` stands before the whole: `not a …`.', 'not a left of b'],
  ['a not left of b', '`not` stands before the whole: `not a …`.', 'not a left of b'],
  ['left of(a, b)', 'A relation stands between the two: `a left of b`.', 'a left of b'],
  ['a is a chair and a left of b', 'Write `called "chair"`.', 'a called "chair" and a left of b'],
  ['a->height > b.height', 'Write `.`.', 'a.height > b.height'],
  ['a.distance(b) > 1 m', 'A function stands before what it takes: `distance(a, …)`.', 'distance(a, b) > 1 m'],
  ['a.height between 1 m and 2 m', 'A range is written `x in 1 m .. 2 m`.', 'a.height in 1 m .. 2 m'],
  ['a.height > 1,5 m', 'A decimal point is `.`.', 'a.height > 1.5 m'],
  ['a.height > .5 m', 'Write `0.5`.', 'a.height > 0.5 m'],
];

const told = (condition: string): readonly Diagnostic[] => {
  const text = `source r = rooms(1)\nlevel 1 "T" { task t { for objects {a, b} where ${condition}\n ask "{a} {b}?" answer b.depth } }\nemit jsonl("q")`;
  return compile({ recipe: { file: 'habit.spq', text }, library, options: {} }).diagnostics;
};

/** The condition after all fixes. */
function fixed(condition: string): string {
  const shift = 'source r = rooms(1)\nlevel 1 "T" { task t { for objects {a, b} where '.length;
  return told(condition)
    .flatMap(({ fix }) => fix ?? [])
    .toSorted((x, y) => y.at.start - x.at.start)
    .reduce((so, { at, text }) => so.slice(0, at.start - shift) + text + so.slice(at.end - shift), condition);
}

describe('what is written otherwise', () => {
  it.each(conditions)('%s', (written, hint, instead) => {
    expect(told(written).map((d) => [d.severity, d.hint])).toEqual([['error', hint]]);
    expect(fixed(written)).toBe(instead);
    expect(told(instead)).toEqual([]);
  });

  it('between two others, by two comparisons', () => {
    expect(told('1 m < a.height < 2 m').map(({ hint }) => hint)).toEqual([
      'A value between two others is written `x in 1 m .. 2 m`.',
    ]);
  });

  it('with blanks that other programs put in the place of ordinary ones, as if they were', () => {
    expect(told('a\u00a0left\u2009of b')).toEqual([]);
  });
});
