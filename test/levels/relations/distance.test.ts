/** Distances, computed by hand: by right triangles of 3, 4 and 5, and at the margins to the millimetre. */
import { anyCoverage, anyFloor, anyFront, anyGravity, anywhere, measured, noBorder, several } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { type Cell, type Edge, each, rowsOf, silent, type TaskRows, type Told, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const scenes = [
  ...emptyRooms,
  room('pair', [put('chair', [0, 0, 3]), put('lamp', [3, -1, 7])]),
  // The gap is 3 m to the side and 4 m ahead.
  room('gap', [put('chair', [0, 0, 3]), put('lamp', [4, 0, 8])]),
  room('trio', [put('chair', [0, 0, 3]), put('lamp', [3, 0, 3]), put('table', [0, 0, 7])]),
  room('touching', [put('chair', [0, 0, 3]), put('lamp', [1, 0, 3])]),
  // 2 m of 5.4 m are up.
  room('steep', [put('chair', [0, 0, 3]), put('lamp', [3, -2, 7])]),
  // 70 cm along an axis: no more than 15 % of the 4 m to the chair and the margin of 10 cm. The lamp is nearer.
  room('axis at', [put('chair', [0, 0, 4]), put('lamp', [0.7, -0.7, 3.3])]),
  room('axis past', [put('chair', [0, 0, 4]), put('lamp', [0.701, -0.701, 3.299])]),
  // 40 cm between them: no more than 10 % of the 3 m to the chair and the margin of 10 cm.
  // A fifth of the 5 m to the chair, and the margin of 10 % of what is between them (3, 4 and 5).
  room('close at', [put('chair', [0, 0, 5]), put('lamp', [0.666, 0, 4.112])]),
  room('close past', [put('chair', [0, 0, 5]), put('lamp', [0.6672, 0, 4.1104])]),
  room('gap at', [put('chair', [0, 0, 3]), put('lamp', [1.4, 0, 2.5])]),
  room('gap past', [put('chair', [0, 0, 3]), put('lamp', [1.401, 0, 2.5])]),
  // The margin of 9 and 10 m is 10 % of 10 m.
  room('third at', [put('chair', [0, 0, 10]), put('lamp', [9, 0, 10]), put('table', [0, 0, 20])]),
  room('third past', [put('chair', [0, 0, 10]), put('lamp', [8.999, 0, 10]), put('table', [0, 0, 20])]),
  room('third tie', [put('chair', [0, 0, 5]), put('lamp', [4, 0, 5]), put('table', [0, 0, 9])]),
  // The camera looks down by 36.87 degrees: 3, 4 and 5.
  room('tilted', [put('chair', [0, 0, 3]), put('lamp', [1, 0, 8])], { scene: { up: [0, -0.8, -0.6] } }),
  room('no gravity', [put('chair', [0, 0, 3]), put('lamp', [3, -1, 7])], noGravity),
  // A metre apart, so the gap is 60 cm.
  grid('sixty', (row, column) => cell(row, column, [column, 1.3, 3 + row], { size: [0.4, 0.4, 0.4] })),
];

/** From one thing of the grid to another: columns to the right, rows ahead. */
function way(tuple: Tuple, from: string, to: string): readonly [right: number, forward: number] {
  const [[row, column], [toRow, toColumn]] = [placeOf(tuple.ids.get(from)?.[0]), placeOf(tuple.ids.get(to)?.[0])];
  return [toColumn - column, toRow - row];
}
const apart = (tuple: Tuple, from: string, to: string): number => Math.hypot(...way(tuple, from, to));

const axes = (tuple: Tuple): readonly number[] => {
  const [right, forward] = way(tuple, 'a', 'b');
  return [right, 0, forward];
};
const alongAxis = (tuple: Tuple): number => {
  const [right, forward] = way(tuple, 'a', 'b');
  return Math.abs(tuple.words.includes('right') ? right : forward);
};
/** What is left of a metre between cubes of 40 cm. */
const between = (tuple: Tuple): number =>
  Math.hypot(...way(tuple, 'a', 'b').map((metres) => Math.max(0, Math.abs(metres) - 0.4)));

function closer(tuple: Tuple): Told {
  const [p, q] = [apart(tuple, 'a', 'c'), apart(tuple, 'b', 'c')];
  // The closer one, and never nearly as close: a tenth of the farther way, or 10 cm, lies between.
  const clear = Math.abs(p - q) > Math.max(0.1, 0.1 * Math.max(p, q));
  const answer = clear ? tuple.ids.get(p < q ? 'a' : 'b')?.[0] : 'nothing';
  return { answer: answer ?? 'nothing', claims: [p < q] };
}

/** The same along the camera's axes and along those of a level frame, for a camera that is held level. */
const oneAxis = {
  plain: [
    told('pair', 'chair lamp | right', 3),
    told('steep', 'lamp chair | up', 2),
    // 1 m is less than 15 % of the 7.7 m to the lamp.
    silent('pair', 'lamp chair | up'),
    told('pair', 'chair lamp | forward', 4),
  ],
  'at the margin': [silent('axis at')],
  'past the margin': [
    told('axis past', 'chair lamp | right', 0.701),
    told('axis past', 'lamp chair | up', 0.701),
    told('axis past', 'chair lamp | forward', 0.701),
  ],
  ...noBorder,
  // Where two are level, no way runs up.
  'a tie': [
    told('trio', 'chair lamp | right', 3),
    silent('trio', 'chair lamp | up'),
    silent('trio', 'chair lamp | forward'),
  ],
  ...anyFloor,
  ...anyFront,
  ...anyCoverage,
  ...several,
  'sixty things': [each('sixty', 40, (tuple) => ({ answer: alongAxis(tuple) }))],
} satisfies Partial<Readonly<Record<Edge, Cell>>>;

const everyAxis = {
  ...measured,
  // y points down, so what is at -1 is 1 m up.
  plain: [
    told('pair', 'chair lamp', 'right +3.00 m, up +1.00 m, forward +4.00 m'),
    told('pair', 'lamp chair', 'right -3.00 m, up -1.00 m, forward -4.00 m'),
  ],
  'at the margin': [silent('close at')],
  'past the margin': [told('close past', 'chair lamp', 'right +67 cm, up 0 cm, forward -89 cm')],
  ...anyFloor,
  ...anyFront,
  ...anyCoverage,
  ...several,
  'sixty things': [each('sixty', 40, (tuple) => ({ numbers: axes(tuple) }))],
} satisfies Partial<Readonly<Record<Edge, Cell>>>;

/** 5 m along the view: 4/5 of that along the floor, and 3/5 down. */
const lookingDown = told('tilted', 'chair lamp', 'right +1.00 m, up -3.00 m, forward +4.00 m');

const noGravityKnown = { 'no gravity': [silent('no gravity')] } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  distance_multi: {
    of: 'a b',
    edges: {
      // 3 to the side, 1 up, 4 ahead: the root of 26. Of three, a right triangle: 3, 4 and 5.
      plain: [
        told('pair', 'chair lamp', 5.09902),
        told('trio', 'chair lamp', 3),
        told('trio', 'table chair', 4),
        told('trio', 'lamp table', 5),
      ],
      ...measured,
      ...anywhere,
      ...several,
      'sixty things': [each('sixty', 40, (tuple) => ({ answer: apart(tuple, 'a', 'b') }))],
    },
  },
  distance_each_axis_multi: {
    of: 'a b',
    edges: {
      ...everyAxis,
      plain: [
        ...everyAxis.plain,
        told('tilted', 'chair lamp', 'right +1.00 m, up 0.00 m, forward +5.00 m'),
        told('trio', 'chair table', 'right 0.0 m, up 0.0 m, forward +4.0 m'),
      ],
      ...anyGravity,
    },
  },
  distance_each_axis_multi_one: { of: 'a b', edges: { ...oneAxis, ...anyGravity } },
  distance_each_axis_multi_world: {
    of: 'a b',
    edges: {
      ...everyAxis,
      plain: [
        told('steep', 'chair lamp', 'right +3.00 m, up +2.00 m, forward +4.00 m'),
        told('steep', 'lamp chair', 'right -3.00 m, up -2.00 m, forward -4.00 m'),
        lookingDown,
      ],
      ...noGravityKnown,
    },
  },
  distance_each_axis_multi_world_one: {
    of: 'a b',
    edges: { ...oneAxis, plain: [...oneAxis.plain, told('tilted', 'chair lamp | up', 3)], ...noGravityKnown },
  },
  distance_three_objects: {
    of: 'a b c',
    edges: {
      plain: [
        told('trio', 'chair lamp table', '4.0 m from the chair and 5.0 m from the lamp'),
        told('trio', 'table lamp chair', '4.0 m from the table and 3.0 m from the lamp'),
      ],
      ...measured,
      ...anywhere,
      ...several,
      'sixty things': [each('sixty', 50, (tuple) => ({ numbers: [apart(tuple, 'a', 'c'), apart(tuple, 'b', 'c')] }))],
    },
  },
  distance_three_objects_comparison: {
    of: 'a b c',
    edges: {
      // From the table 4 and 5 m, from the lamp 3 and 5 m.
      plain: [
        told('trio', 'chair lamp table', 'chair', true),
        told('trio', 'lamp chair table', 'chair', false),
        told('trio', 'table chair lamp', 'chair', false),
      ],
      'at the margin': [silent('third at', 'lamp table chair'), silent('third at', 'table lamp chair')],
      'past the margin': [
        told('third past', 'lamp table chair', 'lamp', true),
        told('third past', 'table lamp chair', 'lamp', false),
      ],
      ...noBorder,
      'a tie': [silent('third tie', 'lamp table chair'), silent('third tie', 'table lamp chair')],
      ...anywhere,
      'one thing': [silent('one'), silent('pair')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, closer)],
    },
  },
  closest_distance_multi: {
    of: 'a b',
    edges: {
      // Half a metre of each cube is taken off: 3 and 4 m are left, and 5 m across.
      plain: [told('gap', 'chair lamp', 5), told('gap', 'lamp chair', 5)],
      'at the margin': [silent('gap at')],
      'past the margin': [told('gap past', 'chair lamp', 0.401)],
      ...noBorder,
      'a tie': [silent('touching')],
      ...anyFront,
      ...anyFloor,
      ...anyCoverage,
      ...noGravityKnown,
      ...several,
      'sixty things': [each('sixty', 40, (tuple) => ({ answer: between(tuple) }))],
    },
  },
};

rowsOf({ file: 'recipes/levels/relations/distance.spq', scenes, vocabulary: NOUNS, tasks });
