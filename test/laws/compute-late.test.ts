/** Where `compute-late` puts what: relations by hand, before and after, written as trees. */
import { expect, it } from 'vitest';
import { add, and, below, column, int, named } from '../../compiler/ir/build.js';
import { Graph } from '../../compiler/ir/graph.js';
import type { Field, Relation } from '../../compiler/ir/node.js';
import { showRelation } from '../../compiler/ir/show.js';
import { computeLate } from '../../compiler/passes/compute-late.js';

const graph = new Graph();
const ints = (...names: readonly string[]): readonly Field[] => names.map((name) => ({ name, type: 'int' }));
const id = column('t.id', 'int');
const near = column('a.near', 'int');
const far = column('a.far', 'int');
const sum = column('sum', 'int');

const tuples = graph.table('tuples', 't', ints('id', 'draw'));
const looked = graph.lookup(tuples, 'things', 'a', ints('near', 'far'), [{ column: 'object', is: 't.id' }]);
const late = (relation: Relation): string =>
  showRelation(computeLate.run(graph.project(relation, [named('sum', sum)]), graph, () => {}));

it('looks up and computes above a filter and a top what these do not read', () => {
  const computed = graph.compute(looked, [named('sum', add(near, far)), named('twice', add(near, near))]);
  const few = graph.filter(computed, below(near, int(5)));
  expect(late(graph.top(few, ['t.id'], ['t.draw'], 3))).toBe(`project
    sum = sum
  compute
      sum = add(a.near, a.far)
    lookup things as a (far) by object = t.id
      top 3 per t.id by t.draw
        filter below(a.near, 5)
          lookup things as a (near) by object = t.id
            table tuples as t (draw, id)`);
});

it('looks first at the condition that needs least', () => {
  const computed = graph.compute(looked, [named('sum', add(near, far))]);
  const where = and(below(sum, int(9)), below(near, int(5)), below(id, int(7)));
  expect(late(graph.filter(computed, where))).toBe(`project
    sum = sum
  filter below(sum, 9)
    compute
        sum = add(a.near, a.far)
      lookup things as a (far) by object = t.id
        filter below(a.near, 5)
          lookup things as a (near) by object = t.id
            filter below(t.id, 7)
              table tuples as t (draw, id)`);
});

it('computes before a join, which makes more rows, and looks up after it', () => {
  const computed = graph.compute(looked, [named('sum', add(near, int(1)))]);
  const joined = graph.join(computed, graph.table('words', 'w', ints('id')), below(id, column('w.id', 'int')));
  expect(late(graph.filter(joined, below(far, column('w.id', 'int'))))).toBe(`project
    sum = sum
  filter below(a.far, w.id)
    lookup things as a (far) by object = t.id
      join on below(t.id, w.id)
        compute
            sum = add(a.near, 1)
          lookup things as a (near) by object = t.id
            table tuples as t (draw, id)
        table words as w (id)`);
});

it('tests before a join what one side of it has', () => {
  const joined = graph.join(looked, graph.table('words', 'w', ints('id')), below(id, column('w.id', 'int')));
  const where = and(below(far, int(5)), below(column('w.id', 'int'), int(3)), below(sum, column('w.id', 'int')));
  expect(late(graph.filter(graph.compute(joined, [named('sum', near)]), where))).toBe(`project
    sum = sum
  filter below(sum, w.id)
    compute
        sum = a.near
      lookup things as a (near) by object = t.id
        join on below(t.id, w.id)
          filter below(a.far, 5)
            lookup things as a (far) by object = t.id
              table tuples as t (draw, id)
          filter below(w.id, 3)
            table words as w (id)`);
});

it('sums over pairs that are left with what these read, and nothing else', () => {
  const other = graph.table('others', 'o', ints('id', 'size'));
  const size = column('o.size', 'int');
  const total = graph.total(looked, other, {
    ...{ keys: ['t.id'], on: below(id, column('o.id', 'int')), layers: [[named('gap', add(near, size))]] },
    ...{ where: below(column('gap', 'int'), int(3)), totals: [named('sum', int(1))] },
  });
  expect(late(graph.filter(total, below(far, int(5))))).toBe(`project
    sum = sum
  total per t.id of pairs on below(t.id, o.id)
      gap = add(a.near, o.size)
      where below(gap, 3)
      sum = 1
    lookup things as a (near) by object = t.id
      filter below(a.far, 5)
        lookup things as a (far) by object = t.id
          table tuples as t (draw, id)
    table others as o (id, size)`);
});
