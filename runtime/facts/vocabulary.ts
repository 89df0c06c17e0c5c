/**
 * What a thing may be called, from the vocabulary table: surely (its label and the wider ones),
 * perhaps (narrower and neighbouring labels), or not at all.
 */
import { ANY_CATEGORY, type VocabularyRow } from './rows.js';

export interface Names {
  /** The label, then its chain of wider labels. */
  readonly names: readonly string[];
  /** Sorted; none of them is in `names`. */
  readonly maybeNames: readonly string[];
}

/** A function from label to names, which remembers its answers. */
export function namesOf(vocabulary: readonly VocabularyRow[]): (label: string) => Names {
  const rows = new Map(vocabulary.map((row) => [row.label, row]));
  const known = new Map<string, Names>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const names = label === ANY_CATEGORY ? { names: [], maybeNames: [] } : findNames(label, rows);
    known.set(label, names);
    return names;
  };
}

function findNames(label: string, rows: ReadonlyMap<string, VocabularyRow>): Names {
  const names = chain(label, rows);
  const maybe = new Set<string>();
  for (const row of rows.values()) {
    if (chain(row.label, rows).includes(label)) maybe.add(row.label);
    if (row.also.some((other) => names.includes(other))) maybe.add(row.label);
    if (names.includes(row.label)) for (const other of row.also) maybe.add(other);
  }
  for (const name of names) maybe.delete(name);
  return { names, maybeNames: [...maybe].sort() };
}

/** The label and everything wider; a loop in `broader` ends where it closes. */
function chain(label: string, rows: ReadonlyMap<string, VocabularyRow>): readonly string[] {
  const labels: string[] = [];
  for (let next: string | null = label; next !== null && !labels.includes(next); next = rows.get(next)?.broader ?? null)
    labels.push(next);
  return labels;
}
