/** One object: sizes, distances and fronts by hand. A chair 2 m wide, 1 m high and 3 m deep, turned as its row says. */
import type { ObjectRow, Vector3 } from '../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, noBorder, noTie } from './reasons.js';
import { ahead, cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room, turned } from './room.js';
import { type Cell, type Edge, each, rowsOf, silent, type TaskRows, told } from './rows.js';
import type { Tuple } from './tuples.js';

/** At (3, 0, 4), so 5 m away, with its front to so many degrees clockwise from away from the camera. */
const turnedBy = (degrees: number): readonly ObjectRow[] => [
  put('chair', [3, 0, 4], { size: [2, 1, 3], rotation: turned(degrees), facing: ahead(degrees) }),
];
/** The same, 2.5 m away: by 6.25 % of scale that may be off by 15.6 cm, and four times as much is 62.5 cm. */
const near = (degrees: number, height = 1): readonly ObjectRow[] => [
  put('chair', [1.5, 0, 2], { size: [2, height, 3], rotation: turned(degrees), facing: ahead(degrees) }),
];
const ways = [0, 11.2, 11.3, 22.5, 33.7, 33.8, 45, 90, 135, 180, 225, 270, 315];

const scenes = [
  ...emptyRooms,
  ...ways.map((degrees) => room(`turned ${degrees}`, turnedBy(degrees))),
  ...[0, 90, 270].map((degrees) => room(`near ${degrees}`, near(degrees))),
  room('low at', near(0, 0.625), { scene: { scaleSigma: 0.0625 } }),
  room('low past', near(0, 0.626), { scene: { scaleSigma: 0.0625 } }),
  room('no front', [put('chair', [3, 0, 4], { size: [2, 1, 3] })]),
  room('no gravity', turnedBy(0), noGravity),
  // Only what is seen of it is known.
  room('cut off', [put('chair', [3, 0, 4], { size: [2, 1, 3], facing: ahead(0), extent: 'visible', truncation: 0.5 })]),
  room('two', [put('chair', [0, 0, 4]), put('lamp', [1, 0, 4], { size: [1, 2, 1] })]),
  // Rows are 45 degrees apart, columns get taller, wider and deeper.
  grid('sixty', (row, column) =>
    cell(row, column, [column - 4.5, 0.5, 3 + row], {
      size: sizeOf(column),
      rotation: turned(45 * row),
      facing: ahead(45 * row),
    }),
  ),
];

function sizeOf(column: number): Vector3 {
  return [1 + 0.1 * column, 1.2 + 0.1 * column, 1.5 + 0.1 * column];
}
const idOf = (tuple: Tuple): string => tuple.ids.get('a')?.[0] ?? '';
const sized = (tuple: Tuple): Vector3 => sizeOf(placeOf(idOf(tuple))[1]);

const eighths = [
  'away from the camera',
  'away from the camera and to the right',
  'to the right',
  'towards the camera and to the right',
  'towards the camera',
  'towards the camera and to the left',
  'to the left',
  'away from the camera and to the left',
];

const single = {
  'at the margin': 'nothing is compared',
  'past the margin': 'nothing is compared',
  ...noBorder,
  ...noTie,
  ...anyCoverage,
  ...anyFloor,
  nothing: [silent('nothing')],
} satisfies Partial<Readonly<Record<Edge, Cell>>>;

/** A size of what has a front. */
const fronted = (plain: number, one: number, of: (size: Vector3) => number): TaskRows => ({
  of: 'a',
  edges: {
    ...single,
    // Turned about, it is as wide and as deep as before.
    plain: [told('turned 0', 'chair', plain), told('turned 45', 'chair', plain), silent('cut off')],
    'no front': [silent('no front')],
    'no gravity': [silent('no gravity')],
    'one thing': [told('one', 'chair', one)],
    'sixty things': [each('sixty', 40, (tuple) => ({ answer: of(sized(tuple)) }))],
  },
});

