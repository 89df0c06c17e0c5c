/** Whole numbers shared out by parts: each share within one of its due, the sum exact. */

/** Share i is floor(b(i)) - floor(b(i - 1)) with b(i) = total * (p1 + … + pi) / whole + phase / 65536. */
export function sharedOut(total: number, parts: readonly number[], whole: number, phase = 0): readonly number[] {
  if (whole === 0) return parts.map(() => 0);
  const upTo = (i: number): bigint => {
    const sum = parts.slice(0, i).reduce((a, b) => a + b, 0);
    return (BigInt(total) * BigInt(sum) * 65_536n + BigInt(phase) * BigInt(whole)) / (BigInt(whole) * 65_536n);
  };
  return parts.map((_, i) => Number(upTo(i + 1) - upTo(i)));
}

export interface Stock {
  readonly count: number;
  readonly weight: number;
}

/** What each task gives to the quota of its level: those with less than their due give all, the others share the rest. */
export function givenBy(stocks: readonly Stock[], quota: number): readonly number[] {
  const given = new Map<Stock, number>();
  let rest = quota;
  for (;;) {
    const left = stocks.filter((stock) => !given.has(stock));
    const weights = left.reduce((sum, { weight }) => sum + weight, 0);
    const due = rest;
    const short = left.filter(({ count, weight }) => weight > 0 && count * weights <= due * weight);
    for (const stock of short) {
      given.set(stock, stock.count);
      rest -= stock.count;
    }
    if (short.length > 0) continue;
    const shares = sharedOut(
      rest,
      left.map(({ weight }) => weight),
      weights,
    );
    return stocks.map((stock) => given.get(stock) ?? shares[left.indexOf(stock)] ?? 0);
  }
}
