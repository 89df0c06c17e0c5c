/**
 * What boxes in the picture say by themselves: where each lies, how large it is, and how any two lie to each other.
 * Things stand in the order of their names in the recipe, so that phrasings do not mix them up.
 */
import type { Sampled } from './sampled.js';

/** Boxes that are looked at; of a larger set, those of the first names. */
const most = 5;

type Box = readonly [number, number, number, number];

/** Undefined where nothing that is named has a box or is a pixel. A thing without one is a box of no numbers: 0. */
export function boxFeatures({ things }: Pick<Sampled, 'things'>, count: number): Float64Array {
  const boxes = boxesOf(things).slice(0, count);
  while (boxes.length < count) boxes.push([0, 0, 0, 0]);
  const alone = boxes.flatMap(ofBox);
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => ofPair(a, b)));
  return Float64Array.from([...alone, ...pairs]);
}

/** How many boxes the questions of a task have, at most. */
export function boxCount(questions: readonly Pick<Sampled, 'things'>[]): number {
  return Math.min(
    most,
    questions.reduce((found, { things }) => Math.max(found, boxesOf(things).length), 0),
  );
}

/** One box per name. */
function boxesOf(things: Sampled['things']): Box[] {
  const named = new Map(
    things.flatMap(({ name, kind, box }) => (isSeen(kind) ? [[name, box ?? ([0, 0, 0, 0] as const)] as const] : [])),
  );
  return [...named.keys()].toSorted().flatMap((name) => {
    const box = named.get(name);
    return box === undefined ? [] : [box];
  });
}

const isSeen = (kind: string): boolean => kind === 'object' || kind === 'pixel';

const ofBox = ([x1, y1, x2, y2]: Box): readonly number[] => [
  ...[(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1],
  ...[(x2 - x1) * (y2 - y1), y1, y2, x1, x2],
];

/** Differences are positive where b lies to the right, lower, or is larger. */
function ofPair(a: Box, b: Box): readonly number[] {
  const width = (box: Box): number => box[2] - box[0];
  const height = (box: Box): number => box[3] - box[1];
  const across = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]));
  const down = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  return [
    (b[0] + b[2] - a[0] - a[2]) / 2,
    (b[1] + b[3] - a[1] - a[3]) / 2,
    width(b) - width(a),
    height(b) - height(a),
    width(b) * height(b) - width(a) * height(a),
    b[3] - a[3],
    b[1] - a[1],
    across * down,
    Math.abs(b[0] + b[2] - a[0] - a[2]) / 2,
  ];
}
