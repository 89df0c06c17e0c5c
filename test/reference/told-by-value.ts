/** T(e): what a value tells by being compared. And A(e): what it tells by being the answer. */
import type * as ast from '../../compiler/syntax/ast.js';
import { partsOf } from './expression-parts.js';
import { columnOf, OWN_ASPECTS } from './own-columns.js';
import { decided } from './told-by-decision.js';
import {
  inside,
  isDirection,
  mentioned,
  spokenOf,
  type Things,
  type ToldScope,
  thingsIn,
  viewersOf,
  viewOf,
} from './told-scope.js';
import { asFacts, lowered, orders, type Triple, values } from './triples.js';

const ASPECTS_OF_FACTS: Readonly<Record<string, readonly string[]>> = {
  position: ['right', 'up', 'forward', 'depth'],
  distance_sigma: ['distance'],
  top: ['up', 'height'],
  footprint_area: ['footprint'],
  box3d: ['right', 'up', 'forward', 'depth', 'width', 'height', 'depth_extent', 'facing'],
};

/** T(e) */
export function told(scope: ToldScope, expression: ast.Expression): readonly Triple[] {
  const within = () => partsOf(expression).flatMap((part) => told(scope, part));
  switch (expression.kind) {
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' ? told(meaning.scope, meaning.expression) : [];
    }
    case 'member':
      return toldByMember(scope, expression);
    case 'call':
      return toldByCall(scope, expression);
    case 'from':
      return viewOf(scope, expression) === undefined ? within() : toldByView(scope, expression, undefined);
    case 'if':
      return [
        ...decided(scope, expression.condition),
        ...told(scope, expression.consequent),
        ...told(scope, expression.otherwise),
      ];
    case 'binary':
      return isArithmetic(expression.operator)
        ? [expression.left, expression.right].flatMap((part) => told(scope, part))
        : decided(scope, expression);
    case 'unary':
      return expression.operator === '-' ? within() : decided(scope, expression);
    case 'tuple':
      return within();
    case 'between':
    case 'relation':
    case 'quantifier':
    case 'pick':
    case 'sort':
      return decided(scope, expression);
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'set':
    case 'set name':
    case 'orders':
    case 'pose':
      return [];
  }
}

export const isArithmetic = (operator: ast.BinaryOperator): boolean =>
  operator === '+' || operator === '-' || operator === '*' || operator === '/';

function toldByMember(scope: ToldScope, expression: ast.Member): readonly Triple[] {
  const { of, name } = expression;
  const things = thingsIn(scope, of);
  if (things.names.length > 0) {
    const written = scope.definitions.facts.get(name.text);
    if (written !== undefined && columnOf(written)) return ownTold(things);
    if (written !== undefined) return told(inside(scope, [[written.parameter.text, of]]), written.body);
    return [...factTold(things, name.text), ...decided(scope, of)];
  }
  if (of.kind === 'call' && of.callee.text === 'span') {
    const things = of.arguments.flatMap(({ value }) => thingsIn(scope, value).names);
    return things.flatMap((thing) => orders(thing, ...alongAxis(name.text)));
  }
  return isComponent(name.text) && !isDirection(scope, of) ? toldByView(scope, of, name.text) : told(scope, of);
}

export const ownTold = ({ names }: Things): readonly Triple[] => names.flatMap((name) => orders(name, ...OWN_ASPECTS));

/** Along the axis of the camera, forward is depth. */
const alongAxis = (component: string): readonly string[] =>
  component === 'forward' ? ['forward', 'depth'] : [component];

const isComponent = (name: string): boolean => name === 'right' || name === 'up' || name === 'forward';

function factTold({ names, isRanged }: Things, fact: string): readonly Triple[] {
  if (isRanged && fact === 'category') return [];
  return names.flatMap((name) => orders(name, ...(ASPECTS_OF_FACTS[fact] ?? [fact])));
}

