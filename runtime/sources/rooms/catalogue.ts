/**
 * What may stand in a room: per kind its label, sizes, front, where it stands, and its shape.
 *
 * Two kinds may share a label (floor lamp and table lamp are both a `lamp`).
 */

import type { ObjectRow } from '../../facts/rows.js';
import * as furniture from './furniture.js';
import type { Build } from './shape.js';
import * as small from './small-things.js';

/** Smallest and largest size in whole centimetres: whole ones make exact ties of sizes common. */
export type Range = readonly [number, number];

export interface Kind {
  readonly label: string;
  readonly width: Range;
  readonly height: Range;
  /** `round`: as deep as wide; `ball`: as high, too. */
  readonly depth: Range | 'round' | 'ball';
  readonly front: Exclude<ObjectRow['front'], 'unseen'>;
  /** `wall`: mostly with its back to a wall; `open`: anywhere on the floor; `top`: only on a support. */
  readonly stands: 'wall' | 'open' | 'top' | 'open or top';
  /** Whether small things may stand on it. */
  readonly supports: boolean;
  readonly build: Build;
}

function kind(
  label: string,
  size: readonly [Range, Range, Range | 'round' | 'ball'],
  front: Kind['front'],
  stands: Kind['stands'],
  build: Build,
  supports = false,
): Kind {
  const [width, height, depth] = size;
  return { label, width, height, depth, front, stands, supports, build };
}

export const catalogue = {
  chair: kind(
    'chair',
    [
      [40, 52],
      [78, 100],
      [42, 55],
    ],
    'one',
    'open',
    furniture.chair,
  ),
  armchair: kind(
    'armchair',
    [
      [65, 95],
      [75, 105],
      [70, 95],
    ],
    'one',
    'open',
    furniture.armchair,
  ),
  sofa: kind(
    'sofa',
    [
      [140, 230],
      [70, 95],
      [80, 105],
    ],
    'one',
    'wall',
    furniture.sofa,
  ),
  stool: kind('stool', [[30, 42], [42, 75], 'round'], 'none', 'open', furniture.stool),
  table: kind(
    'table',
    [
      [100, 200],
      [70, 78],
      [70, 100],
    ],
    'several',
    'open',
    furniture.table,
    true,
  ),
  coffeeTable: kind(
    'coffee table',
    [
      [70, 120],
      [35, 50],
      [45, 70],
    ],
    'several',
    'open',
    furniture.table,
    true,
  ),
  desk: kind(
    'desk',
    [
      [100, 160],
      [70, 78],
      [55, 80],
    ],
    'several',
    'wall',
    furniture.desk,
    true,
  ),
  cabinet: kind(
    'cabinet',
    [
      [60, 140],
      [50, 110],
      [35, 55],
    ],
    'one',
    'wall',
    furniture.cabinet,
    true,
  ),
  wardrobe: kind(
    'wardrobe',
    [
      [80, 180],
      [175, 215],
      [50, 65],
    ],
    'one',
    'wall',
    furniture.wardrobe,
  ),
  nightstand: kind(
    'nightstand',
    [
      [35, 55],
      [40, 65],
      [32, 48],
    ],
    'one',
    'wall',
    furniture.nightstand,
    true,
  ),
  bookshelf: kind(
    'bookshelf',
    [
      [60, 120],
      [90, 205],
      [24, 40],
    ],
    'one',
    'wall',
    furniture.bookshelf,
  ),
  bed: kind(
    'bed',
    [
      [90, 180],
      [52, 110],
      [190, 215],
    ],
    'one',
    'wall',
    furniture.bed,
  ),
  floorLamp: kind('lamp', [[28, 45], [140, 180], 'round'], 'none', 'open', furniture.floorLamp),
  tableLamp: kind('lamp', [[18, 32], [32, 60], 'round'], 'none', 'top', small.tableLamp),
  floorPlant: kind('potted plant', [[30, 60], [50, 140], 'round'], 'none', 'open', furniture.floorPlant),
  smallPlant: kind('potted plant', [[12, 25], [18, 40], 'round'], 'none', 'top', small.smallPlant),
  tv: kind(
    'tv',
    [
      [70, 125],
      [45, 78],
      [14, 26],
    ],
    'one',
    'top',
    small.tv,
  ),
  monitor: kind(
    'monitor',
    [
      [45, 72],
      [38, 55],
      [15, 22],
    ],
    'one',
    'top',
    small.monitor,
  ),
  laptop: kind(
    'laptop',
    [
      [30, 38],
      [20, 26],
      [22, 30],
    ],
    'one',
    'top',
    small.laptop,
  ),
  carton: kind(
    'box',
    [
      [20, 60],
      [15, 50],
      [20, 50],
    ],
    'several',
    'open or top',
    small.carton,
  ),
  trashCan: kind('trash can', [[20, 35], [25, 60], 'round'], 'none', 'open', small.trashCan),
  ball: kind('ball', [[10, 25], [10, 25], 'ball'], 'none', 'open or top', small.ball),
  cup: kind('cup', [[7, 10], [8, 12], 'round'], 'none', 'top', small.cup),
  bottle: kind('bottle', [[6, 9], [20, 32], 'round'], 'none', 'top', small.bottle),
  vase: kind('vase', [[10, 22], [15, 40], 'round'], 'none', 'top', small.vase),
  book: kind(
    'book',
    [
      [13, 22],
      [2, 6],
      [18, 28],
    ],
    'none',
    'top',
    small.book,
  ),
  backpack: kind(
    'backpack',
    [
      [26, 36],
      [38, 52],
      [15, 24],
    ],
    'one',
    'open',
    small.backpack,
  ),
  suitcase: kind(
    'suitcase',
    [
      [34, 50],
      [48, 75],
      [20, 30],
    ],
    'several',
    'open',
    small.suitcase,
  ),
} as const satisfies Record<string, Kind>;

