/** Counts by hand: cups around a lamp, some of them where nobody can tell. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { NOBODY } from '../apart.js';
import { anyFloor, anyFront, anyGravity, noBorder } from '../reasons.js';
import { emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { each, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const size: Vector3 = [0.4, 0.4, 0.4];
const cup = (objectId: string, centre: Vector3, facts: Partial<ObjectRow> = {}): ObjectRow =>
  put('cup', centre, { objectId, size, ...facts });

/** A lamp of a metre, cups of 40 cm to its left at 3 m and where the row says, and one to its right. */
const cups = (x: number, facts: Partial<ObjectRow> = {}): readonly ObjectRow[] => [
  put('lamp', [0, 0, 6]),
  cup('first', [-3, 0, 6]),
  cup('second', [x, 0, 6], facts),
  cup('third', [3, 0, 6]),
];
/** Within 1.5 m of the lamp, less a fifth of that for the margin, is one cup with so much between. */
const reach = (gap: number): readonly ObjectRow[] => [
  put('lamp', [0, 0, 6]),
  cup('first', [0.7 + gap, 0, 6]),
  cup('second', [-5, 0, 6]),
];
/** Somebody looks from the lamp at the table: a cup is so far to the right of that line, another 2 m. */
const line = (x: number, z = 7): readonly ObjectRow[] => [
  put('lamp', [0, 0, 4], { size }),
  put('table', [0, 0, 9], { size }),
  cup('first', [x, 0, z]),
  cup('second', [2, 0, 7]),
];
/** So many cups, vases and lamps. */
const kinds = (...counts: readonly number[]): readonly ObjectRow[] =>
  ['cup', 'vase', 'lamp'].flatMap((label, k) =>
    Array.from({ length: counts[k] ?? 0 }, (_, i) =>
      put(label, [2 * i - 2, k - 1, 6], { objectId: `${label}${i}`, size }),
    ),
  );
/** Left and near, left and far, right and near, by a lamp and a table. */
const both = (x: number): readonly ObjectRow[] => [
  put('lamp', [0, 0, 6]),
  put('table', [0, 2, 9]),
  cup('first', [x, 0, 4]),
  cup('second', [-3, 0, 14]),
  cup('third', [3, 0, 4]),
];
const rowNouns = ['chair', 'lamp', 'table', 'bed', 'vase', 'cup'];

const scenes = [
  ...emptyRooms,
  room('cups', cups(-2)),
  room('doubtful', cups(-2, { presence: 'possible' })),
  room('half hidden', cups(-2, { visibility: 0.2 })),
  room('not covered', cups(-2), { uncovered: ['cup'] }),
  room('no gravity', cups(-2), noGravity),
  // 10 cm between the lamp, which begins at -50 cm, and the cup, or a millimetre more.
  room('left at', cups(-0.8)),
  room('left past', cups(-0.801)),
  room('left tie', cups(0)),
  room('reach', reach(1)),
  room('reach at', reach(1.2)),
  room('reach past', reach(1.199)),
  room('reach tie', reach(1.5)),
  room('reach not covered', reach(1), { uncovered: ['cup'] }),
  room('reach no gravity', reach(1), noGravity),
  room('line', line(-1)),
  room('line behind', line(-1, 3)),
  // 71 % of 40 cm is 28.4 cm, and 10 cm are the margin.
  room('line at', line(-0.384)),
  room('line past', line(-0.385)),
  room('line tie', line(0)),
  room('line not covered', line(-1), { uncovered: ['cup'] }),
  room('line no gravity', line(-1), noGravity),
  room('both', both(-3)),
  room('both at', both(-0.8)),
  room('both past', both(-0.801)),
  room('both not covered', both(-3), { uncovered: ['cup'] }),
  room('3 2 1', kinds(3, 2, 1)),
  room('2 2 1', kinds(2, 2, 1)),
  room('kinds not covered', kinds(3, 2, 1), { uncovered: ['vase'] }),
  // Ten of a kind to a row, 2 m apart; each row a third of a metre to the right of the one before.
  grid('sixty', (row, column) =>
    put(rowNouns[row] ?? '', [across(row, column) - 10, row - 2.5, 10 + column + row / 8], { size: [0.1, 0.1, 0.1] }),
  ),
];

