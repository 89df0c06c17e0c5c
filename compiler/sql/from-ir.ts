/** IR -> SQL tree: one named step per relation, inputs before users; a shared relation is one step. */
import { prefixed } from '../ir/columns.js';
import type { Named, Of, Relation, Total } from '../ir/node.js';
import { call, cast, integer, name } from './build.js';
import { toSql } from './expression.js';
import type { Column, Expression, Query, Select } from './node.js';

export function queryOf(root: Relation): Query {
  const names = new Map<Relation, string>();
  const steps: (readonly [name: string, select: Select])[] = [];
  const shared = new Set<string>();
  const add = (select: Select): string => {
    const name = `step${steps.length + 1}`;
    steps.push([name, select]);
    return name;
  };
  const visit = (relation: Relation): string => {
    const known = names.get(relation);
    if (known) return known;
    const made = relation.kind === 'total' ? totalled(relation) : add(selectOf(relation, visit));
    names.set(relation, made);
    return made;
  };
  const totalled = ({ input, each, keys, on, layers, where, totals }: Of<'total'>): string => {
    const from = visit(input);
    if (input.kind !== 'table') shared.add(from);
    let pairs = add({ kind: 'join', left: from, right: visit(each), on: toSql(on) });
    for (const layer of layers) pairs = add({ kind: 'add', from: pairs, columns: columnsOf(layer) });
    if (where.kind !== 'literal') pairs = add({ kind: 'where', from: pairs, where: toSql(where) });
    const columns = totals.map((t) => ({ name: t.name, value: folded(t), zero: t.fold === undefined }));
    const summed = add({ kind: 'sums', from: pairs, per: keys, sums: columns });
    return add({ kind: 'beside', from, sums: summed, per: keys, columns });
  };
  const result = visit(root);
  return { steps: steps.map(([name, select]) => ({ name, select, shared: shared.has(name) })), result };
}

function folded(total: Total): Expression {
  const value = toSql(total.value);
  switch (total.fold) {
    case undefined:
      return cast(call('sum', value), 'bigint');
    case 'least':
      return call('min', value);
    case 'second':
      return call('list_extract', call('min', value, integer(2)), integer(2));
    case 'of least':
      return call('arg_min_null', value, toSql(total.by));
  }
}

const columnsOf = (columns: readonly Named[]): readonly Column[] =>
  columns.map(({ name, value }) => ({ name, value: toSql(value) }));

function selectOf(relation: Exclude<Relation, Of<'total'>>, visit: (input: Relation) => string): Select {
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
        columns: columnsOf(relation.columns),
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
      const { per, by, place, among } = relation;
      return { kind: 'place', from: visit(relation.input), per, by, place, among };
    }
    case 'project':
      return {
        kind: 'columns',
        from: visit(relation.input),
        columns: columnsOf(relation.columns),
      };
  }
}