export interface Theme {
  /** Kinds that stand on the floor; one named twice comes twice as often. */
  readonly floor: readonly [Kind, ...Kind[]];
  /** Kinds that stand on others or lie about. */
  readonly small: readonly [Kind, ...Kind[]];
}

const c = catalogue;

/** Living room, bedroom, office and dining room: which things are found together. */
export const themes: readonly [Theme, ...Theme[]] = [
  {
    floor: [
      c.sofa,
      c.armchair,
      c.armchair,
      c.coffeeTable,
      c.coffeeTable,
      c.cabinet,
      c.cabinet,
      c.bookshelf,
      c.floorLamp,
      c.floorPlant,
      c.stool,
    ],
    small: [c.tv, c.tv, c.vase, c.cup, c.book, c.book, c.smallPlant, c.tableLamp, c.ball, c.bottle, c.carton],
  },
  {
    floor: [
      c.bed,
      c.nightstand,
      c.nightstand,
      c.wardrobe,
      c.cabinet,
      c.desk,
      c.chair,
      c.floorLamp,
      c.floorPlant,
      c.stool,
      c.suitcase,
    ],
    small: [c.tableLamp, c.tableLamp, c.book, c.cup, c.vase, c.ball, c.backpack, c.laptop, c.carton, c.bottle],
  },
  {
    floor: [
      c.desk,
      c.desk,
      c.chair,
      c.chair,
      c.cabinet,
      c.bookshelf,
      c.trashCan,
      c.floorPlant,
      c.floorLamp,
      c.table,
      c.armchair,
    ],
    small: [
      c.monitor,
      c.monitor,
      c.laptop,
      c.laptop,
      c.book,
      c.cup,
      c.cup,
      c.backpack,
      c.carton,
      c.carton,
      c.bottle,
      c.tableLamp,
    ],
  },
  {
    floor: [c.table, c.table, c.chair, c.chair, c.chair, c.stool, c.cabinet, c.floorPlant, c.floorLamp, c.trashCan],
    small: [c.cup, c.cup, c.bottle, c.bottle, c.vase, c.smallPlant, c.book, c.laptop, c.ball, c.backpack],
  },
];
