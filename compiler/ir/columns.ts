/** Which columns a relation has, and which an expression reads. */
import type { Expression, Field, Of, Relation, Total } from './node.js';

const nothing: ReadonlySet<string> = new Set();

export function columnsRead(e: Expression): ReadonlySet<string> {
  switch (e.kind) {
    case 'column':
      return new Set([e.name]);
    case 'literal':
    case 'parameter':
      return nothing;
    case 'apply':
      return e.reads;
  }
}

/** What any of the expressions reads. The set of the one that reads most serves again where it holds all others. */
export function allRead(expressions: readonly Expression[]): ReadonlySet<string> {
  let most = nothing;
  for (const e of expressions) if (e.kind === 'apply' && e.reads.size > most.size) most = e.reads;
  let all: Set<string> | undefined;
  for (const e of expressions) {
    if (e.kind === 'apply' && e.reads === most) continue;
    for (const name of columnsRead(e)) if (!most.has(name)) all = (all ?? new Set(most)).add(name);
  }
  return all ?? most;
}

/** The expressions of a total, each over the pair. */
export const partsOfTotal = (total: Total): readonly Expression[] =>
  total.fold === 'of least' ? [total.value, total.by] : [total.value];

const had = new WeakMap<Relation, ReadonlyMap<string, Field>>();

export function fieldsOf(relation: Relation): ReadonlyMap<string, Field> {
  const known = had.get(relation);
  if (known) return known;
  const found = keepsFields(relation) ? fieldsOf(relation.input) : new Map(fields(relation).map((f) => [f.name, f]));
  had.set(relation, found);
  return found;
}

const keepsFields = (relation: Relation): relation is Of<'filter' | 'top'> =>
  relation.kind === 'filter' || relation.kind === 'top';

function fields(relation: Exclude<Relation, Of<'filter' | 'top'>>): readonly Field[] {
  switch (relation.kind) {
    case 'table':
      return relation.columns.map((c) => ({ name: prefixed(relation.prefix, c.name), type: c.type }));
    case 'compute':
      return [
        ...fieldsOf(relation.input).values(),
        ...relation.columns.map((c) => ({ name: c.name, type: c.value.type })),
      ];
    case 'lookup':
      return [
        ...fieldsOf(relation.input).values(),
        ...relation.columns.map((c) => ({ name: prefixed(relation.prefix, c.name), type: c.type })),
      ];
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
