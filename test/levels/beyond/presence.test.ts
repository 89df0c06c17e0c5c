/** Presence and number by hand: what is there, what is not, and what nobody can tell. */
import type { ObjectRow } from '../../../runtime/facts/rows.js';
import { covered } from '../../reference/scene-builder.js';
import { anyFloor, anyFront, anyGravity, noBorder } from '../reasons.js';
import { emptyRooms, grid, NOUNS, put, room } from '../room.js';
import { each, holds, rowsOf, silent, type TaskRows, told } from '../rows.js';

/** So many cups, vases and lamps. */
const kinds = (...counts: readonly number[]): readonly ObjectRow[] =>
  ['cup', 'vase', 'lamp'].flatMap((label, k) =>
    Array.from({ length: counts[k] ?? 0 }, (_, i) =>
      put(label, [2 * i - 2, 2 * k - 2, 6], { objectId: `${label}${i}` }),
    ),
  );
const doubtful = (label: string): ObjectRow => put(label, [3, 0, 6], { objectId: 'doubtful', presence: 'possible' });
/** Only these three were looked for. */
const three = { coverage: ['cup', 'vase', 'lamp'].map((label) => covered(label)) };
const rowNouns = ['chair', 'lamp', 'table', 'bed', 'vase', 'cup'];

const scenes = [
  ...emptyRooms,
  room('3 2 1', kinds(3, 2, 1)),
  room('2 2 1', kinds(2, 2, 1)),
  room('perhaps a cup', [...kinds(0, 1, 1), doubtful('cup')]),
  room('perhaps two cups', [...kinds(1, 1, 1), doubtful('cup')]),
  room('not covered', kinds(3, 2, 1), { uncovered: ['vase'] }),
  room('no lamp', kinds(1, 1, 0), three),
  room('no vase, no lamp', kinds(1, 0, 0), three),
  room('all three', kinds(1, 1, 1), three),
  room('perhaps a lamp', [...kinds(1, 1, 0), doubtful('lamp')], three),
  room('two looked for', kinds(1, 1, 0), { coverage: ['cup', 'vase'].map((label) => covered(label)) }),
  room('nothing of three', [], three),
  // Ten of each of six kinds.
  grid('sixty', (row, column) => put(rowNouns[row] ?? '', [2 * column - 9, row - 2.5, 10]), {
    coverage: ['chair', 'lamp', 'table', 'bed', 'vase', 'cup', 'desk'].map((label) => covered(label)),
  }),
];

const counted = {
  ...anyFront,
  ...anyFloor,
  ...anyGravity,
  ...noBorder,
  'at the margin': 'counts are exact',
  'past the margin': 'counts are exact',
} as const;

const tasks: Readonly<Record<string, TaskRows>> = {
  presence: {
    of: 'c',
    edges: {
      ...counted,
      plain: [
        holds('3 2 1', 'lamp', true),
        holds('3 2 1', 'bed', false),
        silent('perhaps a cup', 'cup'),
        // Another one changes nothing.
        holds('perhaps two cups', 'cup', true),
      ],
      'a tie': 'nothing is chosen among',
      'not covered': [silent('not covered', 'vase'), holds('not covered', 'cup', true)],
      'one thing': [holds('one', 'chair', true), holds('one', 'lamp', false)],
      nothing: [holds('nothing', 'chair', false)],
      'sixty things': [holds('sixty', 'cup', true), holds('sixty', 'desk', false)],
    },
  },
  not_in_the_picture: {
    of: '{cs}',
    edges: {
      ...counted,
      plain: [told('no lamp', 'cup vase lamp', 'lamp'), silent('all three'), silent('perhaps a lamp')],
      'a tie': [silent('no vase, no lamp')],
      'not covered': [silent('two looked for')],
      'one thing': [silent('one')],
      nothing: [silent('nothing of three'), silent('nothing')],
      // Of seven that were looked for the desk is lacking.
      'sixty things': [each('sixty', 3, () => ({ answer: 'desk' }))],
    },
  },
  exactly_one: {
    of: 'c',
    edges: {
      ...counted,
      plain: [
        holds('3 2 1', 'lamp', true),
        holds('3 2 1', 'vase', false),
        silent('perhaps two cups', 'cup'),
        holds('perhaps two cups', 'lamp', true),
      ],
      'a tie': 'nothing is chosen among',
      'not covered': [silent('not covered', 'vase')],
      'one thing': [holds('one', 'chair', true)],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 6, () => ({ claims: [false] }))],
    },
  },
  more_of_a_kind: {
    of: 'c d',
    edges: {
      ...counted,
      plain: [
        told('3 2 1', 'cup vase', 'cup', true),
        told('3 2 1', 'lamp vase', 'vase', false),
        silent('perhaps two cups', 'cup lamp'),
      ],
      'a tie': [silent('2 2 1', 'cup vase'), told('2 2 1', 'cup lamp', 'cup', true)],
      'not covered': [silent('not covered', 'cup vase'), told('not covered', 'cup lamp', 'cup', true)],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [silent('sixty')],
    },
  },
  as_many: {
    of: 'c d',
    edges: {
      ...counted,
      plain: [
        holds('2 2 1', 'cup vase', true),
        holds('2 2 1', 'lamp cup', false),
        silent('perhaps two cups', 'cup lamp'),
      ],
      'a tie': [holds('2 2 1', 'vase cup', true)],
      'not covered': [silent('not covered', 'cup vase')],
      'one thing': [silent('one')],
      nothing: [silent('nothing')],
      'sixty things': [each('sixty', 10, () => ({ claims: [true] }))],
    },
  },
};

rowsOf({ file: 'recipes/levels/beyond/presence.spq', scenes, vocabulary: NOUNS, tasks });
