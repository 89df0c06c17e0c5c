/** Tasks of several steps: what fits where, what is stacked on what, which way is shortest, what hides what. */
import { type Case, type Judge, type Judges, type Rule, thingOf, thingsOf, three, two } from '../case.js';
import { printedIn } from '../quantity.js';
import type { Room } from '../room.js';
import {
  distance,
  gapBetween,
  longerSide,
  meets,
  outlineOf,
  shorterSide,
  surfaceOf,
  type Thing,
  topOf,
} from '../thing.js';
import { degreesBetween, fromPolygon, minus, norm, type Spot } from '../vectors.js';
import { judgeNumber, judgeNumbers, judgeOrder, judgePick, judgeTruth, leastOf } from '../verdicts.js';
import { crosses, fitsOver } from './outlines.js';
import { sentencesOf } from './views.js';

const reasonOf = (c: Case): string => c.asked.reason ?? '';

/** Numbers of a reason: for each thing that it names, in its order. */
function steps(c: Case, of: (a: Thing) => readonly number[]): readonly string[] {
  // Every step tells something; what concludes from them has no numbers.
  const sentences = sentencesOf(reasonOf(c)).filter((text) => printedIn(text, 'length').length > 0);
  const named = sentences.flatMap((text) => c.readAlso(text).mentions.map((id) => thingOf(c, id)));
  return judgeNumbers(reasonOf(c), named.flatMap(of));
}

const hidesAll = (eye: Thing, x: Thing, b: Thing): boolean => surfaceOf(b).every((p) => meets(eye.centre, p, x));
const hidesNone = (eye: Thing, x: Thing, b: Thing): boolean => surfaceOf(b).every((p) => !meets(eye.centre, p, x));

/** Wholly, or not at all; else null. */
function hides(eye: Thing, x: Thing, b: Thing): boolean | null {
  if (hidesAll(eye, x, b)) return true;
  return hidesNone(eye, x, b) ? false : null;
}

const belowCamera = ({ eye }: Room): Spot => [eye.at[0], eye.at[1]];
const fromCamera = (c: Case, a: Thing): number => fromPolygon(belowCamera(c.room), outlineOf(a));
const middleFromCamera = (c: Case, a: Thing): number =>
  Math.hypot(a.centre[0] - c.room.eye.at[0], a.centre[1] - c.room.eye.at[1]);

const pick = (
  c: Case,
  found: Thing | undefined,
  claimed: (things: readonly Thing[]) => Thing | undefined,
): readonly string[] => judgePick(c, found?.id, () => claimed(thingsOf(c))?.id ?? '');

const orders = (all: readonly Thing[]): readonly (readonly Thing[])[] =>
  all.length < 2
    ? [all]
    : all.flatMap((first) => orders(all.filter((x) => x !== first)).map((rest) => [first, ...rest]));

/** Whether two are more than a third, by one measure. */
const more =
  (of: (a: Thing) => number, denied: RegExp, ...rules: readonly Rule[]): Judge =>
  (c) => {
    const [a, b, d] = three(c, ...rules);
    const sum = of(a) + of(b);
    const said = judgeNumbers(reasonOf(c), [of(a), of(b), sum, of(d)]);
    return [...judgeTruth(c, sum > of(d) !== denied.test(c.read.text)), ...said];
  };

