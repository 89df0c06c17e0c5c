/** Depths and distances of points and things, by hand: 3, 4 and 5, and the margins to the millimetre. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { clear, NOBODY, order } from '../apart.js';
import { pixelGrid, pixels } from '../pixels.js';
import { anyCoverage, anyFloor, anyFront, anywhere, measured, noBorder, several } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, placeOf, put, room } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, type Told, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const nouns = ['chair', 'lamp', 'table', 'bed', 'vase'];
const inRow = (...depths: readonly number[]): readonly ObjectRow[] =>
  depths.map((z, i) => put(nouns[i] ?? '', [0, 0, z]));
/** A cube of a metre 10 m ahead, and a point so far before it or behind it. */
const against = (z: number) => [[put('chair', [0, 0, 10])], pixels([0, 0, z])] as const;

const scenes = [
  ...emptyRooms,
  room('one pixel', [], pixels([3, 0, 4])),
  room('two pixels', [], pixels([3, 0, 4], [0, 0, 6])),
  room('two readings', [], pixels([3, 0, 4], [0, 0, 4.2])), // 5 m and 4.2 m, by depth 4 m and 4.2 m
  room('pixels at', [], pixels([0, 0, 9], [0, 1, 10])),
  room('pixels past', [], pixels([0, 0, 8.95], [0, 1, 10])),
  room('pixels tie', [], pixels([-1, 0, 5], [1, 0, 5])),
  room('three pixels', [], pixels([0, 0, 6], [3, 0, 4], [0, 0, 3])), // 6, 5 and 3 m
  room('three at', [], pixels([0, 0, 9], [0, 0, 10], [0, 0, 3])),
  room('three past', [], pixels([0, 0, 8.999], [0, 0, 10], [0, 0, 3])),
  room('three tie', [], pixels([-1, 0, 5], [1, 0, 5], [0, 0, 3])),
  // The box is from 9.5 to 10.5 m: the margin is a tenth of 9.5, and a tenth of 10.87 beyond.
  room('before', ...against(5)),
  room('behind', ...against(15)),
  room('on it', ...against(9.5)),
  room('before at', ...against(8.55)),
  room('before past', ...against(8.549)),
  room('no gravity', [put('chair', [0, 0, 10])], { ...pixels([0, 0, 5]), scene: { up: null, floorHeight: null } }),
  room('behind at', ...against(12.07)),
  room('behind past', ...against(12.08)),
  room('five', inRow(6, 4, 12, 2, 9)), // bed, lamp, chair, vase, table
  room('five at', inRow(6, 4, 10, 2, 9)),
  room('five past', inRow(6, 4, 10, 2, 8.999)),
  room('five tie', inRow(6, 6, 12, 2, 9)),
  room('four', inRow(6, 4, 12, 2)),
  room('four at', inRow(6, 10, 9, 2)),
  room('four past', inRow(6, 10, 8.999, 2)),
  room('four tie', inRow(6, 6, 12, 2)),
  room('offset', [put('chair', [1, 0, 4]), put('lamp', [-1, 0, 7])]),
  // 2 m, of which a fifth of 9 m and the margin of a tenth are no more.
  room('offset at', inRow(7, 9)),
  room('offset past', inRow(7, 9.001)),
  // 1 m, of which 15 % of 6 m and the margin of a tenth are no more.
  room('difference at', inRow(5, 6)),
  room('difference past', inRow(5, 6.001)),
  room('as deep', [put('chair', [-1, 0, 4]), put('lamp', [1, 0, 4])]),
  grid('sixty', (row, column) => cell(row, column, place(row, column), { size: [0.2, 0.2, 0.2] }), {
    ...pixelGrid((row, column) => [column - 4.5, 0.5, 3 + row]),
  }),
];

/** A metre apart to the side, and a metre deep. */
function place(row: number, column: number): Vector3 {
  return [column - 4.5, 0, 3 + row];
}
const far = (id: string): number => Math.hypot(...place(...placeOf(id)));
/** The pixels of the grid are 50 cm lower than its things. */
const farPixel = (id: string): number => Math.hypot(far(id), 0.5);
const deep = (id: string): number => 3 + placeOf(id)[0];
const ids = (tuple: Tuple, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => tuple.ids.get(name) ?? []);

function marked(tuple: Tuple): Told {
  const [p = '', q = ''] = ids(tuple, 'p', 'q');
  const agreed = clear(farPixel(p), farPixel(q)) && clear(deep(p), deep(q));
  return { answer: agreed ? (farPixel(p) < farPixel(q) ? 'P' : 'Q') : NOBODY, claims: [farPixel(p) < farPixel(q)] };
}

/** A cube of 20 cm reaches at most 17.3 cm around its centre. */
function beforeIt(tuple: Tuple): Told {
  const [p = '', a = ''] = ids(tuple, 'p', 'a');
  return { claims: clear(farPixel(p), far(a)) ? [farPixel(p) < far(a)] : [] };
}

function listed(tuple: Tuple, name: string, measure: (id: string) => number): Told {
  const sorted = order(ids(tuple, name), (id) => -measure(id)).map((id) => tuple.nameOf(id) ?? id);
  return { answer: `${sorted.slice(0, -1).join(', ')} and ${sorted.at(-1)}` };
}

