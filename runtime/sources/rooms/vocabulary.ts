/** The words for what stands in the rooms, from the indoor table, and the coverage rows that every room shares. */

import type { CoverageRow, VocabularyRow } from '../../facts/rows.js';
import { excerpt } from '../../vocabulary/excerpt.js';
import { indoor } from '../../vocabulary/indoor.js';
import { catalogue } from './catalogue.js';

/** Each once, in the order of the catalogue. */
const labels: readonly string[] = [...new Set(Object.values(catalogue).map(({ label }) => label))];

/** The labels of the catalogue, and what else their things may be called. */
export const roomsVocabulary: readonly VocabularyRow[] = Object.freeze(excerpt(indoor, labels));

/** Every room lists everything in it: one frozen array serves all scenes. */
export const roomsCoverage: readonly CoverageRow[] = Object.freeze(
  labels.map((category) => Object.freeze({ category, status: 'exhaustive', method: 'rooms' } as const)),
);
