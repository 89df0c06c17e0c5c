/** `count(…)` and `the x in {…} with …`: sets, and what of them can be known. */
import type * as bound from '../bind/bound.js';
import { entity, error, quantity } from '../types/type.js';
import { checkCondition, checkExpression } from './check-expression.js';
import type { Context } from './context.js';
import { countWithoutCategory, wrongType } from './errors.js';
import { exact, marginOf } from './margin.js';
import type * as typed from './typed.js';

export function pick(e: bound.Pick, context: Context): typed.Expression {
  const by = checkExpression(e.by, context);
  if (by.type.kind !== 'quantity') {
    if (by.type.kind !== 'error')
      context.report(wrongType({ what: `\`with ${e.most}\``, needed: 'a quantity', found: by.type }, by.span));
    return { kind: 'error', type: error, span: e.span };
  }
  const margin = context.exactly ? exact : marginOf(by.type, by.type, context.settings);
  return {
    kind: 'pick',
    variable: e.variable,
    members: e.members,
    by,
    most: e.most,
    margin,
    type: entity(e.variable.kind),
    span: e.span,
  };
}

export function count(e: bound.Count, context: Context): typed.Expression {
  const inside: Context = { ...context, mayBeSelf: e.other ? undefined : e.variable };
  const where = checkCondition(e.where, '`count`', inside);
  if (where.type.kind === 'error') return { kind: 'error', type: error, span: e.span };
  const categories = categoriesOf(where, e.variable);
  const [category] = categories;
  if (!category) {
    context.report(countWithoutCategory({ variable: e.variable.name }, e.span));
    return { kind: 'error', type: error, span: e.span };
  }
  return {
    kind: 'count',
    other: e.other,
    variable: e.variable,
    where,
    categories,
    type: quantity('count', false, false),
    span: e.span,
  };
}

/** The categories that every counted thing must be called: the conjuncts `x called c`. */
function categoriesOf(where: typed.Expression, variable: bound.Entity): readonly typed.Expression[] {
  if (where.kind === 'and') return [...categoriesOf(where.left, variable), ...categoriesOf(where.right, variable)];
  return where.kind === 'called' && where.thing === variable ? [where.category] : [];
}
