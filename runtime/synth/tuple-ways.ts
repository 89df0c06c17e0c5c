/** How many tuples of a task a scene has, in SQL: for the rounds of sampling, and for estimates. */
import type { PlannedTask } from '../../compiler/plan/plan.js';

export type TupleCount = PlannedTask['tuples'][number];
/** Rows of a scene that are counted. */
export type CountedRows = Exclude<TupleCount['rows'], number>;

/**
 * @param counted SQL for how many such rows the scene has
 * @returns SQL, a double: exact below 2^53
 */
export function tupleWays(tuples: readonly TupleCount[], counted: (rows: CountedRows) => string): string {
  return tuples.map((tuple) => waysOf(tuple, counted)).join(' * ');
}

function waysOf({ rows, choose, beside, ordered }: TupleCount, counted: (rows: CountedRows) => string): string {
  if (typeof rows === 'number') return `${rows}::double`;
  const falling = Array.from({ length: choose }, (_, i) => `greatest(${counted(rows)} - ${beside + i}, 0)::double`);
  const orders = ordered ? 1 : falling.reduce((product, _, i) => product * (i + 1), 1);
  return `(${falling.join(' * ')} / ${orders})`;
}