/** Second, third, fourth: by how many are nearer, where those next to it are clear. */
function nth(tuple: Tuple): Told {
  const place = ['second', 'third', 'fourth'].indexOf(tuple.words[0] ?? '') + 1;
  const sorted = [...ids(tuple, 'xs')].sort((a, b) => far(a) - far(b));
  const own = sorted[place] ?? '';
  const [before, after] = [sorted[place - 1] ?? '', sorted[place + 1]];
  const isClear = clear(far(before), far(own)) && (after === undefined || clear(far(own), far(after)));
  return { answer: isClear ? own : NOBODY };
}

const apart = (tuple: Tuple): number => {
  const [a = '', b = ''] = ids(tuple, 'a', 'b');
  return deep(a) - deep(b);
};
const all = 'chair lamp table bed vase';

const tasks: Readonly<Record<string, TaskRows>> = {
  pixel_depth: {
    of: 'p',
    edges: {
      plain: [told('one pixel', 'p', 4), told('two pixels', 'q', 6)],
      ...measured,
      ...anywhere,
      'one thing': [silent('one'), told('one pixel', 'p', 4)],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 60, (tuple) => ({ answer: deep(ids(tuple, 'p')[0] ?? '') }))],
    },
  },
  marked_points: {
    of: 'p q',
    edges: {
      // 5 m and 6 m.
      plain: [told('two pixels', 'p q', 'P', true), told('two pixels', 'q p', 'Q', false)],
      'at the margin': [silent('pixels at')],
      'past the margin': [told('pixels past', 'p q', 'P', true)],
      ...noBorder,
      'a tie': [silent('pixels tie'), silent('two readings')],
      ...anywhere,
      'one thing': [silent('one'), silent('one pixel')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, marked)],
    },
  },
  pixel_against_object: {
    of: 'p a',
    edges: {
      plain: [holds('before', 'p chair', true), holds('behind', 'p chair', false), silent('on it')],
      'at the margin': [silent('before at'), silent('behind at')],
      'past the margin': [holds('before past', 'p chair', true), holds('behind past', 'p chair', false)],
      ...noBorder,
      'a tie': [silent('on it')],
      ...anyFront,
      'no gravity': [silent('no gravity')],
      ...anyFloor,
      ...anyCoverage,
      'one thing': [silent('one'), silent('one pixel')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, beforeIt)],
    },
  },
  points_in_order: {
    of: '{ps}',
    edges: {
      plain: [
        each('three pixels', 1, (tuple) => ({
          answer: `${tuple.nameOf('r')}, ${tuple.nameOf('q')} and ${tuple.nameOf('p')}`,
        })),
      ],
      'at the margin': [silent('three at')],
      'past the margin': [
        each('three past', 1, (tuple) => ({
          answer: `${tuple.nameOf('r')}, ${tuple.nameOf('p')} and ${tuple.nameOf('q')}`,
        })),
      ],
      ...noBorder,
      'a tie': [silent('three tie')],
      ...anywhere,
      'one thing': [silent('one'), silent('two pixels')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 15, (tuple) => listed(tuple, 'ps', farPixel))],
    },
  },
  depth_ordering: {
    of: '{xs}',
    edges: {
      plain: [
        told('four', 'chair lamp table bed', 'the bed, the lamp, the chair and the table'),
        told('five', 'chair table bed vase', 'the bed, the chair, the vase and the table'),
      ],
      'at the margin': [silent('four at')],
      'past the margin': [told('four past', 'chair lamp table bed', 'the bed, the chair, the table and the lamp')],
      ...noBorder,
      'a tie': [silent('four tie')],
      ...anywhere,
      'one thing': [silent('one'), silent('offset')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 5, (tuple) => listed(tuple, 'xs', far))],
    },
  },
  nth_closest: {
    of: '{xs}',
    edges: {
      plain: [
        told('five', `${all} | second`, 'lamp'),
        told('five', `${all} | third`, 'chair'),
        told('five', `${all} | fourth`, 'vase'),
      ],
      // The fourth and the last are too close; the third is clear of both.
      'at the margin': [silent('five at', `${all} | fourth`), told('five at', `${all} | third`, 'chair')],
      'past the margin': [told('five past', `${all} | fourth`, 'vase')],
      ...noBorder,
      'a tie': [silent('five tie', `${all} | second`), silent('five tie', `${all} | third`)],
      ...anywhere,
      'one thing': [silent('one'), silent('four')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, nth)],
    },
  },
  depth_offset: {
    of: 'a b',
    edges: {
      plain: [told('offset', 'chair lamp', '3.0 m nearer'), told('offset', 'lamp chair', '3.0 m farther')],
      'at the margin': [silent('offset at')],
      'past the margin': [told('offset past', 'lamp chair', '2.00 m farther')],
      ...noBorder,
      'a tie': [silent('as deep')],
      ...anywhere,
      ...several,
      'sixty things': [
        each('sixty', 50, (tuple) => ({
          answer: `${Math.abs(apart(tuple)).toFixed(Math.abs(apart(tuple)) < 2.5 ? 2 : 1)} m ${apart(tuple) > 0 ? 'farther' : 'nearer'}`,
        })),
      ],
    },
  },
  depth_difference: {
    of: 'a b',
    edges: {
      plain: [told('offset', 'chair lamp', 3), told('offset', 'lamp chair', 3)],
      'at the margin': [silent('difference at')],
      'past the margin': [told('difference past', 'chair lamp', 1.001)],
      ...noBorder,
      'a tie': [silent('as deep')],
      ...anywhere,
      ...several,
      'sixty things': [each('sixty', 50, (tuple) => ({ answer: Math.abs(apart(tuple)) }))],
    },
  },
};

rowsOf({ file: 'recipes/levels/beyond/depth.spq', scenes, vocabulary: NOUNS, tasks });
