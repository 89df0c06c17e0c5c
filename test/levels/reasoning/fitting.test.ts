/** Would it fit: gaps and sides by hand, to the millimetre. Things stand on the floor, 1.5 m below the camera. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { clear } from '../apart.js';
import { anyCoverage, anyFloor, anyFront, noBorder } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noFloor, noGravity, onFloor, placeOf, put, room, standing } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** Table and bed with so much between them, and a chair, 2 m long, that has so much as its shorter side. */
const through = (gap: number, shorter: number): readonly ObjectRow[] => [
  standing('table', -0.5 - gap / 2, 6, [1, 1, 1]),
  standing('bed', 0.5 + gap / 2, 6, [1, 1, 1]),
  standing('chair', 0, 12, [shorter, 1, 2]),
];
/** A chair of this size, and a table of 1 by 1 by 1 m, far apart. */
const beside = (size: Vector3): readonly ObjectRow[] => [
  standing('chair', -2, 6, size),
  standing('table', 2, 6, [1, 1, 1]),
];
/** Chair, lamp and table with such longer sides. */
const row = (chair: number, lamp: number, table: number): readonly ObjectRow[] => [
  standing('chair', -4, 9, [chair, 1, 0.5]),
  standing('lamp', 0, 6, [lamp, 1, 0.5]),
  standing('table', 4, 9, [table, 1, 0.5]),
];

const scenes = [
  ...emptyRooms,
  room('wide', through(1, 0.6)),
  room('narrow', through(1, 1.5)),
  // Gap and side are lengths: a tenth of the greater lies between.
  room('gap at', through(1, 0.9)),
  room('gap past', through(1, 0.899)),
  room('side at', through(0.9, 1)),
  room('side past', through(0.899, 1)),
  room('gap tie', through(1, 1)),
  room('hanging', [...through(1, 0.6).slice(1), put('table', [-1, 0, 6])]),
  room('gap no floor', through(1, 0.6), noFloor),
  room('gap no gravity', through(1, 0.6), noGravity),
  room('small', beside([0.6, 0.5, 0.7])),
  room('long', beside([0.8, 0.8, 2.5])), // longer than 1 m and 1 m
  room('broad', beside([1.2, 0.5, 1.3])),
  room('tall', beside([0.6, 1.5, 0.7])),
  room('askew', beside([0.6, 0.5, 1.2])), // along the diagonal of 1.41 m it might
  room('top at', beside([0.6, 0.5, 0.9])),
  room('top past', beside([0.6, 0.5, 0.899])),
  room('crate at', beside([0.6, 0.9, 0.7])),
  room('crate past', beside([0.6, 0.899, 0.7])),
  room('top tie', beside([1, 1, 1])),
  room('top no floor', beside([0.6, 0.5, 0.7]), noFloor),
  room('top no gravity', beside([0.6, 0.5, 0.7]), noGravity),
  room('row longer', row(1, 2, 2)), // 3 m and 2 m
  room('row shorter', row(1, 1, 4)), // 2 m and 4 m
  room('row at', row(1, 1, 1.8)), // the margin of 2 m is 20 cm
  room('row past', row(1, 1, 1.799)),
  room('row tie', row(1, 1, 2)),
  room('row no floor', row(1, 2, 2), noFloor),
  room('row no gravity', row(1, 2, 2), noGravity),
  // A metre apart; by columns from 30 to 48 cm broad, 60 cm long, by rows from 30 to 80 cm high.
  grid('sixty', (row, column) => onFloor(cell(row, column, [column - 4.5, 0, 3 + row], { size: sizeOf(row, column) }))),
];

function sizeOf(row: number, column: number): Vector3 {
  return [0.3 + 0.02 * column, 0.3 + 0.1 * row, 0.6];
}
const sized = (tuple: Tuple, name: string): Vector3 => sizeOf(...placeOf(tuple.ids.get(name)?.[0]));

/** Between the outlines of two things of the grid. */
function between(tuple: Tuple, b: string, c: string): number {
  const [[r, s], [q, t]] = [placeOf(tuple.ids.get(b)?.[0]), placeOf(tuple.ids.get(c)?.[0])];
  const aside = Math.abs(s - t) - (sized(tuple, b)[0] + sized(tuple, c)[0]) / 2;
  return Math.hypot(Math.max(0, aside), Math.max(0, Math.abs(r - q) - 0.6));
}

