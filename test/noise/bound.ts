/** How many wrong answers of a task are still 2 % of all, by chance. */

/** The share of wrong answers that a task may have. */
const SHARE = 0.02;
/** One task in a thousand that has just this share breaks the bound by chance. */
const DEVIATIONS = 3;

/** The most of `count` independent answers that are wrong, where 2 % are: the mean and three standard deviations. */
export function mostWrong(count: number): number {
  return Math.ceil(count * SHARE + DEVIATIONS * Math.sqrt(count * SHARE * (1 - SHARE)));
}
