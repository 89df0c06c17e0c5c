/** Directions in the level frame: words by hand, for a level camera and for one that looks down by 36.87 degrees (3, 4, 5). */
import type { ObjectRow, Vector3 } from '../../../runtime/facts/rows.js';
import { anyCoverage, anyFloor, anyFront, noBorder, several } from '../reasons.js';
import { cell, emptyRooms, grid, NOUNS, noGravity, placeOf, put, room } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';
import type { Tuple } from '../tuples.js';

const size: Vector3 = [0.2, 0.2, 0.2];
/** A lamp, and a chair that stands so to it in the frame of the camera: right, up, ahead. */
const offset = (right: number, up: number, forward: number): readonly ObjectRow[] => [
  put('lamp', [0, 0, 5], { size }),
  put('chair', [right, -up, 5 + forward], { size }),
];
/** The same, so near that depths are known to a few centimetres. */
const near = (right: number, up: number): readonly ObjectRow[] => [
  put('lamp', [0, 0, 1.5], { size }),
  put('chair', [right, -up, 1.5], { size }),
];
const down = { scene: { up: [0, -0.8, -0.6] as const } };
const diagonal = ['chair', 'lamp', 'table', 'bed', 'vase'];

const scenes = [
  ...emptyRooms,
  room('right', offset(2, 0, 0)),
  room('up', offset(0, 2, 0)),
  room('all', offset(1, 2, 2)),
  // 3 m along the view: 2.4 m along the floor, and 1.8 m down.
  room('tilted', [put('lamp', [0, 0, 5], { size }), put('chair', [0, 1, 8], { size })], down),
  // To the right 30 cm, of which 20 cm are the box and 10 cm the margin.
  room('at', offset(0.3, 0, 0)),
  room('past', offset(0.301, 0, 0)),
  room('up at', offset(0, 0.3, 0)),
  room('up past', offset(0, 0.301, 0)),
  room('near right', near(1, 0)),
  room('near up', near(0, 1)),
  room('near at', near(0.3, 0)),
  room('near past', near(0.301, 0)),
  room('near up at', near(0, 0.3)),
  room('near up past', near(0, 0.301)),
  room('hardly', offset(2, 0.08, 0)),
  room('same place', offset(0, 0, 0)),
  room('two readings', [put('lamp', [1, 0, 2.5]), put('chair', [1.8, 0, 8])]),
  room('no gravity', offset(1, 2, 2), noGravity),
  // Each is 2 m to the right of the one before, 1.5 m higher and 3 m behind it.
  room(
    'diagonal',
    diagonal.map((label, i) => put(label, [2 * i - 4, 1.5 - 1.5 * i, 3 + 3 * i], { size })),
  ),
  room('three', [...offset(1, 1, 1), put('bed', [-2, 0, 5])]),
  room(
    'level',
    ['chair', 'lamp', 'table', 'bed'].map((label) => put(label, [0, 0, 5])),
  ),
  // Columns fanned out, so that the picture has them in order, too.
  grid('sixty', (row, column) => cell(row, column, [0.4 * (column - 4.5) * (3 + row), 0, 3 + row], { size })),
];

const right = (id: string): number => 0.4 * (placeOf(id)[1] - 4.5) * (3 + placeOf(id)[0]);
const ahead = (id: string): number => placeOf(id)[0];
const ends = (tuple: Tuple): readonly [string, string] => [
  tuple.ids.get('a')?.[0] ?? '',
  tuple.ids.get('b')?.[0] ?? '',
];

/** Axes that grow to the right, ahead and up. */
type Axes = Readonly<Record<'right' | 'ahead' | 'up', (id: string) => number>>;
const onGrid: Axes = { right, ahead, up: () => 0 };
const onDiagonal: Axes = { right: rank, ahead: rank, up: rank };
function rank(id: string): number {
  return diagonal.indexOf(id);
}

function holdsOf(relation: string, a: string, b: string, { right, ahead, up }: Axes): boolean {
  if (relation.includes('left')) return right(a) < right(b);
  if (relation.includes('right')) return right(a) > right(b);
  if (relation.includes('less far ahead')) return ahead(a) < ahead(b);
  if (relation.includes('farther ahead')) return ahead(a) > ahead(b);
  return relation.includes('below') ? up(a) < up(b) : up(a) > up(b);
}

