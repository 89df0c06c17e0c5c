/** Heights above the floor and what carries what, by hand. The floor is 1.5 m below the camera, and y points down. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFront, noBorder, several } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noFloor, noGravity, placeOf, put, room, standing } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** A cube of 40 cm with its underside so far above the floor. */
const cube = (label: string, base: number, x = 0, z = 5, size: Vector3 = [0.4, 0.4, 0.4]): ObjectRow =>
  put(label, [x, 1.5 - base - size[1] / 2, z], { size });
/** A table of a metre, and a cup of 20 cm that is so much above its top, so far to the side. */
const table = standing('table', 0, 5, [1, 1, 1]);
const cup = (above: number, aside = 0): ObjectRow => cube('cup', 1 + above, aside, 5, [0.2, 0.2, 0.2]);
/** A basket, 1 m broad and deep and so high, and a cup of 20 cm whose underside is so high. */
const basket = (base: number, aside = 0): readonly ObjectRow[] => [
  standing('basket', 0, 5, [1, 0.6, 1]),
  cube('cup', base, aside, 5, [0.2, 0.2, 0.2]),
];

const scenes = [
  ...emptyRooms,
  room('shelf', [cube('vase', 1)]),
  room('shelf no floor', [cube('vase', 1)], noFloor),
  room('shelf no gravity', [cube('vase', 1)], noGravity),
  // 20 cm, and the margin of 10 cm.
  room('underside at', [cube('vase', 0.3)]),
  room('underside past', [cube('vase', 0.301)]),
  room('flat at', [cube('vase', 0, 0, 5, [0.4, 0.3, 0.4])]),
  room('flat past', [cube('vase', 0, 0, 5, [0.4, 0.301, 0.4])]),
  room('standing', [cube('vase', 0)]),
  // Under 5 cm is on the floor, and from 25 cm on it is not.
  room('floor at', [cube('vase', 0.05)]),
  room('floor past', [cube('vase', 0.049)]),
  room('off at', [cube('vase', 0.25)]),
  room('off past', [cube('vase', 0.251)]),
  room('two', [cube('vase', 1, -1), cube('lamp', 0, 1)]),
  room('two no floor', [cube('vase', 1, -1), cube('lamp', 0, 1)], noFloor),
  room('two no gravity', [cube('vase', 1, -1), cube('lamp', 0, 1)], noGravity),
  room('two at', [cube('vase', 1.1, -1), cube('lamp', 1, 1)]),
  room('two past', [cube('vase', 1.101, -1), cube('lamp', 1, 1)]),
  room('two tie', [cube('vase', 1, -1), cube('lamp', 1, 1)]),
  // It begins higher, and ends lower.
  room('within', [cube('vase', 0.5, -1, 5, [0.4, 0.2, 0.4]), cube('lamp', 0, 1, 5, [0.4, 1.5, 0.4])]),
  room('both standing', [cube('vase', 0, -1), cube('lamp', 0, 1)]),
  room('on it', [table, cup(0)]),
  room('over it', [table, cup(0.4)]),
  room('beside it', [table, cube('cup', 0, 0.8, 5, [0.2, 0.2, 0.2])]),
  room('turned down', [table, cup(0)], noFloor),
  room('on no gravity', [table, cup(0)], noGravity),
  // About is less than half the margin of 10 cm, and surely not from twice of it.
  room('on at', [table, cup(0.05)]),
  room('on past', [table, cup(0.049)]),
  // A quarter of the cup is over the table, which is less than half and more than a twentieth.
  room('half on', [table, cup(0, 0.55)]),
  room('two tables', [table, cup(0), standing('lamp', 2, 5, [1, 1, 1])]),
  room('two tables at', [table, cup(0.05), standing('lamp', 2, 5, [1, 1, 1])]),
  room('two tables past', [table, cup(0.049), standing('lamp', 2, 5, [1, 1, 1])]),
  room('on neither', [standing('table', -2, 5, [1, 1, 1]), cube('cup', 0, 0), standing('lamp', 2, 5, [1, 1, 1])]),
  room('carried no gravity', [table, cup(0), standing('lamp', 2, 5, [1, 1, 1])], noGravity),
  room('in basket', basket(0.1)),
  room('by basket', basket(0, 0.8)),
  room('over basket', basket(0.6)),
  room('basket no floor', basket(0.1), noFloor),
  room('basket no gravity', basket(0.1), noGravity),
  // The underside of the cup and the edge of the basket, 60 cm above the floor: 10 cm apart, and a millimetre more.
  room('basket at', basket(0.5)),
  room('basket past', basket(0.399)),
  // Ten stand on ten, 60 cm apart: pillars of a metre in even rows, and on each of them a cube, in the row after it.
  grid('sixty', (row, column) => {
    const [x, z] = [1.2 * (column - 4.5), 4 + 2 * Math.floor(row / 2)];
    const size: Vector3 = row % 2 === 0 ? [0.6, 1, 0.6] : [0.4, 0.4, 0.4];
    return cell(row, column, [x, row % 2 === 0 ? 1 : 0.3, z], { size });
  }),
];

const idOf = (tuple: Tuple, name = 'a'): string => tuple.ids.get(name)?.[0] ?? '';
const isPillar = (id: string): boolean => placeOf(id)[0] % 2 === 0;
const carries = (b: string, a: string): boolean =>
  isPillar(b) && placeOf(a)[0] === placeOf(b)[0] + 1 && placeOf(a)[1] === placeOf(b)[1];

