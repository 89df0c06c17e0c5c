/** Sharing out whole numbers of questions, without a rounding that could differ between machines. */

/**
 * Shares `total` out by whole shares of `sum`: each part is its exact share rounded up or down, and where the shares
 * add up to `sum` the parts add up to `total`. Part i is floor(b(i)) - floor(b(i-1)), b(i) = total * (share 1 + … +
 * share i) / sum + phase / 65536; `phase`, from 0 to 65535, decides which parts are rounded up.
 */
export function apportion(total: number, shares: readonly number[], sum: number, phase = 0): readonly number[] {
  if (sum === 0) return shares.map(() => 0);
  const whole = BigInt(sum) * 65_536n;
  const border = (before: number): bigint =>
    (BigInt(total) * BigInt(before) * 65_536n + BigInt(sum) * BigInt(phase)) / whole;
  let before = 0;
  return shares.map((share) => {
    const low = border(before);
    before += share;
    return Number(border(before) - low);
  });
}

export interface Stock {
  readonly weight: number;
  readonly count: number;
}

/**
 * Gives of each stock, `quota` in all, by weight. A stock with no more than its part gives all it has, and what it
 * lacks is shared among the others in the same way; so less than `quota` is given only where all of weight is given.
 */
export function giveByWeight(quota: number, stocks: readonly Stock[]): readonly number[] {
  const sum = stocks.reduce((all, { weight }) => all + weight, 0);
  const emptied = ({ weight, count }: Stock): boolean =>
    weight > 0 && BigInt(count) * BigInt(sum) <= BigInt(quota) * BigInt(weight);
  const given = stocks.reduce((all, stock) => all + (emptied(stock) ? stock.count : 0), 0);
  if (!stocks.some(emptied)) {
    const weights = stocks.map(({ weight }) => weight);
    return apportion(quota, weights, sum);
  }
  const others = stocks.map((stock) => (emptied(stock) ? { weight: 0, count: 0 } : stock));
  const rest = giveByWeight(quota - given, others);
  return stocks.map((stock, i) => (emptied(stock) ? stock.count : (rest[i] ?? 0)));
}
