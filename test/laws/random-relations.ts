/**
 * Random relations over two small tables, of every kind that the intermediate representation has. Each is sound, and
 * its rows are certain: where places and tops are counted, the order is a total one.
 */
import fc from 'fast-check';
import {
  add,
  and,
  below,
  column,
  equal,
  int,
  isKnown,
  less,
  named,
  not,
  or,
  subtract,
  when,
} from '../../compiler/ir/build.js';
import { fieldsOf } from '../../compiler/ir/columns.js';
import type { Graph } from '../../compiler/ir/graph.js';
import type { Expression, Field, Relation, Total } from '../../compiler/ir/node.js';

const FIELDS: readonly Field[] = ['id', 'a', 'b', 'c'].map((name) => ({ name, type: 'int' }));
export const TABLES = ['left_rows', 'right_rows'] as const;

/** Rows with unknowns; `id` is unique in its table and known. */
export const tableSql = TABLES.map((table, k) => {
  const cell = (i: number, salt: number): string => {
    const n = (i * 7 + salt * 13 + k * 5 + ((i * salt) % 3)) % 11;
    return n === 10 ? 'null' : `${n - 3}`;
  };
  const rows = Array.from({ length: 12 + k }, (_, i) => `(${i}, ${[1, 2, 3].map((salt) => cell(i, salt)).join(', ')})`);
  return `create table ${table} as select * from (values ${rows.join(', ')}) as t(id, a, b, c)`;
});

/** What makes a relation: whole numbers, read one after another, that choose among what is possible. */
export interface Recipe {
  readonly steps: readonly Step[];
}
interface Step {
  readonly kind: 'compute' | 'filter' | 'filter again' | 'join' | 'lookup' | 'series' | 'total' | 'place' | 'top';
  readonly choices: readonly number[];
}

const step = (kind: Step['kind']): fc.Arbitrary<Step> =>
  fc.array(fc.nat(1000), { minLength: 16, maxLength: 16 }).map((choices) => ({ kind, choices }));

export const recipe: fc.Arbitrary<Recipe> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: step('compute') },
      { weight: 4, arbitrary: step('filter') },
      { weight: 2, arbitrary: step('filter again') },
      ...(['join', 'lookup', 'series', 'total', 'place', 'top'] as const).map((kind) => ({
        weight: 1,
        arbitrary: step(kind),
      })),
    ),
    { minLength: 3, maxLength: 9 },
  )
  .map((steps) => ({ steps }));

/** How many rows the steps before may have made; more than this are not joined again. */
const mostRows = 600;

/** Ends in a projection of some columns: what else is made need not be. */
export function relationOf({ steps }: Recipe, graph: Graph): Relation {
  let now: Relation = graph.table(TABLES[0], 't', FIELDS);
  let keys: readonly string[] = ['t.id'];
  let rows = 12;
  for (const [i, { kind, choices }] of steps.entries()) {
    const chosen = reader(choices);
    const at = { name: `n${i}`, rows };
    const made = stepOf(kind, now, keys, at, chosen, graph);
    if (!made) continue;
    now = made.relation;
    keys = [...keys, ...made.keys];
    rows = made.rows;
  }
  const kept = [...fieldsOf(now).values()].filter((f, i) => keys.includes(f.name) || (i + steps.length) % 3 !== 0);
  return graph.project(
    now,
    kept.map((f) => named(f.name, column(f.name, f.type))),
  );
}

interface Made {
  readonly relation: Relation;
  readonly keys: readonly string[];
  readonly rows: number;
}

