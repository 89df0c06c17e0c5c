/** Tasks about what touches, carries, holds or stands near what, and what would if it were moved. */
import { type Case, type Judges, pointOf, thingOf, three, two } from '../case.js';
import { isNextTo, isOn } from '../contact.js';
import { onlyIn } from '../quantity.js';
import { isPixel } from '../read.js';
import {
  bottomOf,
  breadthOf,
  gapBetween,
  longerSide,
  movedTo,
  shareOver,
  shorterSide,
  type Thing,
  topOf,
} from '../thing.js';
import { judgeNumbers, judgePick, judgeTruth, judgeWords } from '../verdicts.js';
import { judgeSpots } from './spots.js';

const reasonOf = (c: Case): string => c.asked.reason ?? '';
const unless = (truth: boolean | null, denied: boolean): boolean | null => (truth === null ? null : truth !== denied);

const isInside = (a: Thing, b: Thing): boolean | null => {
  const share = shareOver(a, b);
  const level = bottomOf(a) < topOf(b) && topOf(a) > bottomOf(b);
  if (share > 0.8 && level && longerSide(a) < longerSide(b) && shorterSide(a) < shorterSide(b)) return true;
  return share < 0.1 || !level || bottomOf(a) >= topOf(b) - 0.01 ? false : null;
};

export const nearTasks: Judges = {
  support: (c) => {
    const [a, b] = two(c, [
      /^Does «1» carry «2»|^Is «1» what|^The top of «1» is what|^It is (?:not |on )?«1» that/,
      [2, 1],
    ]);
    const carried = isOn(a, b);
    const denied = /^It is not|something other than|does not rest on/.test(c.read.text);
    const share = judgeNumbers(/^[^%]*%/.exec(reasonOf(c))?.[0] ?? '', [shareOver(a, b)], 'share');
    return [...judgeTruth(c, unless(carried, denied)), ...share];
  },

  carried_by: (c) => {
    const [a, b, d] = three(
      c,
      [/^On which of|^If one of|^Of «1» and «2»|^Between «1» and «2»|^It is on the top of «1», rather/, [3, 1, 2]],
      [/^If «1» were taken away, «2» would|^It is «1» that carries «2»/, [2, 1, 3]],
      [/^Not «1», but «2» is what «3»/, [3, 2, 1]],
    );
    const [first, second] = [isOn(a, b), isOn(a, d)];
    if (first === null || second === null || first === second) return ['not just one of them carries it'];
    return c.asked.format === 'claim' ? judgeTruth(c, first) : judgePick(c, (first ? b : d).id);
  },

  inside: (c) => {
    const [a, b] = two(c, [
      /^Does «1» contain|^Would «2» come along|^Do the sides of «1»|^The sides of «1»|^If «1» were/,
      [2, 1],
    ]);
    const denied = /is not inside|would not be among|do not enclose/.test(c.read.text);
    return judgeTruth(c, unless(isInside(a, b), denied));
  },

  next_to_or_far: (c) => {
    const [a, b] = two(c);
    const close = isNextTo(a, b);
    const steps = judgeNumbers(reasonOf(c), [gapBetween(a, b), breadthOf(a), breadthOf(b)]);
    if (close === null) return ['it is neither next to it nor far from it'];
    if (c.asked.format !== 'claim')
      return [...judgeWords(c, close ? 'next to each other' : 'far from each other'), ...steps];
    const denied = /is far from|are far apart|is large/.test(c.read.text);
    return [...judgeTruth(c, close !== denied), ...steps];
  },

  can_pass: (c) => {
    const [a, b] = two(c);
    const need = onlyIn(c.read.text, 'length');
    if (Math.abs(need.value - 0.6) > need.step / 2 + 1e-9) return [`the width is ${need.value}`];
    const free = gapBetween(a, b);
    const denied = /would not have enough room|would get stuck|less than/.test(c.read.text);
    return [...judgeTruth(c, free > need.value !== denied), ...judgeNumbers(reasonOf(c), [free, 0.6])];
  },

  room_at_spot: (c) => {
    const { spot, a, b } = moved(c, [
      /is there room next to «1» for «2»|there is room next to «1» for «2»|^As far as «1» goes, «2»/,
      /^Could «1» stay where it is, if everything else were taken away and «2»/,
    ]);
    const there = movedTo(a, pointOf(c, spot));
    const gap = gapBetween(there, b);
    const collides = shareOver(there, b) > 0 || shareOver(b, there) > 0;
    const denied = /would bump into|would be no room|would take up/.test(c.read.text);
    const steps = /overlap/.test(reasonOf(c)) ? [] : judgeNumbers(reasonOf(c).replace(/\(\d+, \d+\)/g, ''), [gap]);
    return [...judgeSpots(c, [spot]), ...judgeTruth(c, (gap > 0 && !collides) !== denied), ...steps];
  },

  closer_if_moved: (c) => {
    const { spot, a, b } = moved(c, []);
    const now = gapBetween(a, b);
    const later = gapBetween(movedTo(a, pointOf(c, spot)), b);
    const denied = /it would be farther|would make the gap to «\d» larger| grows, if/.test(c.read.text);
    const steps = judgeNumbers(reasonOf(c), [now, later]);
    return [...judgeSpots(c, [spot]), ...judgeTruth(c, later < now !== denied), ...steps];
  },
};

/** A spot of the floor, what is moved there, and what it might come near; rules say where the other is named first. */
function moved(c: Case, turned: readonly RegExp[]): { readonly spot: string; readonly a: Thing; readonly b: Thing } {
  const spot = c.read.ids.find(isPixel);
  if (spot === undefined) throw new Error(c.read.text);
  const [one, other] = c.read.ids.filter((id) => id !== spot);
  const back = turned.some((words) => words.test(c.read.text));
  return { spot, a: thingOf(c, back ? other : one), b: thingOf(c, back ? one : other) };
}
