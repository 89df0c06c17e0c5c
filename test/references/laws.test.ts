/** Laws of the leak analysis, on random programs: no name that is left tells of an order by which the answer is decided. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aspects, aspectsOfFact, hasAspects, impliedBy, meets } from '../../compiler/std/aspects.js';
import { facts } from '../../compiler/std/facts.js';
import { across, intoDepth, remaining, sizes } from './remaining.js';

/** Measures, and the superlatives that tell of them, by hand. */
const tellers: Readonly<Record<string, readonly string[]>> = {
  depth: intoDepth,
  distance: intoDepth,
  nearest: intoDepth,
  'position.forward': intoDepth,
  'position.right': [...across],
  bearing: [...across],
  height: sizes,
  width: sizes,
  depth_extent: sizes,
  volume: sizes,
};
const measure = fc.constantFrom(...Object.keys(tellers));
const joined = fc.array(measure, { minLength: 1, maxLength: 3 });
const condition = (measures: readonly string[]): string => measures.map((m) => `a.${m} < b.${m}`).join(' and ');
const left = (lines: string): readonly string[] => remaining(lines).a ?? [];
const claim = (measures: readonly string[]): string =>
  `for objects {a, b}\n claim "{a} {b}" when ${condition(measures)}`;

describe('names that are left', () => {
  it('tell no order that decides', () => {
    fc.assert(
      fc.property(joined, (measures) => {
        const told = new Set(measures.flatMap((m) => tellers[m] ?? []));
        expect(left(claim(measures)).filter((name) => told.has(name))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are those that are left of each condition alone', () => {
    fc.assert(
      fc.property(joined, (measures) => {
        const alone = measures.map((m) => new Set(left(claim([m]))));
        const plain = (names: readonly string[]): readonly string[] => names.filter((n) => !n.startsWith('caption'));
        const [first = new Set<string>()] = alone;
        expect(plain(left(claim(measures)))).toEqual(plain([...first].filter((n) => alone.every((s) => s.has(n)))));
      }),
      { numRuns: 12 },
    );
  });

  it('are the same whether a value is named by a let, or stands in a relation or a fact', () => {
    fc.assert(
      fc.property(measure, (m) => {
        const named = `for objects {a, b}\n let p = a.${m}\n let q = b.${m}\n claim "{a} {b}" when p < q`;
        expect(left(named)).toEqual(left(claim([m])));
        const before = `relation (s: object) under proof (t: object) says "{s} is under proof of {t}" = s.${m} < t.${m}`;
        const related = `for objects {a, b}\n claim "{a} {b}" when a under proof b`;
        expect(remaining(related, { before }).a).toEqual(left(claim([m])));
        const fact = `fact proof (s: object) = s.${m}`;
        expect(remaining('for objects {a, b}\n claim "{a} {b}" when a.proof < b.proof', { before: fact }).a).toEqual(
          left(claim([m])),
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe('the table of what implies what', () => {
  it('knows every fact of an object', () => {
    for (const fact of facts.filter((f) => f.of === 'object'))
      expect([fact.name, hasAspects(fact.name)]).toEqual([fact.name, true]);
    // One that nobody has thought of tells of everything.
    expect(aspectsOfFact('unheard of')).toEqual(aspects);
  });

  it('has every aspect imply itself, and orders of a family each other', () => {
    for (const aspect of aspects) {
      const { orders } = impliedBy(aspect);
      expect(orders).toContain(aspect);
      if (aspect !== 'box2d') for (const other of orders) expect(impliedBy(other).orders).toContain(aspect);
    }
  });

  it('has values meet everything, orders no value, guesses comparisons alone', () => {
    const met = (revealed: 'value' | 'order' | 'guess') =>
      (['order', 'fact', 'value'] as const).filter((deciding) => meets(revealed, deciding));
    expect([met('value'), met('order'), met('guess')]).toEqual([
      ['order', 'fact', 'value'],
      ['order', 'fact'],
      ['order'],
    ]);
  });
});
