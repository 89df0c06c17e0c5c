/** What tells the tuples of a task apart, in whole numbers: the key says the same in text, and texts are slow to group by. */
import { fieldsOf } from '../ir/columns.js';
import type { Relation } from '../ir/node.js';
import type { Bound } from './binding.js';
import { formatColumn } from './drawn.js';

/** Columns of the relation. With `formats all` a tuple stands there once for every format, and each is one of its own. */
export function tupleKeys(relation: Relation, bound: Bound): readonly string[] {
  return [bound.scene, ...bound.ranks, ...(fieldsOf(relation).has(formatColumn) ? [formatColumn] : [])];
}
