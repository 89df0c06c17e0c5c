/** Tasks about where one thing is relative to another, as the camera sees it or in its level frame. */
import { type Case, type Judge, type Judges, two } from '../case.js';
import { below, type Holds, inFront, left, relationIn } from '../relations.js';
import type { Thing } from '../thing.js';
import { clockwise, dot, minus, norm, sectorOf, type Vec } from '../vectors.js';
import { judgeTruth, judgeVector, judgeWords } from '../verdicts.js';

/** To the right, up and ahead of b is a, along the camera's own axes or along the level ones. */
export function offset(c: Case, a: Thing, b: Thing, level: boolean): Vec {
  const { eye } = c.room;
  const way = minus(a.centre, b.centre);
  if (level) return [dot(way, eye.aside), way[2], dot(way, eye.heading)];
  return [dot(way, eye.right), -dot(way, eye.down), dot(way, eye.forward)];
}

const names = [
  ['to the right', 'to the left'],
  ['above', 'below'],
  ['behind', 'in front'],
] as const;

/** What is said must be so, and what is left out must be hardly so: under half of what could be told. */
function inWords(c: Case, a: Thing, b: Thing, level: boolean): string {
  const parts = offset(c, a, b, level);
  const said = parts.flatMap((part, i) => {
    if (Math.abs(part) < 0.05 + 1e-5) return [];
    if (Math.abs(part) < 0.1 - 1e-5) throw new Error(`${part.toFixed(3)} is neither clear nor nothing`);
    return [names[i]?.[part > 0 ? 0 : 1] ?? ''];
  });
  const last = said.pop() ?? '';
  return said.length > 0 ? `${said.join(', ')} and ${last}` : last;
}

const otherFirst = [
  /^From the camera's point of view, on which side|^Seen from the camera, on which sides|on which sides of «1» would «2»/,
  [2, 1],
] as const;

/** No word that is said may be wrong by another reading of it: across the picture, into it, and up in it. */
function misleading(c: Case, words: string, a: Thing, b: Thing): readonly string[] {
  const checks: readonly (readonly [string, Holds, boolean])[] = [
    ['to the left', left, true],
    ['to the right', left, false],
    ['in front', inFront, true],
    ['behind', inFront, false],
    ['below', below, true],
    ['above', below, false],
  ];
  return checks
    .filter(([word, holds, truth]) => words.includes(word) && holds(a, b, c.room) !== truth)
    .map(([word]) => `"${word}" is wrong by a reading of it`);
}

const described =
  (level: boolean): Judge =>
  (c) => {
    const [a, b] = two(c, otherFirst);
    const words = inWords(c, a, b, level);
    return [...judgeWords(c, words), ...misleading(c, words, a, b)];
  };

/** Statements as options: just one is so, and the others are surely not. */
const statements: Judge = (c) => {
  const truths = c.asked.options.map((option) => {
    const said = c.readAlso(option);
    const [a, b] = said.ids.map((id) => c.room.things.get(id));
    if (!a || !b || !/^«1» is .* «2»(, as the camera sees it)?\.$/.test(said.text)) throw new Error(said.text);
    return relationIn(said.text)(a, b, c.room);
  });
  const named = new Set(c.asked.options.flatMap((option) => c.readAlso(option).ids));
  const strange = [...named].filter((id) => !c.read.ids.includes(id)).map((id) => `${id} is not in the question`);
  const wrong = truths.flatMap((truth, i) => {
    const expected = i === c.asked.answerIndex;
    return truth === expected ? [] : [`option ${i + 1} is ${truth === null ? 'neither right nor wrong' : truth}`];
  });
  return [...wrong, ...strange];
};

const related: Judge = (c) => {
  const [a, b] = two(c);
  return judgeTruth(c, relationIn(c.read.text)(a, b, c.room));
};

const hours = (degrees: number): string => {
  const { index } = sectorOf(degrees, 12);
  return `${index === 0 ? 12 : index} o'clock`;
};

export { hours };

export const directionTasks: Judges = {
  object_direction_multi: (c) => {
    const [a, b] = two(c);
    const [right, up, ahead] = offset(c, b, a, false);
    const long = norm([right, up, ahead]);
    return judgeVector(c.asked.answer, [right / long, -up / long, ahead / long]);
  },
  object_direction_multi_clock: (c) => {
    const [a, b] = two(c);
    const [right, , ahead] = offset(c, b, a, true);
    return judgeWords(c, hours(clockwise(right, ahead)));
  },
  object_relation_multi: described(false),
  object_relation_multi_world: described(true),

  object_relation_multi_left_right: (c) => {
    const [a, b] = two(c, [/on which side of «1»|^To which side of «1»|^Compared with|«1» has «2» to its/, [2, 1]]);
    const toLeft = left(a, b, c.room);
    if (c.asked.format !== 'claim')
      return toLeft === null ? ['readings disagree'] : judgeWords(c, toLeft ? 'to the left' : 'to the right');
    const [, side] = /\b(left|right)\b/.exec(c.read.text) ?? [];
    return judgeTruth(c, toLeft === null ? null : toLeft === (side === 'left'));
  },

  object_relation_multi_above_below: (c) => {
    const [a, b] = two(c, [/^Compared with «1»|^To get from «1» to «2»/, [2, 1]]);
    const isBelow = below(a, b, c.room);
    if (c.asked.format !== 'claim')
      return isBelow === null ? ['readings disagree'] : judgeWords(c, isBelow ? 'lower down' : 'higher up');
    const down = /\b(below|lower down|go down)\b|does not reach as high as the underside of/.test(c.read.text);
    if (!down && !/\b(above|higher up|go up)\b/.test(c.read.text)) throw new Error(c.read.text);
    return judgeTruth(c, isBelow === null ? null : isBelow === down);
  },

  object_relation_multi_front_behind: (c) => {
    const [a, b] = two(c);
    const before = inFront(a, b, c.room);
    if (c.asked.format !== 'claim')
      return before === null ? ['readings disagree'] : judgeWords(c, before ? 'in front' : 'behind');
    const nearer = /\b(in front of|near side|closer to the viewer)\b|passes «1» before «2»/.test(c.read.text);
    if (!nearer && !/\b(behind|far side|farther from the viewer)\b/.test(c.read.text)) throw new Error(c.read.text);
    return judgeTruth(c, before === null ? null : before === nearer);
  },

  spatial_relation: related,
  yes_no_relation: related,
  mirrored_pairs: related,
  object_relation_multi_world_claim: related,
  spatial_mcq_multiangle: statements,
  spatial_mcq_multiangle_world: statements,
};
