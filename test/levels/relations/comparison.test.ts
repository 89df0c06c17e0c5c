/** Comparisons: who has most by hand, and how close two may be, to the millimetre and the tenth of a degree. */
import type { Vector3 } from '../../../runtime/facts/rows.js';
import { clear, LENGTHS, least, type Margins, most, order, VOLUMES } from '../apart.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, anywhere, noBorder, several } from '../reasons.js';
import { ahead, cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { type Cell, type Edge, each, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** Five things in a row. By height chair, lamp, table, bed, vase: 5, 4, 3, 2, 1 m. By length the other way round. */
function five(chair: Vector3, lamp: Vector3) {
  return [
    put('chair', [0, 0, 7], { size: chair }),
    put('lamp', [0, 0, 9], { size: lamp }),
    put('table', [0, 0, 11], { size: [3, 3, 3] }), // 27 m3
    put('bed', [0, 0, 3], { size: [4, 2, 2] }), // 16 m3
    put('vase', [0, 0, 5], { size: [5, 1, 0.4] }), // 2 m3
  ];
}
const fiveClear = five([1, 5, 1], [2, 4, 1]); // 5 and 8 m3

/** Chair and lamp that differ only by what is said of the lamp. */
const beside = (size: Vector3) => [put('chair', [0, 0, 4]), put('lamp', [2, 0, 4], { size })];
const deep = (chair: number, lamp: number) => [put('chair', [0, 0, chair]), put('lamp', [0, 0, lamp])];
const facing = (degrees: number) => [
  put('chair', [0, 0, 4], { facing: ahead(0) }),
  put('lamp', [2, 0, 4], { facing: ahead(degrees) }),
];
const turns = [0, 20, 19.9, 45, 70, 70.1, 90, 109.9, 110, 135, 160, 160.1, 180];

const scenes = [
  ...emptyRooms,
  room('five', fiveClear),
  room('five at', five([1, 5, 1], [2, 4.5, 1])), // the margin of 5 m is 50 cm
  room('five past', five([1, 5, 1], [2, 4.499, 1])),
  room('five tie', five([1, 4, 1], [2, 4, 1])),
  room('short vases', [
    ...fiveClear.slice(0, 3),
    put('bed', [0, 0, 3], { size: [4, 0.2, 2] }),
    put('vase', [0, 0, 5], { size: [5, 0.1, 0.4] }), // the margin is 10 cm at least
  ]),
  room('shorter vase', [
    ...fiveClear.slice(0, 3),
    put('bed', [0, 0, 3], { size: [4, 0.201, 2] }),
    put('vase', [0, 0, 5], { size: [5, 0.1, 0.4] }),
  ]),
  room('four', fiveClear.slice(0, 4)),
  room(
    'row at',
    [3, 4, 5, 9, 10].map((z, i) => put(['chair', 'lamp', 'table', 'bed', 'vase'][i] ?? '', [0, 0, z])),
  ),
  room(
    'row past',
    [3, 4, 5, 8.999, 10].map((z, i) => put(['chair', 'lamp', 'table', 'bed', 'vase'][i] ?? '', [0, 0, z])),
  ),
  room(
    'row front at',
    [9, 10, 13, 16, 20].map((z, i) => put(['chair', 'lamp', 'table', 'bed', 'vase'][i] ?? '', [0, 0, z])),
  ),
  room(
    'row front past',
    [8.999, 10, 13, 16, 20].map((z, i) => put(['chair', 'lamp', 'table', 'bed', 'vase'][i] ?? '', [0, 0, z])),
  ),
  room(
    'row tie',
    [3, 3, 6, 9, 9].map((z, i) => put(['chair', 'lamp', 'table', 'bed', 'vase'][i] ?? '', [0, 0, z])),
  ),
  room('taller at', beside([1, 0.9, 1])), // the margin of 1 m is 10 cm
  room('taller past', beside([1, 0.899, 1])),
  room('longer at', beside([0.9, 1, 0.9])),
  room('longer past', beside([0.899, 1, 0.899])),
  room('larger at', beside([1, 0.7, 1])), // the margin of 1 m3 is 30 %
  room('larger past', beside([1, 0.699, 1])),
  room('same', beside([1, 1, 1])),
  room('nearer at', deep(9, 10)),
  room('nearer past', deep(8.999, 10)),
  room('as near', deep(9, 9)),
  // By depth the lamp is nearer, 3 m to 4; straight from the camera the chair is, 4 m to 5.
  room('two readings', [put('chair', [0, 0, 4]), put('lamp', [4, 0, 3])]),
  room('no gravity', fiveClear, noGravity),
  room('fronts', facing(0), noGravity),
  ...turns.map((degrees) => room(`turned ${degrees}`, facing(degrees))),
  room('one front', [put('chair', [0, 0, 4], { facing: ahead(0) }), put('lamp', [2, 0, 4])]),
  // Each column is a quarter taller than the one before, each row is turned by another 45 degrees.
  grid('sixty', (row, column) =>
    cell(row, column, [column - 4.5, 0, 3 + row], { size: [0.4, heightOf(column), 0.4], facing: ahead(45 * row) }),
  ),
];

function heightOf(column: number): number {
  return 0.5 * 1.25 ** column;
}
const tall = (id: string): number => heightOf(placeOf(id)[1]);
/** A grid's thing of row r and column c is at (c - 4.5, 0, 3 + r). */
const far = (id: string): number => Math.hypot(placeOf(id)[1] - 4.5, 3 + placeOf(id)[0]);

const members = (tuple: Tuple): readonly string[] => [...tuple.ids.values()].flat();
/** Heights, and volumes of 40 cm by 40 cm; all are of one length, of which nothing can be asked. */
function measureOf(tuple: Tuple): readonly [(id: string) => number, Margins] {
  if (tuple.words.some((word) => word.includes('volume'))) return [(id) => 0.16 * tall(id), VOLUMES];
  return tuple.words.some((word) => word.includes('horizontally')) ? [() => 0.4, LENGTHS] : [tall, LENGTHS];
}

const all = 'chair lamp table bed vase';

const multiple = {
  ...noBorder,
  ...anyFront,
  ...anyFloor,
  ...anyCoverage,
  // Volumes need no vertical.
  'no gravity': [silent('no gravity', `${all} | tallest`), silent('no gravity', `${all} | shortest`)],
  'one thing': [silent('one'), silent('four')],
  nothing: [silent('nothing')],
} satisfies Partial<Readonly<Record<Edge, Cell>>>;

const tasks: Readonly<Record<string, TaskRows>> = {
  comparison_multiple_objects: {
    of: '{xs}',
    edges: {
      ...multiple,
      plain: [
        told('five', `${all} | tallest`, 'chair'),
        told('five', `${all} | largest by volume`, 'table'),
        told('five', `${all} | longest horizontally`, 'vase'),
      ],
      'at the margin': [silent('five at', `${all} | tallest`)],
      'past the margin': [told('five past', `${all} | tallest`, 'chair')],
      'a tie': [silent('five tie', `${all} | tallest`)],
      'no gravity': [
        silent('no gravity', `${all} | tallest`),
        told('no gravity', `${all} | largest by volume`, 'table'),
      ],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: most(members(tuple), ...measureOf(tuple)) }))],
    },
  },
  comparison_multiple_objects_least: {
    of: '{xs}',
    edges: {
      ...multiple,
      plain: [
        told('five', `${all} | shortest`, 'vase'),
        told('five', `${all} | smallest by volume`, 'vase'),
        told('five', `${all} | shortest horizontally`, 'chair'),
      ],
      'at the margin': [silent('short vases', `${all} | shortest`)],
      'past the margin': [told('shorter vase', `${all} | shortest`, 'vase')],
      // The tallest two are tied, which the shortest is not.
      'a tie': [silent('same'), told('five tie', `${all} | shortest`, 'vase')],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: least(members(tuple), ...measureOf(tuple)) }))],
    },
  },
  comparison_multiple_objects_nearest: {
    of: '{xs}',
    edges: {
      ...multiple,
      ...anyGravity,
      plain: [told('five', all, 'bed')], // 3 m
      'at the margin': [silent('row front at')],
      'past the margin': [told('row front past', all, 'chair')],
      'a tie': [silent('row tie')],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: least(members(tuple), far) }))],
    },
  },
  comparison_multiple_objects_farthest: {
    of: '{xs}',
    edges: {
      ...multiple,
      ...anyGravity,
      plain: [told('five', all, 'table')], // 11 m
      'at the margin': [silent('row at')],
      'past the margin': [told('row past', all, 'vase')],
      'a tie': [silent('row tie')],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: most(members(tuple), far) }))],
    },
  },
  comparison_multiple_objects_ranking: {
    of: '{xs}',
    edges: {
      ...multiple,
      plain: [
        told('five', 'chair lamp table bed | tallest', 'the chair, the lamp, the table and the bed'),
        told('five', 'lamp table bed vase | largest by volume', 'the table, the bed, the lamp and the vase'),
        told('five', 'chair lamp table vase | longest horizontally', 'the vase, the table, the lamp and the chair'),
      ],
      'at the margin': [silent('five at', 'chair lamp table bed | tallest')],
      'past the margin': [
        told('five past', 'chair lamp table bed | tallest', 'the chair, the lamp, the table and the bed'),
      ],
      'a tie': [silent('five tie', 'chair lamp table bed | tallest')],
      'no gravity': [
        silent('no gravity', 'chair lamp table bed | tallest'),
        told('no gravity', 'chair lamp table bed | largest by volume', 'the table, the bed, the lamp and the chair'),
      ],
      'one thing': [silent('one'), silent('same')],
      'sixty things': [
        each('sixty', 5, (tuple) => ({ answer: listed(tuple, order(members(tuple), ...measureOf(tuple))) })),
      ],
    },
  },
  comparison_two_objects: {
    of: 'a b',
    edges: {
      plain: [
        told('five', 'chair lamp | taller', 'chair', true),
        told('five', 'lamp chair | taller', 'chair', false),
        told('five', 'bed table | larger by volume', 'table', false),
        told('five', 'vase bed | longer horizontally', 'vase', true),
      ],
      'at the margin': [
        silent('taller at', 'chair lamp | taller'),
        silent('larger at', 'chair lamp | larger by volume'),
        silent('longer at', 'lamp chair | longer horizontally'),
      ],
      'past the margin': [
        told('taller past', 'chair lamp | taller', 'chair', true),
        told('larger past', 'lamp chair | larger by volume', 'chair', false),
        told('longer past', 'lamp chair | longer horizontally', 'chair', false),
      ],
      ...noBorder,
      'a tie': [silent('same')],
      ...anyFront,
      'no gravity': [
        silent('no gravity', 'chair lamp | taller'),
        silent('no gravity', 'vase bed | longer horizontally'),
        told('no gravity', 'bed table | larger by volume', 'table', false),
      ],
      ...anyFloor,
      ...anyCoverage,
      ...several,
      'sixty things': [each('sixty', 50, more)],
    },
  },
  object_depth_comparison: {
    of: 'a b',
    edges: {
      plain: [told('five', 'bed table', 'bed', true), told('five', 'table chair', 'chair', false)],
      'at the margin': [silent('nearer at')],
      'past the margin': [told('nearer past', 'chair lamp', 'chair', true)],
      ...noBorder,
      'a tie': [silent('as near'), silent('two readings')],
      ...anywhere,
      ...several,
      'sixty things': [each('sixty', 50, nearer)],
    },
  },
  orientation_comparison_two_objects: {
    of: 'a b',
    edges: {
      plain: [
        told('turned 0', 'chair lamp', 'in the same direction'),
        told('turned 90', 'lamp chair', 'at right angles to each other'),
        told('turned 180', 'chair lamp', 'in opposite directions'),
      ],
      // 35 degrees, less the margin of 15.
      'at the margin': [silent('turned 20'), silent('turned 160')],
      'past the margin': [
        told('turned 19.9', 'chair lamp', 'in the same direction'),
        told('turned 160.1', 'chair lamp', 'in opposite directions'),
      ],
      // Between 55 and 125 degrees, by more than 15.
      'at a border': [
        silent('turned 45'),
        silent('turned 135'),
        silent('turned 70'),
        silent('turned 110'),
        told('turned 70.1', 'chair lamp', 'at right angles to each other'),
        told('turned 109.9', 'lamp chair', 'at right angles to each other'),
      ],
      'a tie': 'nothing is chosen among',
      'no front': [silent('one front')],
      'no gravity': [silent('fronts')],
      ...anyFloor,
      ...anyCoverage,
      ...several,
      'sixty things': [each('sixty', 50, turned)],
    },
  },
};

