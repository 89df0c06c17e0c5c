/** Comparisons: dimensions agree, measured values carry margins, equality on them is refused. */
import type * as bound from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import { boolean, error, type Quantity, quantity, type Type } from '../types/type.js';
import { asQuantity } from './as-quantity.js';
import { mixesFrames } from './check-frames.js';
import type { Context } from './context.js';
import { dimensionMismatch, equalityOnMeasured, wrongType } from './errors.js';
import { exact, marginOf, noMargin } from './margin.js';
import type * as typed from './typed.js';

type Comparator = '<' | '>' | '<=' | '>=' | '=' | '!=' | 'is about';
type Check = (e: bound.Expression) => typed.Expression;

/** A comparison as it was written, both sides checked. */
interface Written {
  readonly operator: Comparator;
  readonly left: typed.Expression;
  readonly right: typed.Expression;
  readonly by: typed.Margin | undefined;
  readonly span: Span;
}

export function comparison(e: bound.Binary, operator: Comparator, check: Check, context: Context): typed.Expression {
  const left = check(e.left);
  const right = check(e.right);
  return compare({ operator, left, right, by: e.by && overriding(e.by, left.type, context), span: e.span }, context);
}

export function between(
  e: Extract<bound.Expression, { kind: 'between' }>,
  check: Check,
  context: Context,
): typed.Expression {
  const value = check(e.value);
  const bound = (operator: '<' | '>', limit: bound.Expression): typed.Expression =>
    compare({ operator, left: value, right: check(limit), by: undefined, span: e.span }, context);
  const [above, below] = [bound('>', e.low), bound('<', e.high)];
  if (above.kind === 'error' || below.kind === 'error') return failed(e.span);
  return { kind: 'and', left: above, right: below, type: boolean, span: e.span };
}

const failed = (span: Span): typed.Expression => ({ kind: 'error', type: error, span });

function compare(written: Written, context: Context): typed.Expression {
  const { left, right, operator, span } = written;
  if (left.type.kind === 'error' || right.type.kind === 'error') return failed(span);
  if (left.type.kind === 'range' && right.type.kind === 'range') return compareRanges(written, context);
  if (left.type.kind !== 'quantity' || right.type.kind !== 'quantity') return compareNames(written, context);
  if (left.type.dimension === right.type.dimension) return compareQuantities(written, [left.type, right.type], context);
  const hint = unitHint(left, right);
  context.report(
    dimensionMismatch({ operator, left: left.type, right: right.type, hint }, right.span, [
      { at: left.span, note: left.type.dimension },
    ]),
  );
  return failed(span);
}

/** `a > b` is `b < a`: later stages know one direction. */
function oriented({ operator, left, right }: Written): {
  readonly lower: typed.Expression;
  readonly upper: typed.Expression;
} {
  return operator === '>' || operator === '>=' ? { lower: right, upper: left } : { lower: left, upper: right };
}

function compareRanges(written: Written, context: Context): typed.Expression {
  const { operator, span, by } = written;
  const { lower, upper } = oriented(written);
  if (operator === '<' || operator === '>')
    return { kind: 'less', left: lower, right: upper, margin: by ?? signedLength(context), type: boolean, span };
  context.report(equalityOnMeasured({ operator }, span));
  return failed(span);
}

function compareQuantities(
  written: Written,
  [a, b]: readonly [Quantity, Quantity],
  context: Context,
): typed.Expression {
  const { operator, span } = written;
  const margin = written.by ?? marginOf(a, b, context.settings);
  if (mixesFrames(operator, written.left, written.right, context)) return failed(span);
  const { lower: left, upper: right } = oriented(written);
  const strict = operator === '<' || operator === '>';
  if (operator === 'is about' && context.exactly) {
    const hint = 'What is about as large is so by a margin: leave out `exactly`, or give one with `by`.';
    context.report(wrongType({ what: '`exactly`', needed: '`<`, `>` or an equality', hint }, span));
    return failed(span);
  }
  if (operator === 'is about') return { kind: 'about', left, right, margin, type: boolean, span };
  if (context.exactly || (!a.measured && !b.measured)) {
    const plain = strict ? '<' : operator === '>=' || operator === '<=' ? '<=' : operator;
    return { kind: 'exact', operator: plain, left, right, type: boolean, span };
  }
  if (strict) return { kind: 'less', left, right, margin, type: boolean, span };
  context.report(equalityOnMeasured({ operator }, span));
  return failed(span);
}

