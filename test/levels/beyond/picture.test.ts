/** The picture as such: boxes and pixels by hand, 20 px apart or not. Whatever is not said of a box is 20 px around its middle. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, measured, noBorder, several } from '../reasons.js';
import { ahead, cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { each, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** With its middle at this pixel, whatever its place in metres. */
const seen = (label: string, u: number, v: number, facts: Partial<ObjectRow> = {}): ObjectRow =>
  put(label, [0, 0, 5], { box2d: [u - 10, v - 15, u + 10, v + 15], ...facts });
const facing: Partial<ObjectRow> = { facing: ahead(0) };
/** 5 m away. */
const large = (size: Vector3): ObjectRow => put('chair', [3, 0, 4], { size, ...facing });
const cups = (u: number, facts: Partial<ObjectRow> = {}): readonly ObjectRow[] => [
  seen('lamp', 300, 240),
  seen('cup', 100, 240, { objectId: 'first' }),
  seen('cup', u, 240, { objectId: 'second', ...facts }),
  seen('cup', 500, 240, { objectId: 'third' }),
];

const unsure = { scene: { scaleSigma: 0.0625 } } as const;

const scenes = [
  ...emptyRooms,
  room('boxed', [seen('chair', 100, 50)]),
  room('no box', [put('chair', [0, 0, 5], { box2d: null })]),
  room('large', [large([2, 1.5, 3])]),
  room('frontless', [put('chair', [3, 0, 4], { size: [2, 1.5, 3] })]),
  room('no gravity', [large([2, 1.5, 3])], noGravity),
  // 3.6 m away (3, 4 and 5, 72 cm each), by 6.25 % of scale that may be off by 22.5 cm, and four times as much is 90 cm.
  room('low at', [put('chair', [2.16, 0, 2.88], { size: [2, 0.9, 3], ...facing })], unsure),
  room('low past', [put('chair', [2.16, 0, 2.88], { size: [2, 0.901, 3], ...facing })], unsure),
  room('pair', [seen('chair', 100, 300), seen('lamp', 400, 50)]),
  // Farther left in metres, and farther right in the picture.
  room('two readings', [
    put('chair', [-1, 0, 4], { box2d: [400, 200, 420, 220] }),
    put('lamp', [1, 0, 4], { box2d: [100, 200, 120, 220] }),
  ]),
  room('at', [seen('chair', 100, 120), seen('lamp', 120, 100)]),
  room('past', [seen('chair', 100, 120.001), seen('lamp', 120.001, 100)]),
  room('same', [seen('chair', 100, 100), seen('lamp', 100, 100)]),
  room('cups', cups(200)),
  room('cups at', cups(280)),
  room('cups past', cups(279.999)),
  room('cups tie', cups(300)),
  room('doubtful', cups(200, { presence: 'possible' })),
  room('not covered', cups(200), { uncovered: ['cup'] }),
  room('not covered cup', [seen('cup', 100, 240, facing)], { uncovered: ['cup'] }),
  // Columns 60 px apart, rows 60 px apart.
  grid('sixty', (row, column) =>
    cell(row, column, [column - 4.5, 0, 3 + row], {
      size: [1.5, 1.5, 1.5],
      box2d: [60 * column, 60 * row, 60 * column + 40, 60 * row + 40],
      ...facing,
    }),
  ),
];

const ends = (tuple: Tuple): readonly [string, string] => [
  tuple.ids.get('a')?.[0] ?? '',
  tuple.ids.get('b')?.[0] ?? '',
];
const idOf = (tuple: Tuple): string => ends(tuple)[0];

function before(axis: 0 | 1) {
  return (tuple: Tuple) => {
    const [a, b] = ends(tuple);
    const first = (placeOf(a)[axis] ?? 0) < (placeOf(b)[axis] ?? 0);
    return { answer: first ? a : b, claims: [first] };
  };
}

const anywhere = { ...anyFront, ...anyFloor, ...anyCoverage, ...anyGravity } as const;
const box3d = '[3.00, 0.00, 4.00, 2.00, 1.50, 3.00, 0]';

/** The one thing that is asked of; the question prints its box alone. */
const named = (scene: string, noun: string) => each(scene, 1, () => ({ answer: `the ${noun}` }));

