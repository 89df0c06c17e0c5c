/** What models give before it is a probability. */

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Position of the greatest of `count` numbers that begin at `from`, counted from there; the first of equal ones. */
export function greatest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++)
    if ((values[from + i] ?? Number.NEGATIVE_INFINITY) > (values[from + best] ?? Number.NEGATIVE_INFINITY)) best = i;
  return best;
}
