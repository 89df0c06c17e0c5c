/** Tasks that measure from one thing to another: between centres, along an axis, between closest points. */
import { type Case, type Judge, type Judges, thingOf, thingsOf, three, two } from '../case.js';
import { onlyIn, type Printed } from '../quantity.js';
import { depthOf } from '../room.js';
import { distance, gapBetween, longerSide, type Thing } from '../thing.js';
import { degreesBetween, minus } from '../vectors.js';
import { judgeNumber, judgeNumbers, judgePick, judgeTruth } from '../verdicts.js';
import { offset } from './direction.js';

const axes = ['right', 'up', 'forward'];

/** The phrase names the far end before the near one. */
const farFirst = [
  /centre of «1» from (?:that|the centre) of «2»|of the centre of «1» is the centre of «2»|does the centre of «1» lie [^«]* of that of «2»/,
  [2, 1],
] as const;
const reversedOf = /of the centre of «1» is the centre of «2»/;

const eachAxis =
  (level: boolean): Judge =>
  (c) => {
    const [a, b] = reversedOf.test(c.read.text) ? two(c) : two(c, farFirst);
    if (!/^right [^ ]+ [^ ]+, up [^ ]+ [^ ]+, forward [^ ]+ [^ ]+$/.test(c.asked.answer))
      throw new Error(c.asked.answer);
    return judgeNumbers(c.asked.answer, offset(c, b, a, level));
  };

const oneAxis =
  (level: boolean): Judge =>
  (c) => {
    const [, name = ''] = /axis (?:of the camera )?that points (right|up|forward)/.exec(c.read.text) ?? [];
    const [a, b] = two(c);
    const part = offset(c, b, a, level)[axes.indexOf(name)];
    if (part === undefined) throw new Error(`along which axis: ${c.read.text}`);
    return judgeNumber(c, Math.abs(part));
  };

/** Which is closer: of two things to a third, by the words of the sentence. */
function closerOf(c: Case): readonly string[] {
  const [a, b, to] = three(
    c,
    [/^Which is closer to «1»|^Going straight from the middle of «1»|, «1» is closer to «2» than to «3»/, [2, 3, 1]],
    [/^«1» is closer to «2» than «3» is|^The distance from «1» to «2» is shorter than the one from «3» to/, [1, 3, 2]],
    [/^The centre of «1» is farther from the centre of «2» than the centre of «3» is/, [3, 1, 2]],
  );
  const closer = distance(a, to) < distance(b, to);
  if (Math.abs(distance(a, to) - distance(b, to)) < 1e-6) return ['they are equally far'];
  return c.asked.format === 'claim' ? judgeTruth(c, closer) : judgePick(c, (closer ? a : b).id);
}

const reasonNumbers = (c: Case, truths: readonly number[]): readonly string[] =>
  judgeNumbers(c.asked.reason ?? '', truths);

export const distanceTasks: Judges = {
  distance_multi: (c) => judgeNumber(c, distance(...two(c))),
  closest_distance_multi: (c) => judgeNumber(c, gapBetween(...two(c))),
  distance_each_axis_multi: eachAxis(false),
  distance_each_axis_multi_world: eachAxis(true),
  distance_each_axis_multi_one: oneAxis(false),
  distance_each_axis_multi_world_one: oneAxis(true),

  distance_three_objects: (c) => {
    const named = c.readAlso(c.asked.answer);
    const [d, e] = named.mentions.map((id) => thingOf(c, id));
    const [from, ...others] = thingsOf(c).filter(({ id }) => !named.mentions.includes(id));
    if (!d || !e || !from || others.length > 0 || !/ from «1» and .* from «2»$/.test(named.text))
      throw new Error(named.text);
    const centre =
      /^How far is «1» from|the centre of «1» to the centres|how far is it from «1»|^Two strings run from the centre of «1»|^Starting at the middle of «1»/;
    const third = /^Give the distance between «1» and «2», and then the one between «3» and «2»/;
    const meant = centre.test(c.read.text) ? 0 : third.test(c.read.text) ? 1 : undefined;
    if (meant === undefined || c.read.ids[meant] !== from.id) throw new Error(`from which: ${c.read.text}`);
    return judgeNumbers(c.asked.answer, [distance(d, from), distance(e, from)]);
  },

  distance_three_objects_comparison: closerOf,

  depth_offset: (c) => {
    const [a, b] = two(c, [
      /^Relative to the centre of «1»|^Take «1» for reference|^Subtract the depth of the centre of «1» from/,
      [2, 1],
    ]);
    const farther = depthOf(c.room.eye, a.centre) - depthOf(c.room.eye, b.centre);
    const [, word] = / (farther|nearer)$/.exec(c.asked.answer) ?? [];
    const faults = word === (farther > 0 ? 'farther' : 'nearer') ? [] : [`it is ${farther.toFixed(3)} farther`];
    const named = c.readAlso(c.asked.reason ?? '').mentions.map((id) => depthOf(c.room.eye, thingOf(c, id).centre));
    return [...faults, ...judgeNumbers(c.asked.answer, [Math.abs(farther)]), ...reasonNumbers(c, named)];
  },

  depth_difference: (c) => {
    const [a, b] = two(c);
    const deep = (x: Thing): number => depthOf(c.room.eye, x.centre);
    const named = c.readAlso(c.asked.reason ?? '').mentions.map((id) => deep(thingOf(c, id)));
    return [...judgeNumber(c, Math.abs(deep(a) - deep(b))), ...reasonNumbers(c, named)];
  },

  gap_by_size: (c) => {
    const [a, b] = two(c, [
      /lengths of «1», by its|^By what percentage of the length of «1»|longer horizontal side of «1»/,
      [2, 1],
    ]);
    const long = longerSide(b);
    const gap = gapBetween(a, b);
    // What is taken as 100% is no answer.
    const said = (): Printed => onlyIn(c.read.text.replace(/(?<=longer horizontal side of «1» is )100%/, ''), 'share');
    return [...judgeNumber(c, gap / long, 'share', said), ...reasonNumbers(c, [gap, long])];
  },

  angle_at: (c) => {
    const [a, b, d] = three(c, [
      /angle between the centres of|^In the triangle of|from the centre of «2» to that of/,
      [1, 2, 3],
    ]);
    return judgeNumber(c, degreesBetween(minus(b.centre, a.centre), minus(d.centre, a.centre)), 'angle');
  },
};
