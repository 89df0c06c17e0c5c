/** IR -> SQL tree: one named step per relation, inputs before users; a shared relation is one step. */
import { prefixed } from '../ir/columns.js';
import type { Relation } from '../ir/node.js';
import { integer, name } from './build.js';
import { toSql } from './expression.js';
import type { Query, Select } from './node.js';

export function queryOf(root: Relation): Query {
  const names = new Map<Relation, string>();
  const steps: { readonly name: string; readonly select: Select }[] = [];
  const visit = (relation: Relation): string => {
    const known = names.get(relation);
    if (known) return known;
    const select = selectOf(relation, visit);
    const step = `step${steps.length + 1}`;
    names.set(relation, step);
    steps.push({ name: step, select });
    return step;
  };
  return { steps, result: visit(root) };
}

function selectOf(relation: Relation, visit: (input: Relation) => string): Select {
  switch (relation.kind) {
    case 'table':
      return {
        kind: 'columns',
        from: relation.table,
        columns: relation.columns.map((c) => ({ name: prefixed(relation.prefix, c.name), value: name(c.name) })),
      };
    case 'compute':
      return {
        kind: 'add',
        from: visit(relation.input),
        columns: relation.columns.map((c) => ({ name: c.name, value: toSql(c.value) })),
      };
    case 'filter':
      return { kind: 'where', from: visit(relation.input), where: toSql(relation.where) };
    case 'join':
      return { kind: 'join', left: visit(relation.left), right: visit(relation.right), on: toSql(relation.on) };
    case 'lookup':
      return {
        kind: 'lookup',
        from: visit(relation.input),
        table: relation.table,
        columns: relation.columns.map((c) => ({ name: prefixed(relation.prefix, c.name), of: c.name })),
        keys: relation.keys,
      };
    case 'total':
      return {
        kind: 'lateral',
        from: visit(relation.input),
        each: visit(relation.each),
        where: toSql(relation.where),
        sums: relation.totals.map((c) => ({ name: c.name, value: toSql(c.value), least: c.fold === 'least' })),
      };
    case 'top':
      return {
        kind: 'top',
        from: visit(relation.input),
        per: relation.per,
        by: relation.by,
        count: relation.need ? toSql(relation.need) : integer(relation.count),
      };
    case 'series':
      return { kind: 'series', column: relation.column, count: relation.count };
    case 'place': {
      const { per, by, place, among, next } = relation;
      return { kind: 'place', from: visit(relation.input), per, by, place, among, next };
    }
    case 'project':
      return {
        kind: 'columns',
        from: visit(relation.input),
        columns: relation.columns.map((c) => ({ name: c.name, value: toSql(c.value) })),
      };
  }
}
