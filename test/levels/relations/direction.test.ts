/** Directions as the camera sees them: words by hand, where readings disagree, and the borders between hours. */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, anyGravity, anywhere, measured, noBorder, several } from '../reasons.js';
import { ahead, cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { type Cell, type Edge, each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

/** A lamp, and a chair that stands so to it: right, up, ahead. Cubes of 20 cm. */
function offset(right: number, up: number, forward: number): readonly ObjectRow[] {
  const size: Vector3 = [0.2, 0.2, 0.2];
  return [put('lamp', [0, 0, 5], { size }), put('chair', [right, -up, 5 + forward], { size })];
}
/** The same, so near that depths are known to a few centimetres. */
const near = (right: number, up: number): readonly ObjectRow[] => [
  put('lamp', [0, 0, 1.5], { size: [0.2, 0.2, 0.2] }),
  put('chair', [right, -up, 1.5], { size: [0.2, 0.2, 0.2] }),
];
/** The first, at an hour of a clock around the lamp, 2 m off. */
function around(degrees: number): readonly ObjectRow[] {
  const [x, , z] = ahead(degrees);
  return offset(2 * x, 0, 2 * z);
}
const diagonal = ['chair', 'lamp', 'table', 'bed', 'vase'];
const hours = [0, 7.4, 7.6, 15, 22.4, 22.6, 30, 90, 180, 270, 337.4, 337.6];

const scenes = [
  ...emptyRooms,
  room('right', offset(2, 0, 0)),
  room('up', offset(0, 2, 0)),
  room('behind', offset(0, 0, 3)),
  room('all', offset(1, 2, 2)),
  // 30 cm apart, of which 10 cm are the margin, and 20 cm are the box.
  room('at', offset(0.3, 0, 0)),
  room('past', offset(0.301, 0, 0)),
  room('up at', offset(0, 0.3, 0)),
  room('up past', offset(0, 0.301, 0)),
  // The margin of depths of 5 m and 5.5 m is 10 % of the greater; 5.6 m is past it.
  room('behind at', [put('lamp', [0, 0, 9]), put('chair', [0, 0, 10])]),
  room('behind past', [put('lamp', [0, 0, 8.899]), put('chair', [0, 0, 10])]),
  room('near right', near(1, 0)),
  room('near up', near(0, 1)),
  room('near at', near(0.3, 0)),
  room('near past', near(0.301, 0)),
  room('near up at', near(0, 0.3)),
  room('near up past', near(0, 0.301)),
  room('same place', offset(0, 0, 0)),
  // 20 cm to the right in metres, and to the left in the picture, since it is farther off.
  room('two readings', [put('lamp', [1, 0, 2.5]), put('chair', [1.8, 0, 8])]),
  // 10 cm off: neither clearly so nor clearly not.
  room('hardly', offset(2, 0.08, 0)),
  room('no gravity', offset(1, 2, 2), noGravity),
  ...hours.map((degrees) => room(`hour ${degrees}`, around(degrees))),
  // Each is 2 m to the right of the one before, 1.5 m higher and 3 m behind it.
  room(
    'diagonal',
    diagonal.map((label, i) => put(label, [2 * i - 4, 1.5 - 1.5 * i, 3 + 3 * i], { size: [0.2, 0.2, 0.2] })),
  ),
  room('three', [...offset(1, 1, 1), put('bed', [-2, 0, 5])]),
  room('all level', [put('chair', [0, 0, 5]), put('lamp', [0, 0, 5]), put('table', [0, 0, 5]), put('bed', [0, 0, 5])]),
  // A metre apart in columns and in rows, cubes of 20 cm, columns fanned out so that the picture has them in order, too.
  grid('sixty', (row, column) =>
    cell(row, column, [0.6 * (column - 4.5) * (3 + row), 0, 3 + row], { size: [0.2, 0.2, 0.2] }),
  ),
];

/** Place of a grid's thing: right and forward. */
function place(id: string | undefined): readonly [number, number] {
  const [row, column] = placeOf(id);
  return [0.6 * (column - 4.5) * (3 + row), 3 + row];
}
const ends = (tuple: Tuple): readonly [string, string] => [
  tuple.ids.get('a')?.[0] ?? '',
  tuple.ids.get('b')?.[0] ?? '',
];

/** From a to b, as (right, down, forward) of length 1. */
function unitOf(tuple: Tuple): readonly number[] {
  const [a, b] = ends(tuple).map(place);
  const [x, z] = [(b?.[0] ?? 0) - (a?.[0] ?? 0), (b?.[1] ?? 0) - (a?.[1] ?? 0)];
  return [x / Math.hypot(x, z), 0, z / Math.hypot(x, z)];
}

/** The hour nearest to the way from a to b. */
function hourOf(tuple: Tuple): string {
  const [x = 0, , z = 0] = unitOf(tuple);
  const degrees = ((Math.atan2(x, z) * 180) / Math.PI + 360) % 360;
  const hour = Math.round(degrees / 30) % 12;
  return `${hour === 0 ? 12 : hour} o'clock`;
}

/** Columns are left and right of each other by every reading where they stand in the same order in metres. */
const leftOf = (a: string, b: string): boolean => place(a)[0] < place(b)[0];
const inFront = (a: string, b: string): boolean => placeOf(a)[0] < placeOf(b)[0];

/** What a question says: its answer, and each of its two claims. */
const sides = (words: readonly [string, string], isFirst: (a: string, b: string) => boolean) => (tuple: Tuple) => {
  const first = isFirst(...ends(tuple));
  return { answer: first ? words[0] : words[1], claims: [first, !first] };
};

const off = { ...anywhere, ...several } as const;

/** One axis: the words of both sides, and scenes of what is to the first of them by the margin and past it. */
const oneAxis = (words: readonly [string, string], scene: string, at: string, past: string) =>
  ({
    plain: [told(scene, 'chair lamp', words[0], true, false), told(scene, 'lamp chair', words[1], false, true)],
    'at the margin': [silent(at)],
    'past the margin': [told(past, 'chair lamp', words[0], true, false)],
    ...noBorder,
    'a tie': [silent('same place')],
    ...off,
  }) satisfies Partial<Readonly<Record<Edge, Cell>>>;

const tasks: Readonly<Record<string, TaskRows>> = {
  object_direction_multi: {
    of: 'a b',
    edges: {
      ...measured,
      ...off,
      // From the lamp 1 to the right, 2 up and 2 ahead: a third of each, since 1 + 4 + 4 is 9. Down is positive.
      plain: [
        told('all', 'lamp chair', '(0.33, -0.67, 0.67)'),
        told('all', 'chair lamp', '(-0.33, 0.67, -0.67)'),
        told('right', 'lamp chair', '(1.00, 0.00, 0.00)'),
      ],
      // What is nearer than three margins has no direction.
      'at the margin': [told('at', 'lamp chair', '(1.00, 0.00, 0.00)')],
      'a tie': [silent('same place')],
      'sixty things': [each('sixty', 50, (tuple) => ({ numbers: unitOf(tuple) }))],
    },
  },
  object_direction_multi_clock: {
    of: 'a b',
    edges: {
      ...off,
      plain: [
        told('hour 0', 'lamp chair', "12 o'clock"),
        told('hour 0', 'chair lamp', "6 o'clock"),
        told('hour 30', 'lamp chair', "1 o'clock"),
        told('hour 90', 'lamp chair', "3 o'clock"),
        told('hour 180', 'lamp chair', "6 o'clock"),
        told('hour 270', 'lamp chair', "9 o'clock"),
      ],
      'at the margin': [silent('same place')],
      'past the margin': [told('right', 'lamp chair', "3 o'clock")],
      // An hour is 30 degrees, and 7.5 degrees on both sides of its border are left out.
      'at a border': [
        silent('hour 15'),
        silent('hour 7.6'),
        silent('hour 22.4'),
        silent('hour 337.6'),
        told('hour 7.4', 'lamp chair', "12 o'clock"),
        told('hour 22.6', 'lamp chair', "1 o'clock"),
        told('hour 337.4', 'lamp chair', "11 o'clock"),
      ],
      'a tie': 'nothing is chosen among',
      'no gravity': [silent('no gravity')],
      'sixty things': [each('sixty', 20, (tuple) => ({ answer: hourOf(tuple) }))],
    },
  },
  object_relation_multi: {
    of: 'a b',
    edges: {
      ...off,
      plain: [
        told('near right', 'chair lamp', 'to the right'),
        told('near right', 'lamp chair', 'to the left'),
        told('near up', 'chair lamp', 'above'),
        // Nobody knows of things 5 m away that they are equally far off.
        silent('right'),
        told('behind', 'lamp chair', 'in front'),
        told('all', 'chair lamp', 'to the right, above and behind'),
        told('all', 'lamp chair', 'to the left, below and in front'),
      ],
      'at the margin': [silent('near at'), silent('near up at'), silent('behind at')],
      'past the margin': [
        told('near past', 'chair lamp', 'to the right'),
        told('near up past', 'chair lamp', 'above'),
        told('behind past', 'chair lamp', 'behind'),
      ],
      'at a border': [silent('hardly'), silent('two readings')],
      'a tie': [silent('same place')],
      'no gravity': [silent('no gravity')],
      'sixty things': [each('sixty', 20, inWords)],
    },
  },
  object_relation_multi_left_right: {
    of: 'a b',
    edges: {
      ...oneAxis(['to the right', 'to the left'], 'right', 'at', 'past'),
      plain: [
        told('right', 'lamp chair', 'to the left', true, false),
        told('right', 'chair lamp', 'to the right', false, true),
      ],
      'past the margin': [told('past', 'lamp chair', 'to the left', true, false)],
      'a tie': [silent('same place'), silent('two readings')],
      'sixty things': [each('sixty', 20, sides(['to the left', 'to the right'], leftOf))],
    },
  },
  object_relation_multi_above_below: {
    of: 'a b',
    edges: {
      ...oneAxis(['higher up', 'lower down'], 'up', 'up at', 'up past'),
      'no gravity': [silent('no gravity')],
      // All of the grid are level.
      'sixty things': [silent('sixty')],
    },
  },
  object_relation_multi_front_behind: {
    of: 'a b',
    edges: {
      ...oneAxis(['in front', 'behind'], 'behind', 'behind at', 'behind past'),
      plain: [
        told('behind', 'lamp chair', 'in front', true, false),
        told('behind', 'chair lamp', 'behind', false, true),
      ],
      'past the margin': [told('behind past', 'lamp chair', 'in front', true, false)],
      'sixty things': [each('sixty', 20, sides(['in front', 'behind'], inFront))],
    },
  },
  spatial_relation: {
    of: 'a b',
    edges: {
      plain: [
        holds('all', 'chair lamp | to the right of', true),
        holds('all', 'chair lamp | to the left of', false),
        holds('all', 'lamp chair | below', true),
        holds('all', 'lamp chair | behind', false),
      ],
      'at the margin': [silent('at'), silent('up at'), silent('behind at')],
      'past the margin': [
        holds('past', 'chair lamp | to the right of', true),
        holds('up past', 'lamp chair | above', false),
        holds('behind past', 'chair lamp | behind', true),
      ],
      ...noBorder,
      'a tie': [silent('same place')],
      ...anyFront,
      // Above and below are against gravity, left and right are not.
      'no gravity': [
        silent('no gravity', 'chair lamp | above'),
        holds('no gravity', 'chair lamp | to the right of', true),
      ],
      ...anyFloor,
      ...anyCoverage,
      ...several,
      'sixty things': [each('sixty', 50, related)],
    },
  },
  spatial_mcq_multiangle: {
    of: '{a b c d}',
    edges: {
      plain: [each('diagonal', 2, (tuple) => ({ statement: saidOf(tuple, beforeOn) }))],
      'at the margin': 'its statements are those of the tasks above',
      'past the margin': 'its statements are those of the tasks above',
      ...noBorder,
      'a tie': [silent('all level')],
      ...anyFront,
      ...anyGravity,
      ...anyFloor,
      ...anyCoverage,
      'one thing': [silent('one'), silent('three')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, (tuple) => ({ statement: saidOf(tuple, beforeIn) }))],
    },
  },
};

function inWords(tuple: Tuple) {
  const [a, b] = ends(tuple);
  // Under 5 cm, half of the margin, is none.
  const isLevel = Math.abs(place(a)[0] - place(b)[0]) < 0.05;
  const side = isLevel ? [] : [leftOf(a, b) ? 'to the left' : 'to the right'];
  const depth = placeOf(a)[0] === placeOf(b)[0] ? [] : [inFront(a, b) ? 'in front' : 'behind'];
  return { answer: [...side, ...depth].join(' and ') };
}

/** Whether the first is left of the second, in front of it, below it. */
type Before = (word: 'left' | 'front' | 'below', a: string, b: string) => boolean;

const beforeIn: Before = (word, a, b) => (word === 'left' ? leftOf(a, b) : word === 'front' ? inFront(a, b) : false);
const beforeOn: Before = (_, a, b) => diagonal.indexOf(a) < diagonal.indexOf(b);

function holdsOf(relation: string, a: string, b: string, before: Before): boolean {
  if (relation.includes('left')) return before('left', a, b);
  if (relation.includes('right')) return before('left', b, a);
  if (relation.includes('front')) return before('front', a, b);
  if (relation.includes('behind')) return before('front', b, a);
  return relation.includes('below') ? before('below', a, b) : before('below', b, a);
}

function related(tuple: Tuple) {
  return { claims: [holdsOf(tuple.words[0] ?? '', ...ends(tuple), beforeIn)] };
}

/** A statement is two names with a relation in between. */
function saidOf(tuple: Tuple, before: Before) {
  const ids = [...tuple.ids.values()].flat();
  return (option: string): boolean => {
    const at = (id: string): number => option.toLowerCase().search(`${tuple.nameOf(id)?.toLowerCase()}\\b`);
    const [a = '', b = ''] = ids.filter((id) => at(id) >= 0).sort((p, q) => at(p) - at(q));
    return holdsOf(option, a, b, before);
  };
}

rowsOf({ file: 'recipes/levels/relations/direction.spq', scenes, vocabulary: NOUNS, tasks });
