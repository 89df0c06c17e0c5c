/** Facts, components, frames and arithmetic: dimensions multiply, frames must be one. */
import type * as bound from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { factNamed, factNames } from '../std/facts.js';
import { components, isComponent } from '../types/frame.js';
import { error, one, quantity, type Type } from '../types/type.js';
import { over, times } from '../types/unit.js';
import { asQuantity } from './as-quantity.js';
import { mixesFrames } from './check-frames.js';
import type { Context } from './context.js';
import { dimensionMismatch, notBound, unknownMember, wrongType } from './errors.js';
import type * as typed from './typed.js';

type Check = (e: bound.Expression) => typed.Expression;
const failed = (span: Span): typed.Expression => ({ kind: 'error', type: error, span });

export function member(
  e: Extract<bound.Expression, { kind: 'member' }>,
  check: Check,
  context: Context,
): typed.Expression {
  const of = check(e.of);
  const { span } = e;
  const unknown = (what: string, known: readonly string[]): typed.Expression => {
    context.report(unknownMember({ name: e.name, of: what, hint: didYouMean(e.name, known) }, e.nameSpan));
    return failed(span);
  };
  switch (of.type.kind) {
    case 'entity': {
      const fact = factNamed(of.type.entity, e.name);
      const defined = of.type.entity === 'object' ? context.facts.get(e.name) : undefined;
      if (!fact && !defined) {
        const known = [...factNames(of.type.entity), ...(of.type.entity === 'object' ? context.facts.keys() : [])];
        return unknown(one(of.type), known);
      }
      if (of.kind === 'entity' && defined)
        return { kind: 'user fact', entity: of.entity, fact: defined, type: defined.body.type, span };
      if (of.kind === 'entity' && fact) return { kind: 'fact', entity: of.entity, fact, type: fact.type, span };
      context.report(notBound({ what: `\`.${e.name}\`` }, of.span));
      return failed(span);
    }
    case 'unit':
      if (!isComponent(e.name)) return unknown(one(of.type), components);
      return { kind: 'component', of, component: e.name, type: quantity('ratio', true, true), span };
    case 'point':
    case 'vector':
      if (!isComponent(e.name)) return unknown(one(of.type), components);
      return { kind: 'component', of, component: e.name, type: quantity('length', true, true), span };
    case 'extents':
      if (!isComponent(e.name)) return unknown('`span(…)`', components);
      return of.kind === 'extents'
        ? { kind: 'extent', entity: of.entity, component: e.name, type: { kind: 'range' }, span }
        : failed(span);
    case 'error':
      return failed(span);
    case 'quantity':
    case 'enumeration':
    case 'boolean':
    case 'text':
    case 'direction':
    case 'range':
    case 'axis':
    case 'box':
    case 'box3d':
    case 'footprint':
    case 'list':
    case 'tuple':
    case 'unknown':
      return unknown(one(of.type), []);
  }
}

export function negative(span: Span, of: typed.Expression, context: Context): typed.Expression {
  if (of.type.kind === 'quantity') return { kind: 'negative', of, type: { ...of.type, signed: true }, span };
  if (of.type.kind !== 'error')
    context.report(
      wrongType({ what: '`-`', needed: 'a quantity', found: of.type, hint: asQuantity(of.type) }, of.span),
    );
  return failed(span);
}

export function arithmetic(
  operator: '+' | '-' | '*' | '/',
  left: typed.Expression,
  right: typed.Expression,
  span: Span,
  context: Context,
): typed.Expression {
  const type = resultType(operator, left, right, span, context);
  return type ? { kind: 'arithmetic', operator, left, right, type, span } : failed(span);
}

function resultType(
  operator: '+' | '-' | '*' | '/',
  l: typed.Expression,
  r: typed.Expression,
  span: Span,
  context: Context,
): Type | undefined {
  const [left, right] = [l.type, r.type];
  if (left.kind === 'error' || right.kind === 'error') return undefined;
  if (left.kind === 'point' && right.kind === 'point' && operator === '-') {
    return mixesFrames(operator, l, r, context) ? undefined : { kind: 'vector', frame: left.frame };
  }
  if (left.kind !== 'quantity' || right.kind !== 'quantity') {
    const culprit = left.kind === 'quantity' || left.kind === 'point' ? r : l;
    const { type, span: at } = culprit;
    context.report(
      wrongType({ what: `\`${operator}\``, needed: 'a quantity', found: type, hint: asQuantity(type) }, at),
    );
    return undefined;
  }
  const measured = left.measured || right.measured;
  const additive = operator === '+' || operator === '-';
  if (additive && mixesFrames(operator, l, r, context)) return undefined;
  const dimension = additive
    ? left.dimension === right.dimension
      ? left.dimension
      : undefined
    : operator === '*'
      ? times(left.dimension, right.dimension)
      : over(left.dimension, right.dimension);
  if (!dimension) {
    context.report(dimensionMismatch({ operator, left, right, hint: undefined }, span));
    return undefined;
  }
  return quantity(dimension, measured, operator === '-' || left.signed || right.signed);
}
