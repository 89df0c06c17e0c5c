/** The labels that KITTI gives, in the words of the street table; `misc` is no word, and many things. */
export const kittiLabels = ['car', 'van', 'truck', 'pedestrian', 'person sitting', 'cyclist', 'tram'] as const;
export const kittiRest = 'misc';
