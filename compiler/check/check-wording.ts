/** Words around a hole that it prints itself: the unit of a number behind it, the article of a name before it. */
import type * as bound from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import type { Context } from './context.js';
import { articleTwice, unitTwice } from './errors.js';
import type * as typed from './typed.js';

/** @param parts of the template, as they were bound and as they were checked */
export function checkWording(
  written: readonly bound.TemplatePart[],
  parts: readonly typed.TemplatePart[],
  context: Context,
): void {
  for (const [i, part] of parts.entries()) {
    if (part.kind !== 'hole') continue;
    const [before, hole, behind] = [written[i - 1], written[i], written[i + 1]];
    if (hole?.kind === 'hole') {
      if (behind?.kind === 'text') unitBehind(part, hole, behind, context);
      if (before?.kind === 'text') articleBefore(part, hole, before, context);
    }
  }
}

type Hole = Extract<typed.TemplatePart, { kind: 'hole' }>;
type BoundHole = Extract<bound.TemplatePart, { kind: 'hole' }>;
type Text = Extract<bound.TemplatePart, { kind: 'text' }>;

/** `in` is left out: it mostly means something else. */
const unitWords = [
  ...['mm', 'cm', 'km', 'm', 'ft', 'm2', 'm3', 'm²', 'm³', 'l', 'deg', '°', '%', 'per ?cents?'],
  ...['(?:centi|milli|kilo)?met(?:re|er)s?', 'feet', 'foot', 'inch(?:es)?', 'lit(?:re|er)s?', 'degrees?'],
];
const unitFirst = new RegExp(`^\\s*(${unitWords.join('|')})(?![\\p{L}\\d])`, 'iu');

/** Printed with a unit; an option is, where it is a number. */
const withUnit: ReadonlySet<string> = new Set(['length', 'area', 'volume', 'angle', 'ratio']);

function unitBehind({ value, format }: Hole, hole: BoundHole, text: Text, context: Context): void {
  const { type } = value;
  const measured = type.kind === 'quantity' && withUnit.has(type.dimension) && format !== 'xyz';
  const [all = '', unit = ''] = unitFirst.exec(text.text) ?? [];
  if (unit === '' || !(measured || value.kind === 'option')) return;
  const { file, start } = text.span;
  const at = { file, start: start + all.length - unit.length, end: start + all.length };
  context.report(unitTwice({ hole: `{${hole.written}}`, unit, whole: { file, start, end: at.end } }, at));
}

const articleLast = /(?:^|[^\p{L}\p{N}])((?:the|an?|this|these|those|each|every|another|some|any)\s+)$/iu;

function articleBefore({ value, format }: Hole, hole: BoundHole, text: Text, context: Context): void {
  const { type } = value;
  const named = (type.kind === 'entity' || type.kind === 'list') && type.entity === 'object';
  const [, words = ''] = articleLast.exec(text.text) ?? [];
  if (words === '' || !(named || format === 'article')) return;
  const at: Span = { ...text.span, start: text.span.end - words.length };
  const printed = named ? 'the lamp' : 'a lamp';
  const article = words.trim();
  context.report(
    articleTwice({ hole: `{${hole.written}}`, article, printed, whole: at }, { ...at, end: at.start + article.length }),
  );
}
