/** Ways across the floor by hand: cubes of 40 cm, right triangles of 3, 4 and 5. The floor is 1.5 m below the camera. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { least, NOBODY } from '../apart.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, noBorder } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noFloor, noGravity, onFloor, placeOf, put, room, standing } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, type Told, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const size: Vector3 = [0.4, 0.4, 0.4];
type Spot = readonly [x: number, z: number];
const spots = (chair: Spot, lamp: Spot, table: Spot): readonly ObjectRow[] => [
  standing('chair', ...chair, size),
  standing('lamp', ...lamp, size),
  standing('table', ...table, size),
];
/** Straight ahead of the camera, as high. */
const inLine = (chair: number, lamp: number, table: number): readonly ObjectRow[] => [
  put('chair', [0, 0, chair]),
  put('lamp', [0, 0, lamp]),
  put('table', [0, 0, table]),
];
/** From the chair to the lamp 10 m ahead of it, past a table so far to the right of that way. */
const inWay = (right: number, ahead = 5): readonly ObjectRow[] => spots([0, 3], [0, 13], [right, 3 + ahead]);

const scenes = [
  ...emptyRooms,
  room('far apart', spots([0, 3], [0, 6], [0, 9])),
  // Edges 20 cm before the centre, or 28.4 cm: 3.8 m and 3.9 m, with a margin of 10 cm.
  room('reach at', spots([0, 4], [0, 4.184], [0, 9])),
  room('reach past', spots([0, 4], [0, 4.185], [0, 9])),
  room('reach tie', spots([-1, 4], [1, 4], [0, 9])),
  room('lifted', [...spots([0, 3], [0, 6], [0, 9]).slice(1), put('chair', [0, 0, 3], { size })]),
  room('no floor', spots([0, 3], [0, 6], [0, 9]), noFloor),
  room('no gravity', spots([0, 3], [0, 6], [0, 9]), noGravity),
  room('corner', spots([0, 3], [3, 3], [0, 7])), // 3, 4 and 5 m
  // Gaps of 90 and 100 cm from the chair, a tenth apart.
  room('walk at', spots([0, 4], [-1.3, 4], [1.4, 4])),
  room('walk past', spots([0, 4], [-1.299, 4], [1.4, 4])),
  room('walk tie', spots([0, 4], [-1.4, 4], [1.4, 4])),
  // 3 m, 6 m and so far on; the second best order goes to the farthest and back to 6 m: 7.5 m, a tenth more than 6.75.
  room('tour at', inLine(3, 6, 6.75)),
  room('tour past', inLine(3, 6, 6.76)),
  room('tour tie', spots([0, 4], [-1, 4], [1, 4])),
  room('met', inWay(0)),
  room('missed', inWay(0.5)),
  room('behind it', inWay(0, -2)),
  room('far off', inWay(3)),
  // Its half is 20 cm, less the margin of 10; past 28.4 cm and the margin it surely is not met.
  room('met at', inWay(0.1)),
  room('met past', inWay(0.099)),
  room('missed at', inWay(0.384)),
  room('missed past', inWay(0.385)),
  room('in way no floor', inWay(0), noFloor),
  room('in way no gravity', inWay(0), noGravity),
  room('in way flat', [...inWay(0).slice(0, 2), standing('table', 0, 8, [0.4, 0.1, 0.4])]),
  // Sums of two ways: 10, 9 and 17 m; the margin is a tenth of 10.
  room('meet at', inLine(3, 4, 12)),
  room('meet past', inLine(3, 4.01, 12)),
  // Each is as far from the others.
  room('meet tie', [put('chair', [1, 0, 4]), put('lamp', [0, 1, 4]), put('table', [0, 0, 5])]),
  grid('sixty', (row, column) => onFloor(cell(row, column, [column - 4.5, 0, 3 + row], { size }))),
];

/** On the floor plan. */
const spot = (id: string): Spot => [placeOf(id)[1] - 4.5, 3 + placeOf(id)[0]];
const apart = (a: string, b: string): number => Math.hypot(spot(a)[0] - spot(b)[0], spot(a)[1] - spot(b)[1]);
const ids = (tuple: Tuple, ...names: readonly string[]): readonly string[] =>
  names.map((name) => tuple.ids.get(name)?.[0] ?? '');

/** Things of 40 cm reach 20 to 28.4 cm around their centres, so that centres 1 m and more apart may be told. */
function first(tuple: Tuple): Told {
  const three = ids(tuple, 'a', 'b', 'c');
  const [winner = ''] = [...three].sort((p, q) => floor(p) - floor(q));
  return { answer: winner, claims: [winner === three[0]] };
}
const floor = (id: string): number => Math.hypot(...spot(id));

function shorter(tuple: Tuple): Told {
  const [s = '', a = '', b = ''] = ids(tuple, 's', 'a', 'b');
  const gap = (id: string): number =>
    Math.hypot(...[0, 1].map((i) => Math.max(0, Math.abs((spot(s)[i] ?? 0) - (spot(id)[i] ?? 0)) - 0.4)));
  return { answer: least([a, b], gap), claims: [gap(a) < gap(b)] };
}

