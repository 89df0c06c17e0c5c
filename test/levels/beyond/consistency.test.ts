/** Relations asked both ways, by hand, and what cannot be told. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, noBorder, several } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noFloor, noGravity, placeOf, put, room } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** A chair 1 m wide, high and deep, and a lamp half as large that is to the right, higher and farther off. */
const pair: readonly ObjectRow[] = [put('chair', [-1, 1, 4]), put('lamp', [3, -2, 8], { size: [0.5, 0.5, 0.5] })];
const sized = (size: Vector3): readonly ObjectRow[] => [put('chair', [-1, 0, 4]), put('lamp', [1, 0, 4], { size })];
const off = (x: number): readonly ObjectRow[] => [put('chair', [0, 0, 4]), put('lamp', [x, 0, 4])];
const raised = (up: number): readonly ObjectRow[] => [put('chair', [-1, 0, 4]), put('lamp', [1, -up, 4])];
const cups = (facts: Partial<ObjectRow>): readonly ObjectRow[] => [
  put('cup', [-1, 0, 4], { objectId: 'first' }),
  put('cup', [1, 0, 4], { objectId: 'second', ...facts }),
];

const scenes = [
  ...emptyRooms,
  room('pair', pair),
  room('no floor', pair, noFloor),
  room('no gravity', pair, noGravity),
  room('taller at', sized([1, 0.9, 1])),
  room('taller past', sized([1, 0.899, 1])),
  room('larger at', sized([0.899, 0.899, 0.899])), // 0.727 m3 is within 30 % of a cubic metre
  room('larger past', sized([0.88, 0.88, 0.88])), // 0.681 m3 is not
  room('left at', off(1.1)),
  room('left past', off(1.101)),
  room('higher at', raised(0.1)),
  room('higher past', raised(0.101)),
  room('same', off(0)),
  room('two readings', [put('chair', [1, 0, 2.5]), put('lamp', [1.8, 0, 8])]),
  room('sure', cups({})),
  room('perhaps', cups({ presence: 'possible' })),
  room('half hidden', cups({ visibility: 0.2 })),
  room('crowd', cups({ crowd: true })),
  room('estimated', cups({}), { scene: { scaleSigma: 0.0625 } }),
  room('estimated perhaps', cups({ presence: 'possible' }), { scene: { scaleSigma: 0.0625 } }),
  room('not covered', cups({ presence: 'possible' }), { uncovered: ['cup'] }),
  // Columns a metre apart, rows a metre deep, and each column a quarter higher than the one before.
  grid('sixty', (row, column) =>
    cell(row, column, [0.6 * (column - 4.5) * (3 + row), 0, 3 + row], { size: [0.4, heightOf(column), 0.4] }),
  ),
];

function heightOf(column: number): number {
  return 0.5 * 1.25 ** column;
}

/** What is said holds of the first, by its place on the grid; all are as wide. */
function related(tuple: Tuple) {
  const [[row, column], [toRow, toColumn]] = [placeOf(tuple.ids.get('a')?.[0]), placeOf(tuple.ids.get('b')?.[0])];
  const [word = ''] = tuple.words;
  const right = (column - 4.5) * (3 + row) - (toColumn - 4.5) * (3 + toRow);
  const tall = heightOf(column) - heightOf(toColumn);
  const truths: Readonly<Record<string, boolean>> = {
    'to the left of': right < 0,
    'to the right of': right > 0,
    'nearer to the camera than': row < toRow,
    'farther from the camera than': row > toRow,
    'taller than': tall > 0,
    'shorter than': tall < 0,
    'larger than': tall > 0,
    'smaller than': tall < 0,
  };
  const truth = truths[word];
  return { claims: truth === undefined ? [] : [truth] };
}

/** Of each relation that holds, what it is called, and what its contrary is. */
const both = (scene: string, holding: string, contrary: string) => [
  holds(scene, `chair lamp | ${holding}`, true),
  holds(scene, `chair lamp | ${contrary}`, false),
  holds(scene, `lamp chair | ${holding}`, false),
  holds(scene, `lamp chair | ${contrary}`, true),
];

const tasks: Readonly<Record<string, TaskRows>> = {
  yes_no_relation: {
    of: 'a b',
    edges: {
      plain: [
        ...both('pair', 'to the left of', 'to the right of'),
        ...both('pair', 'below', 'above'),
        ...both('pair', 'nearer to the camera than', 'farther from the camera than'),
        ...both('pair', 'taller than', 'shorter than'),
        ...both('pair', 'wider than', 'narrower than'),
        ...both('pair', 'larger than', 'smaller than'),
        ...both('pair', 'lower down than', 'higher up than'),
      ],
      'at the margin': [
        silent('taller at', 'chair lamp | taller than'),
        silent('larger at', 'chair lamp | larger than'),
        silent('left at', 'chair lamp | to the left of'),
        silent('higher at', 'lamp chair | higher up than'),
      ],
      'past the margin': [
        holds('taller past', 'chair lamp | taller than', true),
        holds('larger past', 'chair lamp | larger than', true),
        holds('left past', 'chair lamp | to the left of', true),
        holds('higher past', 'lamp chair | higher up than', true),
      ],
      ...noBorder,
      'a tie': [silent('same'), silent('two readings', 'chair lamp | to the left of')],
      ...anyFront,
      'no gravity': [
        silent('no gravity', 'chair lamp | taller than'),
        silent('no gravity', 'chair lamp | below'),
        holds('no gravity', 'chair lamp | to the left of', true),
      ],
      'no floor': [silent('no floor', 'chair lamp | lower down than'), holds('no floor', 'chair lamp | below', true)],
      ...anyCoverage,
      ...several,
      'sixty things': [each('sixty', 100, related)],
    },
  },
  mirrored_pairs: {
    of: 'a b',
    edges: {
      plain: both('pair', 'to the left of', 'to the right of'),
      'at the margin': [silent('left at')],
      'past the margin': both('left past', 'to the left of', 'to the right of'),
      ...noBorder,
      'a tie': [silent('same'), silent('two readings')],
      ...anyFront,
      ...anyGravity,
      ...anyFloor,
      ...anyCoverage,
      ...several,
      'sixty things': [each('sixty', 1000, related)],
    },
  },
  cannot_be_determined: {
    of: 'c',
    edges: {
      plain: [
        holds('sure', 'cup', true),
        holds('perhaps', 'cup', false),
        holds('half hidden', 'cup', false),
        holds('crowd', 'cup', false),
        // What models see they may doubt for reasons of their own.
        silent('estimated', 'cup'),
        silent('estimated perhaps', 'cup'),
      ],
      'at the margin': 'counts are exact',
      'past the margin': 'counts are exact',
      ...noBorder,
      'a tie': 'nothing is chosen among',
      ...anyFront,
      ...anyGravity,
      ...anyFloor,
      // That nobody looked for cups is no reason to be told, either.
      'not covered': [silent('not covered', 'cup')],
      'one thing': [holds('one', 'chair', true)],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 60, () => ({ claims: [true] }))],
    },
  },
};

rowsOf({ file: 'recipes/levels/beyond/consistency.spq', scenes, vocabulary: NOUNS, tasks });
