/** A share that should lie at chance: what was found, beside it, and whether it is beyond its bound. */

export type Figure =
  | 'true claims'
  | 'place of the right option'
  | 'rank of the right number'
  | 'first-named wins'
  | 'guess by the references'
  | 'option chosen by its reference';

export interface Finding {
  readonly task: string;
  readonly figure: Figure;
  /** Which of several: a phrasing, `2 of 4`, a format; empty where there is one. */
  readonly about: string;
  readonly n: number;
  readonly found: number;
  readonly chance: number;
  /** Of a share of n at chance. */
  readonly standardError: number;
  /** Farther from chance than the bound, by more than so few questions explain. */
  readonly beyond: boolean;
}

/** What is promised of every standard task: shares lie within a point of chance. */
const bound = 0.01;
/** Some hundred shares are looked at: one in 16,000 is four standard errors off by itself. */
const errors = 4;

export function finding(
  task: unknown,
  figure: Figure,
  about: string,
  { n, found, chance }: { readonly n: unknown; readonly found: unknown; readonly chance: unknown },
): Finding {
  const [count, share, expected] = [Number(n), Number(found), Number(chance)];
  const standardError = count === 0 ? 0 : Math.sqrt((expected * (1 - expected)) / count);
  const beyond = Math.abs(share - expected) > bound + errors * standardError;
  return { task: String(task), figure, about, n: count, found: share, chance: expected, standardError, beyond };
}
