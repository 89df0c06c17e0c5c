/**
 * Conditions move towards the tables, so that tuples that are never asked cost little:
 *
 *   filter(compute(x, d = …), a.score > b and d < 2)   becomes   filter(compute(filter(x, a.score > b), d = …), d < 2)
 */
import { and, conjuncts } from '../ir/build.js';
import { columnsRead, fieldsOf } from '../ir/columns.js';
import type { Graph } from '../ir/graph.js';
import type { Expression, Relation } from '../ir/node.js';
import { type Rule, rewrite, rule } from '../ir/rewrite.js';
import type { Pass } from './pass.js';

/** Splits a condition into what reads only columns of `below`, and the rest. */
function split(where: Expression, below: Relation): readonly [readonly Expression[], readonly Expression[]] {
  const available = fieldsOf(below);
  const fits = (e: Expression): boolean => [...columnsRead(e)].every((c) => available.has(c));
  const all = conjuncts(where);
  return [all.filter(fits), all.filter((e) => !fits(e))];
}

function keep(relation: Relation, rest: readonly Expression[], graph: Graph): Relation {
  return rest.length > 0 ? graph.filter(relation, and(...rest)) : relation;
}

const merge = rule('filter', 'filter(filter(x, p), q) = filter(x, p and q)', ({ input, where }, graph) =>
  input.kind === 'filter' ? graph.filter(input.input, and(input.where, where)) : undefined,
);

const belowCompute = rule(
  'filter',
  'filter(compute(x, c), p and q) = filter(compute(filter(x, p), c), q)   when p reads nothing of c',
  ({ input, where }, graph) => {
    if (input.kind !== 'compute') return undefined;
    const [early, rest] = split(where, input.input);
    return early.length > 0
      ? keep(graph.compute(graph.filter(input.input, and(...early)), input.columns), rest, graph)
      : undefined;
  },
);

const belowLookup = rule(
  'filter',
  'filter(lookup(x), p and q) = filter(lookup(filter(x, p)), q)   when p reads only x',
  ({ input, where }, graph) => {
    if (input.kind !== 'lookup') return undefined;
    const [early, rest] = split(where, input.input);
    if (early.length === 0) return undefined;
    const { table, prefix, columns, keys } = input;
    return keep(graph.lookup(graph.filter(input.input, and(...early)), table, prefix, columns, keys), rest, graph);
  },
);

const belowTotal = rule(
  'filter',
  'filter(total(x, t), p and q) = filter(total(filter(x, p), t), q)   when p reads nothing of t',
  ({ input, where }, graph) => {
    if (input.kind !== 'total') return undefined;
    const [early, rest] = split(where, input.input);
    return early.length > 0
      ? keep(graph.total(graph.filter(input.input, and(...early)), input.each, input), rest, graph)
      : undefined;
  },
);

const belowJoin = rule(
  'filter',
  'filter(join(x, y), p and q) = filter(join(filter(x, p), y), q)   when p reads only x; and so for y',
  ({ input, where }, graph) => {
    if (input.kind !== 'join') return undefined;
    const [left, rest] = split(where, input.left);
    const [right, late] = split(and(...rest), input.right);
    if (left.length === 0 && (right.length === 0 || rest.length === 0)) return undefined;
    const l = keep(input.left, left, graph);
    const r = rest.length > 0 ? keep(input.right, right, graph) : input.right;
    return keep(graph.join(l, r, input.on), rest.length > 0 ? late : [], graph);
  },
);

const rules: readonly Rule[] = [merge, belowCompute, belowLookup, belowTotal, belowJoin];

export const filterEarly: Pass = {
  name: 'filter-early',
  about: 'Drops tuples as soon as what decides it is known.',
  laws: rules.map((r) => r.law),
  run: (root, graph, onFire) => rewrite(root, rules, graph, onFire),
};
