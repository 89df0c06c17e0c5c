/**
 * A question must not print what it asks for: a hole that holds a fact on which the answer depends is refused.
 * Names of things are no facts; what names reveal is the business of `references.ts`.
 */
import type { Context } from './context.js';
import { givesAway } from './errors.js';
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

export function checkGiveaways(
  asks: readonly typed.Template[],
  answer: typed.Expression,
  what: 'answer' | 'claim',
  context: Context,
): void {
  const told = factsIn(answer);
  for (const { parts } of asks) {
    for (const part of parts) {
      if (part.kind === 'text' || part.value.kind === 'entity') continue;
      if (![...factsIn(part.value)].some((fact) => told.has(fact))) continue;
      context.report(givesAway({ hole: `\`{${nameOf(part.value)}}\``, what }, part.value.span));
    }
  }
}

function nameOf(e: typed.Expression): string {
  if (e.kind === 'let') return e.let.name;
  return e.kind === 'fact' || e.kind === 'user fact' ? `${e.entity.name}.${e.fact.name}` : '…';
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
