/** Every law of the optimizer keeps rows: random relations, with and without each pass, as multisets in DuckDB. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Graph } from '../../compiler/ir/graph.js';
import { inputsOf } from '../../compiler/ir/inputs.js';
import type { Relation } from '../../compiler/ir/node.js';
import { verify } from '../../compiler/ir/verify.js';
import { passes as all } from '../../compiler/passes/index.js';
import { sampleFirst } from '../../compiler/passes/sample-first.js';
import { queryOf } from '../../compiler/sql/from-ir.js';
import { printQuery } from '../../compiler/sql/print.js';
import { openStore } from '../../runtime/facts/store.js';
import { recipe, relationOf, tableSql } from './random-relations.js';

/** All but the one that needs rounds of a run: its law is shown in test/agreement/rounds.test.ts. */
const passes = all.filter((pass) => pass !== sampleFirst);
const laws = passes.flatMap((pass) => pass.laws);

describe('the laws of the optimizer', async () => {
  const store = await openStore(':memory:', { threads: 1 });
  afterAll(() => store.close());
  for (const sql of tableSql) await store.connection.run(sql);

  /** Rows with their columns by name: a pass may change the order of columns. */
  const rowsOf = async (relation: Relation): Promise<readonly string[]> => {
    const reader = await store.connection.runAndReadAll(printQuery(queryOf(relation), 'layered'));
    return reader
      .getRowObjectsJson()
      .map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
      .toSorted();
  };

  it('keep every row, whatever the relation is made of', async () => {
    const fired = new Map<string, number>();
    const kinds = new Set<string>();
    let filled = 0;
    await fc.assert(
      fc.asyncProperty(recipe, async (given) => {
        const graph = new Graph();
        const plain = relationOf(given, graph);
        expect(verify(plain)).toEqual([]);
        for (const kind of kindsOf(plain)) kinds.add(kind);
        const expected = await rowsOf(plain);
        if (expected.length > 0) filled += 1;
        let now: Relation = plain;
        for (const pass of passes) {
          const told = new Set<string>();
          const once = pass.run(now, graph, (rule) => told.add(rule.law));
          for (const law of told) fired.set(law, (fired.get(law) ?? 0) + 1);
          expect(verify(once)).toEqual([]);
          expect(pass.run(once, graph, () => {})).toBe(once);
          expect([pass.name, await rowsOf(once)]).toEqual([pass.name, expected]);
          now = once;
        }
      }),
      { numRuns: 120, seed: 20, endOnFailure: true },
    );
    // Nothing is shown of a law that never fired, nor by empty tables.
    for (const law of laws) expect([law, (fired.get(law) ?? 0) >= 5]).toEqual([law, true]);
    expect([...kinds].toSorted()).toEqual(
      ['compute', 'filter', 'join', 'lookup', 'place', 'project', 'series', 'table', 'top', 'total'].toSorted(),
    );
    expect(filled).toBeGreaterThan(40);
  });
});

function kindsOf(root: Relation): ReadonlySet<string> {
  return new Set([root.kind, ...inputsOf(root).flatMap((input) => [...kindsOf(input)])]);
}
