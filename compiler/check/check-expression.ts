/** bound -> typed, for expressions: one small function per construct. */
import type * as bound from '../bind/bound.js';
import { notHere } from '../bind/errors.js';
import { boolean, entity, error, quantity, text } from '../types/type.js';
import { count, pick, pickOrder, sort, tally } from './check-aggregate.js';
import { call } from './check-call.js';
import { between, comparison } from './check-comparison.js';
import { conditional } from './check-conditional.js';
import { arithmetic, member, negative } from './check-geometry.js';
import { view } from './check-view.js';
import type { Context } from './context.js';
import { distinct } from './distinct.js';
import { notBoolean, notBound, tooLarge, wrongType } from './errors.js';
import { seen } from './posed.js';
import type * as typed from './typed.js';

export function checkExpression(e: bound.Expression, context: Context): typed.Expression {
  const check = (x: bound.Expression): typed.Expression => checkExpression(x, context);
  const { span } = e;
  switch (e.kind) {
    case 'number':
      return number(e, context);
    case 'text':
      return { kind: 'text', value: e.value, type: text, span };
    case 'boolean':
      return { kind: 'boolean', value: e.value, type: boolean, span };
    case 'enumeration':
      return {
        kind: 'enumeration',
        value: e.value,
        type: { kind: 'enumeration', name: e.value, values: [e.value] },
        span,
      };
    case 'entity':
      return { kind: 'entity', entity: e.entity, type: entity(e.entity.kind), span };
    case 'let': {
      const found = context.lets.get(e.let);
      return found ? { kind: 'let', let: found, type: found.value.type, span } : { kind: 'error', type: error, span };
    }
    case 'member':
      return seen(member(e, check, context), context);
    case 'call':
      return call(e, check, context);
    case 'unary':
      return unary(e, context);
    case 'binary':
      return binary(e, check, context);
    case 'between':
      return between(e, check, context);
    case 'called':
      return called(e, check, context);
    case 'relation':
      return seen(relation(e, check, context), context);
    case 'from':
      return view(e, check, context);
    case 'if':
      return conditional(e, check, context);
    case 'pick':
      return pick(e, context);
    case 'pick order':
      return pickOrder(e, context);
    case 'sort':
      return sort(e, context);
    case 'tally':
      return tally(e, context);
    case 'count':
      return count(e, context);
    case 'blocks':
      return blocks(e, check, context);
    case 'unknown':
      return { kind: 'unknown', type: { kind: 'unknown' }, span };
    case 'option':
      return { kind: 'option', type: context.option ?? text, span };
    case 'words':
      return { kind: 'words', words: e.words, type: text, span };
    case 'list':
      return list(e.members, span);
    case 'tuple':
      return { kind: 'tuple', items: e.items.map(check), type: { kind: 'tuple' }, span };
    case 'own column':
      return { kind: 'fact', entity: e.entity, fact: e.fact, type: e.fact.type, span };
    case 'camera':
      return misplaced(
        '`camera`',
        'Say what of it: `distance(camera, a)`, or `b.position from camera toward a`.',
        span,
        context,
      );
    case 'orders':
      return misplaced('`orders of` a set', 'It stands after `in`, or after `choices`.', span, context);
    case 'error':
      return { kind: 'error', type: error, span };
  }
}

function list(members: readonly bound.Entity[], span: typed.Expression['span']): typed.Expression {
  const [first] = members;
  if (!first) return { kind: 'error', type: error, span };
  return { kind: 'list', members, type: { kind: 'list', entity: first.kind }, span };
}

function misplaced(what: string, hint: string, span: typed.Expression['span'], context: Context): typed.Expression {
  context.report(notHere({ what, hint }, span));
  return { kind: 'error', type: error, span };
}

/** A literal in whole units; what no measured value can reach is a slip of the pen. */
function number(e: Extract<bound.Expression, { kind: 'number' }>, context: Context): typed.Expression {
  const whole = e.unit ? Math.round(e.value * e.unit.whole) : e.value;
  const { span } = e;
  if (whole >= 9e12) {
    context.report(tooLarge({ number: `${e.value}${e.unit ? ` ${e.unit.name}` : ''}` }, span));
    return { kind: 'error', type: error, span };
  }
  return { kind: 'number', whole, type: quantity(e.unit?.dimension ?? 'count', false, false), span };
}