const boxes = { ...anyFront, ...anyFloor, ...anyCoverage, ...noBorder } as const;
const pair = { 'one thing': [silent('one')], nothing: [silent('nothing')] } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  problem_fits_between: {
    of: 'a b c',
    edges: {
      ...boxes,
      plain: [
        holds('wide', 'chair table bed', true),
        holds('narrow', 'chair bed table', false),
        silent('hanging', 'chair table bed'),
      ],
      'at the margin': [silent('gap at', 'chair table bed'), silent('side at', 'chair table bed')],
      'past the margin': [holds('gap past', 'chair table bed', true), holds('side past', 'chair table bed', false)],
      'a tie': [silent('gap tie', 'chair table bed')],
      'no floor': [silent('gap no floor')],
      'no gravity': [silent('gap no gravity')],
      'one thing': [silent('one'), silent('small')],
      nothing: [silent('nothing')],
      'sixty things': [
        each('sixty', 50, (tuple) => ({ claims: clearly(sized(tuple, 'a')[0], between(tuple, 'b', 'c')) })),
      ],
    },
  },
  problem_fits_on_top: {
    of: 'a b',
    edges: {
      ...boxes,
      plain: [
        holds('small', 'chair table', true),
        holds('long', 'chair table', false),
        holds('broad', 'chair table', false),
        holds('tall', 'chair table', true), // however tall
        silent('askew', 'chair table'),
      ],
      'at the margin': [silent('top at', 'chair table')],
      'past the margin': [holds('top past', 'chair table', true)],
      'a tie': [silent('top tie')],
      'no floor': [holds('top no floor', 'chair table', true)],
      'no gravity': [silent('top no gravity')],
      ...pair,
      // All are as long: only what is too broad is sure not to fit.
      'sixty things': [each('sixty', 20, tooBroad)],
    },
  },
  problem_fits_into_crate: {
    of: 'a b',
    edges: {
      ...boxes,
      plain: [
        holds('small', 'chair table', true),
        holds('broad', 'chair table', false),
        holds('tall', 'chair table', false),
        silent('askew', 'chair table'),
      ],
      'at the margin': [silent('crate at', 'chair table'), silent('top at', 'chair table')],
      'past the margin': [holds('crate past', 'chair table', true), holds('top past', 'chair table', true)],
      'a tie': [silent('top tie')],
      'no floor': [holds('top no floor', 'chair table', true)],
      'no gravity': [silent('top no gravity')],
      ...pair,
      // As long as all others: none is sure to fit.
      'sixty things': [each('sixty', 20, () => ({ claims: [false] }))],
    },
  },
  problem_row_along_wall: {
    of: 'a b c',
    edges: {
      ...boxes,
      plain: [
        holds('row longer', 'chair lamp table', true),
        holds('row longer', 'lamp chair table', true),
        holds('row shorter', 'chair lamp table', false),
      ],
      'at the margin': [silent('row at', 'chair lamp table')],
      'past the margin': [holds('row past', 'chair lamp table', true)],
      'a tie': [silent('row tie', 'chair lamp table')],
      'no floor': [holds('row no floor', 'chair lamp table', true)],
      'no gravity': [silent('row no gravity')],
      'one thing': [silent('one'), silent('small')],
      nothing: [silent('nothing')],
      // Twice 60 cm are longer than 60 cm.
      'sixty things': [each('sixty', 50, () => ({ claims: [true] }))],
    },
  },
};

function tooBroad(tuple: Tuple) {
  const [a, b] = [sized(tuple, 'a')[0], sized(tuple, 'b')[0]];
  return { claims: clear(a, b) && a > b ? [false] : [] };
}

/** Whether the first is less; nothing may be asked of what is close. */
const clearly = (x: number, y: number): readonly boolean[] => (clear(x, y) ? [x < y] : []);

rowsOf({ file: 'recipes/levels/reasoning/fitting.spq', scenes, vocabulary: NOUNS, tasks });
