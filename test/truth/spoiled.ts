/** A right question made wrong, in each way that it can be: a judge that says nothing of these is none. */
import type { Asked } from './asked.js';

export interface Spoiled {
  readonly how: 'answer' | 'option' | 'reason' | 'mark' | 'record';
  readonly asked: Asked;
}

const opposite: Readonly<Record<string, string>> = { True: 'False', False: 'True', Yes: 'No', No: 'Yes' };

/** The number at a place of a text, times 1.6 and more: no rounding hides that. Coordinates of pixels stay. */
function inflated(text: string): string | undefined {
  const [found] = [...text.matchAll(/(?<![\d.(«]|\(\d+, )\d+(?:\.\d+)?(?![\d.]*\d|, \d+\)|\))/g)];
  if (found === undefined) return undefined;
  const decimals = found[0].split('.')[1]?.length ?? 0;
  const other = (Number(found[0]) * 1.6 + 3 * 10 ** -decimals).toFixed(decimals);
  return text.slice(0, found.index) + other + text.slice(found.index + found[0].length);
}

/** Another answer: the contrary, another option, another number, or what else was answered to such questions. */
function otherAnswer(asked: Asked, others: readonly string[]): Asked | undefined {
  const { answer, format, options, answerIndex } = asked;
  if (format === 'claim') return { ...asked, answer: opposite[answer] ?? '' };
  if (format === 'choice') {
    const index = ((answerIndex ?? 0) + 1) % options.length;
    return { ...asked, answer: options[index] ?? '', answerIndex: index };
  }
  const number = /^the |^\(\d+, \d+\)/i.test(answer) ? undefined : inflated(answer);
  const other =
    number ?? others.find((words) => lastOf(words) !== lastOf(answer)) ?? others.find((words) => words !== answer);
  return other === undefined ? undefined : { ...asked, answer: other };
}

/** What is named by another noun is another thing, mostly: the rightmost chair may be the farthest one. */
const lastOf = (words: string): string | undefined => words.split(' ').at(-1);

/** @param others what else may be said in its place */
export function spoil(asked: Asked, others: readonly string[]): readonly Spoiled[] {
  const { format, options, answerIndex, reason, marks, objects } = asked;
  const spoiled: Spoiled[] = [];
  const answered = otherAnswer(asked, others);
  if (answered !== undefined) spoiled.push({ how: 'answer', asked: answered });
  if (format === 'choice') {
    const wrong = options.findIndex((_, i) => i !== answerIndex);
    // What is wrong is offered as right as what is right.
    const doubled = options.map((option, i) => (i === wrong ? asked.answer : option));
    spoiled.push({ how: 'option', asked: { ...asked, options: doubled } });
  }
  const reasoned = reason === undefined ? undefined : inflated(reason);
  if (reasoned !== undefined) spoiled.push({ how: 'reason', asked: { ...asked, reason: reasoned } });
  if (marks.length > 0) {
    const [{ colour, box }, ...rest] = [marks[0] ?? { colour: '', box: [] }, ...marks.slice(1)];
    const moved = box.map((x, i) => x + (i % 2 === 0 ? 7 : 0));
    const same = rest.filter((mark) => mark.colour !== colour);
    spoiled.push({ how: 'mark', asked: { ...asked, marks: [{ colour, box: moved }, ...same] } });
  }
  if (objects.length > 0) spoiled.push({ how: 'record', asked: { ...asked, objects: objects.slice(1) } });
  return spoiled;
}
