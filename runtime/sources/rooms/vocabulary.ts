/**
 * The labels of the rooms and what they may also be called, and the coverage rows that every room shares.
 *
 * `also` errs on the side of doubt: whether a desk is a table is for nobody to prove.
 */

import type { CoverageRow, VocabularyRow } from '../../facts/rows.js';
import { catalogue, type Kind } from './catalogue.js';

interface Words {
  readonly plural?: string;
  readonly broader?: string;
  readonly also?: readonly string[];
}

const words: Readonly<Record<string, Words>> = {
  chair: { also: ['seat'] },
  armchair: { broader: 'chair', also: ['easy chair'] },
  sofa: { also: ['couch', 'settee'] },
  stool: { also: ['chair', 'seat'] },
  'coffee table': { broader: 'table' },
  desk: { also: ['table'] },
  cabinet: { also: ['cupboard', 'sideboard', 'dresser', 'chest of drawers'] },
  wardrobe: { also: ['closet', 'cabinet', 'cupboard'] },
  nightstand: { also: ['bedside table', 'cabinet', 'table'] },
  bookshelf: { plural: 'bookshelves', also: ['bookcase', 'shelf'] },
  'potted plant': { also: ['plant', 'houseplant'] },
  tv: { also: ['television', 'monitor', 'screen'] },
  monitor: { also: ['screen', 'display', 'tv'] },
  laptop: { also: ['notebook', 'computer'] },
  box: { plural: 'boxes', also: ['carton', 'crate'] },
  'trash can': { also: ['bin', 'waste basket', 'trash bin', 'bucket'] },
  cup: { also: ['mug', 'glass'] },
  vase: { also: ['pot', 'jar'] },
  backpack: { also: ['bag', 'rucksack'] },
  suitcase: { also: ['luggage', 'bag'] },
};

const kinds: readonly Kind[] = Object.values(catalogue);

function row(label: string): VocabularyRow {
  const { plural = `${label}s`, broader = null, also = [] } = words[label] ?? {};
  const hasFront = kinds.some((kind) => kind.label === label && kind.front === 'one');
  return { label, plural, countable: true, broader, also, hasFront };
}

/** One row per label, in the order of the catalogue. */
export const roomsVocabulary: readonly VocabularyRow[] = Object.freeze(
  [...new Set(kinds.map(({ label }) => label))].map(row),
);

/** Every room lists everything in it: one frozen array serves all scenes. */
export const roomsCoverage: readonly CoverageRow[] = Object.freeze(
  roomsVocabulary.map(({ label }) =>
    Object.freeze({ category: label, status: 'exhaustive', method: 'rooms' } as const),
  ),
);
