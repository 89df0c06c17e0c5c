/** What a baseline is: it learns on some questions, and then guesses. */
import type { Candidate, CandidateKind, Contest } from './game.js';
import type { Sampled } from './sampled.js';

/** Index of the candidate it takes for right. */
export type ContestGuess = (contest: Contest) => number;
/** The number it takes for right, SI. */
export type NumberGuess = (question: Sampled) => number;

export interface Baseline {
  /** Undefined where it has nothing to say of such questions. */
  readonly contests: (learning: readonly Contest[], of: CandidateKind) => ContestGuess | undefined;
  readonly numbers: (learning: readonly Sampled[]) => NumberGuess | undefined;
}

/** The first of those with the greatest score. */
export function best(candidates: readonly Candidate[], score: (c: Candidate, i: number) => number): number {
  let found = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, c] of candidates.entries()) {
    const own = score(c, i);
    if (own > most) [found, most] = [i, own];
  }
  return found;
}

/** How unlike two numbers are: by their ratio where both are positive, else by their difference. */
export function unlike(a: number, b: number): number {
  return a > 0 && b > 0 ? Math.abs(Math.log(a / b)) : Math.abs(a - b);
}

/** The candidate that is nearest to a number. */
export const nearest = (candidates: readonly Candidate[], to: number): number =>
  best(candidates, ({ number }) => (number === undefined ? Number.NEGATIVE_INFINITY : -unlike(number, to)));

/** The middle one; of an even number the lower of the two, so that a median of counts is a count. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Whether a guessed number is accepted by the question's own rule. */
export function accepts({ accept, value }: Pick<Sampled, 'accept' | 'value'>, guess: number): boolean {
  if (value === null) return false;
  const rule: unknown = JSON.parse(accept);
  const of = (name: string): number => {
    const given: unknown = typeof rule === 'object' && rule !== null ? Reflect.get(rule, name) : undefined;
    return typeof given === 'number' ? given : 0;
  };
  const off = Math.abs(guess - value);
  return off <= Math.max(of('tolerance') * Math.abs(value), of('absolute'), of('degrees'));
}