export const problemTasks: Judges = {
  problem_fits_between: (c) => {
    const [a, b, d] = three(c, [/between «1» and «2»/, [3, 1, 2]]);
    const [free, need] = [gapBetween(b, d), shorterSide(a)];
    const denied = /too broad to stand|would not get through|is too small for/.test(c.read.text);
    return [...judgeTruth(c, need < free !== denied), ...judgeNumbers(reasonOf(c), [free, need])];
  },

  problem_fits_on_top: (c) => {
    const [a, b] = two(c, [
      /^Put upright on top of «1»|^Seen from above, (?:is )?«1» (?:is )?(?:not )?large|^(?:Is t|T)he outline of «1», seen from above, (?:large|can hold)|^(?:Suppose|If) the top of «1» were/,
      [2, 1],
    ]);
    const denied = /, it would stick out|is not large enough|does not go into/.test(c.read.text);
    return [...judgeTruth(c, fitsOver(a, b) !== denied), ...steps(c, (x) => [longerSide(x), shorterSide(x)])];
  },

  problem_fits_into_crate: (c) => {
    const [a, b] = two(c, [
      /high as «1»|^If «1» were an empty|encloses «1»|space that «1» takes up|has the measures of «1»/,
      [2, 1],
    ]);
    const denied = /too small for|could not stand upright|is not large enough/.test(c.read.text);
    return [
      ...judgeTruth(c, (fitsOver(a, b) && a.height < b.height) !== denied),
      ...steps(c, (x) => [longerSide(x), shorterSide(x), x.height]),
    ];
  },

  problem_row_along_wall: more(longerSide, /would have room for|come to less than|are not as long as/, [
    /as long as «1»\. Would|as long as «1» would/,
    [2, 3, 1],
  ]),
  problem_stack_taller: more((a) => a.height, /would not be as tall|come to less than|would stay lower/),

  problem_top_when_placed: (c) => {
    const [a, b] = two(c, [/^Standing on «1»|^Put on «1»/, [2, 1]]);
    return [
      ...judgeNumber(c, topOf(b) + a.height),
      ...judgeNumbers(reasonOf(c), [topOf(b), a.height, topOf(b) + a.height]),
    ];
  },

  problem_stacking_order: (c) => {
    const order = thingsOf(c).toSorted((a, b) => longerSide(b) - longerSide(a));
    const nested = order.every((x, i) => {
      const next = order[i + 1];
      return next === undefined || shorterSide(next) < shorterSide(x);
    });
    const faults = nested ? [] : ['one is longer and another broader'];
    return [
      ...faults,
      ...judgeOrder(
        c,
        order.map(({ id }) => id),
      ),
      ...steps(c, (x) => [longerSide(x), shorterSide(x)]),
    ];
  },

  problem_reached_first: (c) => {
    const found = leastOf(thingsOf(c), (a) => fromCamera(c, a));
    const claimed = pick(c, found, (all) => (/\bneither «1» nor «2»/.test(c.read.text) ? all[2] : all[0]));
    return [...claimed, ...steps(c, (x) => [middleFromCamera(c, x), shorterSide(x) / 2, 0.71 * longerSide(x)])];
  },

  problem_shorter_walk: (c) => {
    const [s, a, b] = three(c, [/«1» is nearer to «2» than «3» is/, [2, 1, 3]]);
    const [p, q] = [gapBetween(s, a), gapBetween(s, b)];
    const faults = judgeNumbers(reasonOf(c), inReasonOrder(c, a, [p, q]));
    return [...(c.asked.format === 'claim' ? judgeTruth(c, p < q) : judgePick(c, (p < q ? a : b).id)), ...faults];
  },

  problem_shortest_tour: (c) => {
    const way = (order: readonly Thing[]): number =>
      order.reduce((sum, x, i) => {
        const from = order[i - 1]?.centre ?? c.room.eye.at;
        return sum + norm(minus(x.centre, from));
      }, 0);
    const best = leastOf(orders(thingsOf(c)), way);
    return [
      ...judgeOrder(
        c,
        (best ?? []).map(({ id }) => id),
      ),
      ...tourSteps(c),
    ];
  },

  problem_in_the_way: (c) => {
    const [a, b, x] = three(c, [/^Would «1» have to be moved/, [2, 3, 1]]);
    const denied = /passes «3» by|does not run through|^Nobody/.test(c.read.text);
    const { met, off } = crosses(a, b, x);
    const reach = met ? shorterSide(x) / 2 : 0.71 * longerSide(x);
    return [...judgeTruth(c, met !== denied), ...judgeNumbers(reasonOf(c), [off, reach])];
  },

  problem_meeting_point: (c) => {
    const all = thingsOf(c);
    const sum = (a: Thing): number => all.reduce((total, x) => total + distance(a, x), 0);
    const found = leastOf(all, sum);
    const claimed = pick(c, found, (things) =>
      /are together nearer to «3»/.test(c.read.text) ? things[2] : things[0],
    );
    return [...claimed, ...meetingSteps(c, sum)];
  },

  problem_hidden: (c) => {
    const [e, x, b] = three(c, [
      /«2» (?:is )?hidden behind «3»|to «2» blocked by «3»|not see «2», since «3»/,
      [1, 3, 2],
    ]);
    const hidden = hides(e, x, b);
    const denied = /hides nothing of|does not have|cover no part of/.test(c.read.text);
    const angle = degreesBetween(minus(x.centre, e.centre), minus(b.centre, e.centre));
    return [
      ...judgeTruth(c, hidden === null ? null : hidden !== denied),
      ...judgeNumbers(reasonOf(c), [distance(e, x), distance(e, b)]),
      ...judgeNumbers(reasonOf(c), [angle], 'angle'),
    ];
  },

  problem_which_is_hidden: (c) => {
    const [e = 0, x = 0, b = 0, d = 0] = hiddenRoles(c.read.text);
    const [eye, wall, one, other] = [e, x, b, d].map((i) => thingOf(c, c.read.ids[i - 1]));
    if (!eye || !wall || !one || !other) throw new Error(c.read.text);
    const [first, second] = [hides(eye, wall, one), hides(eye, wall, other)];
    if (first === null || second === null || first === second) return ['not just one is wholly hidden'];
    return c.asked.format === 'claim' ? judgeTruth(c, first) : judgePick(c, (first ? one : other).id);
  },
};

