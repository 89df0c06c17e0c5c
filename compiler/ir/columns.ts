/** Which columns a relation has, and which an expression reads. Analyses are functions, memoised by node. */
import type { Expression, Field, Relation } from './node.js';

const read = new WeakMap<Expression, ReadonlySet<string>>();

export function columnsRead(e: Expression): ReadonlySet<string> {
  const known = read.get(e);
  if (known) return known;
  const found = collect(e);
  read.set(e, found);
  return found;
}

function collect(e: Expression): ReadonlySet<string> {
  switch (e.kind) {
    case 'column':
      return new Set([e.name]);
    case 'literal':
    case 'parameter':
      return new Set();
    case 'apply':
      return union(e.arguments.map(columnsRead));
  }
}

/** The largest of the sets where it holds all others: most expressions read what their largest part reads. */
function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  let largest: ReadonlySet<string> = new Set();
  for (const set of sets) if (set.size > largest.size) largest = set;
  let all: Set<string> | undefined;
  for (const set of sets) {
    if (set === largest) continue;
    for (const name of set) if (!largest.has(name)) all = (all ?? new Set(largest)).add(name);
  }
  return all ?? largest;
}

const had = new WeakMap<Relation, ReadonlyMap<string, Field>>();

export function fieldsOf(relation: Relation): ReadonlyMap<string, Field> {
  const known = had.get(relation);
  if (known) return known;
  const found = new Map(fields(relation).map((f) => [f.name, f]));
  had.set(relation, found);
  return found;
}

function fields(relation: Relation): readonly Field[] {
  switch (relation.kind) {
    case 'table':
      return relation.columns.map((c) => ({ name: prefixed(relation.prefix, c.name), type: c.type }));
    case 'compute':
      return [
        ...fieldsOf(relation.input).values(),
        ...relation.columns.map((c) => ({ name: c.name, type: c.value.type })),
      ];
    case 'filter':
    case 'top':
      return [...fieldsOf(relation.input).values()];
    case 'series':
      return [{ name: relation.column, type: 'int' }];
    case 'place':
      return [
        ...fieldsOf(relation.input).values(),
        { name: relation.place, type: 'int' },
        { name: relation.among, type: 'int' },
      ];
    case 'join':
      return [...fieldsOf(relation.left).values(), ...fieldsOf(relation.right).values()];
    case 'total':
      return [
        ...fieldsOf(relation.input).values(),
        ...relation.totals.map((c) => ({ name: c.name, type: c.value.type })),
      ];
    case 'project':
      return relation.columns.map((c) => ({ name: c.name, type: c.value.type }));
  }
}

export function prefixed(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}
