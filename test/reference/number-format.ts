/**
 * One unit and one number of decimals for all numbers of a kind in a question, and how a whole number is printed in them.
 * Lengths whose unit a hole fixes are a kind of their own; angles and ratios have nothing to choose.
 */
import type { Measure } from './value.js';

export type Kind = 'length' | 'm' | 'cm' | 'area' | 'volume';
type Symbol = 'm' | 'cm' | 'ft' | 'in' | 'm²' | 'cm²' | 'litres';

export interface NumberFormat {
  readonly symbol: Symbol;
  readonly decimals: number;
}

export type Formats = Readonly<Record<Kind, NumberFormat>>;

/** Whole units (um, mm2, mm3) in one. */
const WHOLE: Readonly<Record<Symbol, number>> = {
  m: 1_000_000,
  cm: 10_000,
  ft: 304_800,
  in: 25_400,
  'm²': 1_000_000,
  'cm²': 100,
  litres: 1_000_000,
};

/** Under it a number asks for no decimals, under a tenth of it a number is nothing: 1 cm, 1 cm², a hundredth of a litre. */
const RESOLUTION: Readonly<Record<Kind, number>> = { length: 10_000, m: 10_000, cm: 10_000, area: 100, volume: 10_000 };

/** What a reason prints where its question has no such number. */
const ALONE: Readonly<Record<Exclude<Kind, 'length'>, NumberFormat>> = {
  m: { symbol: 'm', decimals: 2 },
  cm: { symbol: 'cm', decimals: 0 },
  area: { symbol: 'm²', decimals: 2 },
  volume: { symbol: 'litres', decimals: 1 },
};

export function kindOf(measure: Measure, format: string | undefined): Kind | undefined {
  if (measure === 'area' || measure === 'volume') return measure;
  const isLength = measure === 'magnitude' || measure === 'signed' || measure === 'length literal';
  if (!isLength) return undefined;
  return format === 'm' || format === 'cm' ? format : 'length';
}

/** Chosen from all numbers of the kind that are printed together, in whole units. */
export function numberFormat(kind: Kind, amounts: readonly number[], imperial: boolean): NumberFormat {
  if (amounts.length === 0) return kind === 'length' ? { symbol: imperial ? 'ft' : 'm', decimals: 2 } : ALONE[kind];
  const symbol = symbolFor(kind, Math.max(...amounts.map(Math.abs)), imperial);
  return { symbol, decimals: decimalsFor(kind, amounts.map(Math.abs), symbol) };
}

function symbolFor(kind: Kind, largest: number, imperial: boolean): Symbol {
  if (kind === 'm' || kind === 'cm') return kind;
  if (kind === 'volume') return 'litres';
  if (kind === 'area') return largest < 100_000 ? 'cm²' : 'm²';
  if (imperial) return largest < 914_400 ? 'in' : 'ft';
  return largest < 1_000_000 ? 'cm' : 'm';
}

/** The fewest that keep two digits of the smallest that counts, and 2 % or, of lengths, 1 cm. */
function decimalsFor(kind: Kind, sizes: readonly number[], symbol: Symbol): number {
  const counting = sizes.filter((size) => size >= RESOLUTION[kind]);
  const leading = counting.length > 0 ? Math.min(...counting) : Math.max(...sizes);
  if (leading < RESOLUTION[kind] / 10) return 0;
  const isLength = kind !== 'area' && kind !== 'volume';
  const enough = [0, 1, 2].find((decimals) => {
    const step = WHOLE[symbol] / 10 ** decimals;
    return leading >= 10 * step && (25 * step <= leading || (isLength && step <= 20_000));
  });
  return enough ?? 2;
}

/** As a whole number of its last printed digit. */
export function printedDigits(amount: number, { symbol, decimals }: NumberFormat): bigint {
  const unit = BigInt(WHOLE[symbol]);
  const numerator = 2n * BigInt(amount) * 10n ** BigInt(decimals) + unit;
  const quotient = numerator / (2n * unit);
  return numerator < 0n && numerator % (2n * unit) !== 0n ? quotient - 1n : quotient;
}

export function decimalText(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const point = all.length - decimals;
  return decimals === 0 ? `${sign}${all}` : `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

export function numberText(amount: number, format: NumberFormat, signed = false): string {
  const digits = printedDigits(amount, format);
  return `${signed && digits > 0n ? '+' : ''}${decimalText(digits, format.decimals)} ${format.symbol}`;
}

/** Whole degrees (of 1e-6 deg) or whole per cents (of 1e-9). */
export function plainDigits(amount: number, measure: 'angle' | 'ratio'): bigint {
  return BigInt(Math.floor(amount / (measure === 'ratio' ? 1e7 : 1e6) + 0.5));
}

export function plainText(amount: number, measure: 'angle' | 'ratio'): string {
  const digits = plainDigits(amount, measure);
  if (measure === 'ratio') return `${digits}%`;
  return `${digits} ${digits === 1n ? 'degree' : 'degrees'}`;
}
