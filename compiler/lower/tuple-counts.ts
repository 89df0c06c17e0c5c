/** How many tuples of a task a scene has, as counts of its rows: what a run looks at first is a share of them. */
import type * as typed from '../check/typed.js';
import type { CountedRows, TupleCount } from '../ir/program.js';

export function tupleCountsOf({ binders, finite }: typed.Task): readonly TupleCount[] {
  const bound = new Map<CountedRows, number>();
  const things = binders.map((binder): TupleCount => {
    const rows = rowsOf(binder);
    const beside = bound.get(rows) ?? 0;
    bound.set(rows, beside + binder.entities.length);
    const choose = binder.order === 'drawn' ? 1 : binder.entities.length;
    return { rows, choose, beside, ordered: binder.order !== 'set' };
  });
  const words = finite.reduce((product, { values }) => product * values.length, 1);
  return [...things, { rows: words, choose: 1, beside: 0, ordered: true }];
}

function rowsOf({ kind, onFloor, inVocabulary }: typed.Binder): CountedRows {
  switch (kind) {
    case 'object':
      return 'objects';
    case 'pixel':
      return onFloor ? 'places' : 'pixels';
    case 'category':
      return inVocabulary ? 'labels' : 'categories';
  }
}
