/** Other viewpoints: a chair 8 m ahead, with its front where its row says, and a lamp around it, by degrees. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor } from '../reasons.js';
import { ahead, cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { each, rowsOf, silent, type TaskRows, type Told, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const size: Vector3 = [0.4, 0.4, 0.4];
const centre: Vector3 = [0, 0, 8];

/** So many degrees clockwise from straight away from the camera, so far from the chair. */
function around(label: string, degrees: number, distance = 3): ObjectRow {
  const [x, , z] = ahead(degrees);
  return put(label, [distance * x, 0, 8 + distance * z], { size });
}
/** A chair that faces the camera: its right is the left of the picture. */
const towards = put('chair', centre, { size, facing: ahead(180) });
const away = put('chair', centre, { size, facing: ahead(0) });
const frontless = put('chair', centre, { size });

const scenes = [
  ...emptyRooms,
  ...[0, 7, 22.4, 30.1, 29.9, 33.8, 33.7, 45, 59.9, 60.1, 90, 135, 180, 270, 315].map((degrees) =>
    room(`lamp ${degrees}`, [away, around('lamp', degrees)]),
  ),
  room('lamp by back', [towards, around('lamp', 90)]),
  room('no front', [frontless, around('lamp', 90)]),
  room('no gravity', [away, around('lamp', 90), around('vase', 0)], noGravity),
  // The gap is 10 cm, the margin, or a millimetre more; and farther off than long by that margin it is.
  room('near at', [away, around('lamp', 90, 0.5)]),
  room('near past', [away, around('lamp', 90, 0.501)]),
  room('turned chair', [put('chair', centre, { size, facing: ahead(90) }), around('lamp', 0)]),
  // Straight ahead of whoever looks at the table is the table.
  ...[90, 180, 30.1, 29.9, 0.1].map((degrees) =>
    room(`looking ${degrees}`, [frontless, around('table', 0), around('lamp', degrees)]),
  ),
  room('looking left', [frontless, around('table', 90), around('lamp', 0)]),
  room('looking near', [frontless, around('table', 0, 0.5), around('lamp', 90)]),
  room('looking past', [frontless, around('table', 0, 0.501), around('lamp', 90)]),
  // Two ahead: 1 m to the left, and so much to the right.
  ...[0.5, 0.1, 0.101, -1].map((right) =>
    room(`order ${right}`, [away, put('lamp', [0, 0, 11], { size }), put('vase', [right, 0, 11], { size })]),
  ),
  // On one line of sight: the farther has more to the right, and stands in the same direction.
  room('one ray', [away, put('lamp', [0.5, 0, 10], { size }), put('vase', [1, 0, 12], { size })]),
  room('order towards', [towards, put('lamp', [0, 0, 5], { size }), put('vase', [1, 0, 5], { size })]),
  room('order no front', [frontless, put('lamp', [0, 0, 11], { size }), put('vase', [1, 0, 11], { size })]),
  room('order no gravity', [away, put('lamp', [0, 0, 11], { size }), put('vase', [1, 0, 11], { size })], noGravity),
  room('order tie', [away, put('lamp', [0, 0.5, 11], { size }), put('vase', [0, -0.5, 11], { size })]),
  // All face away from the camera, so that their right is the picture's.
  grid('sixty', (row, column) =>
    cell(row, column, [2 * column - 9, 0, 4 + 2 * row], { size: [0.2, 0.2, 0.2], facing: ahead(0) }),
  ),
];

const spot = (id: string | undefined): readonly [number, number] => [2 * placeOf(id)[1], 2 * placeOf(id)[0]];
const idOf = (tuple: Tuple, name: string): string | undefined => tuple.ids.get(name)?.[0];

/** Degrees clockwise from the way that somebody at `a` looks: straight ahead, or at `toward`. */
function degreesOf(tuple: Tuple, a: string, of: string, toward?: string): number {
  const from = (to: string): number => {
    const [[x, z], [p, q]] = [spot(idOf(tuple, a)), spot(idOf(tuple, to))];
    return (Math.atan2(p - x, q - z) * 180) / Math.PI;
  };
  return (((from(of) - (toward === undefined ? 0 : from(toward))) % 360) + 360) % 360;
}

const sides = ['in front of you', 'to your right', 'behind you', 'to your left'];
const eighths = ['front', 'front right', 'right', 'back right', 'back', 'back left', 'left', 'front left'];
const nearestOf = (words: readonly string[], degrees: number): string =>
  words[Math.round((degrees * words.length) / 360) % words.length] ?? '';

function farLeft(tuple: Tuple): Told {
  const [b, c] = [spot(idOf(tuple, 'b')), spot(idOf(tuple, 'c'))];
  const answer = idOf(tuple, b[0] < c[0] ? 'b' : 'c') ?? '';
  return { answer, claims: [b[0] < c[0]] };
}

