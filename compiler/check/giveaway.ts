/**
 * A fact that a value prints and an answer is made of: the same fact of the same thing, or the very same distance, count or
 * choice. What else a printed value tells is the business of `leaks/written.ts`.
 */
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

export function printsFact(printed: typed.Expression, answer: typed.Expression): boolean {
  const told = factsIn(answer);
  return [...factsIn(printed)].some((fact) => told.has(fact));
}

const counts: ReadonlySet<typed.Expression['kind']> = new Set(['count', 'exists', 'tally']);
const wholes: ReadonlySet<typed.Expression['kind']> = new Set([
  ...[...counts, ...(['pick', 'pick order', 'sort', 'sector', 'direction words', 'overlap', 'path', 'angle'] as const)],
]);

/** Facts are known by entity and name; distances, counts and choices by where they are written. */
function factsIn(e: typed.Expression): ReadonlySet<string | typed.Expression> {
  const found = new Set<string | typed.Expression>();
  const seen = new Set<typed.Expression>();
  const visit = (part: typed.Expression): void => {
    if (seen.has(part)) return;
    seen.add(part);
    if (part.kind === 'fact') found.add(`${part.entity.name}.${part.fact.name}`);
    if (part.kind === 'extent') found.add(`span ${part.entity.name}.${part.component}`);
    if (part.kind === 'distance' || part.kind === 'gap') {
      const ends = [part.from, part.to].map((place) => (place === 'camera' ? place : place.name));
      found.add(`${part.kind} ${ends.toSorted().join()}`);
    }
    if (wholes.has(part.kind)) found.add(part);
    // A count is a fact of its own: what it counts by is not told with it.
    if (!counts.has(part.kind)) for (const inner of partsOf(part)) visit(inner);
  };
  visit(e);
  return found;
}
