/** Boxes that a vision-language model wrote: a list in JSON, often between fences, sometimes cut off. */
import { z } from 'zod';
import type { Bounds } from '../../geometry/projection.js';

const four = z.tuple([z.number(), z.number(), z.number(), z.number()]);
/** Models write `bbox_2d` (Qwen) or `bbox`. */
const told = z.union([
  z.looseObject({ bbox_2d: four }).transform(({ bbox_2d }) => bbox_2d),
  z.looseObject({ bbox: four }).transform(({ bbox }) => bbox),
]);

/**
 * Every box of the answer, in the model's own numbers.
 *
 * An answer that is cut off is none: how many boxes it would have had is what is asked.
 *
 * @throws Error with what is wrong with the answer
 */
export function toldBoxes(answer: string): readonly Bounds[] {
  const list = jsonIn(answer);
  const parsed = z.array(told).safeParse(Array.isArray(list) ? list : [list]);
  if (!parsed.success) throw new Error('a box is not four numbers under `bbox_2d` or `bbox`');
  return parsed.data.map(ordered);
}

/** Some models begin at another corner. */
const ordered = ([x1, y1, x2, y2]: Bounds): Bounds => [
  Math.min(x1, x2),
  Math.min(y1, y2),
  Math.max(x1, x2),
  Math.max(y1, y2),
];

/** The JSON of an answer: between fences, or all of it. */
export function jsonIn(answer: string): unknown {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(answer)?.[1];
  const text = (fenced ?? answer).trim();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`no JSON, or JSON that is cut off: \`${excerpt(answer)}\``);
  }
}

const EXCERPT = 80;
const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
};
