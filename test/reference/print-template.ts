/** Templates with their holes filled: references, names, numbers in the question's one unit, points. */
import type * as ast from '../../compiler/syntax/ast.js';
import { evaluateIn, type Scope } from './interpret.js';
import { decimalsFor, decimalText, type LengthFormat, lengthText, printedDigits } from './length-format.js';
import { type CameraPlace, type FramedPlace, isKnown, type Quantity, type Value } from './value.js';

export interface Printer {
  readonly scope: Scope;
  /** Words for an object, by its id; undefined where it has no reference. */
  readonly referenceOf: (objectId: string) => string | undefined;
  readonly format: LengthFormat;
}

/** The holes of a template with their values. */
export function holeValues(
  scope: Scope,
  template: ast.Template,
): readonly { readonly value: Value; readonly format: string | undefined }[] {
  return template.parts.flatMap((part) =>
    part.kind === 'hole' ? [{ value: evaluateIn(scope, part.value), format: part.format?.text }] : [],
  );
}

export type Length = Quantity & { readonly measure: 'magnitude' | 'signed' | 'length literal' };

export const isLength = (value: Value): value is Length =>
  value.kind === 'quantity' && ['magnitude', 'signed', 'length literal'].includes(value.measure);

/** The text, or undefined when a hole is unknown or an object has no reference. */
export function printTemplate(printer: Printer, template: ast.Template): string | undefined {
  let text = '';
  for (const [i, part] of template.parts.entries()) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const printed = printValue(printer, evaluateIn(printer.scope, part.value), part.format?.text);
    if (printed === undefined) return undefined;
    const begins = beginsSentence(template.parts.slice(0, i));
    text += begins ? printed.charAt(0).toUpperCase() + printed.slice(1) : printed;
  }
  return text;
}

/** Nothing but space stands before, or the text before ends a sentence. */
function beginsSentence(before: readonly ast.TemplatePart[]): boolean {
  const text = (part: ast.TemplatePart | undefined): string => (part?.kind === 'text' ? part.text : 'a hole');
  return before.every((part) => text(part).trim() === '') || /[.!?]["')]*\s+$/.test(text(before.at(-1)));
}

export function printValue(printer: Printer, value: Value, format: string | undefined): string | undefined {
  if (!isKnown(value)) return undefined;
  switch (value.kind) {
    case 'quantity':
      return printQuantity(printer, value, format);
    case 'camera place':
    case 'framed place':
      return printPlace(value);
    case 'truth':
      return value.is ? 'True' : 'False';
    case 'word':
      return format === 'plural' ? pluralOf(printer, value.text ?? '') : (value.text ?? undefined);
    case 'object':
      return value.row === null ? undefined : printer.referenceOf(value.row.objectId);
    case 'pixel':
      return `(${Math.floor(value.row.u + 0.5)}, ${Math.floor(value.row.v + 0.5)})`;
    case 'range':
    case 'spans':
    case 'direction':
      throw new Error(`the definition does not say how a ${value.kind} is printed`);
  }
}

function pluralOf(printer: Printer, label: string): string {
  return printer.scope.context.vocabulary.get(label)?.plural ?? `${label}s`;
}

function printQuantity(printer: Printer, value: Quantity, format: string | undefined): string {
  if (value.amount === null) throw new Error('unknown numbers are not printed');
  if (value.measure === 'count' || value.measure === 'number') return String(value.amount);
  if (!isLength(value)) throw new Error(`the definition does not say how a ${value.measure} is printed`);
  const own = fixedUnit(format);
  if (own === undefined) return lengthText(value.amount, printer.format, format === 'signed');
  return lengthText(value.amount, { symbol: own, decimals: decimalsFor([value.amount], own) });
}

/** `:m` and `:cm` fix the unit of their own hole. */
export function fixedUnit(format: string | undefined): 'm' | 'cm' | undefined {
  return format === 'm' || format === 'cm' ? format : undefined;
}

const METRES: LengthFormat = { symbol: 'm', decimals: 2 };

/** `(right, down, forward)` in metres. */
function printPlace(place: CameraPlace | FramedPlace): string | undefined {
  const xyz = place.kind === 'camera place' ? place.xyz : downward(place);
  return xyz === null ? undefined : `(${xyz.map((each) => decimalText(printedDigits(each, METRES), 2)).join(', ')})`;
}

function downward({ right, up, forward }: FramedPlace): readonly number[] | null {
  return right === null || up === null || forward === null ? null : [right, 0 - up, forward];
}
