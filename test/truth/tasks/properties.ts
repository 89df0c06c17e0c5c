/** Tasks about one thing: where it is, how it is turned, how large it is, how high it reaches. */
import { type Case, type Judge, type Judges, judgeFound, thingAt, thingOf } from '../case.js';
import { awayFrom, depthOf, downward, type Eye, toRight } from '../room.js';
import { bottomOf, longerSide, shorterSide, type Thing, topOf } from '../thing.js';
import { clockwise, dot, sectorOf } from '../vectors.js';
import { judgeNumber, judgeNumbers, judgeTruth, judgeVector, judgeWords } from '../verdicts.js';

const ways = [
  'away from the camera',
  'away from the camera and to the right',
  'to the right',
  'towards the camera and to the right',
  'towards the camera',
  'towards the camera and to the left',
  'to the left',
  'away from the camera and to the left',
];

/** Degrees clockwise from straight away from the camera, seen from above. */
const headingOf = (eye: Eye, a: Thing): number => clockwise(dot(eye.aside, a.toFront), dot(eye.heading, a.toFront));

const measured =
  (measure: (a: Thing, c: Case) => number): Judge =>
  (c) =>
    judgeNumber(c, measure(thingAt(c, 1), c));

const fronted =
  (judge: Judge): Judge =>
  (c) =>
    thingAt(c, 1).fronts === 'one' ? judge(c) : ['it has no one front'];

/** Centre right, down and forward of the camera; sizes; heading in whole degrees. */
function judgeBox3d(c: Case, text: string, a: Thing): readonly string[] {
  const { eye } = c.room;
  const [head = '', tail = ''] = [text.slice(0, text.lastIndexOf(',')), text.slice(text.lastIndexOf(',') + 1)];
  const centre = [toRight(eye, a.centre), downward(eye, a.centre), depthOf(eye, a.centre)];
  const faults = judgeVector(`${head}]`, [...centre, a.width, a.height, a.depth]);
  const off = Math.abs(Number.parseInt(tail, 10) - headingOf(eye, a)) % 360;
  return Math.min(off, 360 - off) <= 0.5001 ? faults : [...faults, `it heads ${headingOf(eye, a).toFixed(2)} degrees`];
}

/** [left, top, right, bottom] in whole pixels. */
function judgeBox2d(text: string, a: Thing): readonly string[] {
  const printed = (/\[([^\]]*)\]/.exec(text)?.[1] ?? '').split(', ').map(Number);
  if (printed.length !== 4) throw new Error(`no pixel box in: ${text}`);
  return printed.flatMap((x, i) => (Math.abs(x - (a.box[i] ?? Number.NaN)) <= 0.5001 ? [] : [`${x} is ${a.box[i]}`]));
}

/** A box is given, in brackets; the answer names what fills it, and nothing else does nearly so. */
const named =
  (fits: (c: Case, box: string, a: Thing) => readonly string[]): Judge =>
  (c) => {
    const [box = ''] = /\[-?\d[^\]]*\]/.exec(c.asked.question) ?? [];
    const { mentions, text } = c.readAlso(c.asked.answer);
    if (mentions.length !== 1 || text !== '«1»') return [`the answer names ${mentions.length} things`];
    const others = [...c.room.things.values()].filter((a) => a.id !== mentions[0] && fits(c, box, a).length === 0);
    const twice = others.map(({ id }) => `${id} fills it, too`);
    return [...fits(c, box, thingOf(c, mentions[0])), ...twice, ...judgeFound(c, mentions[0])];
  };

export const propertyTasks: Judges = {
  orientation: fronted((c) => {
    const degrees = headingOf(c.room.eye, thingAt(c, 1));
    const { index } = sectorOf(degrees, 8);
    if (c.asked.format !== 'claim') return judgeWords(c, ways[index] ?? '');
    const { eye } = c.room;
    const leftwards = /\bleft/.test(c.read.text);
    if (leftwards === /\btowards the camera\b|viewer|\bside of the camera|shows its front/.test(c.read.text))
      throw new Error(`left or towards: ${c.read.text}`);
    const against = dot(leftwards ? eye.aside : eye.heading, thingAt(c, 1).toFront);
    return Math.abs(against) < 0.25 ? ['it is turned neither way'] : judgeTruth(c, against < 0);
  }),
  query_aabb: fronted((c) => judgeBox3d(c, c.asked.answer, thingAt(c, 1))),
  query_aabb_centre_and_sizes: (c) => {
    const a = thingAt(c, 1);
    const { eye } = c.room;
    const centre = [toRight(eye, a.centre), downward(eye, a.centre), depthOf(eye, a.centre)];
    const sizes = c.asked.answer.replace(/\([^)]*\)/, '');
    if (!/^centre \([^)]*\), [^,]* tall, [^,]* long, [^,]* broad$/.test(c.asked.answer))
      throw new Error(c.asked.answer);
    return [...judgeVector(c.asked.answer, centre), ...judgeNumbers(sizes, [a.height, longerSide(a), shorterSide(a)])];
  },
  distance_single: measured((a, c) => awayFrom(c.room.eye, a.centre)),
  object_height: measured((a) => a.height),
  object_width: fronted(measured((a) => a.width)),
  object_front_to_back: fronted(measured((a) => a.depth)),
  object_longer_side: measured(longerSide),
  underside_above_floor: measured(bottomOf),
  top_above_floor: measured(topOf),

  on_the_floor: (c) => {
    const under = bottomOf(thingAt(c, 1));
    if (under > 0.05 && under < 0.15) return ['it is neither on the floor nor off it'];
    const denied = /clearly higher than|other than the floor|is not what/.test(c.read.text);
    const reason = c.asked.reason ?? '';
    const said = /at the level of the floor/.test(reason) ? [] : judgeNumbers(reason, [under]);
    return [...judgeTruth(c, under < 0.1 !== denied), ...said];
  },

  grounding_2d: (c) => judgeBox2d(c.asked.answer, thingAt(c, 1)),
  grounding_3d: fronted((c) => judgeBox3d(c, c.asked.answer, thingAt(c, 1))),
  grounding_2d_name: named((_, box, a) => judgeBox2d(box, a)),
  grounding_3d_name: named(judgeBox3d),
};
