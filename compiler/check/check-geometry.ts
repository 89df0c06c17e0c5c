/** Facts, components, frames and arithmetic: dimensions multiply, frames must be one. */
import type * as bound from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { factNamed, factNames } from '../std/facts.js';
import { enumeration, functions, isSector, type SectorName } from '../std/functions.js';
import { camera, components, type Frame, isComponent, sameFrame, showFrame, world } from '../types/frame.js';
import { boolean, error, quantity, show, type Type } from '../types/type.js';
import { over, times } from '../types/unit.js';
import { condition, distinct, objectOf } from './check-expression.js';
import type { Context } from './context.js';
import { dimensionMismatch, framesMixed, notBound, unknownMember, wrongType } from './errors.js';
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
      if (!fact)
        return unknown(
          `an ${of.type.entity}`.replace('an pixel', 'a pixel').replace('an category', 'a category'),
          factNames(of.type.entity),
        );
      if (of.kind === 'entity') return { kind: 'fact', entity: of.entity, fact, type: fact.type, span };
      context.report(notBound({ what: `\`.${e.name}\`` }, of.span));
      return failed(span);
    }
    case 'point':
    case 'vector':
      if (!isComponent(e.name)) return unknown(show(of.type), components);
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
      return unknown(`a ${show(of.type)}`, []);
  }
}

export function call(e: Extract<bound.Expression, { kind: 'call' }>, check: Check, context: Context): typed.Expression {
  const found = e.arguments.map(check);
  const wanted = functions[e.callee].parameters;
  if (wanted !== undefined && found.length !== wanted) {
    context.report(
      wrongType(
        {
          what: `\`${e.callee}\``,
          needed: `${wanted} argument${wanted === 1 ? '' : 's'}`,
          found: { kind: 'text' },
          hint: `It is given ${found.length}.`,
        },
        e.span,
      ),
    );
    return failed(e.span);
  }
  const { callee, span } = e;
  const [first, second] = found;
  if (callee === 'agree') {
    return { kind: 'agree', conditions: found.map((c) => condition(c, '`agree`', context)), type: boolean, span };
  }
  if (!first) return failed(span);
  if (isSector(callee)) return sector(callee, first, span, context);
  if (callee === 'abs') return magnitude(first, span, context);
  const from = objectOf(first, `\`${callee}\``, context);
  if (!from) return failed(span);
  if (callee === 'span') return { kind: 'extents', entity: from, type: { kind: 'extents' }, span };
  const to = second && objectOf(second, `\`${callee}\``, context);
  if (!to) return failed(span);
  distinct(from, to, span, context);
  return { kind: 'distance', from, to, type: quantity('length', true, false), span };
}

function sector(name: SectorName, of: typed.Expression, span: Span, context: Context): typed.Expression {
  const wanted = name === 'facing8' ? 'direction' : 'vector';
  // A point seen from a viewer is a vector from the viewer.
  const fits = of.type.kind === wanted || (wanted === 'vector' && of.type.kind === 'point');
  if (!fits) {
    if (of.type.kind !== 'error')
      context.report(wrongType({ what: `\`${name}\``, needed: `a ${wanted}`, found: of.type }, of.span));
    return failed(span);
  }
  return { kind: 'sector', sector: name, of, type: enumeration(name), span };
}

function magnitude(of: typed.Expression, span: Span, context: Context): typed.Expression {
  if (of.type.kind === 'quantity') return { kind: 'abs', of, type: { ...of.type, signed: false }, span };
  if (of.type.kind !== 'error')
    context.report(wrongType({ what: '`abs`', needed: 'a quantity', found: of.type }, of.span));
  return failed(span);
}

export function negative(span: Span, of: typed.Expression, context: Context): typed.Expression {
  if (of.type.kind === 'quantity') return { kind: 'negative', of, type: { ...of.type, signed: true }, span };
  if (of.type.kind !== 'error')
    context.report(wrongType({ what: '`-`', needed: 'a quantity', found: of.type }, of.span));
  return failed(span);
}

/** `p from world`, `p from a toward b`: a point of the camera frame, in another one. */
export function view(e: Extract<bound.Expression, { kind: 'from' }>, check: Check, context: Context): typed.Expression {
  const of = check(e.value);
  if (of.type.kind !== 'point' || of.type.frame.kind !== 'camera') {
    if (of.type.kind !== 'error')
      context.report(
        wrongType(
          {
            what: '`from`',
            needed: 'a point in the frame of camera',
            found: of.type,
            hint: 'For instance `b.position from a`.',
          },
          of.span,
        ),
      );
    return failed(e.span);
  }
  const { viewer } = e;
  if (viewer.kind !== 'entity')
    return {
      kind: 'view',
      of,
      frame: viewer.kind === 'world' ? world : camera,
      viewer,
      type: { kind: 'point', frame: viewer.kind === 'world' ? world : camera },
      span: e.span,
    };
  for (const entity of [viewer.at, ...(viewer.toward ? [viewer.toward] : [])]) {
    if (entity.kind === 'object') continue;
    context.report(
      wrongType({ what: '`from`', needed: 'an object', found: { kind: 'entity', entity: entity.kind } }, e.span),
    );
    return failed(e.span);
  }
  const frame: Frame = { kind: 'viewer', at: viewer.at.name, toward: viewer.toward?.name };
  return { kind: 'view', of, frame, viewer, type: { kind: 'point', frame }, span: e.span };
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
    if (sameFrame(left.frame, right.frame)) return { kind: 'vector', frame: left.frame };
    context.report(
      framesMixed({ operator, left: showFrame(left.frame), right: showFrame(right.frame) }, r.span, [
        { at: l.span, note: `frame of ${showFrame(left.frame)}` },
      ]),
    );
    return undefined;
  }
  if (left.kind !== 'quantity' || right.kind !== 'quantity') {
    const culprit = left.kind === 'quantity' || left.kind === 'point' ? r : l;
    context.report(wrongType({ what: `\`${operator}\``, needed: 'a quantity', found: culprit.type }, culprit.span));
    return undefined;
  }
  const measured = left.measured || right.measured;
  const additive = operator === '+' || operator === '-';
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