const anywhere = { ...anyFloor, ...anyCoverage } as const;
const two = { 'one thing': [silent('one')], nothing: [silent('nothing')] } as const;
const three = { 'one thing': [silent('one'), silent('lamp 90')], nothing: [silent('nothing')] } as const;
const oneOfFour = { 'a tie': 'one of the sides holds, or none' } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  relative_position_new_perspective: {
    of: 'a b',
    edges: {
      ...anywhere,
      plain: [
        told('lamp 0', 'chair lamp', 'in front of you'),
        told('lamp 90', 'chair lamp', 'to your right'),
        told('lamp 180', 'chair lamp', 'behind you'),
        told('lamp 270', 'chair lamp', 'to your left'),
        told('lamp by back', 'chair lamp', 'to your left'),
        told('turned chair', 'chair lamp', 'to your left'),
      ],
      'at the margin': [silent('near at', 'chair lamp')],
      'past the margin': [told('near past', 'chair lamp', 'to your right')],
      // Quarters end at 45 degrees; 15 on both sides of that are left out.
      'at a border': [
        silent('lamp 45'),
        silent('lamp 30.1'),
        silent('lamp 59.9'),
        silent('lamp 135'),
        silent('lamp 315'),
        told('lamp 29.9', 'chair lamp', 'in front of you'),
        told('lamp 60.1', 'chair lamp', 'to your right'),
      ],
      ...oneOfFour,
      'no front': [silent('no front'), silent('lamp 90', 'lamp chair')],
      'no gravity': [silent('no gravity')],
      ...two,
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: nearestOf(sides, degreesOf(tuple, 'a', 'b')) }))],
    },
  },
  relative_position_new_perspective_no_orient: {
    of: 'a b c',
    edges: {
      ...anywhere,
      plain: [
        told('looking 90', 'chair table lamp', 'to your right'),
        told('looking 180', 'chair table lamp', 'behind you'),
        told('looking left', 'chair table lamp', 'to your left'),
        told('looking 0.1', 'chair table lamp', 'in front of you'),
        told('looking 90', 'chair lamp table', 'to your left'),
      ],
      'at the margin': [silent('looking near', 'chair table lamp')],
      'past the margin': [told('looking past', 'chair table lamp', 'to your right')],
      'at a border': [
        silent('looking 30.1', 'chair table lamp'),
        told('looking 29.9', 'chair table lamp', 'in front of you'),
      ],
      ...oneOfFour,
      'no front': 'the question says where one looks',
      'no gravity': [silent('no gravity')],
      ...three,
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: nearestOf(sides, degreesOf(tuple, 'a', 'c', 'b')) }))],
    },
  },
  perspective_taking: {
    of: 'a b',
    edges: {
      ...anywhere,
      plain: [
        told('lamp 0', 'chair lamp', 'front'),
        told('lamp 45', 'chair lamp', 'front right'),
        told('lamp 135', 'chair lamp', 'back right'),
        told('lamp 315', 'chair lamp', 'front left'),
        told('lamp by back', 'chair lamp', 'left'),
      ],
      'at the margin': [silent('near at', 'chair lamp')],
      'past the margin': [told('near past', 'chair lamp', 'right')],
      // Eighths end at 22.5 degrees; 11.25 on both sides of that are left out.
      'at a border': [
        silent('lamp 22.4'),
        silent('lamp 33.7'),
        told('lamp 33.8', 'chair lamp', 'front right'),
        told('lamp 7', 'chair lamp', 'front'),
      ],
      'a tie': 'one of the directions holds, or none',
      'no front': [silent('no front')],
      'no gravity': [silent('no gravity')],
      ...two,
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: nearestOf(eighths, degreesOf(tuple, 'a', 'b')) }))],
    },
  },
  perspective_order: {
    of: 'a b c',
    edges: {
      ...anywhere,
      plain: [
        told('order 0.5', 'chair lamp vase', 'lamp', true),
        told('order 0.5', 'chair vase lamp', 'lamp', false),
        told('order -1', 'chair lamp vase', 'vase', false),
        told('order towards', 'chair lamp vase', 'vase', false),
        // Behind the chair nothing is seen.
        silent('order 0.5', 'lamp chair vase'),
      ],
      'at the margin': [silent('order 0.1')],
      'past the margin': [told('order 0.101', 'chair lamp vase', 'lamp', true)],
      'at a border': 'has no sectors',
      'a tie': [silent('order tie'), silent('one ray')],
      'no front': [silent('order no front')],
      'no gravity': [silent('order no gravity')],
      ...three,
      'sixty things': [each('sixty', 50, farLeft)],
    },
  },
  perspective_on_arrival: {
    of: 'a b c',
    edges: {
      ...anywhere,
      // From the table to the chair, towards the camera: right is the left of the picture.
      plain: [
        told('looking 90', 'table chair lamp', 'to your left'),
        told('looking 180', 'table chair lamp', 'in front of you'),
        told('looking 0.1', 'table chair lamp', 'behind you'),
        told('looking left', 'table chair lamp', 'to your right'),
      ],
      'at the margin': [silent('looking near', 'table chair lamp')],
      'past the margin': [told('looking past', 'table chair lamp', 'to your left')],
      'at a border': [
        silent('looking 30.1', 'table chair lamp'),
        told('looking 29.9', 'table chair lamp', 'behind you'),
      ],
      ...oneOfFour,
      'no front': 'the question says where one looks',
      'no gravity': [silent('no gravity')],
      ...three,
      'sixty things': [
        each('sixty', 50, (tuple) => ({ answer: nearestOf(sides, degreesOf(tuple, 'b', 'c', 'a') + 180) })),
      ],
    },
  },
};

rowsOf({ file: 'recipes/levels/reasoning/perspective.spq', scenes, vocabulary: NOUNS, tasks });
