/**
 * What people call the things that KITTI labels: words of the street table, and `misc`, which is no word.
 *
 * `vehicle` and `person` are wider names that no label has. They are not covered: buses and motorcycles are labelled
 * `Misc` or not at all.
 */
import type { CoverageRow, VocabularyRow } from '../../facts/rows.js';
import { excerpt } from '../../vocabulary/excerpt.js';
import { street } from '../../vocabulary/street.js';
import { completeWord } from '../../vocabulary/word.js';
import type { KittiType } from './label-file.js';
import { kittiLabels, kittiRest } from './labels.js';

export const kittiVocabulary: readonly VocabularyRow[] = [
  ...excerpt(street, kittiLabels),
  // Trailers, caravans, diggers and what else drives: no noun of its own, so it is neither counted nor named.
  completeWord({ label: kittiRest, plural: kittiRest, countable: false, also: ['vehicle', 'truck', 'trailer'] }),
];

/** Every one of these in a picture is labelled, or lies in a DontCare region. */
export const kittiCoverage: readonly CoverageRow[] = kittiLabels.map((category) => ({
  category,
  status: 'exhaustive',
  method: 'KITTI label_2',
}));

/** Misc is many things; everything else has its front at the end to which `rotation_y` points. */
export function frontOf(type: Exclude<KittiType, 'DontCare'>): 'one' | 'unseen' {
  switch (type) {
    case 'Car':
    case 'Van':
    case 'Truck':
    case 'Pedestrian':
    case 'Person_sitting':
    case 'Cyclist':
    case 'Tram':
      return 'one';
    case 'Misc':
      return 'unseen';
  }
}
