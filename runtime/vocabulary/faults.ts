/** What is wrong with the rows of a vocabulary, each as a sentence about one label. */
import type { VocabularyRow } from '../facts/rows.js';

export interface VocabularyFault {
  readonly kind: 'repeated' | 'loop' | 'dangling' | 'clash';
  readonly label: string;
  /** A sentence without its subject: `is broader than itself`. */
  readonly what: string;
}

/**
 * Labels listed twice, chains of `broader` that close, references to labels that are not listed, and plurals that are
 * another label: "chairs" would be one thing to count and another to be called.
 * A label for several (books, shelves) may be the plural of another if that is what it `also` is called.
 */
export function vocabularyFaults(rows: readonly VocabularyRow[]): readonly VocabularyFault[] {
  const listed = new Map(rows.map((row) => [row.label, row]));
  return rows.flatMap((row, index) => [
    ...(rows.findIndex(({ label }) => label === row.label) < index ? [fault('repeated', row, 'is listed twice')] : []),
    ...(isLoop(row, listed) ? [fault('loop', row, 'is broader than itself')] : []),
    ...dangling(row, listed),
    ...clash(row, listed),
  ]);
}

const fault = (kind: VocabularyFault['kind'], { label }: VocabularyRow, what: string): VocabularyFault => ({
  kind,
  label,
  what,
});

function isLoop(row: VocabularyRow, listed: ReadonlyMap<string, VocabularyRow>): boolean {
  const seen = new Set<string>();
  for (let next = row.broader; next !== null && !seen.has(next); next = listed.get(next)?.broader ?? null) {
    if (next === row.label || row.same.includes(next)) return true;
    seen.add(next);
  }
  return false;
}

function dangling(row: VocabularyRow, listed: ReadonlyMap<string, VocabularyRow>): readonly VocabularyFault[] {
  const named = [
    ...(row.broader === null ? [] : [['broader', row.broader] as const]),
    ...row.same.map((label) => ['same', label] as const),
    ...row.also.map((label) => ['also', label] as const),
  ];
  return named.flatMap(([column, label]) => {
    if (label === row.label) return [fault('dangling', row, `names itself under \`${column}\``)];
    return listed.has(label) ? [] : [fault('dangling', row, `has \`${label}\` under \`${column}\`, which has no row`)];
  });
}

function clash(row: VocabularyRow, listed: ReadonlyMap<string, VocabularyRow>): readonly VocabularyFault[] {
  if (!row.countable || row.plural === row.label) return [];
  const other = listed.get(row.plural.toLowerCase());
  if (other === undefined || (other.verb === 'are' && other.also.includes(row.label))) return [];
  return [fault('clash', row, `has the plural \`${row.plural}\`, which is another label`)];
}
