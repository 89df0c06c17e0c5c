/** One unit and one number of decimals for all lengths of a question, and how a whole length is printed in them. */

export interface LengthFormat {
  readonly symbol: 'm' | 'cm' | 'ft' | 'in';
  readonly decimals: number;
}

const UNIT: Readonly<Record<LengthFormat['symbol'], number>> = { m: 1_000_000, cm: 10_000, ft: 304_800, in: 25_400 };

/** Chosen from all lengths printed together (whole um); a reason may print some where the question has none. */
export function lengthFormat(lengths: readonly number[], imperial: boolean): LengthFormat {
  if (lengths.length === 0) return { symbol: imperial ? 'ft' : 'm', decimals: 2 };
  const largest = Math.max(0, ...lengths.map(Math.abs));
  const symbol = imperial ? (largest < 3 * UNIT.ft ? 'in' : 'ft') : largest < UNIT.m ? 'cm' : 'm';
  return { symbol, decimals: decimalsFor(lengths, symbol) };
}

/** The fewest decimals that keep two digits of the smallest, and 2 % or 1 cm. */
export function decimalsFor(lengths: readonly number[], symbol: LengthFormat['symbol']): number {
  const smallest = Math.min(...lengths.map(Math.abs));
  const enough = [0, 1, 2].find((decimals) => {
    const step = UNIT[symbol] / 10 ** decimals;
    return smallest >= 10 * step && (step <= 20_000 || 25 * step <= smallest);
  });
  return enough ?? 2;
}

/** A length as a whole number of its last printed digit. */
export function printedDigits(length: number, { symbol, decimals }: LengthFormat): bigint {
  const unit = BigInt(UNIT[symbol]);
  const numerator = 2n * BigInt(length) * 10n ** BigInt(decimals) + unit;
  const quotient = numerator / (2n * unit);
  return numerator < 0n && numerator % (2n * unit) !== 0n ? quotient - 1n : quotient;
}

export function decimalText(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const point = all.length - decimals;
  return decimals === 0 ? `${sign}${all}` : `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

export function lengthText(length: number, format: LengthFormat, signed = false): string {
  const digits = printedDigits(length, format);
  return `${signed && digits > 0n ? '+' : ''}${decimalText(digits, format.decimals)} ${format.symbol}`;
}
