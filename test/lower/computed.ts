/** Formulas as the database computes them: IR over the facts of objects, or over plain rows, printed and run. */
import { and, column, equal, named, text } from '../../compiler/ir/build.js';
import { fieldsOf } from '../../compiler/ir/columns.js';
import { Graph } from '../../compiler/ir/graph.js';
import type { Expression, Field, Relation } from '../../compiler/ir/node.js';
import { Columns } from '../../compiler/lower/book.js';
import { objectFacts } from '../../compiler/lower/chunk-facts.js';
import type { Need, Share } from '../../compiler/lower/object-facts.js';
import { prune } from '../../compiler/passes/prune-columns.js';
import { queryOf } from '../../compiler/sql/from-ir.js';
import { printQuery } from '../../compiler/sql/print.js';
import { ingest } from '../../runtime/facts/ingest.js';
import type { SceneFacts } from '../../runtime/facts/rows.js';
import { openStore } from '../../runtime/facts/store.js';
import { FURNITURE } from '../reference/scene-builder.js';

export type Result = number | boolean | string | null;
export type Formulas = Readonly<Record<string, Expression>>;

/** SQL that adds the formulas to a relation, and keeps them alone, with the row's number. */
function sqlOf(graph: Graph, from: Relation, row: Expression, make: (share: Share) => Formulas): string {
  const columns = new Columns(graph, from);
  const made = Object.entries(make((value) => columns.share(value)));
  const kept = made.map(([name, value]) => named(name, value));
  const whole = graph.project(columns.flush(), [named('row', row), ...kept]);
  const wanted = new Set(['row', ...made.map(([name]) => name)]);
  return printQuery(queryOf(prune(whole, wanted, graph, () => {})), 'layered');
}

/**
 * For each scene, formulas of the objects with the given ids.
 *
 * @param make the columns of an object by its id, and how to share
 * @returns for each scene, in order, the values by name; numbers are those of the database
 */
export async function ofObjects(
  scenes: readonly SceneFacts[],
  ids: readonly [string, ...string[]],
  make: (of: (id: string) => Need, share: Share) => Formulas,
): Promise<readonly Readonly<Record<string, Result>>[]> {
  const graph = new Graph();
  const facts = objectFacts(graph, [], false);
  const fields: readonly Field[] = [...fieldsOf(facts).values()];
  const typeOf = (name: string) => fields.find((f) => f.name === name)?.type ?? 'int';
  const of = (id: string): Need => {
    if (!ids.includes(id)) throw new Error(`no object ${id}`);
    return (name) => column(`${id}.${name}`, typeOf(name));
  };
  const [first, ...rest] = ids.map((id) =>
    graph.filter(graph.table('made_facts', id, fields), equal(of(id)('object_id'), text(id))),
  );
  if (!first) throw new Error('no objects');
  const joined = rest.reduce<Relation>(
    (all, one, i) => graph.join(all, one, and(equal(of(ids[0])('scene'), of(ids[i + 1] ?? '')('scene')))),
    first,
  );
  const sql = sqlOf(graph, joined, of(ids[0])('scene'), (share) => make(of, share));
  const store = await openStore(':memory:', { threads: 1 });
  try {
    await ingest(store, 'hand', {
      vocabulary: FURNITURE,
      count: scenes.length,
      items: scenes.map((each) => ({ kind: 'scene' as const, facts: each })),
    });
    await store.connection.run(`create table made_facts as ${printQuery(queryOf(facts), 'layered')}`);
    return inOrder(await read(store.connection, sql), scenes.length);
  } finally {
    store.close();
  }
}

/** For each row of plain numbers or truth values, formulas of its columns. */
export async function ofRows(
  fields: readonly Field[],
  rows: readonly (readonly (number | boolean | null)[])[],
  make: (of: (name: string) => Expression, share: Share) => Formulas,
): Promise<readonly Readonly<Record<string, Result>>[]> {
  const graph = new Graph();
  const table = graph.table('plain_rows', '', [...fields, { name: 'row', type: 'int' }]);
  const of = (name: string): Expression => column(name, fields.find((f) => f.name === name)?.type ?? 'int');
  const sql = sqlOf(graph, table, column('row', 'int'), make.bind(undefined, of));
  const store = await openStore(':memory:', { threads: 1 });
  try {
    const sqlTypes: Readonly<Record<string, string>> = { int: 'bigint', real: 'double', bool: 'boolean' };
    const types = fields.map((f) => `"${f.name}" ${sqlTypes[f.type] ?? 'varchar'}`).join(', ');
    await store.connection.run(`create table plain_rows (${types}, "row" bigint)`);
    for (let i = 0; i < rows.length; i += 1000) {
      const values = rows.slice(i, i + 1000).map((row, j) => `(${row.map(literal).join(', ')}, ${i + j})`);
      await store.connection.run(`insert into plain_rows values ${values.join(', ')}`);
    }
    return inOrder(await read(store.connection, sql), rows.length);
  } finally {
    store.close();
  }
}

/** With an exponent, a number is a double to the last bit. */
function literal(value: number | boolean | null): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) && Math.abs(value) < 2 ** 53 ? `${value}` : value.toExponential();
}

type Connection = Awaited<ReturnType<typeof openStore>>['connection'];

async function read(connection: Connection, sql: string): Promise<readonly Readonly<Record<string, Result>>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : plain(value)]),
      ),
    );
}

function plain(value: unknown): Result {
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    return value;
  throw new Error(`no plain value: ${String(value)}`);
}

function inOrder(found: readonly Readonly<Record<string, Result>>[], count: number) {
  const byRow = new Map(found.map((row) => [row.row, row]));
  return Array.from({ length: count }, (_, i) => {
    const row = byRow.get(i);
    if (!row) throw new Error(`row ${i} is missing`);
    return row;
  });
}
