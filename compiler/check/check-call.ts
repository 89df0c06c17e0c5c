/** Functions: how many arguments, of which type, and what they give. */
import type * as bound from '../bind/bound.js';
import { wrongArgument } from '../bind/errors.js';
import type { Span } from '../diagnostics/span.js';
import { enumeration, type FunctionName, functions, isSector, type SectorName } from '../std/functions.js';
import { wordsIn } from '../std/words.js';
import { boolean, entity, error, quantity, type Type } from '../types/type.js';
import { condition, objectOf } from './check-expression.js';
import { mixesFrames } from './check-frames.js';
import type { Context } from './context.js';
import { mayBe } from './dependencies.js';
import { distinct } from './distinct.js';
import { wrongType } from './errors.js';
import type * as typed from './typed.js';

type Check = (e: bound.Expression) => typed.Expression;
type Call = Extract<bound.Expression, { kind: 'call' }>;
const failed = (span: Span): typed.Expression => ({ kind: 'error', type: error, span });

const measuredLength = quantity('length', true, false);

export function call(e: Call, check: Check, context: Context): typed.Expression {
  const { callee, span } = e;
  const wanted = functions[callee].parameters;
  if (wanted !== undefined && e.arguments.length !== wanted) {
    const problem = `needs ${wanted} argument${wanted === 1 ? '' : 's'}, and is given ${e.arguments.length}.`;
    const hint = `Write \`${callee}(${functions[callee].takes})\`.`;
    context.report(wrongArgument({ callee, problem, hint }, span));
    return failed(span);
  }
  if (callee === 'distance') return distance(e, check, context);
  if (callee === 'length') return length(e, check, context);
  const found = e.arguments.map(check);
  if (found.some((f) => f.type.kind === 'error')) return failed(span);
  if (callee === 'agree') {
    const conditions = found.map((c) => condition(c, '`agree`', context));
    return { kind: 'agree', conditions, type: boolean, span };
  }
  const [first, second] = found;
  if (!first) return failed(span);
  return second ? ofTwo(callee, first, second, span, context) : ofOne(callee, first, span, context);
}

function ofOne(callee: FunctionName, of: typed.Expression, span: Span, context: Context): typed.Expression {
  if (isSector(callee)) return sector(callee, of, span, context);
  if (callee === 'abs') return magnitude(of, span, context);
  if (callee === 'unit' || callee === 'words') return ofVector(callee, of, span, context);
  const object = objectOf(of, `\`${callee}\``, context);
  if (!object) return failed(span);
  if (callee === 'span') return { kind: 'extents', entity: object, type: { kind: 'extents' }, span };
  if (callee === 'footprint') return { kind: 'footprint', entity: object, type: { kind: 'footprint' }, span };
  return { kind: 'axis', entity: object, type: { kind: 'axis' }, span };
}

function ofTwo(
  callee: FunctionName,
  first: typed.Expression,
  second: typed.Expression,
  span: Span,
  context: Context,
): typed.Expression {
  if (callee === 'angle') return angle(first, second, span, context);
  if (callee === 'overlap') return overlap(first, second, span, context);
  const from = objectOf(first, `\`${callee}\``, context);
  const to = objectOf(second, `\`${callee}\``, context);
  if (!from || !to) return failed(span);
  distinct('`gap`', from, to, span, context);
  return { kind: 'gap', from, to, type: measuredLength, span };
}

/** An object, a pixel or the camera. */
function placeOf(e: bound.Expression, what: string, check: Check, context: Context): typed.Place | undefined {
  if (e.kind === 'camera') return 'camera';
  const found = check(e);
  if (found.kind === 'entity' && found.entity.kind !== 'category') return found.entity;
  if (found.type.kind !== 'error')
    context.report(wrongType({ what, needed: 'objects, pixels or the camera', found: found.type }, found.span));
  return undefined;
}

function distance(e: Call, check: Check, context: Context): typed.Expression {
  const [from, to] = e.arguments.map((a) => placeOf(a, '`distance`', check, context));
  if (!from || !to) return failed(e.span);
  if (from !== 'camera' && to !== 'camera') distinct('`distance`', from, to, e.span, context);
  return { kind: 'distance', from, to, type: measuredLength, span: e.span };
}

