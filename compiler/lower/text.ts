/** Texts: templates with the values of a tuple put in. */
import { componentIn } from '../check/check-text.js';
import type * as typed from '../check/typed.js';
import {
  absolute,
  and,
  apply,
  atMost,
  below,
  equal,
  floorDivide,
  int,
  isKnown,
  join,
  multiply,
  negate,
  permuted,
  subtract,
  text,
  toText,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { scalarOf } from './compare.js';
import { lower, lowerScalar } from './expression.js';
import { wordsOf } from './finite-words.js';
import type { Name } from './naming.js';
import {
  type Print,
  plainPrint,
  printAmount,
  printDigits,
  printedDigits,
  twoDecimalMetres,
  twoDecimalRatios,
} from './numbers.js';
import { type Amount, groupOf, type Prints } from './precision.js';
import type { Scope } from './scope.js';
import type { Value } from './value.js';

/** What texts are made with: the values in scope, the names of objects, the units of the question. */
export interface Writing {
  readonly scope: Scope;
  readonly names: ReadonlyMap<typed.Entity, Name>;
  readonly prints: Prints;
  /** What `{option}` stands for, in a claim of choices. */
  readonly option: Expression | undefined;
}
export type Hole = Extract<typed.TemplatePart, { kind: 'hole' }>;

/** @param sentence whether it is one, so that it begins with a capital */
export function renderTemplate(template: typed.Template, writing: Writing, sentence = true): Expression {
  let begins = sentence;
  const parts = template.parts.map((part): Expression => {
    if (part.kind === 'text') {
      begins = /[.?!]["')\]]*\s+$/.test(part.text) || (begins && part.text.trim() === '');
      return text(part.text);
    }
    const written = renderHole(part, writing);
    const capital = begins ? apply('capital', 'text', written) : written;
    begins = false;
    return capital;
  });
  return join(...parts);
}

/** An answer in the words of its `as`: with a capital only where it is a sentence. */
export function renderAs(template: typed.Template, writing: Writing): Expression {
  const last = template.parts.at(-1);
  return renderTemplate(template, writing, last?.kind === 'text' && /[.?!]["')\]]*\s*$/.test(last.text));
}

/** An answer, as a hole without a format writes it. */
export const renderAnswer = (value: typed.Expression, writing: Writing): Expression =>
  renderHole({ kind: 'hole', value, noun: undefined, format: 'plain' }, writing);

export function renderHole({ value, noun, format }: Hole, writing: Writing): Expression {
  const { scope } = writing;
  if (value.kind === 'option') return renderOption(noun, format, writing);
  if (value.kind === 'words') return text(wordsOf(value.words, format));
  switch (value.type.kind) {
    case 'entity':
      return value.type.entity === 'category' ? renderCategory(value, format, scope) : renderEntity(value, writing);
    case 'list':
      return renderList(lower(value, scope), format, writing);
    case 'point':
    case 'vector':
    case 'unit':
      return renderTriple(lower(value, scope), value.type.kind === 'unit' ? twoDecimalRatios : twoDecimalMetres, scope);
    case 'box':
    case 'box3d':
      return renderBox(lower(value, scope), scope);
    case 'quantity':
      return renderQuantity(value, value.type.dimension, format, noun, writing);
    case 'enumeration':
    case 'text':
      return lowerScalar(value, scope);
    case 'direction':
    case 'axis':
    case 'footprint':
    case 'tuple':
    case 'unknown':
    case 'extents':
    case 'range':
    case 'boolean':
    case 'error':
      throw new Error(`SPQ904: a ${value.type.kind} has no text`);
  }
}

type Dimension = Extract<typed.Expression['type'], { kind: 'quantity' }>['dimension'];

function renderQuantity(
  value: typed.Expression,
  dimension: Dimension,
  format: typed.HoleFormat,
  noun: typed.Entity | undefined,
  writing: Writing,
): Expression {
  const { scope } = writing;
  const number = scope.share(lowerScalar(value, scope));
  if (dimension !== 'count') {
    const group = groupOf(dimension, format);
    const print = group ? writing.prints[group] : plainPrint(dimension);
    if (format !== 'words') return printAmount(number, print, format === 'signed', scope.share);
    const size = printAmount(scope.share(absolute(number)), print, false, scope.share);
    return join(size, text(' '), wayOf(value, number));
  }
  if (format === 'ordinal') return ordinal(number);
  const isOne = equal(number, int(1));
  if (format === 'are') return verbFor(isOne);
  return noun ? join(toText(number), text(' '), nounFor(isOne, noun, scope)) : toText(number);
}

/** What a claim of choices prints; of a count the noun and the verb that go with it. */
function renderOption(
  noun: typed.Entity | undefined,
  format: typed.HoleFormat,
  { option, scope }: Writing,
): Expression {
  const shown = option ?? text('');
  const isOne = equal(shown, text('1'));
  if (format === 'are') return verbFor(isOne);
  return noun ? join(shown, text(' '), nounFor(isOne, noun, scope)) : shown;
}

const verbFor = (isOne: Expression): Expression => when([[isOne, text('is')]], text('are'));

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `first` to `tenth`, `11th`, `21st`. */
function ordinal(number: Expression): Expression {
  const last = (n: number): Expression => subtract(number, multiply(int(n), floorDivide(number, int(n))));
  const teens = and(atMost(int(11), last(100)), atMost(last(100), int(13)));
  const endings = ['st', 'nd', 'rd'].map((e, i) => [equal(last(10), int(i + 1)), text(e)] as const);
  const ending = when([[teens, text('th')], ...endings], text('th'));
  return when(
    ordinals.map((word, i) => [equal(number, int(i + 1)), text(word)] as const),
    join(toText(number), ending),
  );
}

const nounFor = (isOne: Expression, category: typed.Entity, scope: Scope): Expression =>
  when([[isOne, scope.column(category, 'singular')]], scope.column(category, 'plural'));

/** The word for the side on which a component lies. */
function wayOf(value: typed.Expression, length: Expression): Expression {
  const found = componentIn(value);
  const of = found?.of.type;
  const viewer = of && (of.kind === 'point' || of.kind === 'vector') && of.frame.kind === 'viewer';
  const ways = {
    right: ['to the right', 'to the left'],
    up: ['higher', 'lower'],
    forward: viewer ? ['ahead', 'behind'] : ['farther', 'nearer'],
  } as const;
  const [positive, negative] = ways[found?.component ?? 'right'];
  return when([[below(int(0), length), text(positive)]], text(negative));
}

/** A category as its noun: `TV` for tv. */
function renderCategory(value: typed.Expression, format: typed.HoleFormat, scope: Scope): Expression {
  if (value.kind === 'let') return renderCategory(value.let.value, format, scope);
  if (value.kind === 'fact') return renderLabel(value, format, scope);
  if (value.kind !== 'entity') return memberText(lower(value, scope), (c) => categoryText(c, format, scope));
  return categoryText(value.entity, format, scope);
}

export function categoryText(category: typed.Entity, format: typed.HoleFormat, scope: Scope): Expression {
  const singular = scope.column(category, 'singular');
  if (format === 'plural') return scope.column(category, 'plural');
  return format === 'article' ? join(scope.column(category, 'article'), text(' '), singular) : singular;
}

/** What the thing is called where the vocabulary has a word for it; else its label, as it stands, which has no other form. */
function renderLabel(
  fact: Extract<typed.Expression, { kind: 'fact' }>,
  format: typed.HoleFormat,
  scope: Scope,
): Expression {
  const noun = scope.column(fact.entity, 'noun');
  if (format === 'plural') return scope.column(fact.entity, 'noun_plural');
  if (format === 'article') return join(scope.column(fact.entity, 'noun_article'), text(' '), noun);
  return when([[isKnown(noun), noun]], lowerScalar(fact, scope));
}

/** An object by its reference, a pixel by its coordinates, a choice among them by the chosen one. */
function renderEntity(value: typed.Expression, writing: Writing): Expression {
  return memberText(lower(value, writing.scope), (e) => nameOf(e, writing));
}

function memberText(found: Value, name: (entity: typed.Entity) => Expression): Expression {
  if (found.kind === 'entity') return name(found.entity);
  if (found.kind === 'member') return when(found.members.map((m, i) => [equal(found.index, int(i)), name(m)] as const));
  // A category by itself is its name.
  return scalarOf(found);
}

export function nameOf(entity: typed.Entity, { scope, names }: Writing): Expression {
  const name = names.get(entity);
  // Named in the question, in its answer, in its slots: the words are made once.
  if (name) return scope.share(name.words);
  if (entity.kind === 'category') return scope.column(entity, 'singular');
  const coordinate = (c: 'u' | 'v'): Expression => toText(apply('whole', 'int', scope.column(entity, c)));
  return join(text('('), coordinate('u'), text(', '), coordinate('v'), text(')'));
}

/** `A, B and C`, in the order of the set or of the answer. */
function renderList(list: Value, format: typed.HoleFormat, writing: Writing): Expression {
  const { scope } = writing;
  const name = (e: typed.Entity): Expression =>
    e.kind === 'category' && format === 'plural' ? scope.column(e, 'plural') : nameOf(e, writing);
  if (list.kind === 'list') return listed(list.members.map(name));
  if (list.kind !== 'order') throw new Error(`SPQ904: a ${list.kind} where a list is written`);
  return listed(orderedNames(list.members, list.index, name, scope));
}

/** The names of the members, the first of the order first. */
export function orderedNames(
  members: readonly typed.Entity[],
  index: Expression,
  name: (entity: typed.Entity) => Expression,
  scope: Scope,
): readonly Expression[] {
  const names = members.map(name);
  return members.map((_, place) => {
    const member = scope.share(permuted(index, members.length, int(place)));
    return when(names.map((n, i) => [equal(member, int(i)), n] as const));
  });
}

export function listed(names: readonly Expression[]): Expression {
  return join(...names.flatMap((n, i) => (i === 0 ? [n] : [text(i === names.length - 1 ? ' and ' : ', '), n])));
}

/** `(right, down, forward)`, in metres or as ratios, with two decimals. */
function renderTriple(triple: Value, print: Print, scope: Scope): Expression {
  if (triple.kind !== 'triple') throw new Error('SPQ904: a point without components');
  const number = (e: Expression): Expression =>
    printDigits(scope.share(printedDigits(scope.share(e), print)), print, false);
  const parts = [triple.right, negate(triple.up), triple.forward].map(number);
  return join(text('('), ...parts.flatMap((n, i) => (i === 0 ? [n] : [text(', '), n])), text(')'));
}

/** `[x1, y1, x2, y2]` in whole pixels; in space six lengths in metres and the heading in whole degrees. */
function renderBox(box: Value, scope: Scope): Expression {
  const bracketed = (numbers: readonly Expression[]): Expression =>
    join(text('['), ...numbers.flatMap((n, i) => (i === 0 ? [n] : [text(', '), n])), text(']'));
  if (box.kind === 'box') return bracketed(box.edges.map((e) => toText(apply('whole', 'int', e))));
  if (box.kind !== 'box3d') throw new Error('SPQ904: a box without edges');
  const metres = box.lengths.map((l) =>
    printDigits(scope.share(printedDigits(l, twoDecimalMetres)), twoDecimalMetres, false),
  );
  const degrees = scope.share(printedDigits(box.heading, plainPrint('angle')));
  // 359.7 degrees are none.
  return bracketed([...metres, toText(when([[equal(degrees, int(360)), int(0)]], degrees))]);
}

/** What a hole's words need beyond its value: a plural, a side that is clear. */
export function wordsKnown({ value, noun, format }: Hole, scope: Scope): readonly Expression[] {
  const plural = (c: typed.Entity): Expression => isKnown(scope.column(c, 'plural'));
  if (noun) return [plural(noun)];
  if (format === 'article') return [isKnown(renderCategory(value, format, scope))];
  if (format === 'plural') {
    const members = value.kind === 'list' ? value.members : [];
    return members.length > 0 ? members.map(plural) : [isKnown(renderCategory(value, format, scope))];
  }
  if (format !== 'words') return [];
  const clear = below(int(scope.settings.margin.lengthUm), absolute(lowerScalar(value, scope)));
  return [clear];
}

/** The numbers of a template that choose their unit and precision with others. */
export function amountsIn(template: typed.Template, scope: Scope): readonly Amount[] {
  return template.parts.flatMap((part) => {
    if (part.kind === 'text' || part.value.kind === 'option' || part.value.type.kind !== 'quantity') return [];
    const group = groupOf(part.value.type.dimension, part.format);
    return group ? [{ group, value: scope.share(lowerScalar(part.value, scope)) }] : [];
  });
}

export function isLength(e: typed.Expression): boolean {
  return e.type.kind === 'quantity' && e.type.dimension === 'length';
}
