/** How near and which way, by hand: cubes, and a chair 8 m ahead with things around it, by degrees. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, measured, noBorder, several } from '../reasons.js';
import { ahead, cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** 90 cm broad and deep, with so much between them. */
const apart = (gap: number): readonly ObjectRow[] => [
  put('chair', [0, 0, 5], { size: [0.9, 1, 0.9] }),
  put('lamp', [0.9 + gap, 0, 5], { size: [0.9, 1, 0.9] }),
];
const size: Vector3 = [0.4, 0.4, 0.4];
const chair = (facing: number | undefined): ObjectRow =>
  put('chair', [0, 0, 8], facing === undefined ? { size } : { size, facing: ahead(facing) });
/** So many degrees clockwise from straight away from the camera, so far from the chair. */
function around(label: string, degrees: number, distance = 3): ObjectRow {
  const [x, , z] = ahead(degrees);
  return put(label, [distance * x, 0, 8 + distance * z], { size });
}
/** Of a chair that faces away from the camera: so far to its right, so far ahead. */
const offset = (right: number, forward: number): readonly ObjectRow[] => [
  chair(0),
  put('lamp', [right, 0, 8 + forward], { size }),
];
const looked = [0, 7, 7.4, 7.6, 11, 11.3, 15, 22.5, 30, 45, 90, 135, 180, 225, 270, 315];

const scenes = [
  ...emptyRooms,
  ...[0.2, 0.349, 0.35, 1, 2, 2.001, 3].map((gap) => room(`gap ${gap}`, apart(gap))),
  room('gap no gravity', apart(0.2), noGravity),
  room('stacked', [put('chair', [0, 0, 5]), put('lamp', [0, -1, 5])]),
  room('long', [put('chair', [0, 0, 5]), put('lamp', [4, 0, 5], { size: [4, 1, 1] })]),
  // 1 m between them, of which a tenth of the 9 m to the chair and the margin of 10 cm are no more.
  room('far at', [put('chair', [0, 0, 9]), put('lamp', [2, 0, 8])]),
  room('far past', [put('chair', [0, 0, 9]), put('lamp', [2.001, 0, 8])]),
  room('touching', [put('chair', [0, 0, 5]), put('lamp', [1, 0, 5])]),
  ...[0, 29.9, 30.1, 45, 60.1, 90, 180, 270].map((degrees) =>
    room(`around ${degrees}`, [chair(0), around('lamp', degrees)]),
  ),
  room('towards', [chair(180), around('lamp', 90)]),
  room('no front', [chair(undefined), around('lamp', 90)]),
  room('no gravity', [chair(0), around('lamp', 90), around('vase', 0)], noGravity),
  // The gap is 10 cm, the margin, or a millimetre more.
  room('near at', [chair(0), around('lamp', 90, 0.5), around('vase', 0)]),
  room('near past', [chair(0), around('lamp', 90, 0.501), around('vase', 0)]),
  // 40 % of 4 m ahead are 1.6 m, and the margin 10 cm, or a tenth of that.
  room('faced at', offset(1.5, 4)),
  room('faced past', offset(1.43, 4)),
  room('not faced at', offset(4, 4)),
  room('not faced past', offset(4.6, 4)),
  room('behind', offset(0.5, -4)),
  ...looked.map((degrees) =>
    room(`looking ${degrees}`, [chair(undefined), around('vase', 0), around('lamp', degrees, 4)]),
  ),
  room('looking right', [chair(undefined), around('vase', 90), around('lamp', 0)]),
  room('up', [chair(undefined), around('vase', 0), put('lamp', [0, -3, 8], { size })]),
  // 2 m apart, all facing away from the camera.
  grid('sixty', (row, column) => cell(row, column, [2 * column - 9, 0, 4 + 2 * row], { size, facing: ahead(0) })),
];

const spot = (id: string | undefined): readonly [number, number] => [2 * placeOf(id)[1], 2 * placeOf(id)[0]];
const idOf = (tuple: Tuple, name: string): string | undefined => tuple.ids.get(name)?.[0];
function wayOf(tuple: Tuple, a: string, b: string): readonly [number, number] {
  const [[x, z], [p, q]] = [spot(idOf(tuple, a)), spot(idOf(tuple, b))];
  return [p - x, q - z];
}
/** Between the outlines of two cubes of 40 cm. */
const gapOf = (tuple: Tuple): number =>
  Math.hypot(...wayOf(tuple, 'a', 'b').map((way) => Math.max(0, Math.abs(way) - 0.4)));

