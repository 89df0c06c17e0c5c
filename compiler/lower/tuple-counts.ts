/** How many tuples of a task a scene has, as counts of its rows: an estimate, and how far a run looks at first. */
import type * as typed from '../check/typed.js';
import type { CountedRows, TupleCount } from '../ir/program.js';

export function tupleCountsOf({ binders, finite }: typed.Task): readonly TupleCount[] {
  const bound = new Map<typed.Binder['kind'], number>();
  const things = binders.map((binder): TupleCount => {
    const { kind, order, entities, size } = binder;
    const beside = bound.get(kind) ?? 0;
    // There is one drawn set for each thing of the scene.
    const choose = order === 'drawn' ? 1 : entities.length;
    bound.set(kind, beside + (size?.least ?? choose));
    return { rows: rowsOf(binder), choose, beside, ordered: order !== 'set' };
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