function stepOf(
  kind: Step['kind'],
  input: Relation,
  keys: readonly string[],
  { name, rows }: { readonly name: string; readonly rows: number },
  chosen: Chosen,
  graph: Graph,
): Made | undefined {
  const kept = (relation: Relation): Made => ({ relation, keys: [], rows });
  const columns = intsOf(input);
  switch (kind) {
    case 'compute': {
      // What both have in common, and one of them twice.
      const common = add(number(columns, chosen), number(columns, chosen));
      const other = add(common, number(columns, chosen));
      return kept(graph.compute(input, [named(name, add(common, common)), named(`${name}'`, other)]));
    }
    case 'filter':
      return kept(graph.filter(input, condition(columns, chosen)));
    case 'filter again':
      return kept(graph.filter(graph.filter(input, condition(columns, chosen)), condition(columns, chosen)));
    case 'join': {
      if (rows > mostRows) return undefined;
      const other = graph.table(TABLES[1], name, FIELDS);
      const on = condition([...columns, ...intsOf(other)], chosen);
      return { relation: graph.join(input, other, on), keys: [`${name}.id`], rows: rows * 13 };
    }
    case 'lookup':
      // Both tables have their ids from 0 on, and this one has more.
      return kept(graph.lookup(input, TABLES[1], name, FIELDS, [{ column: 'id', is: 't.id' }]));
    case 'series': {
      if (rows > mostRows) return undefined;
      const numbers = graph.series(name, 1 + chosen(3));
      const on = or(below(column(name, 'int'), int(2)), condition(columns, chosen));
      return { relation: graph.join(input, numbers, on), keys: [name], rows: rows * 3 };
    }
    case 'total': {
      if (rows > mostRows) return undefined;
      const others = graph.table(TABLES[1], name, FIELDS);
      const own = intsOf(others);
      const both = [...columns, ...own];
      const each = graph.filter(others, condition(own, chosen));
      const pair = `${name}v`;
      const layer = [named(pair, add(number(columns, chosen), number(own, chosen)))];
      // DuckDB wants something of the table that is summed in every sum; whatever the compiler sums has that.
      const sums: Total[] = ['s', "s'"].map((mark) =>
        named(`${name}${mark}`, when([[and(condition(own, chosen), condition(both, chosen)), int(1)]], int(0))),
      );
      // Ids are known, and no two pairs of a row have the same.
      const [id, value] = [column(`${name}.id`, 'int'), add(number(own, chosen), number(columns, chosen))];
      const folds: readonly Total[] = [
        { ...named(`${name}l`, value), fold: 'least' },
        { ...named(`${name}2`, value), fold: 'second' },
        { ...named(`${name}o`, value), fold: 'of least', by: id },
      ];
      const where = condition([...both, column(pair, 'int')], chosen);
      return kept(
        graph.total(input, each, {
          keys,
          on: condition(both, chosen),
          layers: [layer],
          where,
          totals: [...sums, chosen.of(folds)],
        }),
      );
    }
    case 'place':
      return kept(
        graph.place(input, {
          per: [chosen.of(keys)],
          by: [chosen.of(nameOf(columns)), ...keys],
          place: `${name}p`,
          among: `${name}n`,
        }),
      );
    case 'top':
      return kept(graph.top(input, [chosen.of(keys)], [chosen.of(nameOf(columns)), ...keys], 1 + chosen(3)));
  }
}

interface Chosen {
  (below: number): number;
  readonly of: <T>(list: readonly [T, ...T[]] | readonly T[]) => T;
}

function reader(choices: readonly number[]): Chosen {
  let next = 0;
  const chosen = (limit: number): number => (choices[next++ % choices.length] ?? 0) % limit;
  const of = <T>(list: readonly T[]): T => {
    const found = list[chosen(list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  return Object.assign(chosen, { of });
}

const intsOf = (relation: Relation): readonly Expression[] =>
  [...fieldsOf(relation).values()].flatMap((f) => (f.type === 'int' ? [column(f.name, 'int')] : []));
const nameOf = (columns: readonly Expression[]): readonly string[] =>
  columns.flatMap((c) => (c.kind === 'column' ? [c.name] : []));

function number(columns: readonly Expression[], chosen: Chosen): Expression {
  const [x, y] = [chosen.of(columns), chosen.of(columns)];
  return chosen.of([add(x, y), subtract(x, int(chosen(5))), when([[below(x, y), x]], y)]);
}

/** One to three comparisons: true, false or unknown. */
function condition(columns: readonly Expression[], chosen: Chosen): Expression {
  const one = (): Expression => {
    const [x, y] = [chosen.of(columns), chosen.of([...columns, int(chosen(6))])];
    return chosen.of([below(x, y), less(x, y, 1, 0), not(equal(x, y)), isKnown(x), or(below(y, x), equal(x, int(0)))]);
  };
  // Two ways to be true, so that something is left after several filters.
  return and(...Array.from({ length: 1 + chosen(3) }, () => or(one(), one())));
}