/** Degrees clockwise from the way that somebody at a looks. */
function degreesOf(tuple: Tuple, of: string, toward?: string): number {
  const from = (to: string): number => (Math.atan2(...wayOf(tuple, 'a', to)) * 180) / Math.PI;
  return (((from(of) - (toward === undefined ? 0 : from(toward))) % 360) + 360) % 360;
}
const nearestOf = (words: readonly string[], degrees: number): string =>
  words[Math.round((degrees * words.length) / 360) % words.length] ?? '';

const sides = ['front', 'right side', 'back', 'left side'];
const winds = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];
const hours = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((hour) => `${hour} o'clock`);

const anywhere = { ...anyFloor, ...anyCoverage } as const;
const three = { 'one thing': [silent('one'), silent('around 90')], nothing: [silent('nothing')] } as const;
const looks = { 'a tie': 'nothing is chosen among', 'no front': 'the question says where one looks' } as const;

const ownSides = (front: string, right: string, back: string, left: string, turn: number): TaskRows => ({
  of: 'a b',
  edges: {
    ...anywhere,
    ...several,
    plain: [
      told('around 0', 'chair lamp', front),
      told('around 90', 'chair lamp', right),
      told('around 180', 'chair lamp', back),
      told('around 270', 'chair lamp', left),
      told('towards', 'chair lamp', left),
    ],
    'at the margin': [silent('near at', 'chair lamp')],
    'past the margin': [told('near past', 'chair lamp', right)],
    // Quarters end at 45 degrees; 15 on both sides of that are left out.
    'at a border': [
      silent('around 45'),
      silent('around 30.1'),
      told('around 29.9', 'chair lamp', front),
      told('around 60.1', 'chair lamp', right),
    ],
    'a tie': 'one of the sides holds, or none',
    'no front': [silent('no front'), silent('around 90', 'lamp chair')],
    'no gravity': [silent('no gravity')],
    'sixty things': [each('sixty', 50, (tuple) => ({ answer: nearestOf(sides, degreesOf(tuple, 'b') + turn) }))],
  },
});

