/** What names stand for when a recipe is read for what it tells, without a scene: things, or expressions. */
import type * as ast from '../../compiler/syntax/ast.js';
import { namesIn, partsOf, setOf } from './expression-parts.js';
import type { Definitions } from './scene-context.js';

export interface Things {
  readonly kind: 'things';
  readonly names: readonly string[];
  /** A member of a range over the scene: it may stand where any object of the question does, but is called otherwise. */
  readonly isRanged: boolean;
}

type Meaning = Things | { readonly kind: 'expression'; readonly expression: ast.Expression; readonly scope: ToldScope };

export interface ToldScope {
  readonly definitions: Definitions;
  /** Every object of the question. */
  readonly objects: readonly string[];
  readonly meanings: ReadonlyMap<string, Meaning>;
}

export const NONE: Things = { kind: 'things', names: [], isRanged: false };

export function withMeaning(scope: ToldScope, name: string, meaning: Meaning): ToldScope {
  return { ...scope, meanings: new Map([...scope.meanings, [name, meaning]]) };
}

/** A scope with nothing but the parameters of a definition. */
export function inside(
  scope: ToldScope,
  parameters: readonly (readonly [name: string, given: ast.Expression])[],
): ToldScope {
  return {
    ...scope,
    meanings: new Map(parameters.map(([name, given]) => [name, { kind: 'expression', expression: given, scope }])),
  };
}

/** With the variable of a range, or of a sort. */
export function ranging(scope: ToldScope, variable: ast.Name, set: ast.SetExpression | undefined): ToldScope {
  const names = set === undefined ? scope.objects : namesIn(set).flatMap((name) => thingsNamed(scope, name).names);
  return withMeaning(scope, variable.text, { kind: 'things', names, isRanged: set === undefined });
}

function thingsNamed(scope: ToldScope, name: string): Things {
  const meaning = scope.meanings.get(name);
  if (meaning === undefined) return NONE;
  return meaning.kind === 'things' ? meaning : thingsIn(meaning.scope, meaning.expression);
}

/** The things an expression may be worth, when it is worth a thing or a list of things. */
export function thingsIn(scope: ToldScope, expression: ast.Expression): Things {
  const both = (found: readonly Things[]): Things => ({
    kind: 'things',
    names: found.flatMap(({ names }) => names),
    isRanged: found.some(({ isRanged }) => isRanged),
  });
  switch (expression.kind) {
    case 'name':
      return thingsNamed(scope, expression.name.text);
    case 'if':
      return both([thingsIn(scope, expression.consequent), thingsIn(scope, expression.otherwise)]);
    case 'pick': {
      const set = setOf(expression.range);
      return set === undefined ? NONE : both(namesIn(set).map((name) => thingsNamed(scope, name)));
    }
    case 'sort':
      return both(namesIn(expression.set).map((name) => thingsNamed(scope, name)));
    case 'set':
    case 'set name':
    case 'orders':
      return both(namesIn(expression).map((name) => thingsNamed(scope, name)));
    case 'tuple':
      return both(expression.items.map((item) => thingsIn(scope, item)));
    case 'pose':
      return { kind: 'things', names: [poseName(scope, expression)], isRanged: false };
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'member':
    case 'call':
    case 'unary':
    case 'binary':
    case 'between':
    case 'relation':
    case 'from':
    case 'quantifier':
      return NONE;
  }
}

/** A name for a thing that stands elsewhere, by which it is known what it is made of. */
function poseName(scope: ToldScope, { thing, at, toward }: ast.Pose): string {
  const parts: PoseParts = {
    thing: thingsIn(scope, thing).names,
    at: thingsNamed(scope, at.text).names,
    toward: toward === undefined ? [] : thingsNamed(scope, toward.text).names,
    isTurnedTo: toward !== undefined,
  };
  return JSON.stringify(parts);
}

