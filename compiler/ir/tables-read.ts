/** What relations read of stored tables. */

import { inputsOf } from './inputs.js';
import type { Relation } from './node.js';

/** For each table the columns that are read of it, whatever the relation calls them. */
export type Reads = ReadonlyMap<string, readonly string[]>;

export function readBy(roots: readonly Relation[]): Reads {
  const found = new Map<string, Set<string>>();
  const seen = new Set<Relation>();
  const visit = (relation: Relation): void => {
    if (seen.has(relation)) return;
    seen.add(relation);
    if (relation.kind === 'table' || relation.kind === 'lookup') {
      const columns = found.get(relation.table) ?? new Set();
      for (const { name } of relation.columns) columns.add(name);
      if (relation.kind === 'lookup') for (const { column } of relation.keys) columns.add(column);
      found.set(relation.table, columns);
    }
    for (const input of inputsOf(relation)) visit(input);
  };
  for (const root of roots) visit(root);
  return new Map([...found].map(([table, columns]) => [table, [...columns]]));
}