/** A component of a place, or all of it: of the things whose facts stand in it, and of those it is seen from. */
function toldByView(scope: ToldScope, place: ast.Expression, component: string | undefined): readonly Triple[] {
  const things = mentioned(scope, place);
  const found = viewOf(scope, place);
  if (found === undefined) {
    const aspects = component === undefined ? ['right', 'up', 'forward', 'depth'] : alongAxis(component);
    return things.flatMap((name) => orders(name, ...aspects));
  }
  const aspects =
    component === undefined ? ['up', 'right', 'forward'] : component === 'up' ? ['up'] : ['right', 'forward'];
  const { at, toward } = viewersOf(found);
  const isTurning = component !== 'up' && found.view.toward === undefined;
  const faces = isTurning ? at.flatMap((name) => orders(name, 'facing')) : [];
  return [...[...things, ...at, ...toward].flatMap((name) => orders(name, ...aspects)), ...faces];
}

function toldByCall(scope: ToldScope, expression: ast.Call): readonly Triple[] {
  const given = expression.arguments.map(({ value }) => value);
  const things = given.flatMap((value) => mentioned(scope, value));
  const picks = given.flatMap((value) => decided(scope, value));
  const place = () => [...things.flatMap((name) => [...values(name, 'place'), ...orders(name, 'spread')]), ...picks];
  switch (expression.callee.text) {
    case 'distance':
      return given.some(isCamera) ? [...things.flatMap((name) => orders(name, 'distance')), ...picks] : place();
    case 'gap':
    case 'length':
      return place();
    case 'overlap':
      return [...place(), ...things.flatMap((name) => orders(name, 'footprint'))];
    case 'axis':
      return things.flatMap((name) => orders(name, 'facing'));
    case 'footprint':
      return things.flatMap((name) => orders(name, 'footprint'));
    case 'span':
      return things.flatMap((name) => orders(name, 'right', 'up', 'forward', 'depth'));
    case 'angle':
    case 'abs':
    case 'unit':
      return given.flatMap((value) => told(scope, value));
  }
  return decided(scope, expression);
}

const isCamera = (value: ast.Expression): boolean => value.kind === 'name' && value.name.text === 'camera';

/** A(e) */
export function toldAsAnswer(scope: ToldScope, expression: ast.Expression): readonly Triple[] {
  const into = (part: ast.Expression) => toldAsAnswer(scope, part);
  switch (expression.kind) {
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' ? toldAsAnswer(meaning.scope, meaning.expression) : [];
    }
    case 'member': {
      const written = scope.definitions.facts.get(expression.name.text);
      if (written === undefined || columnOf(written) || thingsIn(scope, expression.of).names.length === 0)
        return toldPlainly(scope, expression);
      return toldAsAnswer(inside(scope, [[written.parameter.text, expression.of]]), written.body);
    }
    case 'call':
      if (expression.callee.text === 'abs') return lowered(expression.arguments.flatMap(({ value }) => into(value)));
      return isOfSeveral(expression) ? lowered(told(scope, expression)) : toldPlainly(scope, expression);
    case 'if':
      return [...decided(scope, expression.condition), ...into(expression.consequent), ...into(expression.otherwise)];
    case 'tuple':
      return expression.items.flatMap(into);
    case 'unary':
      return expression.operator === '-' ? into(expression.operand) : toldPlainly(scope, expression);
    case 'binary': {
      const { operator, left, right } = expression;
      if (!isArithmetic(operator)) return told(scope, expression);
      const both = [...into(left), ...into(right)];
      const isMade = (operator === '+' || operator === '*') && [left, right].every((e) => spokenOf(scope, e).size > 0);
      return isMade ? lowered(both) : both;
    }
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'between':
    case 'relation':
    case 'from':
    case 'pose':
    case 'pick':
    case 'sort':
    case 'quantifier':
    case 'set':
    case 'set name':
    case 'orders':
      return toldPlainly(scope, expression);
  }
}

/** Where it speaks of one thing alone and compares nothing, it is a fact of that thing. */
function toldPlainly(scope: ToldScope, expression: ast.Expression): readonly Triple[] {
  const isFact = spokenOf(scope, expression).size === 1 && decided(scope, expression).length === 0;
  return isFact ? asFacts(told(scope, expression)) : told(scope, expression);
}

/** Made of several facts. */
function isOfSeveral({ callee, arguments: given }: ast.Call): boolean {
  if (callee.text === 'distance') return !given.some(({ value }) => isCamera(value));
  return ['gap', 'length', 'overlap', 'angle'].includes(callee.text);
}
