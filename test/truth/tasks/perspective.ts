/** Tasks that take another viewpoint: who stands where a thing is, and faces as it does or looks at another. */
import { type Case, type Judge, type Judges, thingOf, three, together, two } from '../case.js';
import { faces } from '../relations.js';
import type { Thing } from '../thing.js';
import { minus, sectorOf } from '../vectors.js';
import { judgePick, judgeTruth, judgeWords, wordsAfter } from '../verdicts.js';
import { hours } from './direction.js';
import { asFaced, degreesOf, judgeAside, reasonOffsets, sentencesOf, towards, type View, viewFrom } from './views.js';

const sides = ['in front of you', 'to your right', 'behind you', 'to your left'];
const ownSides = ['front', 'right side', 'back', 'left side'];
const eighths = ['front', 'front right', 'right', 'back right', 'back', 'back left', 'left', 'front left'];
const winds = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'];

/** The sector that a direction is in; within 5 degrees of two nobody should be asked. */
function nameOf(view: View, names: readonly string[]): string {
  const { index, inside } = sectorOf(degreesOf(view), names.length);
  if (inside < 5) throw new Error('the direction is near a border');
  return names[index] ?? '';
}

/** The reason ends in what it concludes. */
function reasonEnd(c: Case, truth: string): readonly string[] {
  const [, end] = /So (?:it is (.*)|.* is nearest)\.$/.exec(c.asked.reason ?? '') ?? [];
  return end === undefined || end === truth ? [] : [`the reason ends in ${end}`];
}

function judgeView(c: Case, view: View, names: readonly string[], said: () => string): readonly string[] {
  const truth = nameOf(view, names);
  return [...judgeWords(c, truth, said), ...reasonOffsets(c, view), ...reasonEnd(c, truth)];
}

const claimedSide =
  (c: Case): (() => string) =>
  () =>
    wordsAfter(c, /.*\b(in front of you|to your right|behind you|to your left)(?=[,.]| when)/);
const claimedOwn =
  (c: Case): (() => string) =>
  () =>
    wordsAfter(
      c,
      /(?:its|it is the|the|off the|at the|is its|off its) (front|right side|back|left side)(?:, out of| that is|, rather| of «\d»|\.$| is (?:then|now)| would be)/,
    );
const claimedEighth =
  (c: Case): (() => string) =>
  () =>
    wordsAfter(
      c,
      /^Of front, front right, right, back right, back, back left, left and front left, ([a-z ]+) describes/,
      /(?:that of «2» is|direction of «2» is|in the direction|in the one called) ([a-z ]+?)(?:,|\.)/,
    );
const claimedWind =
  (c: Case): (() => string) =>
  () =>
    wordsAfter(
      c,
      /(?:«3» is to the|«3» is|«3» lies to the|winds,|in the|one goes) ((?:north|south)?-?(?:east|west)?)(?= of «\d»|\.$| is nearest| from «1» to «3»)/,
    );

/** Who looks at whom, and who is asked about. */
const lookedAt = [
  /^If «1» is what you look at from the place of «2»|^When «1» is what you look at from the place of «2»/,
  [2, 1, 3],
] as const;

const ahead: Judge = (c) => {
  const [a, b, p] = three(c, lookedAt);
  return judgeView(c, towards(a, b, p), sides, claimedSide(c));
};

export const perspectiveTasks: Judges = {
  relative_position_new_perspective: (c) => judgeView(c, asFaced(...two(c)), sides, claimedSide(c)),
  relative_position_new_perspective_no_orient: ahead,

  perspective_on_arrival: (c) => {
    const [from, to, p] = three(c);
    return judgeView(c, viewFrom(to, minus(to.centre, from.centre), p), sides, claimedSide(c));
  },

  perspective_taking: (c) => {
    const [a, b] = two(c, [
      / describes best where «1» is for somebody who takes the place and the facing of «2»/,
      [2, 1],
    ]);
    return judgeView(c, asFaced(a, b), eighths, claimedEighth(c));
  },

  perspective_order: (c) => {
    const [a, b, d] = three(c, [/^Both «1» and «2» are ahead of somebody at «3»/, [3, 1, 2]]);
    const [v, w] = [asFaced(a, b), asFaced(a, d)];
    if (v.ahead <= 0 || w.ahead <= 0) return ['one of them is not ahead'];
    const first = together([v.right < w.right, v.right / v.ahead < w.right / w.ahead]);
    const steps = perspectiveSteps(c, v, w, b);
    if (c.asked.format !== 'claim') return [...judgePick(c, first === null ? undefined : (first ? b : d).id), ...steps];
    const toRight = /\bfarther to the right than\b/.test(c.read.text);
    return [...judgeTruth(c, first === null ? null : first !== toRight), ...steps];
  },

  own_sides: (c) => judgeView(c, asFaced(...two(c, ownerLast)), ownSides, claimedOwn(c)),
  own_sides_after_turn: (c) => {
    // What was to the right is ahead after a quarter turn to the right.
    const { right, ahead: front } = asFaced(...two(c, ownerLast));
    return judgeView(c, { right: -front, ahead: right }, ownSides, claimedOwn(c));
  },

  faces: (c) => {
    const [a, b] = two(c, [/^Is «1» straight ahead of «2»/, [2, 1]]);
    if (a.fronts !== 'one') return ['it has no one front'];
    const truth = faces(a, b, c.room);
    const denied = /is not turned towards|does not look straight|is not straight ahead/.test(c.read.text);
    return judgeTruth(c, truth === null ? null : truth !== denied);
  },

  clock_direction: (c) => {
    const [a, b, p] = three(
      c,
      [/is where «1» is for somebody at «2» who has «3»/, [2, 3, 1]],
      [/^Give the direction from «1» to «2»/, [1, 3, 2]],
    );
    const view = towards(a, b, p);
    const truth = hours(degreesOf(view));
    if (sectorOf(degreesOf(view), 12).inside < 5) return ['it is about half past'];
    const said = (): string =>
      wordsAfter(
        c,
        /^To the nearest hour, (\d+ o'clock) is where/,
        /(?:«3» is at|nearest to «3» is|to «3» is|«3» at) (\d+ o'clock)/,
      );
    return [...judgeWords(c, truth, said), ...reasonOffsets(c, view), ...hourSaid(c, truth)];
  },

  compass_direction: (c) => {
    const [a, b, p] = three(c, [
      /^Suppose that «1» is due north of «2»|^On a map that has «1» straight north of «2»/,
      [2, 1, 3],
    ]);
    return judgeView(c, towards(a, b, p), winds, windOf(c, p));
  },
};

/** The thing whose sides are meant is named last. */
const ownerLast = [
  /^Whatever the camera sees, is «1» at|^Whatever the camera sees, «1» is at|^Does «1» lie off/,
  [2, 1],
] as const;

const hourSaid = (c: Case, truth: string): readonly string[] =>
  (c.asked.reason ?? '').includes(`So ${truth} is nearest.`) ? [] : [`the reason does not end in ${truth}`];

/** The thing asked about is «3», whoever stands where. */
function windOf(c: Case, p: Thing): () => string {
  if (c.read.ids[2] !== p.id) throw new Error(`who is asked about: ${c.read.text}`);
  return claimedWind(c);
}

/** `Seen from there, «1» is 1.2 m to the left. «2» is hardly to either side.` */
function perspectiveSteps(c: Case, v: View, w: View, b: Thing): readonly string[] {
  return sentencesOf(c.asked.reason ?? '').flatMap((text) => {
    const { text: words, mentions } = c.readAlso(text);
    return judgeAside(words, thingOf(c, mentions[0]) === b ? v : w);
  });
}
