/** One row of a vocabulary from what its author says of it: the rest comes from a table, or else from the rules of English. */
import type { VocabularyRow } from '../facts/rows.js';
import { articleOf, isSpoken, pluralOf } from './english.js';

/** What an author may say of a label; only the label is needed. */
export type Word = Pick<VocabularyRow, 'label'> & {
  readonly [Column in keyof VocabularyRow]?: VocabularyRow[Column] | undefined;
};

/**
 * Completes a row.
 *
 * A label is countable only where its author or a table says so. One that is no spoken noun (`box_2`, `tv (old)`) is
 * never countable, unless its author says how it is spoken.
 *
 * @param known the row of a table for this label, where there is one
 */
export function completeWord(word: Word, known?: VocabularyRow): VocabularyRow {
  const singular = word.singular ?? known?.singular ?? word.label;
  const spoken = word.singular !== undefined || known !== undefined || isSpoken(word.label);
  const own = word.singular === undefined ? known : undefined;
  return {
    label: word.label,
    singular,
    plural: word.plural ?? own?.plural ?? pluralOf(singular),
    article: word.article ?? own?.article ?? articleOf(singular),
    verb: word.verb ?? known?.verb ?? 'is',
    countable: spoken && (word.countable ?? known?.countable ?? false),
    broader: word.broader === undefined ? (known?.broader ?? null) : word.broader,
    same: word.same ?? known?.same ?? [],
    also: word.also ?? known?.also ?? [],
    hasFront: word.hasFront === undefined ? (known?.hasFront ?? null) : word.hasFront,
  };
}
