/** Things put on one another: sides and heights by hand, to the millimetre. The floor is 1.5 m below the camera. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { clear, order } from '../apart.js';
import { anyCoverage, anyFloor, anyFront, noBorder } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noFloor, noGravity, onFloor, placeOf, put, room, standing } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const three = (chair: Vector3, lamp: Vector3, table: Vector3): readonly ObjectRow[] => [
  standing('chair', -2, 6, chair),
  standing('lamp', 0, 6, lamp),
  standing('table', 2, 6, table),
];
/** By length and breadth table, lamp, chair. */
const pile = (chair: Vector3): readonly ObjectRow[] => three(chair, [0.8, 0.3, 0.6], [1.2, 0.3, 1]);
/** Chair and lamp, 50 cm high each, and a table so high. */
const stack = (height: number): readonly ObjectRow[] => three([0.5, 0.5, 0.5], [0.5, 0.5, 0.5], [1, height, 1]);
/** A lamp of 50 cm, and a table with its top 1 m above the floor, 2 m away. */
const onTop = (lamp: Vector3): readonly ObjectRow[] => [
  standing('lamp', -1, 6, lamp),
  standing('table', 1, 6, [1, 1, 1]),
];

const scenes = [
  ...emptyRooms,
  room('pile', pile([0.5, 0.3, 0.4])),
  room('pile at', pile([0.7, 0.3, 0.4])), // 70 and 80 cm long: the margin is 10 cm
  room('pile past', pile([0.699, 0.3, 0.4])),
  room('pile tie', pile([0.8, 0.3, 0.6])),
  // Longer than the lamp, and not as broad: neither carries the other.
  room('crossed', pile([1, 0.3, 0.4])),
  room('too large', three([0.5, 0.3, 0.4], [0.8, 0.3, 0.6], [1.6, 0.3, 1])),
  room('pile no floor', pile([0.5, 0.3, 0.4]), noFloor),
  room('pile no gravity', pile([0.5, 0.3, 0.4]), noGravity),
  room('stack taller', stack(0.7)),
  room('stack lower', stack(1.4)),
  room('stack at', stack(0.9)), // the margin of 1 m is 10 cm
  room('stack past', stack(0.899)),
  room('stack tie', stack(1)),
  room('stack no floor', stack(0.7), noFloor),
  room('stack no gravity', stack(0.7), noGravity),
  room('top', onTop([0.5, 0.5, 0.5])),
  room('top at', onTop([0.9, 0.5, 0.5])),
  room('top past', onTop([0.899, 0.5, 0.5])),
  room('top tie', onTop([1, 0.5, 1])),
  room('top touching', [standing('lamp', 0.25, 6, [0.5, 0.5, 0.5]), standing('table', 1, 6, [1, 1, 1])]),
  room('top raised', [put('lamp', [-1, 1, 6], { size: [0.5, 0.5, 0.5] }), put('table', [1, 0, 6])]),
  room('top no floor', onTop([0.5, 0.5, 0.5]), noFloor),
  room('top no gravity', onTop([0.5, 0.5, 0.5]), noGravity),
  // Sides grow by columns, a quarter each, heights by rows: 30 to 80 cm.
  grid('sixty', (row, column) =>
    onFloor(
      cell(row, column, [2 * column - 9, 0, 4 + 2 * row], { size: [side(column), 0.3 + 0.1 * row, side(column)] }),
    ),
  ),
];

function side(column: number): number {
  return 0.2 + 0.15 * column;
}
const tall = (id: string): number => 0.3 + 0.1 * placeOf(id)[0];
const long = (id: string): number => side(placeOf(id)[1]);
const ids = (tuple: Tuple, ...names: readonly string[]): readonly string[] =>
  names.map((name) => tuple.ids.get(name)?.[0] ?? '');

function sorted(tuple: Tuple) {
  const found = order(ids(tuple, 'a', 'b', 'c'), long).map((id) => tuple.nameOf(id) ?? id);
  return { answer: `${found[0]}, ${found[1]} and ${found[2]}` };
}

function stacked(tuple: Tuple) {
  const [a = '', b = '', c = ''] = ids(tuple, 'a', 'b', 'c');
  const both = tall(a) + tall(b);
  return { claims: clear(both, tall(c)) ? [both > tall(c)] : [] };
}

const reached = (tuple: Tuple) => ({ answer: ids(tuple, 'a', 'b').reduce((sum, id) => sum + tall(id), 0) });

const boxes = { ...anyFront, ...anyFloor, ...anyCoverage, ...noBorder } as const;
const fewer = { 'one thing': [silent('one'), silent('top')], nothing: [silent('nothing')] } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  problem_stacking_order: {
    of: '{a b c}',
    edges: {
      ...boxes,
      plain: [
        told('pile', 'chair lamp table', 'the table, the lamp and the chair'),
        silent('crossed'),
        silent('too large'),
      ],
      'at the margin': [silent('pile at')],
      'past the margin': [told('pile past', 'chair lamp table', 'the table, the lamp and the chair')],
      'a tie': [silent('pile tie')],
      'no floor': [told('pile no floor', 'chair lamp table', 'the table, the lamp and the chair')],
      'no gravity': [silent('pile no gravity')],
      ...fewer,
      'sixty things': [each('sixty', 50, sorted)],
    },
  },
  problem_stack_taller: {
    of: 'a b c',
    edges: {
      ...boxes,
      plain: [
        holds('stack taller', 'chair lamp table', true), // 50 + 50 over 70
        holds('stack lower', 'lamp chair table', false), // 50 + 50 under 140
      ],
      'at the margin': [silent('stack at', 'chair lamp table')],
      'past the margin': [holds('stack past', 'chair lamp table', true)],
      'a tie': [silent('stack tie', 'chair lamp table')],
      'no floor': [holds('stack no floor', 'chair lamp table', true)],
      'no gravity': [silent('stack no gravity')],
      ...fewer,
      'sixty things': [each('sixty', 50, stacked)],
    },
  },
  problem_top_when_placed: {
    of: 'a b',
    edges: {
      ...boxes,
      // 1 m and 50 cm; of a table whose top is 2 m above the floor, 2.5 m.
      plain: [told('top', 'lamp table', 1.5), silent('top', 'table lamp'), told('top raised', 'lamp table', 2.5)],
      'at the margin': [silent('top at')],
      'past the margin': [told('top past', 'lamp table', 1.5)],
      'a tie': [silent('top tie'), silent('top touching')],
      'no floor': [silent('top no floor')],
      'no gravity': [silent('top no gravity')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, reached)],
    },
  },
};

rowsOf({ file: 'recipes/levels/reasoning/stacking.spq', scenes, vocabulary: NOUNS, tasks });