/** Enumerations, categories and texts are equal or not; they have no order. */
function compareNames({ operator, left, right, span }: Written, context: Context): typed.Expression {
  if ((operator === '=' || operator === '!=') && nameLike(left.type) && nameLike(right.type)) {
    if (fits(left, right) || fits(right, left)) return { kind: 'exact', operator, left, right, type: boolean, span };
    const hint = wordMeant(left, right) ?? wordMeant(right, left);
    context.report(dimensionMismatch({ operator, left: left.type, right: right.type, hint }, right.span));
    return failed(span);
  }
  const culprit = left.type.kind === 'quantity' ? right : left;
  const things = [left, right].every(({ type }) => type.kind === 'entity' && type.entity !== 'category');
  const hint = things && (operator === '=' || operator === '!=') ? sameThing : asQuantity(culprit.type);
  context.report(wrongType({ what: `\`${operator}\``, needed: 'a quantity', found: culprit.type, hint }, culprit.span));
  return failed(span);
}

const sameThing =
  'Which thing it is follows from a measure: compare that, as in `all(x in {b, c}, a.depth < x.depth)` for `a` being the nearest.';

/** A word that may be meant: the shortest in which what is written stands, else the first. */
function wordMeant(of: typed.Expression, written: typed.Expression): string | undefined {
  if (of.type.kind !== 'enumeration' || of.kind === 'enumeration') return undefined;
  const text = written.kind === 'enumeration' || written.kind === 'text' ? written.value : '';
  const near = of.type.values.filter((word) => word.endsWith(text)).toSorted((a, b) => a.length - b.length);
  const [word] = text === '' ? of.type.values : [...near, ...of.type.values];
  return word === undefined ? undefined : `Write one of its words, as in \`"${word}"\`.`;
}

const nameLike = (t: Type): boolean =>
  t.kind === 'enumeration' || t.kind === 'text' || (t.kind === 'entity' && t.entity === 'category');

function fits(a: typed.Expression, b: typed.Expression): boolean {
  if (a.type.kind === 'enumeration')
    return (b.kind === 'enumeration' || b.kind === 'text') && a.type.values.includes(b.value);
  return b.type.kind === 'entity' || b.type.kind === 'text';
}

function unitHint(left: typed.Expression, right: typed.Expression): string | undefined {
  const bare = [left, right].find(
    (e) => e.kind === 'number' && e.type.kind === 'quantity' && e.type.dimension === 'count',
  );
  return bare ? 'Give the number a unit, as in `2 m` or `30 cm`.' : undefined;
}

function signedLength(context: Context): typed.Margin {
  const side = quantity('length', true, true);
  return marginOf(side, side, context.settings);
}

/** `by 30%` or `by 5 cm`; beyond 100 % nothing could be told apart. */
function overriding(by: bound.Expression, compared: Type, context: Context): typed.Margin | undefined {
  if (context.margins === 'none') return noMargin;
  if (by.kind === 'number' && by.unit) {
    if (by.unit.dimension === 'ratio' && by.value <= 100)
      return { absolute: 0, relativePpm: Math.round(by.value * 10_000) };
    const fits =
      compared.kind === 'range'
        ? by.unit.dimension === 'length'
        : compared.kind === 'quantity' && compared.dimension === by.unit.dimension;
    if (fits) return { absolute: Math.round(by.value * by.unit.whole), relativePpm: 0 };
  }
  // What is wrong already may be of any dimension.
  if (compared.kind === 'error' && by.kind === 'number') return undefined;
  const needed = 'a number with a unit of what is compared, or at most 100 %';
  context.report(wrongType({ what: '`by`', needed, hint: 'For instance `by 5 cm`, or `by 30%`.' }, by.span));
  return exact;
}
