/**
 * Comparisons with margins over intervals: x < y is true where y - x exceeds max(absolute, relative * max(|x|, |y|)).
 * That difference grows with y and falls with x, as long as the relative part is at most the whole: its largest value
 * stands at the ends of the intervals. All bounds are one unit wider than needed, for roundings.
 */
import type { Margin } from '../typed.js';
import type { Interval } from './interval.js';

const whole = 1_000_000;

/** Without the relative part, if it is larger than what it is a part of: a smaller margin excludes less. */
const partOf = ({ relativePpm }: Margin): number => (relativePpm < whole ? relativePpm / whole : 0);

/** Whether some value of `low` can be clearly less than some value of `high`. */
export function canBeLess(low: Interval, high: Interval, margin: Margin): boolean {
  const [least, most] = [low.low, high.high];
  if (!Number.isFinite(least) || !Number.isFinite(most)) return least < most;
  const needed = Math.max(margin.absolute, partOf(margin) * Math.max(Math.abs(least), Math.abs(most)));
  return most - least > needed - 1;
}

/** What is left of the two where the first is clearly less. */
export function whereLess(low: Interval, high: Interval, margin: Margin): readonly [Interval, Interval] {
  const part = partOf(margin);
  const atMost = Math.min(high.high - margin.absolute, high.high >= 0 ? high.high * (1 - part) : high.high);
  const atLeast = Math.max(low.low + margin.absolute, low.low >= 0 ? low.low / (1 - part) : low.low);
  return [
    { low: low.low, high: Math.min(low.high, atMost + 1) },
    { low: Math.max(high.low, atLeast - 1), high: high.high },
  ];
}

/** Whether the two can be about as large: closer than half the margin. */
export function canBeAbout(a: Interval, b: Interval, margin: Margin): boolean {
  const apart = Math.max(a.low - b.high, b.low - a.high, 0);
  const largest = Math.max(...[a.low, a.high, b.low, b.high].map(Math.abs));
  // No part of what has no bound is none.
  const relative = margin.relativePpm === 0 ? 0 : (margin.relativePpm / whole) * largest;
  return apart < Math.max(margin.absolute, relative) / 2 + 1;
}

/** Whether the two can be clearly not about as large: further apart than twice the margin. */
export function canBeFarApart(a: Interval, b: Interval, margin: Margin): boolean {
  return Math.max(a.high - b.low, b.high - a.low) > 2 * margin.absolute - 1;
}