/** All six orders, walked from the camera 1.3 m above the centres. */
function tour(tuple: Tuple): Told {
  const [a = '', b = '', c = ''] = ids(tuple, 'a', 'b', 'c');
  const orders = [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a],
  ] as const;
  const way = ([p, q, r]: readonly [string, string, string]): number =>
    Math.hypot(...spot(p), 1.3) + apart(p, q) + apart(q, r);
  const best = least(
    orders.map((_, i) => String(i)),
    (i) => way(orders[Number(i)] ?? [a, b, c]),
  );
  const names = (orders[Number(best)] ?? []).map((id) => tuple.nameOf(id) ?? id);
  return { answer: best === NOBODY ? NOBODY : `${names[0]}, ${names[1]} and ${names[2]}` };
}

/** How far the thing is beside the way between two others, and whether it is met. */
function met(tuple: Tuple): Told {
  const [a = '', b = '', c = ''] = ids(tuple, 'a', 'b', 'c');
  const [way, to] = [
    [0, 1],
    [0, 1],
  ].map((axes, i) => axes.map((k) => (spot(i === 0 ? b : c)[k] ?? 0) - (spot(a)[k] ?? 0)));
  const [[x = 0, z = 0], [p = 0, q = 0]] = [way ?? [], to ?? []];
  return { claims: [Math.abs(p * z - q * x) / Math.hypot(x, z) < 0.24] };
}

function meeting(tuple: Tuple): Told {
  const three = ids(tuple, 'a', 'b', 'c');
  const sum = (id: string): number => three.reduce((all, other) => all + apart(id, other), 0);
  const winner = least(three, sum);
  return { answer: winner, claims: [winner === three[0]] };
}

const meetingAtTable = (tuple: Tuple): Told => ({
  answer: NOBODY,
  claims: tuple.ids.get('a')?.[0] === 'table' ? [false] : [],
});

const boxes = { ...anyFront, ...anyFloor, ...anyCoverage, ...noBorder } as const;
const onTheFloor = { 'no floor': [silent('no floor')], 'no gravity': [silent('no gravity')] } as const;
const fewer = { 'one thing': [silent('one')], nothing: [silent('nothing')] } as const;

/** Of a set without an order, the claim is true where its first is this one: which it is, is drawn. */
const won = (scene: string, winner: string) =>
  each(scene, 1, (tuple) => ({ answer: winner, claims: [tuple.ids.get('a')?.[0] === winner] }));

const tasks: Readonly<Record<string, TaskRows>> = {
  problem_reached_first: {
    of: '{a b c}',
    edges: {
      ...boxes,
      plain: [won('far apart', 'chair'), silent('lifted')],
      'at the margin': [silent('reach at')],
      'past the margin': [won('reach past', 'chair')],
      'a tie': [silent('reach tie')],
      ...onTheFloor,
      ...fewer,
      'sixty things': [each('sixty', 50, first)],
    },
  },
  problem_shorter_walk: {
    of: 's a b',
    edges: {
      ...boxes,
      plain: [
        told('corner', 'chair lamp table', 'lamp', true), // 3 m or 4 m, less 40 cm
        told('corner', 'chair table lamp', 'lamp', false),
        told('corner', 'lamp chair table', 'chair', true), // 3 m or 5 m
        silent('lifted', 'lamp chair table'),
      ],
      'at the margin': [silent('walk at', 'chair lamp table')],
      'past the margin': [told('walk past', 'chair lamp table', 'lamp', true)],
      'a tie': [silent('walk tie', 'chair lamp table')],
      ...onTheFloor,
      ...fewer,
      'sixty things': [each('sixty', 50, shorter)],
    },
  },
  problem_shortest_tour: {
    of: '{a b c}',
    edges: {
      ...boxes,
      ...anyGravity,
      plain: [told('far apart', 'chair lamp table', 'the chair, the lamp and the table')],
      'at the margin': [silent('tour at')],
      'past the margin': [told('tour past', 'chair lamp table', 'the chair, the lamp and the table')],
      'a tie': [silent('tour tie')],
      ...fewer,
      'sixty things': [each('sixty', 20, tour)],
    },
  },
  problem_in_the_way: {
    of: 'a b c',
    edges: {
      ...boxes,
      plain: [
        holds('met', 'chair lamp table', true),
        holds('met', 'lamp chair table', true),
        holds('missed', 'chair lamp table', false),
        silent('behind it', 'chair lamp table'),
        silent('far off', 'chair lamp table'),
        silent('in way flat', 'chair lamp table'),
      ],
      'at the margin': [silent('met at', 'chair lamp table'), silent('missed at', 'chair lamp table')],
      'past the margin': [holds('met past', 'chair lamp table', true), holds('missed past', 'chair lamp table', false)],
      'a tie': 'nothing is chosen among',
      'no floor': [silent('in way no floor')],
      'no gravity': [silent('in way no gravity')],
      ...fewer,
      'sixty things': [each('sixty', 50, met)],
    },
  },
  problem_meeting_point: {
    of: '{a b c}',
    edges: {
      ...boxes,
      ...anyGravity,
      // At the chair 3 + 4, at the lamp 3 + 5, at the table 4 + 5.
      plain: [won('corner', 'chair')],
      // Whether the chair or the lamp is best is not clear, but the table surely is not.
      'at the margin': [each('meet at', 0, meetingAtTable)],
      'past the margin': [won('meet past', 'lamp')],
      'a tie': [silent('meet tie')],
      ...fewer,
      'sixty things': [each('sixty', 50, meeting)],
    },
  },
};

rowsOf({ file: 'recipes/levels/reasoning/walking.spq', scenes, vocabulary: NOUNS, tasks });