export interface PoseParts {
  readonly thing: readonly string[];
  readonly at: readonly string[];
  readonly toward: readonly string[];
  readonly isTurnedTo: boolean;
}

/** Every thing that an expression speaks of, of a place the viewers left out. */
export function mentioned(scope: ToldScope, expression: ast.Expression): readonly string[] {
  const direct = thingsIn(scope, expression).names;
  if (direct.length > 0) return direct;
  if (expression.kind === 'name') {
    const found = scope.meanings.get(expression.name.text);
    return found?.kind === 'expression' ? mentioned(found.scope, found.expression) : [];
  }
  return partsOf(expression).flatMap((part) => mentioned(scope, part));
}

/** Every thing that an expression speaks of, viewers too. */
export function spokenOf(scope: ToldScope, expression: ast.Expression): ReadonlySet<string> {
  if (expression.kind === 'name') {
    const found = scope.meanings.get(expression.name.text);
    if (found?.kind === 'expression') return spokenOf(found.scope, found.expression);
  }
  // Whatever it is made of, it is one thing.
  if (expression.kind === 'pose') return new Set(thingsIn(scope, expression).names);
  const view = expression.kind === 'from' ? viewersOf({ view: expression, scope }) : { at: [], toward: [] };
  const parts = partsOf(expression).flatMap((part) => [...spokenOf(scope, part)]);
  return new Set([...thingsIn(scope, expression).names, ...view.at, ...view.toward, ...parts]);
}

/** Whether an expression is where a thing faces, through `let`s and definitions. */
export function isDirection(scope: ToldScope, expression: ast.Expression): boolean {
  switch (expression.kind) {
    case 'name': {
      const found = scope.meanings.get(expression.name.text);
      return found?.kind === 'expression' && isDirection(found.scope, found.expression);
    }
    case 'member': {
      const written = scope.definitions.facts.get(expression.name.text);
      if (written === undefined) return expression.name.text === 'facing';
      return isDirection(inside(scope, [[written.parameter.text, expression.of]]), written.body);
    }
    case 'if':
      return isDirection(scope, expression.consequent);
  }
  return false;
}

/** The view that a place is seen in, through `let`s, sums and unit vectors; undefined in the camera's or world's frame. */
export function viewOf(
  scope: ToldScope,
  expression: ast.Expression,
): { readonly view: ast.From; readonly scope: ToldScope } | undefined {
  switch (expression.kind) {
    case 'from': {
      const { viewer, toward, turned } = expression;
      const isPlain = toward === undefined && turned === undefined && !scope.meanings.has(viewer.text);
      return isPlain ? undefined : { view: expression, scope };
    }
    case 'name': {
      const found = scope.meanings.get(expression.name.text);
      return found?.kind === 'expression' ? viewOf(found.scope, found.expression) : undefined;
    }
    case 'binary':
      return viewOf(scope, expression.left);
    case 'unary':
      return viewOf(scope, expression.operand);
    case 'if':
      return viewOf(scope, expression.consequent) ?? viewOf(scope, expression.otherwise);
    case 'call': {
      const [first] = expression.arguments;
      return first === undefined ? undefined : viewOf(scope, first.value);
    }
    case 'number':
    case 'text':
    case 'boolean':
    case 'unknown':
    case 'member':
    case 'between':
    case 'relation':
    case 'pick':
    case 'sort':
    case 'quantifier':
    case 'set':
    case 'set name':
    case 'orders':
    case 'tuple':
    case 'pose':
      return undefined;
  }
}

/** The things that a view is seen from and looks toward, as far as they are objects of the question. */
export function viewersOf({ view, scope }: { readonly view: ast.From; readonly scope: ToldScope }): {
  readonly at: readonly string[];
  readonly toward: readonly string[];
} {
  return {
    at: thingsNamed(scope, view.viewer.text).names,
    toward: view.toward === undefined ? [] : thingsNamed(scope, view.toward.text).names,
  };
}
