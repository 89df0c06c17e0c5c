/**
 * The tree-walker: an expression, in a scene, with names bound to values, is a value.
 * Unknown spreads; a construct that the definition does not speak of throws, so that no test passes by luck.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { arithmetic, negated } from './arithmetic.js';
import { fromFacing, fromToward, fromWorld } from './frames.js';
import { call } from './interpret-call.js';
import { compare } from './interpret-comparison.js';
import { member } from './interpret-member.js';
import { countWhere, pickMember } from './interpret-quantifier.js';
import { and, not, or, type Truth } from './kleene.js';
import { pixelCentre } from './object-facts.js';
import type { SceneContext } from './scene-context.js';
import { wordsOf } from './scene-context.js';
import { lengthOf, ppmOf } from './settings.js';
import { type CameraPlace, type Measure, quantity, truth, unknownLike, type Value } from './value.js';
import { called } from './vocabulary.js';
import type { Vector } from './whole-units.js';

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
      return scope.names.get(expression.name.text) ?? enumeration(expression.name.text);
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
    case 'if':
      return conditional(scope, expression);
    case 'pick':
      return pickMember(scope, expression);
    case 'count':
      return countWhere(scope, expression);
  }
}

/** A condition's truth; throws for anything that is no condition. */
export function truthOf(scope: Scope, expression: ast.Expression): Truth {
  const value = evaluateIn(scope, expression);
  if (value.kind !== 'truth') throw new Error(`a condition is expected, found a ${value.kind}`);
  return value.is;
}

const enumeration = (text: string): Value => ({ kind: 'word', domain: 'enumeration', text });

/** Units of other things than lengths and shares, with their whole units. */
const PLAIN_UNITS: ReadonlyMap<string, { readonly measure: Measure; readonly whole: number }> = new Map([
  ['px', { measure: 'picture', whole: 1000 }],
  ['m2', { measure: 'area', whole: 1e6 }],
  ['m3', { measure: 'volume', whole: 1e9 }],
  ['l', { measure: 'volume', whole: 1e6 }],
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
  const declaration = scope.context.relations.get(words);
  if (declaration === undefined) throw new Error(`no relation \`${words}\``);
  const names = new Map([
    [declaration.left.text, left],
    [declaration.right.text, right],
  ]);
  return truthOf({ ...scope, names }, declaration.body);
}

/** The centre of a thing in the camera frame, whole um. */
export function centreOf(context: SceneContext, value: Value): Vector | null {
  if (value.kind === 'object') return value.row === null ? null : context.factsOf(value.row).centre;
  if (value.kind === 'pixel') return pixelCentre(value.row, context.facts.scene);
  throw new Error(`a ${value.kind} has no centre`);
}

function from(scope: Scope, { value, viewer, toward }: ast.From): Value {
  const place = evaluateIn(scope, value);
  if (place.kind !== 'camera place') throw new Error('`from` takes a place in the camera frame');
  const { context } = scope;
  const scene = context.facts.scene;
  const seen = scope.names.get(viewer.text);
  if (seen === undefined) return viewer.text === 'world' ? fromWorld(place, scene) : unknownViewer(viewer);
  const centre = centreOf(context, seen);
  if (toward !== undefined) {
    const target = centreOf(context, scope.names.get(toward.text) ?? unknownViewer(toward));
    return fromToward(place, centre, target, scene, context.settings.length.absolute);
  }
  return fromFacing(place, centre, facingOf(seen), scene);
}

const unknownViewer = (viewer: ast.Name): never => {
  throw new Error(`no viewer ${viewer.text}`);
};

/** Known only for things with one front. */
export function facingOf(value: Value): Vector | null {
  return value.kind === 'object' && value.row?.front === 'one' ? value.row.facing : null;
}

function conditional(scope: Scope, expression: ast.If): Value {
  const condition = truthOf(scope, expression.condition);
  const then = evaluateIn(scope, expression.consequent);
  if (condition === null) return unknownLike(then);
  return condition ? then : evaluateIn(scope, expression.otherwise);
}

export const cameraPoint = (xyz: Vector | null): CameraPlace => ({ kind: 'camera place', isPoint: true, xyz });
