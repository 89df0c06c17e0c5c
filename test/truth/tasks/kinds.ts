/**
 * Tasks about kinds of things: how many there are, alone or where something holds of them, and whether any are there.
 * What is hardly seen, or may be called so and may not, must make no difference.
 */
import { type Case, type Judge, type Judges, judgeFound, thingAt, two } from '../case.js';
import { onlyIn, printedIn } from '../quantity.js';
import { relationIn, relationsTo } from '../relations.js';
import { distance, gapBetween, middleOf, outlineOf, type Thing } from '../thing.js';
import { leftOfLine } from '../vectors.js';
import { judgeNumber, judgeNumbers, judgeTruth, judgeWords } from '../verdicts.js';

/** How many at least and at most, of those that satisfy the rest. */
interface Count {
  readonly sure: number;
  readonly atMost: number;
}

function tally(c: Case, kind: string, holds: (a: Thing) => boolean | null = () => true): Count {
  let sure = 0;
  let atMost = 0;
  for (const a of c.room.things.values()) {
    const called = c.called(a, kind);
    if (called === 'no' || holds(a) === false) continue;
    atMost++;
    if (called === 'surely' && a.certain && holds(a) === true) sure++;
  }
  return { sure, atMost };
}

/** @throws where it cannot be told */
function numberOf(c: Case, kind: string | undefined, holds?: (a: Thing) => boolean | null): number {
  if (kind === undefined) throw new Error(`of what kind: ${c.read.text}`);
  const { sure, atMost } = tally(c, kind, holds);
  if (sure !== atMost) throw new Error(`there are ${sure} or ${atMost} of ${kind}: ${c.read.text}`);
  return sure;
}

const kindAt = (c: Case, number: number): string => {
  const kind = c.kinds().kinds[number - 1];
  if (kind === undefined) throw new Error(`no ‹${number}› in: ${c.kinds().text}`);
  return kind;
};

/** The count that a claim prints is the only bare number in it. */
function judgeCount(c: Case, truth: number): readonly string[] {
  const said = c.read.text.replace(/\d+(?:\.\d+)? (?:m|cm|ft|in)\b(?= of| around| away| from| to|,| by)/g, '');
  return judgeNumber(c, truth, 'count', () => onlyIn(said, 'count'));
}

/** No thing is of two of the kinds. */
function twice(c: Case, kinds: readonly string[]): readonly string[] {
  const both = [...c.room.things.values()].filter((a) => kinds.filter((kind) => c.called(a, kind) !== 'no').length > 1);
  return both.map(({ id }) => `${id} may be of two of the kinds`);
}

const counted =
  (holds: (c: Case) => (a: Thing) => boolean | null): Judge =>
  (c) =>
    judgeCount(c, numberOf(c, kindAt(c, 1), holds(c)));

const soRelated = (c: Case): ((a: Thing) => boolean | null) => {
  const { text } = c.read;
  const found = relationsTo(text);
  if (found.length === 0) {
    const holds = relationIn(text);
    return (a) => holds(a, thingAt(c, 1), c.room);
  }
  return (a) => {
    const truths = found.map(({ holds, number }) => holds(a, thingAt(c, number), c.room));
    if (truths.includes(false)) return false;
    return truths.includes(null) ? null : true;
  };
};

/** All of its outline is on the left of the line, or none of it; null across it. */
function onLeft(a: Thing, from: Thing, to: Thing): boolean | null {
  const sides = outlineOf(a).map((corner) => leftOfLine(middleOf(from), middleOf(to), corner) > 0);
  if (sides.every((side) => side)) return true;
  return sides.every((side) => !side) ? false : null;
}

/** `The picture shows 3 chairs, 1 lamp and 2 boxes.` */
function reasonCounts(c: Case): readonly string[] {
  const reason = c.asked.reason ?? '';
  const { mentions, text } = c.readKinds(reason);
  const numbers = printedIn(text, 'count').slice(0, mentions.length);
  if (numbers.length !== mentions.length) throw new Error(reason);
  return mentions.flatMap((kind, i) => {
    const truth = numberOf(c, kind);
    return numbers[i]?.value === truth ? [] : [`there are ${truth} of ${kind}`];
  });
}

/** Surely more of it than of the other; surely not; or it cannot be told. */
function moreOf(c: Case, kind: string, other: string): boolean | null {
  const [one, two] = [tally(c, kind), tally(c, other)];
  if (one.sure > two.atMost) return true;
  return one.atMost <= two.sure ? false : null;
}

function most(c: Case, claimed: (mentions: readonly string[]) => string | undefined): readonly string[] {
  const { kinds, mentions } = c.kinds();
  const wins = (kind: string): readonly (boolean | null)[] =>
    kinds.filter((other) => other !== kind).map((other) => moreOf(c, kind, other));
  const found = kinds.find((kind) => wins(kind).every((win) => win === true));
  const faults = [...twice(c, kinds), ...reasonCounts(c)];
  if (c.asked.format !== 'claim') return [...faults, ...(found ? judgeWords(c, found) : ['none has surely most'])];
  const truths = wins(claimed(mentions) ?? '');
  return [...faults, ...judgeTruth(c, truths.includes(false) ? false : truths.includes(null) ? null : true)];
}

