/** How many things of some kinds a vision-language model sees in a picture. */
import { z } from 'zod';
import type { Shown } from './captions.js';
import { ask, type Vlm } from './chat.js';
import { jsonIn } from './told-boxes.js';

/** Changed whenever the prompt here changes what comes out: kept results are told apart by it. */
export const COUNTS_VERSION = 1;

/** Kinds in one question: of long lists models leave some out. */
const AT_ONCE = 12;
const TOKENS = 512;

const counted = z.record(z.string(), z.int().nonnegative());

/**
 * @returns of each label how many there are
 * @throws RunError SPQ541, SPQ542, SPQ543
 */
export async function countsOf(
  vlm: Vlm,
  { jpeg }: Shown,
  labels: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const questions = Array.from({ length: Math.ceil(labels.length / AT_ONCE) }, (_, at) =>
    labels.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  const answers = await Promise.all(
    questions.map((asked) => ask(vlm, { text: prompt(asked), jpeg, tokens: TOKENS }, (answer) => read(answer, asked))),
  );
  return new Map(answers.flat());
}

function read(answer: string, labels: readonly string[]): readonly (readonly [string, number])[] {
  const parsed = counted.safeParse(jsonIn(answer));
  if (!parsed.success) throw new Error('it is no object of whole numbers');
  return labels.map((label) => {
    const count = parsed.data[label];
    if (count === undefined) throw new Error(`it does not say how many of \`${label}\` there are`);
    return [label, count] as const;
  });
}

const prompt = (labels: readonly string[]): string =>
  [
    'How many of each of these are in the picture? Count every one, also those that are far away, partly hidden or cut off.',
    'Do not count pictures of them, or what a mirror shows.',
    `Answer with a JSON object alone, with these keys and a whole number for each: ${JSON.stringify(labels)}.`,
  ].join(' ');
