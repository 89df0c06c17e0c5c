/** Free floor by hand: pixels that show it, 1.5 m below the camera, and what stands beside them. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { clear, least, NOBODY } from '../apart.js';
import { pixelGrid, pixels } from '../pixels.js';
import { anyCoverage, anyFront, noBorder } from '../reasons.js';
import {
  cell,
  emptyRooms,
  grid,
  NOUNS,
  noFloor,
  noGravity,
  onFloor,
  placeOf,
  put,
  type RoomExtras,
  room,
  standing,
} from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** Points of the floor, so far to the right, 5 m ahead. */
const floor = (...xs: readonly number[]) => pixels(...xs.map((x): Vector3 => [x, 1.5, 5]));
/** One point, so high above the floor. */
const point = (height: number, more: RoomExtras = {}) => ({ ...pixels([0, 1.5 - height, 4]), ...more });
/** A chair whose centre is on the floor, so that the way to a spot runs along it. */
const sunk = put('chair', [0, 1.5, 5]);
const table = standing('table', 0, 5, [1, 1, 1]);
const small = (x: number, z = 5): ObjectRow => standing('chair', x, z, [0.4, 0.4, 0.4]);
/** Of a cube of the grid. */
const side = 0.42;
/** Two cubes with so much between them. */
const gap = (width: number): readonly ObjectRow[] => [table, standing('bed', 1 + width, 5, [1, 1, 1])];

const scenes = [
  ...emptyRooms,
  room('floor', [], point(0)),
  room('raised', [], point(0.5)),
  // Within 1 cm of the floor, or beyond 10 cm.
  room('floor at', [], point(0.01)),
  room('floor past', [], point(0.009)),
  room('raised at', [], point(0.1)),
  room('raised past', [], point(0.101)),
  room('floor unknown', [], point(0, noFloor)),
  room('floor no gravity', [], point(0, noGravity)),
  room('region', [sunk], floor(-1, 1, -4)),
  // 2 m, less a tenth for the margin.
  room('region at', [sunk], floor(-1.8, 1, -4)),
  room('region past', [sunk], floor(-1.799, 1, -4)),
  room('region tie', [sunk], floor(-1, -1.2, -4)),
  room('region none', [sunk], floor(1, 2, 3)),
  room('region no floor', [sunk], { ...floor(-1, 1, -4), ...noFloor }),
  room('region no gravity', [sunk], { ...floor(-1, 1, -4), ...noGravity }),
  room('two spots', [sunk], floor(-1, 1)),
  room('nearest at', [sunk], floor(-0.9, 1, -4)),
  room('nearest past', [sunk], floor(-0.899, 1, -4)),
  // The chair is 40 cm broad, and the table ends 50 cm from its middle.
  ...[0.6, 0.8, 0.801, 1].map((x) => room(`spot ${x}`, [table, small(3)], floor(x))),
  room('spot far', [table, small(3)], floor(-3)),
  room('spot no floor', [table, small(3)], { ...floor(1), ...noFloor }),
  room('spot no gravity', [table, small(3)], { ...floor(1), ...noGravity }),
  room('lifted', [table, put('chair', [3, 0, 5], { size: [0.4, 0.4, 0.4] })], floor(1)),
  // Now a metre is left, or 2.3 m; at a spot 70 cm less than how far to the right that is.
  room('closer', [table, small(3)], floor(1.5)),
  room('farther', [table, small(3)], floor(-4.5)),
  room('closer at', [table, small(1.7)], floor(1.6)),
  room('closer past', [table, small(1.7)], floor(1.599)),
  room('as close', [table, small(1.7)], floor(-1.7)),
  ...[0.5, 0.499, 0.6, 0.7, 0.701, 1, 2.7].map((width) => room(`gap ${width}`, gap(width))),
  room('gap no floor', gap(1), noFloor),
  room('gap no gravity', gap(1), noGravity),
  room('gap raised', [table, put('bed', [2, 0, 5])]),
  // A metre apart, with spots of floor in the middle between four of them.
  grid('sixty', (row, column) => onFloor(cell(row, column, [column - 4.5, 0, 3 + row], { size: [side, side, side] })), {
    pixels: pixelGrid((row, column) => [column - 4, 1.5, 3.5 + row]).pixels.filter(({ pixelId }) => pixelId < '30'),
  }),
];

const idOf = (tuple: Tuple, name: string): string => tuple.ids.get(name)?.[0] ?? '';
type Spot = readonly [x: number, z: number];
const thing = (id: string): Spot => [placeOf(id)[1] - 4.5, 3 + placeOf(id)[0]];
const spot = (id: string): Spot => [placeOf(id)[1] - 4, 3.5 + placeOf(id)[0]];
const between = (a: Spot, b: Spot): number =>
  Math.hypot(...[0, 1].map((i) => Math.max(0, Math.abs((a[i] ?? 0) - (b[i] ?? 0)) - side)));
/** From the floor to a centre above it. */
const wayTo = (f: string, a: string): number =>
  Math.hypot(spot(f)[0] - thing(a)[0], spot(f)[1] - thing(a)[1], side / 2);

const passable = (tuple: Tuple) => ({ claims: [between(thing(idOf(tuple, 'b')), thing(idOf(tuple, 'c'))) > 0.6] });

