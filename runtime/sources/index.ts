/**
 * Sources by the name that a recipe uses for them. What each takes and gives is declared in
 * `compiler/std/operators.ts`. A source is opened with its arguments and read once.
 */
import { openFactsDirectory } from './facts-directory/index.js';
import { openKitti } from './kitti/index.js';
import { openRobospatial } from './robospatial/index.js';

// rooms: add `import { openRooms } from './rooms/index.js';` above and `rooms: openRooms,` below.
export const sources = {
  kitti: openKitti,
  robospatial: openRobospatial,
  facts: openFactsDirectory,
} as const;
