/**
 * The tree-walker: an expression, in a scene, with names bound to values, is a value.
 * Unknown spreads; a construct that the definition does not speak of throws, so that no test passes by luck.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { arithmetic, negated } from './arithmetic.js';
import { call } from './interpret-call.js';
import { compare } from './interpret-comparison.js';
import { blocked } from './interpret-geometry.js';
import { member } from './interpret-member.js';
import { pickMember, sortMembers } from './interpret-pick.js';
import { quantified } from './interpret-quantifier.js';
import { membersOf } from './interpret-sets.js';
import { from } from './interpret-view.js';
import { and, not, or, type Truth } from './kleene.js';
import { posed } from './posed.js';
import type { SceneContext } from './scene-context.js';
import { wordsOf } from './scene-context.js';
import { lengthOf, ppmOf } from './settings.js';
import { isKnown, type Measure, quantity, truth, unknownLike, unknownValue, type Value } from './value.js';
import { called } from './vocabulary.js';

/** What names mean. `bound` are the objects of the `for` line, which `other` leaves out. */
export interface Scope {
  readonly context: SceneContext;
  readonly names: ReadonlyMap<string, Value>;
  readonly bound: ReadonlySet<string>;
}

export function evaluateIn(scope: Scope, expression: ast.Expression): Value {
  switch (expression.kind) {
    case 'number':
      return literal(expression);
    case 'text':
      return { kind: 'word', domain: 'text', text: expression.value };
    case 'boolean':
      return truth(expression.value);
    case 'name':
      return scope.names.get(expression.name.text) ?? ownName(expression.name.text);
    case 'member':
      return member(scope, evaluateIn(scope, expression.of), expression.name.text);
    case 'call':
      return call(scope, expression);
    case 'unary':
      return unary(scope, expression);
    case 'binary':
      return binary(scope, expression);
    case 'between':
      return between(scope, expression, false);
    case 'relation':
      return relation(scope, expression);
    case 'from':
      return from(scope, expression);
    case 'pose':
      return posed(scope, expression);
    case 'if':
      return conditional(scope, expression);
    case 'pick':
      return pickMember(scope, expression);
    case 'sort':
      return sortMembers(scope, expression);
    case 'quantifier':
      return quantified(scope, expression);
    case 'set':
    case 'set name':
    case 'orders':
      return { kind: 'list', items: membersOf(scope, expression) };
    case 'tuple':
      return { kind: 'tuple', items: expression.items.map((item) => evaluateIn(scope, item)) };
    case 'unknown':
      return unknownValue;
  }
}

/** A condition's truth; throws for anything that is no condition. */
export function truthOf(scope: Scope, expression: ast.Expression): Truth {
  const value = evaluateIn(scope, expression);
  if (value.kind === 'unknown') return null;
  if (value.kind !== 'truth') throw new Error(`a condition is expected, found a ${value.kind}`);
  return value.is;
}

/** A name that nothing binds: the camera, or a value of an enumeration. */
const ownName = (text: string): Value =>
  text === 'camera' ? { kind: 'camera' } : { kind: 'word', domain: 'enumeration', text };

/** Units of other things than lengths and shares, with their whole units. */
const PLAIN_UNITS: ReadonlyMap<string, { readonly measure: Measure; readonly whole: number }> = new Map([
  ['px', { measure: 'picture', whole: 1000 }],
  ['m2', { measure: 'area', whole: 1e6 }],
  ['m3', { measure: 'volume', whole: 1e9 }],
  ['l', { measure: 'volume', whole: 1e6 }],
  ['deg', { measure: 'angle', whole: 1e6 }],
]);

function literal(expression: ast.NumberLiteral): Value {
  const length = lengthOf(expression);
  if (length !== undefined) return quantity('length literal', length);
  const ppm = ppmOf(expression);
  if (ppm !== undefined) return quantity('ratio', ppm * 1000);
  const plain = PLAIN_UNITS.get(expression.unit?.text ?? '');
  if (plain !== undefined) return quantity(plain.measure, Math.round(expression.value * plain.whole));
  if (expression.unit !== undefined) throw new Error(`no meaning for the unit ${expression.unit.text} here`);
  return quantity('number', expression.value);
}

