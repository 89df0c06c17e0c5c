/** A question as it is printed, with what else is recorded of it. */
import type { Mark } from './names/resolve.js';

export interface Asked {
  readonly sceneId: string;
  readonly task: string;
  readonly format: 'open' | 'choice' | 'claim';
  readonly question: string;
  readonly answer: string;
  readonly options: readonly string[];
  readonly answerIndex: number | undefined;
  /** Ids of the things and pixels that are named, in the order of mention. */
  readonly objects: readonly string[];
  /** Boxes that are drawn into the picture for it. */
  readonly marks: readonly Mark[];
  readonly reason: string | undefined;
}

/** All that is printed. */
export const textsOf = ({ question, answer, options, reason }: Asked): readonly string[] => [
  question,
  answer,
  ...options,
  ...(reason === undefined ? [] : [reason]),
];