/** Checks an expression that must be a condition. */
export function checkCondition(e: bound.Expression, what: string, context: Context): typed.Expression {
  const checked = checkExpression(e, context);
  return condition(checked, what, context);
}

export function condition(checked: typed.Expression, what: string, context: Context): typed.Expression {
  if (checked.type.kind === 'boolean' || checked.type.kind === 'error') return checked;
  context.report(notBoolean({ what, found: checked.type }, checked.span));
  return { kind: 'error', type: error, span: checked.span };
}

function unary(e: Extract<bound.Expression, { kind: 'unary' }>, context: Context): typed.Expression {
  if (e.operator === '-') return negative(e.span, checkExpression(e.operand, context), context);
  if (e.operator === 'exactly')
    return { ...checkCondition(e.operand, '`exactly`', { ...context, exactly: true }), span: e.span };
  if (e.operator === 'known')
    return { kind: 'known', of: checkExpression(e.operand, context), type: boolean, span: e.span };
  return { kind: 'not', of: checkCondition(e.operand, '`not`', context), type: boolean, span: e.span };
}

function binary(e: bound.Binary, check: (e: bound.Expression) => typed.Expression, context: Context): typed.Expression {
  const { operator, span } = e;
  switch (operator) {
    case 'and':
    case 'or': {
      const side = (x: bound.Expression): typed.Expression => condition(check(x), `\`${operator}\``, context);
      return { kind: operator, left: side(e.left), right: side(e.right), type: boolean, span };
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(operator, check(e.left), check(e.right), span, context);
    case '<':
    case '>':
    case '<=':
    case '>=':
    case '=':
    case '!=':
    case 'is about':
      return comparison(e, operator, check, context);
  }
}

function called(
  e: Extract<bound.Expression, { kind: 'called' }>,
  check: (e: bound.Expression) => typed.Expression,
  context: Context,
): typed.Expression {
  const thing = objectOf(check(e.thing), '`called`', context);
  const category = check(e.category);
  const named =
    category.type.kind === 'text' || (category.type.kind === 'entity' && category.type.entity === 'category');
  if (!named && category.type.kind !== 'error') {
    context.report(
      wrongType({ what: '`called`', needed: 'a category or a text', found: category.type }, category.span),
    );
  }
  if (!thing || !named) return { kind: 'error', type: error, span: e.span };
  return { kind: 'called', thing, category, type: boolean, span: e.span };
}

function relation(
  e: Extract<bound.Expression, { kind: 'relation' }>,
  check: (e: bound.Expression) => typed.Expression,
  context: Context,
): typed.Expression {
  const left = objectOf(check(e.left), `\`${e.relation.name}\``, context);
  const right = objectOf(check(e.right), `\`${e.relation.name}\``, context);
  const found = context.relations.get(e.relation);
  if (!left || !right || !found) return { kind: 'error', type: error, span: e.span };
  distinct(`\`${e.relation.name}\``, left, right, e.span, context);
  return { kind: 'relation', relation: found, left, right, type: boolean, span: e.span };
}

/** The object that an expression names; `undefined` after telling that it names none. */
export function objectOf(e: typed.Expression, what: string, context: Context): bound.Entity | undefined {
  if (e.kind === 'entity' && e.entity.kind === 'object') return e.entity;
  if (e.type.kind === 'entity' && e.type.entity === 'object') context.report(notBound({ what }, e.span));
  else if (e.type.kind !== 'error') context.report(wrongType({ what, needed: 'an object', found: e.type }, e.span));
  return undefined;
}

function blocks(
  e: Extract<bound.Expression, { kind: 'blocks' }>,
  check: (e: bound.Expression) => typed.Expression,
  context: Context,
): typed.Expression {
  const blocker = objectOf(check(e.blocker), '`blocks`', context);
  const hidden = objectOf(check(e.hidden), '`blocks`', context);
  const { eye, span } = e;
  if (!blocker || !hidden) return { kind: 'error', type: error, span };
  if (eye !== 'camera' && eye.kind !== 'object') {
    context.report(
      wrongType({ what: '`blocks … from`', needed: 'an object or the camera', found: entity(eye.kind) }, span),
    );
    return { kind: 'error', type: error, span };
  }
  distinct('`blocks`', blocker, hidden, span, context);
  if (eye !== 'camera') for (const thing of [blocker, hidden]) distinct('`blocks … from`', thing, eye, span, context);
  return { kind: 'blocks', blocker, hidden, eye, type: boolean, span };
}
