/**
 * What people call the things that KITTI labels.
 *
 * `vehicle` and `person` are wider names that no label has. They are not covered: buses and motorcycles are labelled
 * `Misc` or not at all.
 */
import type { CoverageRow, VocabularyRow } from '../../facts/rows.js';
import type { KittiType } from './label-file.js';

const vehicle = { countable: true, broader: 'vehicle', hasFront: true } as const;
const person = { countable: true, broader: 'person', hasFront: true } as const;

export const kittiVocabulary: readonly VocabularyRow[] = [
  { label: 'vehicle', plural: 'vehicles', countable: true, broader: null, also: [], hasFront: true },
  { label: 'car', plural: 'cars', also: [], ...vehicle },
  // Many people call a van a car, and a large van a truck.
  { label: 'van', plural: 'vans', also: ['car', 'truck'], ...vehicle },
  { label: 'truck', plural: 'trucks', also: ['lorry'], ...vehicle },
  { label: 'tram', plural: 'trams', also: ['train', 'streetcar'], ...vehicle },
  { label: 'person', plural: 'people', countable: true, broader: null, also: [], hasFront: true },
  { label: 'pedestrian', plural: 'pedestrians', also: [], ...person },
  { label: 'person sitting', plural: 'people sitting', also: ['pedestrian'], ...person },
  // The box holds rider and bicycle.
  { label: 'cyclist', plural: 'cyclists', also: ['bicycle', 'pedestrian'], ...person },
  // Trailers, caravans, diggers and what else drives: no noun of its own, so it is not counted.
  { label: 'misc', plural: 'misc', countable: false, broader: null, also: ['vehicle', 'truck'], hasFront: false },
];

/** Every one of these in a picture is labelled, or lies in a DontCare region. */
export const kittiCoverage: readonly CoverageRow[] = [
  'car',
  'van',
  'truck',
  'pedestrian',
  'person sitting',
  'cyclist',
  'tram',
].map((category) => ({ category, status: 'exhaustive', method: 'KITTI label_2' }));

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
