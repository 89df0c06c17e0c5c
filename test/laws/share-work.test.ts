/** What `share-work` takes to be worth a column of its own, and that it tells so of expressions of any depth. */
import { expect, it } from 'vitest';
import { absolute, add, column, int, named, negate, subtract } from '../../compiler/ir/build.js';
import { Graph } from '../../compiler/ir/graph.js';
import type { Expression } from '../../compiler/ir/node.js';
import { shareWork } from '../../compiler/passes/share-work.js';

const [x, y] = [column('t.x', 'int'), column('t.y', 'int')];

/** Whether two columns that have an expression in common get it from a third. */
function isShared(e: Expression): boolean {
  const graph = new Graph();
  const table = graph.table('t', 't', [
    { name: 'x', type: 'int' },
    { name: 'y', type: 'int' },
  ]);
  const twice = graph.compute(table, [named('a', subtract(e, int(1))), named('b', subtract(int(1), e))]);
  return shareWork.run(twice, graph, () => {}) !== twice;
}

it('shares what does more than one function of one column', () => {
  expect(isShared(add(x, y))).toBe(true);
  expect(isShared(add(x, int(1)))).toBe(true);
  expect(isShared(absolute(negate(x)))).toBe(true);
  expect(isShared(absolute(x))).toBe(false);
  expect(isShared(x)).toBe(false);
  expect(isShared(add(absolute(int(1)), int(2)))).toBe(false);
});

it('looks at a part that stands in many places once', () => {
  let doubled = add(x, y);
  for (let i = 0; i < 200; i++) doubled = add(doubled, doubled);
  expect(isShared(doubled)).toBe(true);
});