function unary(scope: Scope, { operator, operand }: ast.Unary): Value {
  switch (operator) {
    case 'not':
      return truth(not(truthOf(scope, operand)));
    case '-':
      return negated(evaluateIn(scope, operand));
    case 'known':
      return truth(isKnown(evaluateIn(scope, operand)));
    case 'exactly':
      if (operand.kind === 'binary') return compare(scope, operand, true);
      if (operand.kind === 'between') return between(scope, operand, true);
      throw new Error('`exactly` stands before a comparison');
  }
}

function binary(scope: Scope, expression: ast.Binary): Value {
  switch (expression.operator) {
    case 'and':
      return truth(and([truthOf(scope, expression.left), truthOf(scope, expression.right)]));
    case 'or':
      return truth(or([truthOf(scope, expression.left), truthOf(scope, expression.right)]));
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(expression.operator, evaluateIn(scope, expression.left), evaluateIn(scope, expression.right));
    case '<':
    case '>':
    case '<=':
    case '>=':
    case '=':
    case '!=':
    case 'is about':
      return compare(scope, expression, false);
  }
}

function between(scope: Scope, { value, low, high, span }: ast.Between, exactly: boolean): Value {
  const part = (left: ast.Expression, right: ast.Expression): Truth => {
    const found = compare(scope, { kind: 'binary', operator: '<', left, right, by: undefined, span }, exactly);
    return found.kind === 'truth' ? found.is : null;
  };
  return truth(and([part(low, value), part(value, high)]));
}

function relation(scope: Scope, expression: ast.Relation): Value {
  if (wordsOf(expression.words) === 'blocks') return blocked(scope, expression);
  const left = evaluateIn(scope, expression.left);
  const right = evaluateIn(scope, expression.right);
  const words = wordsOf(expression.words);
  if (words === 'called') {
    if (left.kind !== 'object' || right.kind !== 'word') throw new Error('`called` stands between a thing and a name');
    if (left.row === null || right.text === null) return truth(null);
    return truth(called(scope.context.vocabulary, left.row.category, right.text));
  }
  return truth(related(scope, words, left, right));
}

/** Whether a declared relation holds: its body with its two names bound, and nothing else. */
export function related(scope: Scope, words: string, left: Value, right: Value): Truth {
  const declaration = scope.context.definitions.relations.get(words);
  if (declaration === undefined) throw new Error(`no relation \`${words}\``);
  const names = new Map([
    [declaration.left.text, left],
    [declaration.right.text, right],
  ]);
  return truthOf({ ...scope, names }, declaration.body);
}

/** A fact that is written in the language: its body, with the thing for its parameter. */
export function writtenFact(scope: Scope, declaration: ast.FactDeclaration, thing: Value): Value {
  return evaluateIn({ ...scope, names: new Map([[declaration.parameter.text, thing]]) }, declaration.body);
}

function conditional(scope: Scope, expression: ast.If): Value {
  const condition = truthOf(scope, expression.condition);
  const then = evaluateIn(scope, expression.consequent);
  const otherwise = evaluateIn(scope, expression.otherwise);
  if (condition === null) return asBranch(unknownLike(then.kind === 'unknown' ? otherwise : then), otherwise);
  return condition ? asBranch(then, otherwise) : asBranch(otherwise, then);
}

/** One branch as a value of the kind that both make: texts are an enumeration, a signed length signs the other. */
function asBranch(value: Value, other: Value): Value {
  if (value.kind === 'unknown') return unknownLike(other);
  if (value.kind === 'word' && value.domain === 'text') return { ...value, domain: 'enumeration' };
  if (value.kind !== 'quantity' || other.kind !== 'quantity' || value.measure === other.measure) return value;
  const measures = [value.measure, other.measure];
  if (measures.includes('signed')) return { ...value, measure: 'signed' };
  if (measures.includes('magnitude')) return { ...value, measure: 'magnitude' };
  return measures.includes('count') ? { ...value, measure: 'count' } : value;
}
