/** The length of a walk from point to point (docs/semantics.md section 9). */
import { int, sum } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Share } from './object-facts.js';
import { mapXyz, minus, wholeLength, type Xyz } from './triple.js';

/** Whole um: the sum of the whole distances of consecutive points. Nothing to walk is 0. */
export function pathLength(points: readonly Xyz[], share: Share): Expression {
  const [first, ...rest] = points.slice(1).map((point, i) => {
    const from = points[i] ?? point;
    return share(wholeLength(mapXyz(minus(point, from), share)));
  });
  return first ? sum(first, ...rest) : int(0);
}