export const kindTasks: Judges = {
  counting_objects: counted(() => () => true),
  counting_under_constraint: counted(soRelated),
  counting_under_two_constraints: (c) => {
    if (relationsTo(c.read.text).length !== 2) throw new Error(c.read.text);
    return counted(soRelated)(c);
  },
  counting_within_reach: (c) => {
    const reach = onlyIn(c.read.text, 'length');
    if (Math.abs(reach.value - 1.5) > reach.step / 2 + 1e-9) return [`the reach is ${reach.value}`];
    return counted(() => (a) => gapBetween(a, thingAt(c, 1)) < reach.value)(c);
  },
  counting_from_viewpoint: (c) => {
    const [from, to] = two(c);
    return counted(() => (a) => onLeft(a, from, to))(c);
  },
  counting_two_kinds: (c) => {
    const { kinds } = c.kinds();
    const total = numberOf(c, kinds[0]) + numberOf(c, kinds[1]);
    const sum = judgeNumbers(/Together that is (.*)$/.exec(c.asked.reason ?? '')?.[1] ?? '', [total], 'count');
    return [...twice(c, kinds), ...judgeCount(c, total), ...sum, ...reasonCounts(c)];
  },
  most_objects_in_class: (c) =>
    most(c, (mentions) => mentions.find((kind, i) => mentions.indexOf(kind) !== i) ?? mentions.at(-1)),
  more_of_a_kind: (c) =>
    most(c, ([first, second]) => (/There are fewer|^Compared with/.test(c.read.text) ? second : first)),

  as_many: (c) => {
    const { kinds } = c.kinds();
    const denied = /\bdiffers from\b|some of one kind|are not equal/.test(c.read.text);
    const [one = '', other = ''] = kinds;
    const [more, fewer] = [moreOf(c, one, other), moreOf(c, other, one)];
    const equal = more === true || fewer === true ? false : more === false && fewer === false ? true : null;
    return [...twice(c, kinds), ...judgeTruth(c, equal === null ? null : equal !== denied), ...reasonCounts(c)];
  },
  exactly_one: (c) => {
    const denied = /more than one ‹|several ‹|is not the only one/.test(c.kinds().text);
    const { sure, atMost } = tally(c, kindAt(c, 1));
    if (sure === 0) return ['there may be none'];
    const one = sure > 1 ? false : atMost === 1 ? true : null;
    return judgeTruth(c, one === null ? null : one !== denied);
  },
  presence: (c) => {
    const denied = /There is no ‹|does not show|Nobody who looks/.test(c.kinds().text);
    const { sure, atMost } = tally(c, kindAt(c, 1));
    return judgeTruth(c, sure > 0 ? !denied : atMost > 0 ? null : denied);
  },
  not_in_the_picture: (c) => {
    const { kinds } = c.kinds();
    const counts = kinds.map((kind) => tally(c, kind));
    const absent = kinds.filter((_, i) => counts[i]?.atMost === 0);
    const present = kinds.filter((_, i) => (counts[i]?.sure ?? 0) > 0);
    if (absent.length !== 1 || present.length !== 2)
      return [`${absent.length} are absent, ${present.length} are there`];
    return judgeWords(c, absent[0] ?? '');
  },
  cannot_be_determined: (c) => {
    const denied = /cannot be determined|leaves open|room for doubt/.test(c.read.text);
    const { sure, atMost } = tally(c, kindAt(c, 1));
    return judgeTruth(c, (sure === atMost) !== denied);
  },
  picture_count: (c) => {
    const at = ({ box }: Thing): number => (box[0] + box[2]) / 2;
    const line = at(thingAt(c, 1));
    return counted(() => (a) => (Math.abs(at(a) - line) < 19.99 ? null : at(a) < line))(c);
  },

  problem_chain: (c) => {
    const [, number = ''] = /(?:closest to|nearest to|nearest to that of|closer to) «(\d)»/.exec(c.read.text) ?? [];
    const a = thingAt(c, Number(number));
    const b = thingAt(c, number === '1' ? 2 : 1);
    const kind = kindAt(c, 1);
    const kin = [...c.room.things.values()].filter((x) => c.called(x, kind) !== 'no');
    const [first, second] = kin.toSorted((x, y) => distance(x, a) - distance(y, a));
    if (!first || !second || !first.certain || c.called(first, kind) !== 'surely')
      return ['none is surely the nearest'];
    if (distance(second, a) - distance(first, a) < 0.0999) return ['two are about as near'];
    const reason = c.asked.reason ?? '';
    return [
      ...judgeNumber(c, distance(first, b)),
      ...judgeNumbers(reason, [distance(first, a), distance(first, b)]),
      ...judgeFound(c, first.id),
    ];
  },
};
