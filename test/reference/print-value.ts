/** Values as words: references, names, numbers in the question's units, points, lists. Undefined where unknown. */
import type { Scope } from './interpret.js';
import {
  decimalText,
  type Formats,
  kindOf,
  type NumberFormat,
  numberText,
  plainDigits,
  plainText,
  printedDigits,
} from './number-format.js';
import { capital, printTemplate } from './print-template.js';
import { componentWords, ordinal, termText } from './print-words.js';
import {
  type BoxValue,
  type CameraPlace,
  type FramedPlace,
  isKnown,
  type Quantity,
  type SpaceBox,
  type UnitVector,
  type Value,
  type Word,
} from './value.js';

export interface Printer {
  readonly scope: Scope;
  /** Words for an object, by its id; undefined where it has no reference. */
  readonly referenceOf: (objectId: string) => string | undefined;
  readonly formats: Formats;
}

export function printValue(printer: Printer, value: Value, format: string | undefined): string | undefined {
  if (!isKnown(value)) return undefined;
  switch (value.kind) {
    case 'quantity':
      return printQuantity(printer, value, format);
    case 'camera place':
    case 'framed place':
      return printPlace(value);
    case 'unit vector':
      return printUnitVector(value);
    case 'truth':
      return value.is ? 'True' : 'False';
    case 'word':
      return printWord(printer, value, format);
    case 'object':
      return value.row === null ? undefined : printer.referenceOf(value.row.objectId);
    case 'pixel':
      return `(${Math.floor(value.row.u + 0.5)}, ${Math.floor(value.row.v + 0.5)})`;
    case 'list':
      return printList((value.items ?? []).map((item) => printValue(printer, item, format)));
    case 'tuple':
      return printList(value.items.map((item) => printValue(printer, item, format)));
    case 'box':
      return printBox(value);
    case 'space box':
      return printSpaceBox(value);
    case 'term':
      return termText(value, format, printer.scope.context.definitions);
    case 'statement': {
      const text = printTemplate(printer, value.template);
      return text === undefined ? undefined : capital(text);
    }
    case 'range':
    case 'spans':
    case 'direction':
    case 'footprint':
    case 'camera':
    case 'unknown':
      throw new Error(`the definition does not say how a ${value.kind} is printed`);
  }
}

/** `A, B and C` */
function printList(items: readonly (string | undefined)[]): string | undefined {
  const known = items.flatMap((item) => item ?? []);
  if (known.length < items.length) return undefined;
  const last = known.at(-1) ?? '';
  return known.length < 2 ? last : `${known.slice(0, -1).join(', ')} and ${last}`;
}

/** `{n c}`: `1 chair`, `3 chairs`. */
export function countWithNoun(printer: Printer, count: Value, noun: Value | undefined): string | undefined {
  if (count.kind !== 'quantity' || noun?.kind !== 'word') throw new Error('`{n c}` is a number and a category');
  if (count.amount === null || noun.text === null) return undefined;
  return `${count.amount} ${printWord(printer, noun, count.amount === 1 ? undefined : 'plural')}`;
}

/** A category is printed as its noun, where the vocabulary has a countable one; any other word as it stands. */
function printWord(printer: Printer, { domain, text }: Word, format: string | undefined): string | undefined {
  if (text === null) return undefined;
  const row = printer.scope.context.vocabulary.get(text);
  if (domain !== 'category' || row?.countable !== true) return format === undefined ? text : undefined;
  if (format === 'article') return `${row.article} ${row.singular}`;
  return format === 'plural' ? row.plural : row.singular;
}

function printQuantity(printer: Printer, value: Quantity, format: string | undefined): string | undefined {
  if (value.amount === null) throw new Error('unknown numbers are not printed');
  if (value.measure === 'count' || value.measure === 'number') {
    if (format === 'are') return value.amount === 1 ? 'is' : 'are';
    return format === 'ordinal' ? ordinal(value.amount) : String(value.amount);
  }
  if (value.measure === 'angle' || value.measure === 'ratio') return plainText(value.amount, value.measure);
  const kind = kindOf(value.measure, format);
  if (kind === undefined) throw new Error(`the definition does not say how a ${value.measure} is printed`);
  if (format === 'words') return printComponent(printer, value);
  return numberText(value.amount, printer.formats[kind], format === 'signed');
}

/** The length, then its direction; unknown within the absolute margin, where the direction is unclear. */
function printComponent(printer: Printer, { amount, component }: Quantity): string | undefined {
  if (component === undefined) throw new Error('only a component has words');
  const { absolute } = printer.scope.context.settings.length;
  if (amount === null || Math.abs(amount) <= absolute) return undefined;
  return `${numberText(Math.abs(amount), printer.formats.length)} ${componentWords(component, amount)}`;
}

const METRES: NumberFormat = { symbol: 'm', decimals: 2 };

/** `(right, down, forward)` in metres. */
function printPlace(place: CameraPlace | FramedPlace): string | undefined {
  const xyz = place.kind === 'camera place' ? place.xyz : downward(place);
  return xyz === null ? undefined : `(${xyz.map((each) => decimalText(printedDigits(each, METRES), 2)).join(', ')})`;
}

function downward({ right, up, forward }: FramedPlace): readonly number[] | null {
  return right === null || up === null || forward === null ? null : [right, 0 - up, forward];
}

/** As a place, of two decimals without unit. */
function printUnitVector({ right, up, forward }: UnitVector): string | undefined {
  if (right === null || up === null || forward === null) return undefined;
  const digits = (each: number) => decimalText(BigInt(Math.floor((each * 100) / 1e9 + 0.5)), 2);
  return `(${[right, 0 - up, forward].map(digits).join(', ')})`;
}

function printBox({ corners }: BoxValue): string | undefined {
  return corners === null ? undefined : `[${corners.map((each) => Math.floor(each + 0.5)).join(', ')}]`;
}

/** Six lengths in metres, and whole degrees, of which 360 are none. */
function printSpaceBox({ parts }: SpaceBox): string | undefined {
  if (parts === null) return undefined;
  const lengths = parts.lengths.map((each) => decimalText(printedDigits(each, METRES), 2));
  return `[${[...lengths, plainDigits(parts.heading, 'angle') % 360n].join(', ')}]`;
}