/** The eye, what hides, and the two of which one is hidden. */
function hiddenRoles(text: string): readonly number[] {
  if (/^To which of «1» and «2»/.test(text)) return [3, 4, 1, 2];
  if (/^Of «1» and «2», the first is hidden behind «3» from/.test(text)) return [4, 3, 1, 2];
  if (/one of «2» and «3»|Which of «2» and «3»/.test(text)) return [1, 4, 2, 3];
  if (/it would be «2» that «3» hides|to «2» is blocked by «3»/.test(text)) return [1, 3, 2, 4];
  return [1, 2, 3, 4];
}

/** A reason that names the other one first has its numbers first. */
function inReasonOrder(c: Case, a: Thing, [p, q]: readonly [number, number]): readonly number[] {
  const { mentions } = c.readAlso(reasonOf(c));
  return mentions[1] === a.id ? [p, q] : [q, p];
}

/** `Between «1» and «2» it is …` and `between «2» and «3» …`: all pairs that a text names, in its order. */
function pairsIn(c: Case, text: string): readonly number[] {
  const said = c.readAlso(text);
  return [...said.text.matchAll(/etween «(\d)» and «(\d)»/g)].map(([, one, other]) =>
    distance(thingOf(c, said.ids[Number(one) - 1]), thingOf(c, said.ids[Number(other) - 1])),
  );
}

function tourSteps(c: Case): readonly string[] {
  return sentencesOf(reasonOf(c)).flatMap((text) => {
    const said = c.readAlso(text);
    if (/^From the camera to «1» it is/.test(said.text))
      return judgeNumbers(text, [norm(minus(thingOf(c, said.ids[0]).centre, c.room.eye.at))]);
    if (/^Between/.test(text)) return judgeNumbers(text, pairsIn(c, text));
    const [, order = ''] = /belongs to this order: (.*)\.$/.exec(text) ?? [];
    return c.asked.answer === order ? [] : ['the reason ends in another order'];
  });
}

function meetingSteps(c: Case, sum: (a: Thing) => number): readonly string[] {
  const [pairs = '', sums = ''] = reasonOf(c).split('So the sum comes to about');
  const named = c.readAlso(sums).mentions.map((id) => sum(thingOf(c, id)));
  return [...judgeNumbers(pairs, pairsIn(c, pairs)), ...judgeNumbers(sums, named)];
}
