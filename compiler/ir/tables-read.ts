/** What a relation reads of stored tables. */

import { inputsOf } from './inputs.js';
import type { Relation } from './node.js';

/** Columns that a relation reads of a stored table, whatever it calls them. */
export function columnsOfTable(root: Relation, table: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<Relation>();
  const visit = (relation: Relation): void => {
    if (seen.has(relation)) return;
    seen.add(relation);
    if (relation.kind === 'table' && relation.table === table) for (const c of relation.columns) found.add(c.name);
    for (const input of inputsOf(relation)) visit(input);
  };
  visit(root);
  return [...found];
}
