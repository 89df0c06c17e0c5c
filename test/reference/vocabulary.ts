/** Which name a thing may bear: its label, a wider one (true), a narrower or neighbouring one (unknown). */
import { ANY_CATEGORY, type SceneFacts, type VocabularyRow } from '../../runtime/facts/rows.js';
import type { Truth } from './kleene.js';

export type Vocabulary = ReadonlyMap<string, VocabularyRow>;

export function vocabularyOf(rows: readonly VocabularyRow[]): Vocabulary {
  return new Map(rows.map((row) => [row.label, row]));
}

/** The label and every wider name, from the narrowest. */
function chain(vocabulary: Vocabulary, label: string): readonly string[] {
  const names: string[] = [];
  let next: string | null = label;
  while (next !== null && !names.includes(next)) {
    names.push(next);
    next = vocabulary.get(next)?.broader ?? null;
  }
  return names;
}

/** `x called c` for a thing labelled `label`. */
export function called(vocabulary: Vocabulary, label: string, category: string): Truth {
  if (label === ANY_CATEGORY) return null;
  if (chain(vocabulary, label).includes(category)) return true;
  if (chain(vocabulary, category).includes(label)) return null;
  const linked = (from: string, to: string) => vocabulary.get(from)?.also.includes(to) ?? false;
  return linked(label, category) || linked(category, label) ? null : false;
}

/** The categories that the scene's source lists completely, present or absent. */
export function coveredCategories(facts: SceneFacts): ReadonlySet<string> {
  const rows = facts.coverage.filter((row) => row.status === 'exhaustive' || row.status === 'verified_absent');
  return new Set(rows.map((row) => row.category));
}
