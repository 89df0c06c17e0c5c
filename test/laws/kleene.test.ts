/** Kleene's tables: what DuckDB makes of conditions is what the tables say, for single words and for whole formulas. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { and, apply, column, isKnown, isTrue, not, or, when } from '../../compiler/ir/build.js';
import type { Expression, Field } from '../../compiler/ir/node.js';
import { ofRows } from '../lower/computed.js';

type Truth = boolean | null;
const truths: readonly Truth[] = [true, false, null];
const fields: readonly Field[] = ['p', 'q', 'r'].map((name) => ({ name, type: 'bool' }));
const rows = truths.flatMap((p) => truths.flatMap((q) => truths.map((r) => [p, q, r] as const)));

const agree = (...of: readonly Expression[]): Expression => apply('agree', 'bool', ...of);
const choose = (c: Expression, a: Expression, b: Expression): Expression => apply('if', 'bool', c, a, b);

/** The tables, one line for each value of p, one place for each value of q: true, false, unknown. */
const TABLES: Readonly<Record<string, string>> = {
  and: 'tfu fff ufu',
  or: 'ttt tfu tuu',
  agree: 'tuu ufu uuu',
};
const LETTERS: Readonly<Record<string, Truth>> = { t: true, f: false, u: null };
const inTable = (name: string, p: Truth, q: Truth): Truth =>
  LETTERS[TABLES[name]?.split(' ')[truths.indexOf(p)]?.[truths.indexOf(q)] ?? ''] ?? null;

describe('conditions in SQL', () => {
  it('are what the tables say', async () => {
    const found = await ofRows(fields, rows, (of) => ({
      and: and(of('p'), of('q')),
      or: or(of('p'), of('q')),
      agree: agree(of('p'), of('q')),
      not: not(of('p')),
      if: choose(of('p'), of('q'), of('r')),
      true: isTrue(of('p')),
      known: isKnown(of('p')),
      when: when([
        [of('p'), of('q')],
        [of('q'), of('r')],
      ]),
    }));
    for (const [i, [p, q, r]] of rows.entries()) {
      expect([p, q, r, found[i]]).toMatchObject([
        p,
        q,
        r,
        {
          and: inTable('and', p, q),
          or: inTable('or', p, q),
          agree: inTable('agree', p, q),
          not: p === null ? null : !p,
          if: p === null ? null : p ? q : r,
          true: p === true,
          known: p !== null,
          when: p === true ? q : q === true ? r : null,
        },
      ]);
    }
  });

  it('are so however they are nested', async () => {
    const formulas = fc.sample(formula, { numRuns: 60, seed: 11 });
    const made = Object.fromEntries(formulas.map(({ ir }, i) => [`f${i}`, ir]));
    const found = await ofRows(fields, rows, () => made);
    for (const [i, [p, q, r]] of rows.entries())
      formulas.forEach(({ of, text }, j) => {
        expect([text, p, q, r, found[i]?.[`f${j}`]]).toEqual([text, p, q, r, of({ p, q, r })]);
      });
    const known = found.flatMap((row) => formulas.flatMap((_, j) => row[`f${j}`] ?? []));
    expect(known.length).toBeGreaterThan(400);
  });
});

type Case = Readonly<Record<'p' | 'q' | 'r', Truth>>;
interface Formula {
  readonly text: string;
  readonly ir: Expression;
  readonly of: (given: Case) => Truth;
}

/** Of whole numbers: unknown is between false and true, `and` the least, `or` the greatest. */
const rank = (t: Truth): number => (t === null ? 1 : t ? 2 : 0);
const truthOf = (n: number): Truth => (n === 1 ? null : n === 2);
const extreme = (pick: typeof Math.min, all: readonly Truth[]): Truth => truthOf(pick(...all.map(rank)));

const atom: fc.Arbitrary<Formula> = fc
  .constantFrom('p' as const, 'q' as const, 'r' as const)
  .map((name) => ({ text: name, ir: column(name, 'bool'), of: (given) => given[name] }));

const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
  const some = fc.array(tie('formula'), { minLength: 2, maxLength: 3 });
  const joined = (
    word: string,
    ir: (...of: readonly Expression[]) => Expression,
    of: (all: readonly Truth[]) => Truth,
  ) =>
    some.map((parts) => ({
      text: `(${parts.map(({ text }) => text).join(` ${word} `)})`,
      ir: ir(...parts.map((part) => part.ir)),
      of: (given: Case) => of(parts.map((part) => part.of(given))),
    }));
  return {
    formula: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      atom,
      tie('formula').map((of) => ({
        text: `not ${of.text}`,
        ir: not(of.ir),
        of: (given: Case) => truthOf(2 - rank(of.of(given))),
      })),
      joined('and', and, (all) => extreme(Math.min, all)),
      joined('or', or, (all) => extreme(Math.max, all)),
      joined('agree', agree, (all) => (new Set(all).size === 1 ? (all[0] ?? null) : null)),
      fc.tuple(tie('formula'), tie('formula'), tie('formula')).map(([c, a, b]) => ({
        text: `if ${c.text} then ${a.text} else ${b.text}`,
        ir: choose(c.ir, a.ir, b.ir),
        of: (given: Case) => {
          const condition = c.of(given);
          return condition === null ? null : condition ? a.of(given) : b.of(given);
        },
      })),
    ),
  };
});
