/** How often a baseline is right, beside chance: accuracy on the captures that it has not seen. */
import type { Sampled } from './sampled.js';

export type BaselineName = 'majority' | 'text only' | 'category prior' | '2D boxes only';

export interface BaselineResult {
  readonly level: number;
  readonly task: string;
  readonly format: string;
  readonly baseline: BaselineName;
  /** Questions that it learned from, and those it was tried on. */
  readonly learned: number;
  readonly tried: number;
  readonly accuracy: number;
  /** Of a guess among what is shown; null where nothing is shown, as for open questions: there `majority` is what to beat. */
  readonly chance: number | null;
  /** Of the accuracy; questions of one capture are taken together, since they are alike. */
  readonly standardError: number;
  /** Better than chance by more than two points, beyond three standard errors. Never true without chance. */
  readonly beyond: boolean;
}

/** A guess that is better than chance by no more than this says little. */
const bound = 0.02;
const errors = 3;

/** What was tried: the question, whether the guess was right, and the chance of a blind one. */
export interface Trial {
  readonly question: Pick<Sampled, 'capture'>;
  readonly hit: boolean;
  readonly chance: number | null;
}

export type Told = Pick<BaselineResult, 'tried' | 'accuracy' | 'chance' | 'standardError' | 'beyond'>;

export function judged(trials: readonly Trial[]): Told {
  const tried = trials.length;
  const accuracy = trials.filter(({ hit }) => hit).length / tried;
  const chances = trials.flatMap(({ chance }) => (chance === null ? [] : [chance]));
  const chance = chances.length === tried ? chances.reduce((a, b) => a + b, 0) / tried : null;
  const standardError = clusteredError(trials, accuracy);
  // Who was right in all of a few has no error of its own: then that of a blind guess counts.
  const blind = chance === null ? 0 : Math.sqrt((chance * (1 - chance)) / tried);
  const beyond = chance !== null && accuracy - chance > bound + errors * Math.max(standardError, blind);
  return { tried, accuracy, chance, standardError, beyond };
}

/** sqrt of the sum over captures of (sum of hit - accuracy) squared, over n; never less than that of independent ones. */
function clusteredError(trials: readonly Trial[], accuracy: number): number {
  const sums = new Map<string, number>();
  for (const { question, hit } of trials)
    sums.set(question.capture, (sums.get(question.capture) ?? 0) + (hit ? 1 : 0) - accuracy);
  const squares = [...sums.values()].reduce((sum, s) => sum + s * s, 0);
  const independent = (accuracy * (1 - accuracy)) / trials.length;
  return Math.sqrt(Math.max(squares / (trials.length * trials.length), independent));
}