const single = { ...anyFront, ...anyCoverage, ...noBorder, 'a tie': 'nothing is chosen among' } as const;
const shelf = { 'no floor': [silent('shelf no floor')], 'no gravity': [silent('shelf no gravity')] } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  underside_above_floor: {
    of: 'a',
    edges: {
      ...single,
      ...shelf,
      plain: [told('shelf', 'vase', 1), silent('standing')],
      'at the margin': [silent('underside at')],
      'past the margin': [told('underside past', 'vase', 0.301)],
      'one thing': [silent('one'), told('shelf', 'vase', 1)],
      nothing: [silent('nothing')],
      // Cubes stand on pillars of a metre.
      'sixty things': [each('sixty', 30, (tuple) => ({ answer: isPillar(idOf(tuple)) ? 0 : 1 }))],
    },
  },
  top_above_floor: {
    of: 'a',
    edges: {
      ...single,
      ...shelf,
      plain: [told('shelf', 'vase', 1.4), told('standing', 'vase', 0.4)],
      'at the margin': [silent('flat at')],
      'past the margin': [told('flat past', 'vase', 0.301)],
      'one thing': [told('one', 'chair', 1)],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 60, (tuple) => ({ answer: isPillar(idOf(tuple)) ? 1 : 1.4 }))],
    },
  },
  on_the_floor: {
    of: 'a',
    edges: {
      ...single,
      ...shelf,
      plain: [holds('standing', 'vase', true), holds('shelf', 'vase', false)],
      'at the margin': [silent('floor at'), silent('off at')],
      'past the margin': [holds('floor past', 'vase', true), holds('off past', 'vase', false)],
      'one thing': [holds('one', 'chair', true)],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 60, (tuple) => ({ claims: [isPillar(idOf(tuple))] }))],
    },
  },
  higher_up: {
    of: 'a b',
    edges: {
      plain: [
        told('two', 'vase lamp', 'vase', true),
        told('two', 'lamp vase', 'vase', false),
        silent('within'),
        silent('both standing'),
      ],
      'at the margin': [silent('two at')],
      'past the margin': [told('two past', 'vase lamp', 'vase', true)],
      ...noBorder,
      'a tie': [silent('two tie')],
      ...anyFront,
      'no floor': [silent('two no floor')],
      'no gravity': [silent('two no gravity')],
      ...anyCoverage,
      ...several,
      'sixty things': [
        each('sixty', 50, (tuple) => {
          const winner = isPillar(idOf(tuple)) ? idOf(tuple, 'b') : idOf(tuple);
          return { answer: winner, claims: [winner === idOf(tuple)] };
        }),
      ],
    },
  },
  support: {
    of: 'a b',
    edges: {
      plain: [
        holds('on it', 'cup table', true),
        holds('on it', 'table cup', false),
        holds('beside it', 'cup table', false),
        silent('over it', 'cup table'),
        silent('half on', 'cup table'),
      ],
      'at the margin': [silent('on at', 'cup table')],
      'past the margin': [holds('on past', 'cup table', true)],
      ...noBorder,
      'a tie': 'nothing is chosen among',
      ...anyFront,
      // The two are compared with each other.
      'no floor': [holds('turned down', 'cup table', true)],
      'no gravity': [silent('on no gravity')],
      ...anyCoverage,
      ...several,
      'sixty things': [each('sixty', 50, (tuple) => ({ claims: [carries(idOf(tuple, 'b'), idOf(tuple))] }))],
    },
  },
  carried_by: {
    of: 'a b c',
    edges: {
      plain: [
        told('two tables', 'cup table lamp', 'table', true),
        told('two tables', 'cup lamp table', 'table', false),
        silent('on neither'),
      ],
      'at the margin': [silent('two tables at')],
      'past the margin': [told('two tables past', 'cup table lamp', 'table', true)],
      ...noBorder,
      'a tie': [silent('on neither')],
      ...anyFront,
      'no floor': 'the tops of things are compared, not the floor',
      'no gravity': [silent('carried no gravity')],
      ...anyCoverage,
      'one thing': [silent('one'), silent('on it')],
      nothing: [silent('nothing')],
      'sixty things': [
        each('sixty', 50, (tuple) => {
          const first = carries(idOf(tuple, 'b'), idOf(tuple));
          const second = carries(idOf(tuple, 'c'), idOf(tuple));
          return { answer: first === second ? 'nobody' : idOf(tuple, first ? 'b' : 'c'), claims: [first] };
        }),
      ],
    },
  },
  inside: {
    of: 'a b',
    edges: {
      plain: [
        holds('in basket', 'cup basket', true),
        holds('by basket', 'cup basket', false),
        silent('in basket', 'basket cup'), // what a cup holds is not asked
      ],
      'at the margin': [silent('basket at', 'cup basket')],
      'past the margin': [holds('basket past', 'cup basket', true)],
      ...noBorder,
      'a tie': [silent('over basket', 'cup basket')],
      ...anyFront,
      'no floor': [silent('basket no floor')],
      'no gravity': [silent('basket no gravity')],
      ...anyCoverage,
      ...several,
      // None of them is a thing that holds others.
      'sixty things': [silent('sixty')],
    },
  },
};

rowsOf({ file: 'recipes/levels/beyond/heights.spq', scenes, vocabulary: NOUNS, tasks });
