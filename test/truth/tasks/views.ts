/** Where things are for somebody who stands elsewhere, and what reasons say of it. */
import type { Case } from '../case.js';
import { printedIn } from '../quantity.js';
import { ownAxes, type Thing } from '../thing.js';
import { clockwise, minus, type Vec } from '../vectors.js';
import { judgeNumbers } from '../verdicts.js';

/** So far to the right and ahead, for somebody who looks that way. */
export interface View {
  readonly right: number;
  readonly ahead: number;
}

/** Of somebody at a who looks along the level of a way. */
export function viewFrom(at: Thing, way: Vec, p: Thing): View {
  const long = Math.hypot(way[0], way[1]);
  const [x, y] = [way[0] / long, way[1] / long];
  const [dx, dy] = minus(p.centre, at.centre);
  return { right: dx * y - dy * x, ahead: dx * x + dy * y };
}

export const towards = (at: Thing, to: Thing, p: Thing): View => viewFrom(at, minus(to.centre, at.centre), p);

export function asFaced(at: Thing, p: Thing): View {
  if (at.fronts !== 'one') throw new Error(`${at.id} has no one front`);
  const { right, front } = ownAxes(p.centre, at);
  return { right, ahead: front };
}

export const degreesOf = ({ right, ahead }: View): number => clockwise(right, ahead);

/** Nearer than this is to neither side; rounding apart. */
const HARDLY = 0.1001;

/** `1.24 m to the left`, of so much to the right; or the words for hardly any. */
function judgeOffset(words: string, size: number, ways: readonly [string, string], hardly: string): readonly string[] {
  if (words.includes(hardly)) return Math.abs(size) > HARDLY ? [`"${words}" of ${size.toFixed(3)}`] : [];
  const [, number = '', way] = new RegExp(`([\\d.]+ \\w+) (${ways.join('|')})`).exec(words) ?? [];
  const faults = way === ways[size > 0 ? 0 : 1] ? [] : [`"${words}" of ${size.toFixed(3)}`];
  return [...faults, ...judgeNumbers(number, [Math.abs(size)])];
}

export const judgeAside = (words: string, { right }: View): readonly string[] =>
  judgeOffset(words, right, ['to the right', 'to the left'], 'hardly to either side');

const judgeAhead = (words: string, { ahead }: View): readonly string[] =>
  judgeOffset(words, ahead, ['ahead', 'behind'], 'neither clearly ahead nor behind');

export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=\.) (?=[A-Z])/);

/** Sentences of a reason that tell offsets; the others only name the answer. */
export function reasonOffsets(c: Case, view: View): readonly string[] {
  const told = sentencesOf(c.asked.reason ?? '').filter((text) => printedIn(text, 'length').length > 0);
  return told.flatMap((text) => {
    const { text: words } = c.readAlso(text);
    return [...judgeAside(words, view), ...judgeAhead(words, view)];
  });
}
