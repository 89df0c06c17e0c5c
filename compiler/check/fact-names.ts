/** The facts that a value is made of, by name alone, whichever thing they are of. */
import { partsOf } from './parts.js';
import type * as typed from './typed.js';

export function factNamesOf(e: typed.Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: typed.Expression): void => {
    if (part.kind === 'fact') found.add(part.fact.name);
    if (part.kind === 'extent') found.add(`span.${part.component}`);
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(e);
  return found;
}
