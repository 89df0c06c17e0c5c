/** `count`, `any` and `all` over sets and over the scene's objects: unknown wherever the members leave it open. */
import type * as ast from '../../compiler/syntax/ast.js';
import { calledCategories } from './called-categories.js';
import { isCertain } from './candidates.js';
import { type Scope, truthOf } from './interpret.js';
import { membersOf, withName } from './interpret-sets.js';
import { and, not, or, type Truth } from './kleene.js';
import { type Bounds, quantity, truth, type Value } from './value.js';

/** A crowd region may hold any number of things. */
const CROWD = 1_000_000;

export function quantified(scope: Scope, expression: ast.Quantifier): Value {
  const { over } = expression.range;
  return over.kind === 'set'
    ? overSet(scope, expression, membersOf(scope, over.set))
    : overScene(scope, expression, over.other);
}

function overSet(scope: Scope, { quantifier, range, holds }: ast.Quantifier, members: readonly Value[]): Value {
  const scopes = members.map((value) => withName(scope, range.variable, value));
  const meant = scopes.map((inner) => guard(inner, range));
  switch (quantifier) {
    case 'count': {
      const low = meant.filter((is) => is === true).length;
      return counted({ low, high: meant.filter((is) => is !== false).length });
    }
    case 'any':
      return truth(or(meant));
    case 'all':
      return truth(and(scopes.map((inner, i) => or([not(meant[i] ?? null), conclusion(inner, holds)]))));
  }
}

const guard = (scope: Scope, { where }: ast.Range): Truth => (where === undefined ? true : truthOf(scope, where));

function conclusion(scope: Scope, holds: ast.Expression | undefined): Truth {
  if (holds === undefined) throw new Error('`all` says what holds of each');
  return truthOf(scope, holds);
}

const counted = ({ low, high }: Bounds): Value => ({
  ...quantity('count', low === high ? low : null),
  bounds: { low, high },
});

function overScene(scope: Scope, { quantifier, range, holds }: ast.Quantifier, other: boolean): Value {
  switch (quantifier) {
    case 'count': {
      const bounds = boundsOf(scope, range, other, () => true);
      return bounds === null ? quantity('count', null) : counted(bounds);
    }
    case 'any':
      return truth(some(boundsOf(scope, range, other, () => true)));
    case 'all':
      return truth(not(some(boundsOf(scope, range, other, (inner) => not(conclusion(inner, holds))))));
  }
}

function some(bounds: Bounds | null): Truth {
  if (bounds === null) return null;
  if (bounds.low > 0) return true;
  return bounds.high === 0 ? false : null;
}

/** Sure members, and all that may be; unknown where the scene does not cover what is counted. */
function boundsOf(scope: Scope, range: ast.Range, other: boolean, also: (inner: Scope) => Truth): Bounds | null {
  const { context } = scope;
  const categories = calledCategories(scope, range);
  if (!categories.every((category) => category !== null && context.covered.has(category))) return null;
  let low = 0;
  let high = 0;
  for (const row of context.candidates) {
    if (other && scope.bound.has(row.objectId)) continue;
    const inner = withName(scope, range.variable, { kind: 'object', row });
    const holds = and([guard(inner, range), also(inner)]);
    if (holds === false) continue;
    if (holds === true && isCertain(row)) low += 1;
    high += row.crowd ? CROWD : 1;
  }
  return { low, high };
}