/** A statement is two names with a relation in between. */
function saidOf(tuple: Tuple, axes: Axes) {
  const ids = [...tuple.ids.values()].flat();
  return (option: string): boolean => {
    const at = (id: string): number => option.toLowerCase().search(`${tuple.nameOf(id)?.toLowerCase()}\\b`);
    const [a = '', b = ''] = ids.filter((id) => at(id) >= 0).sort((p, q) => at(p) - at(q));
    return holdsOf(option, a, b, axes);
  };
}

function inWords(tuple: Tuple) {
  const [a, b] = ends(tuple);
  const side = right(a) === right(b) ? [] : [right(a) < right(b) ? 'to the left' : 'to the right'];
  const depth = ahead(a) === ahead(b) ? [] : [ahead(a) < ahead(b) ? 'in front' : 'behind'];
  return { answer: [...side, ...depth].join(' and ') };
}

const off = { ...anyFront, ...anyFloor, ...anyCoverage, 'no gravity': [silent('no gravity')] } as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  object_relation_multi_world: {
    of: 'a b',
    edges: {
      plain: [
        told('near right', 'chair lamp', 'to the right'),
        told('near up', 'lamp chair', 'below'),
        // Nobody knows of things 5 m away that they are equally far off.
        silent('right'),
        told('all', 'chair lamp', 'to the right, above and behind'),
        // 1 m down in the picture is 80 cm down and 60 cm back: in all 2.6 m down and 1.8 m ahead.
        told('tilted', 'chair lamp', 'below and behind'),
        told('tilted', 'lamp chair', 'above and in front'),
      ],
      'at the margin': [silent('near at'), silent('near up at')],
      'past the margin': [told('near past', 'chair lamp', 'to the right'), told('near up past', 'lamp chair', 'below')],
      'at a border': [silent('hardly'), silent('two readings')],
      'a tie': [silent('same place')],
      ...off,
      ...several,
      'sixty things': [each('sixty', 4, inWords)],
    },
  },
  object_relation_multi_world_claim: {
    of: 'a b',
    edges: {
      plain: [
        holds('all', 'chair lamp | farther to the right than', true),
        holds('all', 'chair lamp | farther to the left than', false),
        holds('all', 'chair lamp | farther ahead than', true),
        holds('all', 'lamp chair | less far ahead than', true),
        holds('all', 'lamp chair | above', false),
        holds('tilted', 'chair lamp | below', true),
        holds('tilted', 'chair lamp | farther ahead than', true),
      ],
      'at the margin': [silent('at'), silent('up at')],
      'past the margin': [
        holds('past', 'chair lamp | farther to the right than', true),
        holds('up past', 'chair lamp | below', false),
      ],
      ...noBorder,
      'a tie': [silent('same place'), silent('two readings', 'chair lamp | farther to the left than')],
      ...off,
      'no gravity': [
        silent('no gravity', 'chair lamp | above'),
        silent('no gravity', 'chair lamp | farther ahead than'),
        silent('no gravity', 'chair lamp | farther to the right than'),
      ],
      ...several,
      'sixty things': [
        each('sixty', 50, (tuple) => ({ claims: [holdsOf(tuple.words[0] ?? '', ...ends(tuple), onGrid)] })),
      ],
    },
  },
  spatial_mcq_multiangle_world: {
    of: '{a b c d}',
    edges: {
      plain: [each('diagonal', 2, (tuple) => ({ statement: saidOf(tuple, onDiagonal) }))],
      'at the margin': 'its statements are those of the tasks above',
      'past the margin': 'its statements are those of the tasks above',
      ...noBorder,
      'a tie': [silent('level')],
      ...off,
      'one thing': [silent('one'), silent('three')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 20, (tuple) => ({ statement: saidOf(tuple, onGrid) }))],
    },
  },
};

rowsOf({ file: 'recipes/levels/relations/world.spq', scenes, vocabulary: NOUNS, tasks });
