/** Comparisons: dimensions agree, measured values carry margins, equality on them is refused. */
import type * as bound from '../bind/bound.js';
import { quantity, type Quantity, type Type } from '../types/type.js';
import { boolean } from '../types/type.js';
import type { Context } from './context.js';
import { dimensionMismatch, equalityOnMeasured, wrongType } from './errors.js';
import { exact, marginOf } from './margin.js';
import type * as typed from './typed.js';

type Comparator = '<' | '>' | '<=' | '>=' | '=' | '!=' | 'is about';
type Check = (e: bound.Expression) => typed.Expression;

export function comparison(e: bound.Binary, operator: Comparator, check: Check, context: Context): typed.Expression {
  const pair = { left: check(e.left), right: check(e.right) };
  const by = e.by && overriding(e.by, pair, context);
  return compare(operator, pair.left, pair.right, by, e.span, context);
}

export function between(e: Extract<bound.Expression, { kind: 'between' }>, check: Check, context: Context): typed.Expression {
  const value = check(e.value);
  const above = compare('>', value, check(e.low), undefined, e.span, context);
  const below = compare('<', value, check(e.high), undefined, e.span, context);
  return { kind: 'and', left: above, right: below, type: boolean, span: e.span };
}

function compare(
  operator: Comparator,
  left: typed.Expression,
  right: typed.Expression,
  by: typed.Margin | undefined,
  span: typed.Expression['span'],
  context: Context,
): typed.Expression {
  const failed: typed.Expression = { kind: 'error', type: boolean, span };
  if (left.type.kind === 'error' || right.type.kind === 'error') return failed;
  if (operator === '>' || operator === '>=') return compare(operator === '>' ? '<' : '<=', right, left, by, span, context);
  if (left.type.kind === 'range' && right.type.kind === 'range') {
    if (operator === '<') return { kind: 'less', left, right, margin: by ?? signedLength(context), type: boolean, span };
    context.report(equalityOnMeasured({ operator }, span));
    return failed;
  }
  if (left.type.kind !== 'quantity' || right.type.kind !== 'quantity') return compareNames(operator, left, right, span, context);
  if (left.type.dimension !== right.type.dimension) {
    context.report(dimensionMismatch({ operator, left: left.type, right: right.type, hint: unitHint(left, right) }, right.span, [{ at: left.span, note: left.type.dimension }]));
    return failed;
  }
  return compareQuantities(operator, left, right, [left.type, right.type], by, span, context);
}

function compareQuantities(
  operator: '<' | '<=' | '=' | '!=' | 'is about',
  left: typed.Expression,
  right: typed.Expression,
  [a, b]: readonly [Quantity, Quantity],
  by: typed.Margin | undefined,
  span: typed.Expression['span'],
  context: Context,
): typed.Expression {
  const margin = by ?? marginOf(a, b, context.settings);
  if (operator === 'is about') return { kind: 'about', left, right, margin, type: boolean, span };
  if (!a.measured && !b.measured) return { kind: 'exact', operator, left, right, type: boolean, span };
  if (operator === '<') {
    return context.exactly ? { kind: 'exact', operator, left, right, type: boolean, span } : { kind: 'less', left, right, margin, type: boolean, span };
  }
  if (context.exactly) return { kind: 'exact', operator, left, right, type: boolean, span };
  context.report(equalityOnMeasured({ operator }, span));
  return { kind: 'error', type: boolean, span };
}

/** Enumerations, categories and texts are equal or not; they have no order. */
function compareNames(
  operator: '<' | '<=' | '=' | '!=' | 'is about',
  left: typed.Expression,
  right: typed.Expression,
  span: typed.Expression['span'],
  context: Context,
): typed.Expression {
  if ((operator === '=' || operator === '!=') && nameLike(left.type) && nameLike(right.type)) {
    if (fits(left, right) || fits(right, left)) return { kind: 'exact', operator, left, right, type: boolean, span };
    context.report(dimensionMismatch({ operator, left: left.type, right: right.type, hint: undefined }, right.span));
    return { kind: 'error', type: boolean, span };
  }
  const culprit = left.type.kind === 'quantity' ? right : left;
  context.report(wrongType({ what: `\`${operator}\``, needed: 'a quantity', found: culprit.type, hint: culprit.type.kind === 'entity' ? 'Compare a fact of it, as in `a.height`.' : undefined }, culprit.span));
  return { kind: 'error', type: boolean, span };
}

const nameLike = (t: Type): boolean => t.kind === 'enumeration' || t.kind === 'text' || (t.kind === 'entity' && t.entity === 'category');

function fits(a: typed.Expression, b: typed.Expression): boolean {
  if (a.type.kind === 'enumeration') return b.kind === 'enumeration' && a.type.values.includes(b.value);
  return b.type.kind === 'entity' || b.type.kind === 'text';
}

function unitHint(left: typed.Expression, right: typed.Expression): string | undefined {
  const bare = [left, right].find((e) => e.kind === 'number' && e.type.kind === 'quantity' && e.type.dimension === 'count');
  return bare ? 'Give the number a unit, as in `2 m` or `30 cm`.' : undefined;
}

function signedLength(context: Context): typed.Margin {
  const side = quantity('length', true, true);
  return marginOf(side, side, context.settings);
}

/** `by 30%` or `by 5 cm`. */
function overriding(by: bound.Expression, pair: { readonly left: typed.Expression }, context: Context): typed.Margin | undefined {
  if (by.kind === 'number' && by.unit) {
    if (by.unit.dimension === 'ratio') return { absolute: 0, relativePpm: Math.round(by.value * 10_000) };
    const { type } = pair.left;
    if (type.kind === 'range' || (type.kind === 'quantity' && type.dimension === by.unit.dimension)) {
      return { absolute: Math.round(by.value * by.unit.whole), relativePpm: 0 };
    }
  }
  context.report(wrongType({ what: '`by`', needed: 'a literal of the compared dimension, or a per cent', found: pair.left.type }, by.span));
  return exact;
}