/** `length(v)` of a vector, `length(o)` along a list, `length(camera, o)` from a start. */
function length(e: Call, check: Check, context: Context): typed.Expression {
  const [first, second, third] = e.arguments;
  const { span } = e;
  if (!first || third) {
    const hint = 'Write `length(v)`, `length(o)`, or `length(camera, o)`.';
    context.report(wrongType({ what: '`length`', needed: 'a vector, a list, or a start and a list', hint }, span));
    return failed(span);
  }
  const start = second ? placeOf(first, '`length`', check, context) : undefined;
  const of = check(second ?? first);
  if (of.type.kind === 'error' || (second && !start)) return failed(span);
  if (!second && (of.type.kind === 'vector' || of.type.kind === 'point'))
    return { kind: 'length', of, type: measuredLength, span };
  if (of.type.kind === 'list' && of.type.entity !== 'category') {
    const order = of.kind === 'list' ? undefined : of;
    return { kind: 'path', from: start, members: mayBe(of), order, type: measuredLength, span };
  }
  const needed = second ? 'a list of things' : 'a vector, or a list of things';
  context.report(wrongType({ what: '`length`', needed, found: of.type }, of.span));
  return failed(span);
}

function sector(name: SectorName, of: typed.Expression, span: Span, context: Context): typed.Expression {
  const wanted = name === 'facing8' ? 'direction' : name === 'axis4' ? 'axis' : 'vector';
  // A point seen from a viewer is a vector from the viewer.
  const fits = of.type.kind === wanted || (wanted === 'vector' && of.type.kind === 'point');
  if (fits) return { kind: 'sector', sector: name, of, type: enumeration(name), span };
  context.report(wrongType({ what: `\`${name}\``, needed: `a ${wanted}`, found: of.type }, of.span));
  return failed(span);
}

function ofVector(callee: 'unit' | 'words', of: typed.Expression, span: Span, context: Context): typed.Expression {
  if (of.type.kind !== 'vector' && of.type.kind !== 'point') {
    context.report(wrongType({ what: `\`${callee}\``, needed: 'a vector', found: of.type }, of.span));
    return failed(span);
  }
  const { frame } = of.type;
  if (callee === 'unit') return { kind: 'unit', of, type: { kind: 'unit', frame }, span };
  const type: Type = { kind: 'enumeration', name: 'words', values: wordsIn(frame.kind) };
  return { kind: 'direction words', of, frame, type, span };
}

function magnitude(of: typed.Expression, span: Span, context: Context): typed.Expression {
  if (of.type.kind === 'quantity') return { kind: 'abs', of, type: { ...of.type, signed: false }, span };
  context.report(wrongType({ what: '`abs`', needed: 'a quantity', found: of.type }, of.span));
  return failed(span);
}

/** Between two of a kind: vectors of one frame, facings, or axes. */
function angle(left: typed.Expression, right: typed.Expression, span: Span, context: Context): typed.Expression {
  const kinds = ['vector', 'direction', 'axis', 'point'];
  const wrong =
    [left, right].find((e) => !kinds.includes(e.type.kind)) ?? (left.type.kind === right.type.kind ? undefined : right);
  if (!wrong && mixesFrames('angle', left, right, context)) return failed(span);
  if (!wrong) return { kind: 'angle', left, right, type: quantity('angle', true, false), span };
  const needed = 'two vectors, two facings or two axes';
  context.report(wrongType({ what: '`angle`', needed, found: wrong.type }, wrong.span));
  return failed(span);
}

function overlap(of: typed.Expression, over: typed.Expression, span: Span, context: Context): typed.Expression {
  if (of.kind === 'footprint' && over.kind === 'footprint') {
    distinct('`overlap`', of.entity, over.entity, span, context);
    return { kind: 'overlap', of: of.entity, over: over.entity, type: quantity('ratio', true, false), span };
  }
  const wrong = of.kind === 'footprint' ? over : of;
  const found = wrong.type.kind === 'error' ? entity('object') : wrong.type;
  const hint = 'Write `overlap(footprint(a), footprint(b))`.';
  context.report(wrongType({ what: '`overlap`', needed: 'two footprints', found, hint }, wrong.span));
  return failed(span);
}
