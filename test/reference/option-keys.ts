/** What an option says without the picture: its word, count, place or number; by words also the noun of a thing, a bin. */
import type { PixelRow } from '../../runtime/facts/rows.js';
import type { Options } from './options.js';
import type { Drafted } from './question.js';
import { plain, type Value } from './value.js';
import { whole } from './whole-units.js';

/** What the options of a question are. */
export type OptionKind = 'things' | 'pixels' | 'orders' | 'words' | 'counts' | 'numbers' | 'statements';

export function kindOfOption(option: Value): OptionKind {
  switch (option.kind) {
    case 'object':
      return 'things';
    case 'pixel':
      return 'pixels';
    case 'word':
      return option.domain === 'category' ? 'things' : 'words';
    case 'list':
      return (option.items ?? []).some(({ kind }) => kind === 'pixel') ? 'pixels' : 'orders';
    case 'statement':
      return 'statements';
    default:
      return option.kind === 'quantity' && option.measure === 'count' ? 'counts' : 'numbers';
  }
}

/** @param things ids of those that the answer may be, in the order in which they are written */
export function plainKey(option: Value, things: readonly string[]): string {
  if (option.kind === 'statement') return String(option.number);
  const placeOf = (value: Value): number => things.indexOf(String(plain(value))) + 1;
  if (option.kind === 'list') return (option.items ?? []).map(placeOf).join(' ');
  const kind = kindOfOption(option);
  return kind === 'things' || kind === 'pixels' ? String(placeOf(option)) : String(plain(option));
}

/** A thing by its noun, an order by that of its first, a number by its bin. */
export function toldKey(option: Value): string {
  const [first] = option.kind === 'list' ? (option.items ?? []) : [option];
  if (first?.kind === 'object') return first.row?.category ?? '';
  if (first?.kind === 'pixel') return zoneOf(first.row);
  // A category is its own noun.
  if (first?.kind === 'word') return first.text ?? '';
  if (kindOfOption(option) === 'numbers') return binOf(Number(plain(option)), FIFTHS);
  return plainKey(first ?? option, []);
}

/** How far a ray is to the right of the axis and below it, in eighths of the distance along the axis. */
function zoneOf({ point: [x, y, z] }: PixelRow): string {
  const eighths = (slope: number): number => Math.floor((whole(slope * 1e6) ?? 0) / 125_000);
  return `${eighths(x / z)} ${eighths(y / z)}`;
}

export const TENTHS: readonly number[] = [10, 13, 16, 20, 25, 32, 40, 50, 63, 80];
const FIFTHS: readonly number[] = TENTHS.filter((_, i) => i % 2 === 0);

/** The least number whose first two digits are in the same bin. */
export function binOf(amount: number, starts: readonly number[]): string {
  const digits = String(amount);
  const zeros = Math.max(0, digits.length - 2);
  const leading = Number(digits.slice(0, 2));
  const start = starts.filter((each) => each <= leading).at(-1) ?? leading;
  return `${start}${'0'.repeat(zeros)}`;
}

/** What is right, and everything else that is offered. */
export function rightAndWrong(
  { listed, right }: Options,
  keyOf: (option: Value) => string,
): { readonly value: string; readonly others: readonly string[] } {
  const keys = listed.map(keyOf);
  return { value: keys[right] ?? '', others: keys.filter((_, i) => i !== right) };
}

/** Ids of the things that the `for` line binds under these names. */
export const idsOf = ({ tuple }: Drafted, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => tuple.bound.filter((each) => each.name === name).map(({ id }) => id));
