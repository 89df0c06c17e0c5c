/**
 * Which orders a quantity or place depends on: `across` the picture (right, bearing), `away` from the camera
 * (depth, distance, nearest, forward). A place seen from elsewhere mixes both; heights and sizes neither;
 * a distance between two things tells no order of either.
 */
import type * as ast from '../../compiler/syntax/ast.js';
import { namesIn, partsOf, setOf } from './expression-parts.js';
import type { Definitions } from './scene-context.js';

export type Order = 'across' | 'away';

/** An order of the thing with this name of the `for` line. */
export interface Use {
  readonly name: string;
  readonly order: Order;
}

/** What a name stands for: things of the `for` line, or an expression yet to be read. */
type Meaning =
  | { readonly kind: 'things'; readonly names: readonly string[] }
  | { readonly kind: 'expression'; readonly expression: ast.Expression; readonly scope: LeakScope };

export interface LeakScope {
  readonly definitions: Definitions;
  readonly meanings: ReadonlyMap<string, Meaning>;
}

export const things = (scope: LeakScope, name: string, names: readonly string[]): LeakScope =>
  meaning(scope, name, { kind: 'things', names });

export const meant = (base: LeakScope, name: string, expression: ast.Expression, scope: LeakScope): LeakScope =>
  meaning(base, name, { kind: 'expression', expression, scope });

const meaning = (scope: LeakScope, name: string, found: Meaning): LeakScope => ({
  ...scope,
  meanings: new Map([...scope.meanings, [name, found]]),
});

/** Which word of a place is read. */
type Part = 'all' | 'right' | 'up' | 'forward';

export function ordersRead(scope: LeakScope, expression: ast.Expression, part: Part = 'all'): readonly Use[] {
  const into = (inner: ast.Expression) => ordersRead(scope, inner, part);
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'pick':
    case 'sort':
    case 'quantifier':
    case 'set':
    case 'set name':
    case 'orders':
    case 'relation':
    case 'between':
      return [];
    case 'tuple':
      return expression.items.flatMap(into);
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' ? ordersRead(meaning.scope, meaning.expression, part) : [];
    }
    case 'member':
      return memberOrders(scope, expression, part);
    case 'from':
      return part === 'up' ? [] : placeOrders(mentioned(scope, expression), 'all');
    case 'unary':
      return into(expression.operand);
    case 'binary':
      return [...into(expression.left), ...into(expression.right)];
    case 'call':
      if (expression.callee.text === 'span') return placeOrders(mentioned(scope, expression), part);
      return expression.callee.text === 'abs' ? expression.arguments.flatMap(({ value }) => into(value)) : [];
    case 'if':
      return [...into(expression.consequent), ...into(expression.otherwise)];
  }
}

function memberOrders(scope: LeakScope, { of, name }: ast.Member, part: Part): readonly Use[] {
  const names = thingsIn(scope, of);
  if (names.length === 0) return ordersRead(scope, of, wordPart(name.text) ?? part);
  const written = scope.definitions.facts.get(name.text);
  if (written !== undefined) {
    const alone: LeakScope = { definitions: scope.definitions, meanings: new Map() };
    return ordersRead(things(alone, written.parameter.text, names), written.body, part);
  }
  switch (name.text) {
    case 'position':
      return placeOrders(names, part);
    case 'bearing':
      return names.map((each) => ({ name: each, order: 'across' }));
    case 'depth':
    case 'distance':
    case 'nearest':
      return names.map((each) => ({ name: each, order: 'away' }));
  }
  return [];
}

function wordPart(word: string): Part | undefined {
  return word === 'right' || word === 'up' || word === 'forward' ? word : undefined;
}

function placeOrders(names: readonly string[], part: Part): readonly Use[] {
  return names.flatMap((name): readonly Use[] => [
    ...(part === 'right' || part === 'all' ? [{ name, order: 'across' } as const] : []),
    ...(part === 'forward' || part === 'all' ? [{ name, order: 'away' } as const] : []),
  ]);
}

export function thingsOf(scope: LeakScope, name: string): readonly string[] {
  const meaning = scope.meanings.get(name);
  if (meaning === undefined) return [];
  return meaning.kind === 'things' ? meaning.names : thingsIn(meaning.scope, meaning.expression);
}

/** The things an expression may be worth, when it is worth a thing. */
export function thingsIn(scope: LeakScope, expression: ast.Expression): readonly string[] {
  if (expression.kind === 'name') return thingsOf(scope, expression.name.text);
  if (expression.kind === 'pick') {
    const set = setOf(expression.range);
    return set === undefined ? [] : namesIn(set).flatMap((name) => thingsOf(scope, name));
  }
  if (expression.kind === 'if') {
    return [...thingsIn(scope, expression.consequent), ...thingsIn(scope, expression.otherwise)];
  }
  return [];
}

/** Every thing that an expression for a place speaks of. */
function mentioned(scope: LeakScope, expression: ast.Expression): readonly string[] {
  const direct = thingsIn(scope, expression);
  if (direct.length > 0) return direct;
  if (expression.kind === 'name') {
    const found = scope.meanings.get(expression.name.text);
    return found?.kind === 'expression' ? mentioned(found.scope, found.expression) : [];
  }
  const viewers = expression.kind === 'from' ? [expression.viewer.text, expression.toward?.text ?? ''] : [];
  return [
    ...partsOf(expression).flatMap((part) => mentioned(scope, part)),
    ...viewers.flatMap((name) => thingsOf(scope, name)),
  ];
}

/** One fact of one thing, as it stands or one word of it: `a.depth`, `span(a).right`, `(a.position from world).up`. */
export function isBareFact(scope: LeakScope, expression: ast.Expression): boolean {
  switch (expression.kind) {
    case 'name': {
      const meaning = scope.meanings.get(expression.name.text);
      return meaning?.kind === 'expression' && isBareFact(meaning.scope, meaning.expression);
    }
    case 'member':
      return thingsIn(scope, expression.of).length > 0 || isBareFact(scope, expression.of);
    case 'call':
      return expression.callee.text === 'span';
    case 'from':
      return !scope.meanings.has(expression.viewer.text) && isBareFact(scope, expression.value);
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'unary':
    case 'binary':
    case 'between':
    case 'relation':
    case 'if':
    case 'pick':
    case 'sort':
    case 'quantifier':
    case 'set':
    case 'set name':
    case 'orders':
    case 'tuple':
      return false;
  }
}
