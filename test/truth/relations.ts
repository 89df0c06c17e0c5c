/**
 * The words that relate two things, and whether they hold: by every ordinary reading of them, or by none; where readings
 * contradict each other it is null. Readings are those of somebody who knows the room, not of the recipe.
 */
import { together } from './case.js';
import { awayFrom, depthOf, type Eye, type Room, toRight } from './room.js';
import {
  bottomOf,
  cornersOf,
  fromPoint,
  longerSide,
  longestSide,
  ownAxes,
  type Thing,
  topOf,
  volumeOf,
} from './thing.js';
import { dot, minus, type Vec } from './vectors.js';

export type Holds = (a: Thing, b: Thing, room: Room) => boolean | null;

const less = (a: number, b: number): boolean | null => (a === b ? null : a < b);

/** Of two stretches: all of one before all of the other. */
function before(a: readonly number[], b: readonly number[]): boolean | null {
  if (Math.max(...a) < Math.min(...b)) return true;
  return Math.max(...b) < Math.min(...a) ? false : null;
}

const along = (a: Thing, axis: Vec): readonly number[] => cornersOf(a).map((corner) => dot(corner, axis));
const columnOf = ({ box }: Thing): number => (box[0] + box[2]) / 2;
const rowOf = ({ box }: Thing): number => (box[1] + box[3]) / 2;

const left: Holds = (a, b, { eye }) =>
  together([
    less(toRight(eye, a.centre), toRight(eye, b.centre)),
    before(along(a, eye.right), along(b, eye.right)),
    less(columnOf(a), columnOf(b)),
  ]);

const nearer: Holds = (a, b, { eye }) =>
  together([
    less(awayFrom(eye, a.centre), awayFrom(eye, b.centre)),
    less(fromPoint(eye.at, a), fromPoint(eye.at, b)),
    less(depthOf(eye, a.centre), depthOf(eye, b.centre)),
  ]);

const inFront: Holds = (a, b, { eye }) =>
  together([
    less(depthOf(eye, a.centre), depthOf(eye, b.centre)),
    less(awayFrom(eye, a.centre), awayFrom(eye, b.centre)),
    before(along(a, eye.forward), along(b, eye.forward)),
  ]);

const below: Holds = (a, b) =>
  together([
    less(a.centre[2], b.centre[2]),
    before([bottomOf(a), topOf(a)], [bottomOf(b), topOf(b)]),
    less(rowOf(b), rowOf(a)),
  ]);

const lower: Holds = (a, b) => together([less(bottomOf(a), bottomOf(b)), less(topOf(a), topOf(b))]);
const smaller: Holds = (a, b) => together([less(volumeOf(a), volumeOf(b)), less(longestSide(a), longestSide(b))]);

const onLevel = (eye: Eye, axis: 'aside' | 'heading', a: Thing): number => dot(eye[axis], minus(a.centre, eye.at));

const fartherLeft: Holds = (a, b, room) =>
  together([less(onLevel(room.eye, 'aside', a), onLevel(room.eye, 'aside', b)), left(a, b, room)]);
const lessFarAhead: Holds = (a, b, room) =>
  together([less(onLevel(room.eye, 'heading', a), onLevel(room.eye, 'heading', b)), inFront(a, b, room)]);

/** Width is across the front where there is one front, else the longer side. */
export const widthOf = (a: Thing): number => (a.fronts === 'one' ? a.width : longerSide(a));

const turned =
  (holds: Holds): Holds =>
  (a, b, room) =>
    holds(b, a, room);

export const faces: Holds = (a, b) => {
  const { right, front } = ownAxes(b.centre, a);
  if (Math.abs(right) < 0.45 * front) return true;
  return Math.abs(right) > front ? false : null;
};

/** What stands between `is` and the other thing. Longer phrases come first. */
export const relationWords: Readonly<Record<string, Holds>> = {
  'farther to the left than': fartherLeft,
  'farther to the right than': turned(fartherLeft),
  'less far ahead than': lessFarAhead,
  'farther ahead than': turned(lessFarAhead),
  'nearer to the camera than': nearer,
  'farther from the camera than': turned(nearer),
  'to the left of': left,
  'to the right of': turned(left),
  'in front of': inFront,
  behind: turned(inFront),
  above: turned(below),
  below,
  'higher up than': turned(lower),
  'lower down than': lower,
  'taller than': (a, b) => less(b.height, a.height),
  'shorter than': (a, b) => less(a.height, b.height),
  'wider than': (a, b) => less(widthOf(b), widthOf(a)),
  'narrower than': (a, b) => less(widthOf(a), widthOf(b)),
  'larger than': turned(smaller),
  'smaller than': smaller,
};

const words = Object.keys(relationWords).join('|');

/** The relation that a text speaks of. @throws where it is not just one */
export function relationIn(text: string): Holds {
  const found = new Set(
    [...text.matchAll(new RegExp(`\\b(${words})(?= («|it\\b|the (?:second|latter)))`, 'g'))].map(([, name]) => name),
  );
  const [name = '', ...others] = found;
  const holds = relationWords[name];
  if (holds === undefined || others.length > 0) throw new Error(`not one relation in: ${text}`);
  return holds;
}

/** Every relation to a numbered thing that a text speaks of: `to the left of «2»`. */
export function relationsTo(text: string): readonly { readonly holds: Holds; readonly number: number }[] {
  return [...text.matchAll(new RegExp(`\\b(${words}) «(\\d+)»`, 'g'))].map(([, name = '', number]) => {
    const holds = relationWords[name];
    if (holds === undefined) throw new Error(`no relation ${name}`);
    return { holds, number: Number(number) };
  });
}

export { below, inFront, left, lower, nearer };
