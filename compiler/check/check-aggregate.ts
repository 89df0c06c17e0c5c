/** Sets: `the x in S with …`, `sort`, `count`, `any`, `all`, and what of them can be known. */
import type * as bound from '../bind/bound.js';
import { notHere } from '../bind/errors.js';
import type { Span } from '../diagnostics/span.js';
import { boolean, entity, error, type Quantity, quantity } from '../types/type.js';
import { asQuantity } from './as-quantity.js';
import { checkCondition, checkExpression } from './check-expression.js';
import type { Context } from './context.js';
import { countWithoutCategory, wrongType } from './errors.js';
import { exact, marginOf } from './margin.js';
import { isBroken, partsOf } from './parts.js';
import type * as typed from './typed.js';

const failed = (span: Span): typed.Expression => ({ kind: 'error', type: error, span });

/** Values that members are compared by: quantities of one dimension. */
function measures(
  by: readonly bound.Expression[],
  most: string,
  context: Context,
): { readonly by: readonly typed.Expression[]; readonly margin: typed.Margin } | undefined {
  const checked = by.map((e) => checkExpression(e, context));
  const wrong = checked.find((e) => e.type.kind !== 'quantity');
  if (wrong) {
    if (wrong.type.kind !== 'error')
      context.report(
        wrongType(
          { what: `\`${most}\``, needed: 'a quantity', found: wrong.type, hint: asQuantity(wrong.type) },
          wrong.span,
        ),
      );
    return undefined;
  }
  const [first] = checked.flatMap((e): Quantity[] => (e.type.kind === 'quantity' ? [e.type] : []));
  return first && { by: checked, margin: context.exactly ? exact : marginOf(first, first, context.settings) };
}

export function pick(e: bound.Pick, context: Context): typed.Expression {
  const { members, most, span } = e;
  const [first] = members;
  const found = measures(e.by, most, context);
  if (!found || !first) return failed(span);
  // The fourth of three is unknown: `{xs: 3..5}, count k in 2..4` asks for it where there are four.
  if (e.rank !== undefined && e.rank > members.length && !context.several) {
    const hint = `The set has ${members.length} members.`;
    context.report(wrongType({ what: `\`rank ${e.rank}\``, needed: 'a set that has so many', hint }, span));
    return failed(span);
  }
  return { kind: 'pick', members, rank: e.rank ?? 1, most, ...found, type: entity(first.kind), span };
}

export function pickOrder(e: bound.PickOrder, context: Context): typed.Expression {
  const [first] = e.members;
  const found = measures(e.by, e.most, context);
  if (!found || !first) return failed(e.span);
  const type = { kind: 'list', entity: first.kind } as const;
  return { kind: 'pick order', members: e.members, most: e.most, ...found, type, span: e.span };
}

export function sort(e: bound.Sort, context: Context): typed.Expression {
  const [first] = e.members;
  const found = measures(e.by, e.most, context);
  if (!found || !first) return failed(e.span);
  const type = { kind: 'list', entity: first.kind } as const;
  return { kind: 'sort', members: e.members, most: e.most, ...found, type, span: e.span };
}

export function tally(e: Extract<bound.Expression, { kind: 'tally' }>, context: Context): typed.Expression {
  const conditions = e.conditions.map((c) => checkCondition(c, '`count`', context));
  if (conditions.some((c) => c.type.kind === 'error')) return failed(e.span);
  return { kind: 'tally', conditions, type: quantity('count', false, false), span: e.span };
}

/** A range over the scene inside another would count for every candidate; a `let` outside of it is counted once. */
function refuseNested(parts: readonly typed.Expression[], context: Context): boolean {
  const nested = (e: typed.Expression): typed.Expression | undefined => {
    if (e.kind === 'let') return undefined;
    if (e.kind === 'count' || e.kind === 'exists') return e;
    for (const part of partsOf(e)) {
      const found = nested(part);
      if (found) return found;
    }
    return undefined;
  };
  const [found] = parts.flatMap((p) => nested(p) ?? []);
  if (!found) return false;
  const hint = 'Count before, with a `let` that does not speak of the variable.';
  context.report(notHere({ what: 'A range over the scene inside another', hint }, found.span));
  return true;
}

/** `all(x where p, q)` is that no x has p and not q. */
export function count(e: bound.Count, context: Context): typed.Expression {
  const { variable, other, picked, span } = e;
  const inside: Context = { ...context, mayBeSelf: other ? undefined : { variable, range: e.range } };
  const domain = checkCondition(e.where, `\`${e.quantifier}\``, inside);
  const holds = e.holds && checkCondition(e.holds, '`all`', inside);
  if (domain.type.kind === 'error' || holds?.type.kind === 'error') return failed(span);
  if (refuseNested([domain, ...(holds ? [holds] : [])], context)) return failed(span);
  const categories = categoriesFor(domain, variable, span, context);
  if (!categories) return failed(span);
  const where: typed.Expression = holds
    ? { kind: 'and', left: domain, right: { kind: 'not', of: holds, type: boolean, span }, type: boolean, span }
    : domain;
  const type = quantity('count', false, false);
  const counting: typed.Counting = { kind: 'count', other, picked, variable, where, categories };
  if (e.quantifier === 'count') return { ...counting, type, span };
  return { kind: 'exists', negated: e.quantifier === 'all', count: counting, type: boolean, span };
}

export function checkScenePick(e: bound.ScenePick, context: Context): typed.ScenePick {
  const { variable, other, picked, most, span } = e;
  const inside: Context = { ...context, mayBeSelf: other ? undefined : { variable, range: e.range } };
  const where = checkCondition(e.where, '`where`', inside);
  const found = measures([e.by], most, inside);
  const [by = failed(span)] = found?.by ?? [];
  refuseNested([where, by], context);
  const categories = where.type.kind === 'error' ? [] : (categoriesFor(where, variable, span, context) ?? []);
  return { other, picked, variable, where, categories, by, most, margin: found?.margin ?? exact };
}

function categoriesFor(
  where: typed.Expression,
  variable: bound.Entity,
  span: Span,
  context: Context,
): readonly typed.Expression[] | undefined {
  const categories = categoriesOf(where, variable);
  if (categories.length > 0) return categories;
  // What is wrong in it may be the category.
  if (isBroken(where)) return undefined;
  context.report(countWithoutCategory({ variable: variable.name }, span));
  return undefined;
}

/** The categories that every counted thing must be called: the conjuncts `x called c`. */
function categoriesOf(where: typed.Expression, variable: bound.Entity): readonly typed.Expression[] {
  if (where.kind === 'and') return [...categoriesOf(where.left, variable), ...categoriesOf(where.right, variable)];
  return where.kind === 'called' && where.thing === variable ? [where.category] : [];
}
