/**
 * Sources by the name that a recipe uses for them. What each takes and gives is declared in
 * `compiler/std/operators.ts`. A source is opened with its arguments and read once.
 */
import type { SourceName } from '../../compiler/std/operators.js';
import type { OpenedSource } from '../facts/rows.js';
import { openFactsDirectory } from './facts-directory/index.js';
import { openImages } from './images/index.js';
import { openKitti } from './kitti/index.js';
import { openRobospatial } from './robospatial/index.js';
import { openRooms } from './rooms/index.js';

export const sources = {
  rooms: openRooms,
  kitti: openKitti,
  robospatial: openRobospatial,
  facts: openFactsDirectory,
  images: openImages,
} as const satisfies Record<SourceName, (options: never) => OpenedSource | Promise<OpenedSource>>;