const tasks: Readonly<Record<string, TaskRows>> = {
  grounding_2d: {
    of: 'a',
    edges: {
      // 20 px wide and 30 px high around (100, 50).
      plain: [told('boxed', 'chair', '[90, 35, 110, 65]'), silent('no box')],
      ...measured,
      ...anywhere,
      // Without coverage nobody knows that it is the only one, and its box would be the answer.
      'not covered': [silent('not covered cup')],
      'one thing': [told('boxed', 'chair', '[90, 35, 110, 65]')],
      nothing: [silent('nothing')],
      'sixty things': [
        each('sixty', 60, (tuple) => {
          const [row, column] = placeOf(idOf(tuple));
          return { numbers: [60 * column, 60 * row, 60 * column + 40, 60 * row + 40] };
        }),
      ],
    },
  },
  grounding_2d_name: {
    of: 'a',
    edges: {
      plain: [named('boxed', 'chair'), silent('no box')],
      ...measured,
      ...anywhere,
      'not covered': [silent('not covered cup')],
      'one thing': [named('boxed', 'chair')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 60, (tuple) => ({ answer: nounAt(tuple) }))],
    },
  },
  grounding_3d: {
    of: 'a',
    edges: {
      ...measured,
      plain: [told('large', 'chair', box3d)],
      'at the margin': [silent('low at')],
      'past the margin': [told('low past', 'chair', '[2.16, 0.00, 2.88, 2.00, 0.90, 3.00, 0]')],
      'no front': [silent('frontless')],
      'no gravity': [silent('no gravity')],
      ...anyFloor,
      ...anyCoverage,
      // Where nothing is said of the scale, it is right.
      'one thing': [told('large', 'chair', box3d)],
      nothing: [silent('nothing')],
      'sixty things': [
        each('sixty', 10, (tuple) => {
          const [row, column] = placeOf(idOf(tuple));
          return { numbers: [column - 4.5, 0, 3 + row, 1.5, 1.5, 1.5, 0] };
        }),
      ],
    },
  },
  grounding_3d_name: {
    of: 'a',
    edges: {
      ...measured,
      plain: [named('large', 'chair')],
      'no front': [silent('frontless')],
      'no gravity': [silent('no gravity')],
      ...anyFloor,
      'not covered': [silent('not covered cup')],
      'one thing': [named('one', 'chair')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 10, (tuple) => ({ answer: nounIn(tuple) }))],
    },
  },
  picture_left: {
    of: 'a b',
    edges: {
      plain: [
        told('pair', 'chair lamp', 'chair', true),
        told('pair', 'lamp chair', 'chair', false),
        told('two readings', 'chair lamp', 'lamp', false),
      ],
      'at the margin': [silent('at')],
      'past the margin': [told('past', 'chair lamp', 'chair', true)],
      ...noBorder,
      'a tie': [silent('same')],
      ...anywhere,
      ...several,
      'sixty things': [each('sixty', 50, before(1))],
    },
  },
  picture_top: {
    of: 'a b',
    edges: {
      plain: [told('pair', 'chair lamp', 'lamp', false), told('pair', 'lamp chair', 'lamp', true)],
      'at the margin': [silent('at')],
      'past the margin': [told('past', 'lamp chair', 'lamp', true)],
      ...noBorder,
      'a tie': [silent('same')],
      ...anywhere,
      ...several,
      'sixty things': [each('sixty', 50, before(0))],
    },
  },
  picture_count: {
    of: 'a c',
    edges: {
      // At 100 and 200 px, and the lamp at 300.
      plain: [told('cups', 'lamp cup', 2), silent('doubtful', 'lamp cup')],
      'at the margin': [silent('cups at', 'lamp cup')],
      'past the margin': [told('cups past', 'lamp cup', 2)],
      ...noBorder,
      'a tie': [silent('cups tie', 'lamp cup')],
      ...anywhere,
      'not covered': [silent('not covered', 'lamp cup')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      // Each is the only one of its kind: one, or none.
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: leftOf(tuple) }))],
    },
  },
};

const nounOf = (row: number, column: number): string => `the ${'bdfgkl'.charAt(row)}o${'bcdfglmnpr'.charAt(column)}`;
const printed = (tuple: Tuple): readonly number[] => (tuple.words[0]?.match(/-?[\d.]+/g) ?? []).map(Number);

function nounAt(tuple: Tuple): string {
  const [x = 0, y = 0] = printed(tuple);
  return nounOf(y / 60, x / 60);
}
function nounIn(tuple: Tuple): string {
  const [x = 0, , z = 0] = printed(tuple);
  return nounOf(z - 3, x + 4.5);
}

function leftOf(tuple: Tuple): number {
  const noun = tuple.ids.get('c')?.[0] ?? '';
  return 'bcdfglmnpr'.indexOf(noun.charAt(2)) < placeOf(idOf(tuple))[1] ? 1 : 0;
}

rowsOf({ file: 'recipes/levels/beyond/picture.spq', scenes, vocabulary: NOUNS, tasks });
