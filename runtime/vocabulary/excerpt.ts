/** The part of a table that a source needs: its own labels, and every label that bears on what they are called. */
import type { VocabularyRow } from '../facts/rows.js';
import { namesOf } from '../facts/vocabulary.js';

/**
 * The rows for things of these labels, in the order of the table.
 * What such a thing is called, surely or perhaps, is the same by these rows as by the whole table.
 *
 * @throws where the table lacks a label: a slip of the source that asks
 */
export function excerpt(table: readonly VocabularyRow[], labels: readonly string[]): readonly VocabularyRow[] {
  const names = namesOf(table);
  const listed = new Set(table.map(({ label }) => label));
  const needed = new Set<string>();
  for (const label of labels) {
    if (!listed.has(label)) throw new Error(`The vocabulary table has no row for ${label}`);
    const { names: sure, maybeNames } = names(label);
    // With the names above a neighbour comes what makes it a neighbour.
    for (const name of [...sure, ...maybeNames].flatMap((each) => names(each).names)) needed.add(name);
  }
  return table.filter(({ label }) => needed.has(label));
}
