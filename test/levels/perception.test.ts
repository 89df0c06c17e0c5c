/** Single pixels: points and depths by hand. */
import type { Vector3 } from '../../runtime/facts/rows.js';
import { clear } from './apart.js';
import { pixelGrid, pixels } from './pixels.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, measured, noBorder } from './reasons.js';
import { cell, emptyRooms, grid, NOUNS, room } from './room.js';
import { each, rowsOf, silent, type TaskRows, told } from './rows.js';
import type { Tuple } from './tuples.js';

/** Of a grid of pixels: ten columns, six rows, with the ids `00` to `59`; rows are a metre apart, from 2 m on. */
const pointOf = (id: string): Vector3 => [0.2 * (Number(id.charAt(1)) - 4.5), 0, 2 + Number(id.charAt(0))];

const scenes = [
  ...emptyRooms,
  room('one pixel', [], pixels([1, -0.5, 4])),
  room('two pixels', [], pixels([3, 0, 4], [0, 0, 6])),
  // By the way to the camera 5 m to 4.2, by depth 4 m to 4.2.
  room('two readings', [], pixels([3, 0, 4], [0, 0, 4.2])),
  room('at', [], pixels([0, 0, 9], [0.1, 0, 10])),
  room('past', [], pixels([0, 0, 8.99], [0.1, 0, 10])),
  room('tie', [], pixels([-1, 0, 5], [1, 0, 5])),
  // As steep but for 5 %, less a tenth of that for the margin.
  room('steep at', [], pixels([0, 0.09, 2], [0, 0, 4])),
  room('steep past', [], pixels([0, 0.0899, 2], [0, 0, 4])),
  grid('sixty', (row, column) => cell(row, column, [column - 4.5, 0, 3 + row]), {
    ...pixelGrid((row, column) => pointOf(`${row}${column}`)),
  }),
];

const far = (id: string): number => Math.hypot(...pointOf(id));

function nearer(tuple: Tuple) {
  const [p = '', q = ''] = ['p', 'q'].map((name) => tuple.ids.get(name)?.[0] ?? '');
  const asked = clear(far(p), far(q)) && clear(pointOf(p)[2], pointOf(q)[2]);
  return { answer: asked ? (far(p) < far(q) ? p : q) : 'nobody', claims: [far(p) < far(q)] };
}

const anywhere = { ...anyFront, ...anyFloor, ...anyCoverage, ...anyGravity } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  level0_pixel_xyz: {
    of: 'p',
    edges: {
      plain: [told('one pixel', 'p', '(1.00, -0.50, 4.00)'), told('two pixels', 'p', '(3.00, 0.00, 4.00)')],
      ...measured,
      ...anywhere,
      'one thing': [silent('one'), told('one pixel', 'p', '(1.00, -0.50, 4.00)')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 60, (tuple) => ({ numbers: pointOf(tuple.ids.get('p')?.[0] ?? '') }))],
    },
  },
  pairwise_depth_order: {
    of: 'p q',
    edges: {
      // 3, 4 and 5: 5 m and 6 m.
      plain: [told('two pixels', 'p q', 'p', true), told('two pixels', 'q p', 'p', false)],
      'at the margin': [silent('at'), silent('steep at')],
      'past the margin': [told('past', 'p q', 'p', true), told('steep past', 'q p', 'p', false)],
      ...noBorder,
      'a tie': [silent('tie'), silent('two readings')],
      ...anywhere,
      'one thing': [silent('one'), silent('one pixel')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, nearer)],
    },
  },
};

rowsOf({ file: 'recipes/levels/perception.spq', scenes, vocabulary: NOUNS, tasks });
