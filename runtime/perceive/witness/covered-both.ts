/** What may be said of a whole picture once two looks were compared label by label. */
import { normaliseLabel } from '../../facts/rows.js';
import { indoor } from '../../vocabulary/indoor.js';
import { street } from '../../vocabulary/street.js';
import type { Covered } from '../operators/findings.js';

/** Labels by the other names that things of them have, or may have: an armchair is a chair, a desk may be called a table. */
const otherNames = new Map(
  [...street, ...indoor].map(({ label, broader, same, also }) => [label, [broader, ...same, ...also]]),
);

/**
 * Coverage as facts have it: of every thing that may be called so. A label is covered only where the first operator looks for it,
 * and where all labels that it looks for whose things may be called so are covered, too.
 *
 * @param looked what the two looks say of each label that the second one looked for
 * @param sought what the first operator looks for; what it does not name, a second look alone does not cover
 */
export function coveredBoth(looked: readonly Covered[], sought: readonly string[]): readonly Covered[] {
  const statuses = new Map(looked.map(({ category, status }) => [category, status]));
  const labels = [...new Set(sought.map(normaliseLabel))];
  return labels.flatMap((category): readonly Covered[] => {
    const status = statuses.get(category);
    if (status === undefined) return [];
    const others = labels.filter((label) => label !== category && namesOf(label).has(category));
    const all = [status, ...others.map((label) => statuses.get(label) ?? 'unknown')];
    if (all.includes('unknown')) return [{ category, status: 'unknown' }];
    return [{ category, status: all.includes('exhaustive') ? 'exhaustive' : 'verified_absent' }];
  });
}

/** Every name that things of a label may have, over any number of steps. */
function namesOf(label: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string): void => {
    for (const other of otherNames.get(name) ?? []) {
      if (other === null || names.has(other)) continue;
      names.add(other);
      add(other);
    }
  };
  add(label);
  return names;
}