function closer(tuple: Tuple) {
  const [f, a, b] = [spot(idOf(tuple, 'f')), thing(idOf(tuple, 'a')), thing(idOf(tuple, 'b'))];
  return { claims: clear(between(f, b), between(a, b)) ? [between(f, b) < between(a, b)] : [] };
}

function nearest(tuple: Tuple) {
  const a = idOf(tuple, 'a');
  return { answer: least(tuple.ids.get('fs') ?? [], (f) => wayTo(f, a)) };
}

/** Left of the centre, and within 2 m of it. */
function inRegion(tuple: Tuple) {
  const a = idOf(tuple, 'a');
  const [x, z] = thing(a);
  const found = (tuple.ids.get('fs') ?? []).filter(
    (f) => spot(f)[0] < x && spot(f)[0] * z < x * spot(f)[1] && wayTo(f, a) < 2,
  );
  return { answer: found.length === 1 ? (found[0] ?? NOBODY) : NOBODY };
}

const onTheFloor = { ...anyFront, ...anyCoverage, ...noBorder } as const;
const noTie = { 'a tie': 'nothing is chosen among' } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  spot_of_floor: {
    of: 'p',
    edges: {
      ...onTheFloor,
      ...noTie,
      plain: [holds('floor', 'p', true), holds('raised', 'p', false)],
      'at the margin': [silent('floor at'), silent('raised at')],
      'past the margin': [holds('floor past', 'p', true), holds('raised past', 'p', false)],
      'no floor': [silent('floor unknown')],
      'no gravity': [silent('floor no gravity')],
      'one thing': [silent('one'), holds('floor', 'p', true)],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 30, () => ({ claims: [true] }))],
    },
  },
  free_spot_in_region: {
    of: '{fs} a',
    edges: {
      ...onTheFloor,
      // The first is a metre to the left, the second to the right, the third too far off.
      plain: [told('region', 'p q r chair', 'p')],
      'at the margin': [silent('region at')],
      'past the margin': [told('region past', 'p q r chair', 'p')],
      'a tie': [silent('region tie'), silent('region none')],
      'no floor': [silent('region no floor')],
      'no gravity': [silent('region no gravity')],
      'one thing': [silent('one'), silent('two spots')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, inRegion)],
    },
  },
  nearest_free_spot: {
    of: '{fs} a',
    edges: {
      ...onTheFloor,
      plain: [told('region none', 'p q r chair', 'p'), told('region tie', 'p q r chair', 'p')],
      'at the margin': [silent('nearest at')],
      'past the margin': [told('nearest past', 'p q r chair', 'p')],
      'a tie': [silent('region')],
      'no floor': [silent('region no floor')],
      'no gravity': [silent('region no gravity')],
      'one thing': [silent('one'), silent('two spots')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, nearest)],
    },
  },
  room_at_spot: {
    of: 'f a b',
    edges: {
      ...onTheFloor,
      ...noTie,
      // 30 cm are left, or a quarter of the chair would be over the table.
      plain: [
        holds('spot 1', 'p chair table', true),
        holds('spot 0.6', 'p chair table', false),
        silent('spot far', 'p chair table'),
        silent('lifted', 'p chair table'),
      ],
      'at the margin': [silent('spot 0.8', 'p chair table')],
      'past the margin': [holds('spot 0.801', 'p chair table', true)],
      'no floor': [silent('spot no floor')],
      'no gravity': [silent('spot no gravity')],
      'one thing': [silent('one'), silent('region')],
      nothing: [silent('nothing')],
      // In the middle between four things 8 cm are left to the side and ahead, and 11 cm at each corner.
      'sixty things': [each('sixty', 20, () => ({ claims: [true] }))],
    },
  },
  closer_if_moved: {
    of: 'f a b',
    edges: {
      ...onTheFloor,
      plain: [
        holds('closer', 'p chair table', true), // 80 cm for 2.3 m
        holds('farther', 'p chair table', false), // 3.8 m for 2.3 m
        silent('lifted', 'p chair table'),
      ],
      // 90 cm for 1 m
      'at the margin': [silent('closer at', 'p chair table')],
      'past the margin': [holds('closer past', 'p chair table', true)],
      'a tie': [silent('as close', 'p chair table')],
      'no floor': [silent('spot no floor')],
      'no gravity': [silent('spot no gravity')],
      'one thing': [silent('one'), silent('region')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, closer)],
    },
  },
  can_pass: {
    of: 'b c',
    edges: {
      ...onTheFloor,
      plain: [holds('gap 1', 'table bed', true), holds('gap 0.499', 'bed table', false), silent('gap raised')],
      // 60 cm, by more than 10.
      'at the margin': [silent('gap 0.5'), silent('gap 0.7'), silent('gap 2.7')],
      'past the margin': [holds('gap 0.499', 'table bed', false), holds('gap 0.701', 'table bed', true)],
      'a tie': [silent('gap 0.6')],
      'no floor': [silent('gap no floor')],
      'no gravity': [silent('gap no gravity')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 50, passable)],
    },
  },
};

rowsOf({ file: 'recipes/levels/beyond/space.spq', scenes, vocabulary: NOUNS, tasks });