const tasks: Readonly<Record<string, TaskRows>> = {
  orientation: {
    of: 'a',
    edges: {
      ...single,
      // Claims: rather left than right, rather towards the camera than away. Of neither, neither is asked.
      plain: [
        told('turned 45', 'chair', 'away from the camera and to the right', false, false),
        told('turned 135', 'chair', 'towards the camera and to the right', false, true),
        told('turned 225', 'chair', 'towards the camera and to the left', true, true),
        told('turned 315', 'chair', 'away from the camera and to the left', true, false),
      ],
      // An eighth is 45 degrees; 11.25 on both sides of its border are left out.
      'at a border': [
        silent('turned 22.5'),
        silent('turned 11.3'),
        silent('turned 33.7'),
        each('turned 11.2', 1, () => ({ answer: 'away from the camera', claims: [false, false], without: ['claim'] })),
        each('turned 33.8', 1, () => ({ answer: 'away from the camera and to the right', claims: [false, false] })),
        each('turned 0', 1, () => ({ answer: 'away from the camera', claims: [false, false], without: ['claim'] })),
        each('turned 90', 1, () => ({ answer: 'to the right', claims: [false, false], without: ['claim'] })),
        each('turned 180', 1, () => ({ answer: 'towards the camera', claims: [false, true], without: ['claim'] })),
        each('turned 270', 1, () => ({ answer: 'to the left', claims: [true, true], without: ['claim'] })),
      ],
      'no front': [silent('no front')],
      'no gravity': [silent('no gravity')],
      'one thing': [
        each('one', 1, () => ({ answer: 'away from the camera', claims: [false, false], without: ['claim'] })),
      ],
      'sixty things': [each('sixty', 30, facing)],
    },
  },
  query_aabb: {
    of: 'a',
    edges: {
      ...single,
      // Centre, width, height, depth, heading.
      plain: [
        told('near 0', 'chair', '[1.50, 0.00, 2.00, 2.00, 1.00, 3.00, 0]'),
        told('near 90', 'chair', '[1.50, 0.00, 2.00, 2.00, 1.00, 3.00, 90]'),
        told('near 270', 'chair', '[1.50, 0.00, 2.00, 2.00, 1.00, 3.00, 270]'),
        // Where nothing is said of the scale, it is right.
        told('turned 0', 'chair', '[3.00, 0.00, 4.00, 2.00, 1.00, 3.00, 0]'),
        silent('cut off'),
      ],
      'at the margin': [silent('low at')],
      'past the margin': [told('low past', 'chair', '[1.50, 0.00, 2.00, 2.00, 0.63, 3.00, 0]')],
      'no front': [silent('no front')],
      'no gravity': [silent('no gravity')],
      'one thing': [told('one', 'chair', '[0.00, 1.00, 4.00, 1.00, 1.00, 1.00, 0]')],
      'sixty things': [each('sixty', 40, (tuple) => ({ numbers: boxOf(tuple) }))],
    },
  },
  query_aabb_centre_and_sizes: {
    of: 'a',
    edges: {
      ...single,
      plain: [
        told('turned 0', 'chair', 'centre (3.00, 0.00, 4.00), 1.00 m tall, 3.00 m long, 2.00 m broad'),
        silent('cut off'),
      ],
      // Without a front the longer side is known as well.
      'no front': [told('no front', 'chair', 'centre (3.00, 0.00, 4.00), 1.00 m tall, 3.00 m long, 2.00 m broad')],
      'no gravity': [silent('no gravity')],
      'one thing': [told('one', 'chair', 'centre (0.00, 1.00, 4.00), 1.00 m tall, 1.00 m long, 1.00 m broad')],
      'sixty things': [each('sixty', 40, (tuple) => ({ numbers: sidesOf(tuple) }))],
    },
  },
  distance_single: {
    of: 'a',
    edges: {
      ...single,
      // 3, 4 and 5.
      plain: [told('turned 0', 'chair', 5), told('two', 'chair', 4), silent('cut off')],
      ...anyFront,
      ...anyGravity,
      'one thing': [told('one', 'chair', 4.123106)], // the root of 1 + 16
      'sixty things': [each('sixty', 40, (tuple) => ({ answer: far(idOf(tuple)) }))],
    },
  },
  object_height: {
    of: 'a',
    edges: {
      ...single,
      plain: [told('turned 45', 'chair', 1), told('two', 'lamp', 2), silent('cut off')],
      ...anyFront,
      'no gravity': [silent('no gravity')],
      'one thing': [told('one', 'chair', 1)],
      'sixty things': [each('sixty', 40, (tuple) => ({ answer: sized(tuple)[1] }))],
    },
  },
  object_width: fronted(2, 1, ([width]) => width),
  object_front_to_back: fronted(3, 1, ([, , depth]) => depth),
  object_longer_side: {
    of: 'a',
    edges: {
      ...single,
      plain: [told('turned 45', 'chair', 3), silent('cut off')],
      'no front': [told('no front', 'chair', 3)],
      'no gravity': [silent('no gravity')],
      'one thing': [told('one', 'chair', 1)],
      'sixty things': [each('sixty', 40, (tuple) => ({ answer: sized(tuple)[2] }))],
    },
  },
};

function far(id: string): number {
  const [row, column] = placeOf(id);
  return Math.hypot(column - 4.5, 0.5, 3 + row);
}

function boxOf(tuple: Tuple): readonly number[] {
  const [row, column] = placeOf(idOf(tuple));
  return [column - 4.5, 0.5, 3 + row, ...sizeOf(column), 45 * row];
}

function sidesOf(tuple: Tuple): readonly number[] {
  const [row, column] = placeOf(idOf(tuple));
  const [short, height, long] = sizeOf(column);
  return [column - 4.5, 0.5, 3 + row, height, long, short];
}

/** Rows 0 to 5: away, away and right, right, towards and right, towards, towards and left. */
function facing(tuple: Tuple) {
  const row = placeOf(idOf(tuple))[0];
  return { answer: eighths[row] ?? '', claims: [row === 5, row >= 3], without: ['claim'] };
}

rowsOf({ file: 'recipes/levels/properties.spq', scenes, vocabulary: NOUNS, tasks });