function across(row: number, column: number): number {
  return 2 * column + 0.33 * row;
}

/** Of a row of the grid, those to the left of a thing or to its right; by depth nothing is certain of all. */
function beside(tuple: Tuple) {
  const place = across(...placeOf(tuple.ids.get('a')?.[0]));
  const row = rowNouns.indexOf(tuple.ids.get('c')?.[0] ?? '');
  const left = Array.from({ length: 10 }, (_, column) => across(row, column)).filter((x) => x < place).length;
  if (tuple.words.includes('to the left of')) return { answer: left };
  return tuple.words.includes('to the right of') ? { answer: 10 - left } : { answer: inDepth(tuple) };
}
/** All are of one size, so that of sizes nothing is asked; depths grow by a metre a column, and by 12.5 cm a row. */
function inDepth(tuple: Tuple): number {
  const [row, column] = placeOf(tuple.ids.get('a')?.[0]);
  const own = rowNouns.indexOf(tuple.ids.get('c')?.[0] ?? '');
  const nearer = Array.from({ length: 10 }, (_, k) => k + own / 8).filter((z) => z < column + row / 8).length;
  return tuple.words.some((word) => word.startsWith('nearer')) ? nearer : 10 - nearer;
}

const most = (winner: string) => (tuple: Tuple) => ({ answer: winner, claims: [tuple.ids.get('c')?.[0] === winner] });
const boxes = { ...anyFront, ...anyFloor, ...noBorder } as const;
const counted = {
  'at the margin': 'things are counted, not measured',
  'past the margin': 'things are counted, not measured',
};
const left = 'lamp cup | to the left of';

const tasks: Readonly<Record<string, TaskRows>> = {
  counting_objects: {
    of: 'c',
    edges: {
      ...boxes,
      ...anyGravity,
      ...counted,
      plain: [
        told('cups', 'cup', 3),
        told('cups', 'lamp', 1),
        told('cups', 'bed', 0),
        silent('doubtful', 'cup'),
        silent('half hidden', 'cup'),
      ],
      'a tie': 'nothing is chosen among',
      'not covered': [silent('not covered', 'cup'), told('not covered', 'lamp', 1)],
      'one thing': [told('one', 'chair', 1), told('one', 'cup', 0)],
      nothing: [told('nothing', 'chair', 0)],
      'sixty things': [told('sixty', 'cup', 10), told('sixty', 'chair', 10), told('sixty', 'desk', 0)],
    },
  },
  counting_under_constraint: {
    of: 'a c',
    edges: {
      ...boxes,
      plain: [
        told('cups', left, 2),
        told('cups', 'lamp cup | to the right of', 1),
        told('cups', 'lamp cup | taller than', 0),
        told('cups', 'lamp cup | shorter than', 3),
        silent('doubtful', left),
        silent('half hidden', left),
      ],
      'at the margin': [silent('left at', left)],
      'past the margin': [told('left past', left, 2)],
      // As deep as the lamp, or right before it.
      'a tie': [silent('cups', 'lamp cup | nearer to the camera than'), silent('left tie', left)],
      'no gravity': [told('no gravity', left, 2), silent('no gravity', 'lamp cup | taller than')],
      'not covered': [silent('not covered', left)],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 40, beside)],
    },
  },
  counting_under_two_constraints: {
    of: 'a b c',
    edges: {
      ...boxes,
      plain: [
        told('both', 'lamp table cup | to the left of, nearer to the camera than', 1),
        told('both', 'lamp table cup | to the left of, farther from the camera than', 1),
        told('both', 'lamp table cup | to the right of, nearer to the camera than', 1),
        told('both', 'lamp table cup | to the right of, farther from the camera than', 0),
      ],
      'at the margin': [silent('both at', 'lamp table cup | to the left of, nearer to the camera than')],
      'past the margin': [told('both past', 'lamp table cup | to the left of, nearer to the camera than', 1)],
      // What is surely not nearer may stand right before the lamp.
      'a tie': [told('both at', 'lamp table cup | to the left of, farther from the camera than', 1)],
      ...anyGravity,
      'not covered': [silent('both not covered', 'lamp table cup')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: inTwoWays(tuple) }))],
    },
  },
  counting_within_reach: {
    of: 'a c',
    edges: {
      ...boxes,
      plain: [told('reach', 'lamp cup', 1), silent('cups', 'lamp cup')],
      'at the margin': [silent('reach at', 'lamp cup')],
      'past the margin': [told('reach past', 'lamp cup', 1)],
      'a tie': [silent('reach tie', 'lamp cup')],
      'no gravity': [silent('reach no gravity', 'lamp cup')],
      'not covered': [silent('reach not covered', 'lamp cup')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 40, (tuple) => ({ answer: withinReach(tuple) }))],
    },
  },
  counting_from_viewpoint: {
    of: 'a b c',
    edges: {
      ...boxes,
      plain: [
        told('line', 'lamp table cup', 1),
        told('line', 'table lamp cup', 1), // looked at from there, the other cup is on the left
        told('line behind', 'lamp table cup', 1), // behind counts, too
      ],
      'at the margin': [silent('line at', 'lamp table cup')],
      'past the margin': [told('line past', 'lamp table cup', 1)],
      'a tie': [silent('line tie', 'lamp table cup')],
      'no gravity': [silent('line no gravity')],
      'not covered': [silent('line not covered', 'lamp table cup')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: onLeft(tuple) }))],
    },
  },
  counting_two_kinds: {
    of: 'c d',
    edges: {
      ...boxes,
      ...anyGravity,
      ...counted,
      plain: [told('3 2 1', 'cup vase', 5), told('3 2 1', 'lamp vase', 3), silent('doubtful', 'cup lamp')],
      'a tie': [told('2 2 1', 'cup vase', 4)],
      'not covered': [silent('kinds not covered', 'cup vase'), told('kinds not covered', 'cup lamp', 4)],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 10, () => ({ answer: 20 }))],
    },
  },
  most_objects_in_class: {
    of: '{c d e}',
    edges: {
      ...boxes,
      ...anyGravity,
      ...counted,
      plain: [each('3 2 1', 1, most('cup'))],
      // No kind has most, and to say so of one is false.
      'a tie': [each('2 2 1', 1, () => ({ answer: NOBODY, claims: [false] }))],
      'not covered': [silent('kinds not covered')],
      'one thing': [silent('one'), silent('cups')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 3, () => ({ answer: NOBODY, claims: [false] }))],
    },
  },
};

