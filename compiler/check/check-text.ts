/** Texts: holes have printable types, phrasings of one question say the same, no length stands in plain text. */
import type * as bound from '../bind/bound.js';
import type { Type } from '../types/type.js';
import { units } from '../types/unit.js';
import { checkExpression } from './check-expression.js';
import { checkWording } from './check-wording.js';
import type { Context } from './context.js';
import { digitsWithUnit, duplicatePhrasing, holeMissing, wrongFormat, wrongType } from './errors.js';
import { refusePosed } from './posed.js';
import * as typed from './typed.js';

export function checkTemplate(template: bound.Template, context: Context): typed.Template {
  const parts = template.parts.map((part): typed.TemplatePart => {
    if (part.kind === 'text') {
      plainText(part, context);
      return { kind: 'text', text: part.text };
    }
    const value = checkExpression(part.value, context);
    refusePosed(value, context);
    return { kind: 'hole', value, noun: nounOf(part, value, context), format: holeFormat(part, value, context) };
  });
  checkWording(template.parts, parts, context);
  return { parts, raw: template.raw, span: template.span };
}

/** `{n c}`: a count, and the category whose noun it stands with. */
function nounOf(
  part: Extract<bound.TemplatePart, { kind: 'hole' }>,
  value: typed.Expression,
  context: Context,
): typed.Entity | undefined {
  if (!part.noun || value.type.kind === 'error') return undefined;
  const noun = checkExpression(part.noun, context);
  const counts = value.type.kind === 'quantity' && value.type.dimension === 'count';
  if (!counts) context.report(wrongType({ what: 'A noun', needed: 'a count before it', found: value.type }, part.span));
  else if (noun.kind === 'entity' && noun.entity.kind === 'category') return noun.entity;
  else if (noun.type.kind !== 'error')
    context.report(wrongType({ what: 'A noun', needed: 'a category that `for` binds', found: noun.type }, part.span));
  return undefined;
}

const degreeFormats: readonly typed.HoleFormat[] = ['adjective', 'comparative', 'superlative', 'lesser', 'least'];

/** The formats a type can be printed in; `plain` is the hole without one. */
export function formatsOfType(type: Type): readonly typed.HoleFormat[] {
  switch (type.kind) {
    case 'quantity':
      return quantityFormats(type);
    case 'entity':
      return type.entity === 'category' ? ['plain', 'plural', 'article'] : ['plain'];
    case 'list':
      return type.entity === 'category' ? ['plain', 'list', 'plural'] : ['plain', 'list'];
    case 'point':
    case 'vector':
    case 'unit':
      return ['xyz'];
    case 'box':
    case 'box3d':
      return ['box'];
    case 'enumeration':
    case 'text':
      return ['plain'];
    case 'direction':
    case 'axis':
    case 'footprint':
    case 'tuple':
    case 'unknown':
    case 'extents':
    case 'range':
    case 'boolean':
      return [];
    case 'error':
      return typed.holeFormats;
  }
}

function quantityFormats({ dimension, signed }: Extract<Type, { kind: 'quantity' }>): readonly typed.HoleFormat[] {
  if (dimension === 'length') return signed ? ['plain', 'signed', 'm', 'cm'] : ['plain', 'm', 'cm'];
  if (dimension === 'count') return ['plain', 'ordinal', 'are'];
  return dimension === 'picture' ? [] : ['plain'];
}

/** What one expression adds to what its type can do. */
function formatsOf(value: typed.Expression): readonly typed.HoleFormat[] {
  const formats = formatsOfType(value.type);
  if (value.kind === 'words')
    return value.words.kind === 'measure' ? ['plain', ...wordFormats(value.words)] : ['plain'];
  // Of an option there is the text, and whether it is 1.
  if (value.kind === 'option') return formats.filter((f) => f !== 'ordinal');
  // A component has a direction to say.
  if (componentIn(value)) return [...formats, 'words'];
  if (value.type.kind === 'list' && !['list', 'sort', 'pick order', 'let'].includes(value.kind)) return [];
  return formats.filter((f) => (f !== 'plural' && f !== 'article') || hasNouns(value));
}

/** Noun forms are those of a bound category, of one of several, and of the label of a thing. */
function hasNouns(e: typed.Expression): boolean {
  if (e.kind === 'let') return hasNouns(e.let.value);
  return e.kind === 'entity' || e.kind === 'list' || e.kind === 'pick' || e.kind === 'fact';
}

function wordFormats({ words }: Extract<typed.FiniteWords, { kind: 'measure' }>): readonly typed.HoleFormat[] {
  if (!words) return [];
  return words.less ? degreeFormats : degreeFormats.slice(0, 3);
}

/** A component of a vector, by itself or by a name. */
export function componentIn(e: typed.Expression): Extract<typed.Expression, { kind: 'component' }> | undefined {
  if (e.kind === 'let') return componentIn(e.let.value);
  return e.kind === 'component' && e.type.kind === 'quantity' && e.type.dimension === 'length' ? e : undefined;
}

function holeFormat(
  part: Extract<bound.TemplatePart, { kind: 'hole' }>,
  value: typed.Expression,
  context: Context,
): typed.HoleFormat {
  const known = value.type.kind === 'error' ? typed.holeFormats : formatsOf(value);
  const wanted = part.format ?? 'plain';
  const found = known.find((f) => f === wanted);
  if (found) return found;
  const problem = wrongFormat({ format: part.format ?? '', type: value.type, known }, part.span);
  const hint = degreeFormats.some((f) => f === wanted) ? degreesOf(value) : undefined;
  context.report(hint === undefined ? problem : { ...problem, hint });
  return 'plain';
}

/** What gives a measure the words that it lacks. */
function degreesOf(value: typed.Expression): string | undefined {
  if (value.kind !== 'words' || value.words.kind !== 'measure') return undefined;
  const { name, words } = value.words;
  const example = words
    ? 'those for little stand behind a `/`: `says "tall", "taller", "tallest" / "short", "shorter", "shortest"`'
    : 'a fact of your own has those that it is defined with: `says "tall", "taller", "tallest"`';
  return `\`${name}\` has no such words; ${example}.`;
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
  const all = phrasings.map((phrasing) => ({ phrasing, own: holes(phrasing) }));
  const [first, ...others] = all;
  if (!first) return;
  const most = others.reduce((so, one) => (one.own.size > so.own.size ? one : so), first);
  for (const { phrasing, own } of all) {
    const missing = [...most.own].find((hole) => !own.has(hole));
    if (missing) context.report(holeMissing({ hole: `\`{${missing}}\``, sibling: most.phrasing.raw }, phrasing.span));
  }
}

/** Holes that are values: `{d}` in one phrasing asks for `{d}` in all. Entities are checked by name elsewhere. */
function holes(template: bound.Template): ReadonlySet<string> {
  return new Set(
    template.parts.flatMap((p) => (p.kind === 'hole' && p.value.kind === 'let' ? [p.value.let.name] : [])),
  );
}
