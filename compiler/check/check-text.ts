/** Texts: holes have printable types, phrasings of one question say the same, no length stands in plain text. */
import type * as bound from '../bind/bound.js';
import type { Type } from '../types/type.js';
import { units } from '../types/unit.js';
import { checkExpression } from './check-expression.js';
import type { Context } from './context.js';
import { digitsWithUnit, duplicatePhrasing, holeMissing, wrongFormat } from './errors.js';
import type * as typed from './typed.js';

export function checkTemplate(template: bound.Template, context: Context): typed.Template {
  const parts = template.parts.map((part): typed.TemplatePart => {
    if (part.kind === 'text') {
      plainText(part, context);
      return { kind: 'text', text: part.text };
    }
    const value = checkExpression(part.value, context);
    return { kind: 'hole', value, format: holeFormat(part, value, context) };
  });
  return { parts, raw: template.raw, span: template.span };
}

/** The formats a type can be printed in; `plain` is the hole without one. */
export function formatsOf(type: Type): readonly typed.HoleFormat[] {
  switch (type.kind) {
    case 'quantity':
      if (type.dimension === 'length') return type.signed ? ['plain', 'signed', 'm', 'cm'] : ['plain', 'm', 'cm'];
      return type.dimension === 'count' ? ['plain'] : [];
    case 'entity':
      return type.entity === 'category' ? ['plain', 'plural'] : ['plain'];
    case 'point':
      return ['xyz'];
    case 'enumeration':
    case 'text':
      return ['plain'];
    case 'vector':
    case 'direction':
    case 'extents':
    case 'range':
    case 'boolean':
      return [];
    case 'error':
      return ['plain', 'm', 'cm', 'signed', 'xyz', 'plural'];
  }
}

function holeFormat(
  part: Extract<bound.TemplatePart, { kind: 'hole' }>,
  { kind, type }: typed.Expression,
  context: Context,
): typed.HoleFormat {
  // Only a bound category has its row of the vocabulary at hand.
  const known = formatsOf(type).filter((f) => f !== 'plural' || kind === 'entity');
  const wanted = part.format ?? 'plain';
  const found = known.find((f) => f === wanted);
  if (found) return found;
  context.report(wrongFormat({ format: part.format ?? '', type, known }, part.span));
  return 'plain';
}

const unitNames = [
  ...units.filter((u) => u.dimension === 'length' || u.dimension === 'angle').map((u) => u.name),
  'metres?',
  'meters?',
  'centimetres?',
  'centimeters?',
  'feet',
  'foot',
  'inch(?:es)?',
  'degrees?',
];
const lengthInText = new RegExp(`\\b\\d+(?:\\.\\d+)?\\s*(?:${unitNames.join('|')})\\b`, 'i');

function plainText(part: Extract<bound.TemplatePart, { kind: 'text' }>, context: Context): void {
  const found = lengthInText.exec(part.text);
  if (!found) return;
  const start = part.span.start + found.index;
  context.report(digitsWithUnit({ text: found[0] }, { file: part.span.file, start, end: start + found[0].length }));
}

/** Phrasings of one question: none twice, and all with the holes of the first. */
export function checkSiblings(written: readonly bound.Template[], context: Context): void {
  const phrasings = written.filter((p) => p.complete);
  const seen = new Set<string>();
  for (const phrasing of phrasings) {
    if (seen.has(phrasing.raw)) context.report(duplicatePhrasing({ text: phrasing.raw }, phrasing.span));
    seen.add(phrasing.raw);
  }
  const most = [...phrasings].sort((a, b) => holes(b).size - holes(a).size)[0];
  if (!most) return;
  for (const phrasing of phrasings) {
    const own = holes(phrasing);
    const missing = [...holes(most)].find((hole) => !own.has(hole));
    if (missing) context.report(holeMissing({ hole: `\`{${missing}}\``, sibling: most.raw }, phrasing.span));
  }
}

/** Holes that are values: `{d}` in one phrasing asks for `{d}` in all. Entities are checked by name elsewhere. */
function holes(template: bound.Template): ReadonlySet<string> {
  return new Set(
    template.parts.flatMap((p) => (p.kind === 'hole' && p.value.kind === 'let' ? [p.value.let.name] : [])),
  );
}
