/** Tasks that compare things: by size, by distance from the camera, by height above the floor, by the way they face. */
import { type Case, inRoles, type Judge, type Judges, thingAt, thingOf, thingsOf, two } from '../case.js';
import { lower, nearer } from '../relations.js';
import { awayFrom } from '../room.js';
import { bottomOf, degreesBetweenFronts, longerSide, type Thing, topOf, volumeOf } from '../thing.js';
import { greatestOf, judgeNumbers, judgeOrder, judgePick, judgeTruth, judgeWords, leastOf } from '../verdicts.js';

interface Measure {
  readonly of: (a: Thing) => number;
  /** Whether the first such word in the text is that of the much side. */
  readonly much: boolean;
}

/** What a text compares by, from its words. @throws where it says none */
function measureIn(text: string): Measure {
  const [, word = ''] = /\b(tall|short|larg|small|long)e(?:r|st)\b/.exec(text) ?? [];
  const much = word === 'tall' || word === 'larg' || word === 'long';
  if (/(?:larg|small)e(?:r|st) by volume/.test(text)) return { of: volumeOf, much };
  if (/(?:long|short)e(?:r|st) horizontally/.test(text)) return { of: longerSide, much };
  if (word === 'tall' || word === 'short') return { of: (a) => a.height, much };
  throw new Error(`compared by what: ${text}`);
}

/** The thing that a claim names a second time, after or before the list that it is one of. */
function repeated(c: Case): string {
  const { mentions } = c.read;
  const found = mentions.find((id, i) => mentions.indexOf(id) !== i);
  if (found === undefined) throw new Error(`nothing is named twice in: ${c.read.text}`);
  return found;
}

const extreme: Judge = (c) => {
  const { of, much } = measureIn(c.read.text);
  const found = much ? greatestOf(thingsOf(c), of) : leastOf(thingsOf(c), of);
  return judgePick(c, found?.id, () => repeated(c));
};

const byDistance =
  (far: boolean): Judge =>
  (c) => {
    const said = /\b(farthest|most distant|longest way)\b/.test(c.read.text);
    if (said !== far || (!far && !/\b(nearest|closest|shortest way)\b/.test(c.read.text)))
      throw new Error(`near or far: ${c.read.text}`);
    const away = (a: Thing): number => awayFrom(c.room.eye, a.centre);
    const found = far ? greatestOf(thingsOf(c), away) : leastOf(thingsOf(c), away);
    return judgePick(c, found?.id, () => repeated(c));
  };

/** Distances of all that a reason names, one each. */
const reasonAway: Judge = (c) => {
  const reason = c.asked.reason ?? '';
  const away = c.readAlso(reason).mentions.map((id) => awayFrom(c.room.eye, thingOf(c, id).centre));
  return judgeNumbers(reason, away);
};

const turns = ['in the same direction', 'at right angles to each other', 'in opposite directions'];

const ranks = ['first', 'second', 'third', 'fourth', 'fifth'];

export const comparisonTasks: Judges = {
  comparison_multiple_objects: extreme,
  comparison_multiple_objects_least: extreme,
  comparison_multiple_objects_nearest: byDistance(false),
  comparison_multiple_objects_farthest: byDistance(true),

  comparison_multiple_objects_ranking: (c) => {
    const { of, much } = measureIn(c.read.text);
    const order = thingsOf(c).toSorted((a, b) => (much ? of(b) - of(a) : of(a) - of(b)));
    return judgeOrder(
      c,
      order.map(({ id }) => id),
      () => c.read.mentions.slice(order.length),
    );
  },

  comparison_two_objects: (c) => {
    const { of, much } = measureIn(c.read.text);
    const [a, b] = two(c, [/^Compared with «1», «2»/, [2, 1]]);
    if (of(a) === of(b)) return ['they are equal'];
    const first = of(a) > of(b) === much;
    if (c.asked.format === 'claim') return judgeTruth(c, first);
    return judgePick(c, (first ? a : b).id);
  },

  object_depth_comparison: (c) => {
    const [a, b] = two(c, [/deeper in the scene than|farther from the camera than|^Compared with/, [2, 1]]);
    const first = nearer(a, b, c.room);
    if (c.asked.format === 'claim') return judgeTruth(c, first);
    return judgePick(c, first === null ? undefined : (first ? a : b).id);
  },

  higher_up: (c) => {
    const [a, b] = two(c, [/of «1» are nearer to the floor than/, [2, 1]]);
    const below = lower(a, b, c.room);
    const named = c.readAlso(c.asked.reason ?? '').mentions.map((id) => thingOf(c, id));
    const steps = judgeNumbers(
      c.asked.reason ?? '',
      named.flatMap((x) => [bottomOf(x), topOf(x)]),
    );
    if (c.asked.format === 'claim') return [...judgeTruth(c, below === null ? null : !below), ...steps];
    return [...judgePick(c, below === null ? undefined : (below ? b : a).id), ...steps];
  },

  orientation_comparison_two_objects: (c) => {
    const [a, b] = two(c);
    if (a.fronts !== 'one' || b.fronts !== 'one') return ['one of them has no one front'];
    const turn = degreesBetweenFronts(a, b);
    const nearest = Math.round(turn / 90);
    if (Math.abs(turn - nearest * 90) > 21) return ['they are turned askew'];
    const claimed = (): string => turns.find((words) => c.read.text.endsWith(`${words}.`)) ?? '';
    return judgeWords(c, turns[nearest] ?? '', claimed);
  },

  depth_ordering: (c) => {
    const order = thingsOf(c).toSorted((a, b) => awayFrom(c.room.eye, a.centre) - awayFrom(c.room.eye, b.centre));
    return [
      ...judgeOrder(
        c,
        order.map(({ id }) => id),
      ),
      ...reasonAway(c),
    ];
  },

  nth_closest: (c) => {
    const rank = ranks.findIndex((word) => new RegExp(`(?:the|centre is) ${word}\\b`).test(c.read.text));
    if (rank < 1) throw new Error(`which one: ${c.read.text}`);
    const order = thingsOf(c).toSorted((a, b) => awayFrom(c.room.eye, a.centre) - awayFrom(c.room.eye, b.centre));
    return [...judgePick(c, order[rank]?.id), ...reasonAway(c)];
  },

  picture_left: (c) => inPicture(c, 0, [/farther right in the picture than|is to the right of/, [2, 1]]),
  picture_top: (c) => inPicture(c, 1, [/farther down in the picture than|is below/, [2, 1]]),
};

/** By the middles of pixel boxes, along the first or the second axis of the picture. */
function inPicture(c: Case, axis: 0 | 1, turned: Parameters<typeof inRoles>[1]): readonly string[] {
  const [one = 0, other = 0] = inRoles(c, turned);
  const middle = ({ box }: Thing): number => (axis === 0 ? box[0] + box[2] : box[1] + box[3]) / 2;
  const [a, b] = [thingAt(c, one), thingAt(c, other)];
  if (Math.abs(middle(a) - middle(b)) < 19.99) return ['they are too close to call'];
  const first = middle(a) < middle(b);
  return c.asked.format === 'claim' ? judgeTruth(c, first) : judgePick(c, (first ? a : b).id);
}