function inTwoWays(tuple: Tuple): number {
  const [[p, q], [r, s]] = [placeOf(tuple.ids.get('a')?.[0]), placeOf(tuple.ids.get('b')?.[0])];
  const own = rowNouns.indexOf(tuple.ids.get('c')?.[0] ?? '');
  const isLeft = tuple.words.includes('to the left of');
  const isNear = tuple.words.some((word) => word.startsWith('nearer'));
  return Array.from({ length: 10 }, (_, k) => k).filter(
    (k) => across(own, k) < across(p, q) === isLeft && k + own / 8 < s + r / 8 === isNear,
  ).length;
}

/** Right, down, ahead. */
const at = (row: number, column: number): Vector3 => [across(row, column), row, column + row / 8];

function withinReach(tuple: Tuple): number {
  const a = at(...placeOf(tuple.ids.get('a')?.[0]));
  const own = rowNouns.indexOf(tuple.ids.get('c')?.[0] ?? '');
  const gapTo = (b: Vector3): number => Math.hypot(...b.map((x, i) => Math.max(0, Math.abs(x - (a[i] ?? 0)) - 0.1)));
  return Array.from({ length: 10 }, (_, k) => at(own, k)).filter((b) => gapTo(b) < 1.5).length;
}

/** To the left of the line from a to b, on the floor plan. */
function onLeft(tuple: Tuple): number {
  const [a, b] = ['a', 'b'].map((name) => at(...placeOf(tuple.ids.get(name)?.[0])));
  if (!a || !b) return Number.NaN;
  const own = rowNouns.indexOf(tuple.ids.get('c')?.[0] ?? '');
  return Array.from({ length: 10 }, (_, k) => at(own, k)).filter(
    (c) => (b[0] - a[0]) * (c[2] - a[2]) - (b[2] - a[2]) * (c[0] - a[0]) > 0,
  ).length;
}

rowsOf({ file: 'recipes/levels/reasoning/counting.spq', scenes, vocabulary: NOUNS, tasks });