const tasks: Readonly<Record<string, TaskRows>> = {
  next_to_or_far: {
    of: 'a b',
    edges: {
      plain: [
        told('gap 0.2', 'chair lamp', 'next to each other', true),
        told('gap 3', 'chair lamp', 'far from each other', false),
        silent('gap 1'),
        silent('stacked'),
      ],
      // Half the breadth is 45 cm, less the margin of 10; twice the breadth is 1.8 m, and the margin a tenth of 2 m.
      'at the margin': [silent('gap 0.35'), silent('gap 2')],
      'past the margin': [
        told('gap 0.349', 'chair lamp', 'next to each other', true),
        told('gap 2.001', 'lamp chair', 'far from each other', false),
      ],
      ...noBorder,
      'a tie': 'nothing is chosen among',
      ...anyFront,
      ...anywhere,
      'no gravity': [silent('gap no gravity')],
      ...several,
      'sixty things': [
        each('sixty', 50, () => ({ answer: 'far from each other', claims: [false] })), // 1.6 m are four breadths
      ],
    },
  },
  gap_by_size: {
    of: 'a b',
    edges: {
      // 3 - half of 1 and half of 4 are 1.5 m, of 4 m and of 1 m.
      plain: [told('long', 'chair lamp', 0.375), told('long', 'lamp chair', 1.5)],
      'at the margin': [silent('far at')],
      'past the margin': [told('far past', 'chair lamp', 1.001)],
      ...noBorder,
      'a tie': [silent('touching')],
      ...anyFront,
      ...anywhere,
      'no gravity': [silent('gap no gravity')],
      ...several,
      'sixty things': [each('sixty', 10, (tuple) => ({ answer: gapOf(tuple) / 0.4 }))],
    },
  },
  own_sides: ownSides('front', 'right side', 'back', 'left side', 0),
  // After a quarter turn to the right, what was on the right is in front.
  own_sides_after_turn: ownSides('left side', 'front', 'right side', 'back', 270),
  faces: {
    of: 'a b',
    edges: {
      ...anywhere,
      plain: [
        holds('around 0', 'chair lamp', true),
        holds('around 90', 'chair lamp', false),
        holds('behind', 'chair lamp', false),
        holds('towards', 'chair lamp', false),
      ],
      'at the margin': [
        silent('faced at', 'chair lamp'),
        silent('not faced at', 'chair lamp'),
        silent('near at', 'chair lamp'),
      ],
      'past the margin': [holds('faced past', 'chair lamp', true), holds('not faced past', 'chair lamp', false)],
      // Between 22 and 45 degrees it is neither.
      'at a border': [silent('around 30.1', 'chair lamp')],
      'a tie': 'nothing is chosen among',
      'no front': [silent('no front')],
      'no gravity': [silent('no gravity')],
      ...several,
      'sixty things': [
        each('sixty', 50, (tuple) => {
          const [right, forward] = wayOf(tuple, 'a', 'b');
          return { claims: [Math.abs(right) < 0.4 * forward] };
        }),
      ],
    },
  },
  clock_direction: {
    of: 'a b c',
    edges: {
      ...anywhere,
      ...looks,
      plain: [
        told('looking 30', 'chair vase lamp', "1 o'clock"),
        told('looking 90', 'chair vase lamp', "3 o'clock"),
        told('looking 180', 'chair vase lamp', "6 o'clock"),
        told('looking 270', 'chair vase lamp', "9 o'clock"),
        told('looking right', 'chair vase lamp', "9 o'clock"),
      ],
      'at the margin': [silent('near at', 'chair vase lamp')],
      'past the margin': [told('near past', 'chair vase lamp', "3 o'clock")],
      // Hours end at 15 degrees; 7.5 on both sides of that are left out.
      'at a border': [
        silent('looking 15', 'chair vase lamp'),
        silent('looking 7.6', 'chair vase lamp'),
        told('looking 7.4', 'chair vase lamp', "12 o'clock"),
      ],
      'no gravity': [silent('no gravity')],
      ...three,
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: nearestOf(hours, degreesOf(tuple, 'c', 'b')) }))],
    },
  },
  compass_direction: {
    of: 'a b c',
    edges: {
      ...anywhere,
      ...looks,
      plain: [
        told('looking 0', 'chair vase lamp', 'north'),
        told('looking 45', 'chair vase lamp', 'north-east'),
        told('looking 135', 'chair vase lamp', 'south-east'),
        told('looking 225', 'chair vase lamp', 'south-west'),
        told('looking 270', 'chair vase lamp', 'west'),
        told('looking 315', 'chair vase lamp', 'north-west'),
        told('looking right', 'chair vase lamp', 'west'),
      ],
      'at the margin': [silent('near at', 'chair vase lamp')],
      'past the margin': [told('near past', 'chair vase lamp', 'east')],
      // Winds end at 22.5 degrees; 11.25 on both sides of that are left out.
      'at a border': [
        silent('looking 22.5', 'chair vase lamp'),
        silent('looking 11.3', 'chair vase lamp'),
        told('looking 11', 'chair vase lamp', 'north'),
      ],
      'no gravity': [silent('no gravity')],
      ...three,
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: nearestOf(winds, degreesOf(tuple, 'c', 'b')) }))],
    },
  },
  angle_at: {
    of: 'a b c',
    edges: {
      ...anywhere,
      ...measured,
      // Up and down count: straight up is at right angles to whatever is level.
      plain: [
        told('looking 90', 'chair vase lamp', 90),
        told('looking 135', 'chair lamp vase', 135),
        told('looking 270', 'chair vase lamp', 90),
        told('up', 'chair vase lamp', 90),
      ],
      'at the margin': [silent('near at', 'chair vase lamp')],
      'past the margin': [told('near past', 'chair vase lamp', 90)],
      ...anyFront,
      'no gravity': [silent('no gravity')],
      ...three,
      'sixty things': [
        each('sixty', 50, (tuple) => {
          const degrees = degreesOf(tuple, 'c', 'b');
          return { answer: Math.min(degrees, 360 - degrees) };
        }),
      ],
    },
  },
};

rowsOf({ file: 'recipes/levels/beyond/near.spq', scenes, vocabulary: NOUNS, tasks });