const listed = (tuple: Tuple, ids: readonly string[]): string => {
  const names = ids.map((id) => tuple.nameOf(id) ?? id);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

const pairOf = (tuple: Tuple): readonly [string, string] => [
  tuple.ids.get('a')?.[0] ?? '',
  tuple.ids.get('b')?.[0] ?? '',
];

function more(tuple: Tuple) {
  const [measure, margins] = measureOf(tuple);
  const [a, b] = pairOf(tuple);
  return { answer: most([a, b], measure, margins), claims: [measure(a) > measure(b)] };
}

/** By depth and straight: where the two disagree, or either is close, nothing may be asked. */
function nearer(tuple: Tuple) {
  const [a, b] = pairOf(tuple);
  const deep = (id: string): number => 3 + placeOf(id)[0];
  const agreed = least([a, b], far) === least([a, b], deep) && clear(deep(a), deep(b));
  return { answer: agreed ? least([a, b], far) : 'nobody', claims: [far(a) < far(b)] };
}

/** Rows differ by 45 degrees each, so 0, 90 and 180 are 0, 2 and 4 rows. */
function turned(tuple: Tuple) {
  const [a, b] = pairOf(tuple).map((id) => placeOf(id)[0]);
  const words = { 0: 'in the same direction', 2: 'at right angles to each other', 4: 'in opposite directions' };
  const rows = Math.abs((a ?? 0) - (b ?? 0));
  return { answer: rows === 0 ? words[0] : rows === 2 ? words[2] : rows === 4 ? words[4] : 'nobody' };
}

rowsOf({ file: 'recipes/levels/relations/comparison.spq', scenes, vocabulary: NOUNS, tasks });
