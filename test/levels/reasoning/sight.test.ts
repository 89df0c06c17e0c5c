/** What hides what, and chains of two steps, by hand. A cup looks ahead, 2 m before the table that may hide something. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, noBorder } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, type Told, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const eyes = put('cup', [0, 0, 2], { size: [0.2, 0.2, 0.2] });
/** A board of a metre, as thin as twice the margin. */
const board = put('table', [0, 0, 4], { size: [1, 1, 0.2] });
/** A lamp so broad and high, its near side 6 m ahead of the cup, so far to the right. */
const lamp = (side: number, right = 0): ObjectRow => put('lamp', [right, 0, 8.1], { size: [side, side, 0.2] });
/** From the chair to cups so far ahead of it, and from the first of these 4 m to the right to a lamp. */
const chain = (first: number, second: number): readonly ObjectRow[] => [
  put('chair', [0, 0, 4]),
  put('cup', [0, 0, 4 + first], { objectId: 'one' }),
  put('cup', [0, 0, 4 + second], { objectId: 'two' }),
  put('lamp', [4, 0, 4 + first]),
];
const small: Vector3 = [0.4, 0.4, 0.4];

const scenes = [
  ...emptyRooms,
  room('hidden', [eyes, board, lamp(1)]),
  room('in view', [eyes, board, lamp(0.5, 2.5)]),
  room('half hidden', [eyes, board, lamp(1, 1.5)]),
  // Through the board, at a third of the way, 40 cm to each side are sure, and so 1.2 m to each side of the lamp.
  room('hidden at', [eyes, board, lamp(2.42)]),
  room('hidden past', [eyes, board, lamp(2.38)]),
  // Enlarged by the margin, the board reaches 60 cm to the right 1.8 m ahead: one for three. The lamp begins there.
  room('in view at', [eyes, board, lamp(0.2, 2.1)]),
  room('in view past', [eyes, board, lamp(0.2, 2.2)]),
  // 25 degrees off is the margin: 2.84 m for 6.1 m is 24.97, 2.85 m is 25.04.
  room('turned past', [eyes, board, lamp(0.2, 2.84)]),
  room('turned at', [eyes, board, lamp(0.2, 2.85)]),
  room('before it', [eyes, board, put('lamp', [0, 0, 3], { size: [0.2, 0.2, 0.2] })]),
  room('no gravity', [eyes, board, lamp(1)], noGravity),
  room('which', [eyes, board, lamp(1), put('vase', [2.5, 0, 8.1], { size: small })]),
  room('both hidden', [eyes, board, lamp(1), put('vase', [0, 0, 10], { size: small })]),
  room('which at', [eyes, board, lamp(2.42), put('vase', [2.5, 0, 8.1], { size: small })]),
  room('which past', [eyes, board, lamp(2.38), put('vase', [2.5, 0, 8.1], { size: small })]),
  room('which no gravity', [eyes, board, lamp(1), put('vase', [2.5, 0, 8.1], { size: small })], noGravity),
  room('chain', chain(3, 8)),
  room('chain at', chain(9, 10)),
  room('chain past', chain(8.999, 10)),
  room('chain tie', [
    ...chain(3, 8).filter(({ objectId }) => objectId !== 'two'),
    put('cup', [0, 3, 4], { objectId: 'two' }),
  ]),
  room(
    'one cup',
    chain(3, 8).filter(({ objectId }) => objectId !== 'two'),
  ),
  room('chain not covered', chain(3, 8), { uncovered: ['cup'] }),
  room('chain no gravity', chain(3, 8), noGravity),
  // Rows a metre apart, one right behind the other.
  grid('sixty', (row, column) => cell(row, column, [column - 4.5, 0, 3 + row], { size: small })),
];

const at = (id: string): Vector3 => [placeOf(id)[1] - 4.5, 0, 3 + placeOf(id)[0]];
const ids = (tuple: Tuple, ...names: readonly string[]): readonly string[] =>
  names.map((name) => tuple.ids.get(name)?.[0] ?? '');

/** In a grid of equal cubes what is farther off looks smaller: hidden is what is on one line, with nothing between asked. */
function inLine(e: string, x: string, b: string): boolean {
  const [p, q, r] = [at(e), at(x), at(b)];
  return Math.abs((q[0] - p[0]) * (r[2] - p[2]) - (r[0] - p[0]) * (q[2] - p[2])) < 1e-9;
}

function hidden(tuple: Tuple): Told {
  const [e = '', x = '', b = ''] = ids(tuple, 'e', 'x', 'b');
  return { claims: [inLine(e, x, b)] };
}

const boxes = { ...anyFront, ...anyFloor, ...noBorder } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  problem_hidden: {
    of: 'e x b',
    edges: {
      ...boxes,
      ...anyCoverage,
      plain: [
        holds('hidden', 'cup table lamp', true),
        holds('in view', 'cup table lamp', false),
        silent('half hidden', 'cup table lamp'),
        silent('before it', 'cup table lamp'),
      ],
      'at the margin': [
        silent('hidden at', 'cup table lamp'),
        silent('in view at', 'cup table lamp'),
        silent('turned at', 'cup table lamp'),
      ],
      'past the margin': [
        holds('hidden past', 'cup table lamp', true),
        holds('in view past', 'cup table lamp', false),
        holds('turned past', 'cup table lamp', false),
      ],
      'a tie': 'nothing is chosen among',
      // Boxes hide as they stand, but how far apart they are is measured upright.
      'no gravity': [silent('no gravity')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, hidden)],
    },
  },
  problem_which_is_hidden: {
    of: 'e x b c',
    edges: {
      ...boxes,
      ...anyCoverage,
      plain: [
        told('which', 'cup table lamp vase', 'lamp', true),
        told('which', 'cup table vase lamp', 'lamp', false),
        silent('both hidden'),
      ],
      'at the margin': [silent('which at', 'cup table lamp vase')],
      'past the margin': [told('which past', 'cup table lamp vase', 'lamp', true)],
      'a tie': [silent('both hidden')],
      'no gravity': [silent('which no gravity')],
      'one thing': [silent('one'), silent('hidden')],
      nothing: [silent('nothing')],
      'sixty things': 'it looks at five million quartets: half a minute',
    },
  },
  problem_chain: {
    of: 'a b c',
    edges: {
      ...boxes,
      // The nearer cup is 3 m from the chair, and 4 m from the lamp.
      plain: [told('chain', 'chair lamp cup', 4), silent('one cup')],
      'at the margin': [silent('chain at', 'chair lamp cup')],
      'past the margin': [told('chain past', 'chair lamp cup', 4)],
      'a tie': [silent('chain tie', 'chair lamp cup')],
      'not covered': [silent('chain not covered')],
      ...anyGravity,
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      // Each is the only one of its kind, and the nearest of one is no question.
      'sixty things': [silent('sixty')],
    },
  },
};

rowsOf({
  file: 'recipes/levels/reasoning/sight.spq',
  scenes,
  vocabulary: NOUNS,
  tasks,
  slow: ['problem_which_is_hidden'],
});
