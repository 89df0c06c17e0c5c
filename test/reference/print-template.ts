/** Templates with their holes filled, and which values and lengths stand in them. */
import type * as ast from '../../compiler/syntax/ast.js';
import { evaluateIn, type Scope } from './interpret.js';
import { countWithNoun, type Printer, printValue } from './print-value.js';
import type { Value } from './value.js';

/** The holes of a template with their values, the members of sets one by one. */
export function holeValues(
  scope: Scope,
  template: ast.Template,
): readonly { readonly value: Value; readonly format: string | undefined }[] {
  return template.parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    return flat(evaluateIn(scope, part.value)).map((value) => ({ value, format: part.format?.text }));
  });
}

/** The values within a list or tuple, or the value itself. */
export function flat(value: Value): readonly Value[] {
  if (value.kind === 'list') return (value.items ?? []).flatMap(flat);
  return value.kind === 'tuple' ? value.items.flatMap(flat) : [value];
}

/** An answer in words of its own: it begins with a capital only where it is a sentence. */
export function printAs(printer: Printer, template: ast.Template): string | undefined {
  const last = template.parts.at(-1);
  return printTemplate(printer, template, last?.kind === 'text' && /[.!?]["')\]]*\s*$/.test(last.text));
}

/** The text, or undefined when a hole is unknown or an object has no reference. */
export function printTemplate(printer: Printer, template: ast.Template, isSentence = true): string | undefined {
  let text = '';
  for (const [i, part] of template.parts.entries()) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const printed = printHole(printer, part);
    if (printed === undefined) return undefined;
    const begins = beginsSentence(template.parts.slice(0, i), isSentence);
    text += begins ? capital(printed) : printed;
  }
  return text;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function printHole(printer: Printer, { value, noun, format }: Extract<ast.TemplatePart, { kind: 'hole' }>) {
  const found = evaluateIn(printer.scope, value);
  if (noun === undefined) return printValue(printer, found, format?.text);
  return countWithNoun(printer, found, printer.scope.names.get(noun.text));
}

/** Nothing but space stands before, or the text before ends a sentence. */
function beginsSentence(before: readonly ast.TemplatePart[], isSentence: boolean): boolean {
  const text = (part: ast.TemplatePart | undefined): string => (part?.kind === 'text' ? part.text : 'a hole');
  return (
    (isSentence && before.every((part) => text(part).trim() === '')) || /[.!?]["')]*\s+$/.test(text(before.at(-1)))
  );
}
