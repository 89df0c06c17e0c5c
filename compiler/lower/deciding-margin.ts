/** The margin that decided a question: that of the first margined comparison in its condition or choice. */
import type * as typed from '../check/typed.js';
import { add, divide, floorDivide, int, larger, multiply, real, toReal } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { wholePerUnit } from '../types/unit.js';
import { lower } from './expression.js';
import { largest } from './precision.js';
import { renamed, type Scope } from './scope.js';

/** In units of the compared dimension (m, m3, px, 1); undefined where nothing is compared. */
export function decidingMargin(e: typed.Expression, scope: Scope): Expression | undefined {
  const values = (all: readonly typed.Expression[], margin: typed.Margin): Expression =>
    ofValues(
      all.map((each) => scalarOf(each, scope)),
      margin,
      scope,
    );
  switch (e.kind) {
    case 'less':
    case 'about':
      return inUnits(values([e.left, e.right], e.margin), e.left);
    case 'exact':
      return real(0);
    case 'pick':
    case 'pick order':
    case 'sort':
      return inUnits(values(e.by, e.margin), e.by[0] ?? e);
    case 'agree':
      return e.conditions.map((c) => decidingMargin(c, scope)).find((m) => m !== undefined);
    case 'and':
    case 'or':
      return decidingMargin(e.left, scope) ?? decidingMargin(e.right, scope);
    case 'not':
      return decidingMargin(e.of, scope);
    case 'user fact':
      return decidingMargin(e.fact.body, renamed(scope, new Map([[e.fact.parameter, e.entity]])));
    case 'relation':
      return decidingMargin(
        e.relation.body,
        renamed(
          scope,
          new Map([
            [e.relation.left, e.left],
            [e.relation.right, e.right],
          ]),
        ),
      );
    case 'if':
      return decidingMargin(e.condition, scope);
    case 'let':
      return decidingMargin(e.let.value, scope);
    case 'number':
    case 'text':
    case 'boolean':
    case 'enumeration':
    case 'entity':
    case 'fact':
    case 'component':
    case 'extents':
    case 'extent':
    case 'distance':
    case 'sector':
    case 'abs':
    case 'negative':
    case 'arithmetic':
    case 'view':
    case 'called':
    case 'count':
    case 'exists':
    case 'tally':
    case 'known':
    case 'unknown':
    case 'option':
    case 'words':
    case 'list':
    case 'tuple':
    case 'gap':
    case 'footprint':
    case 'overlap':
    case 'blocks':
    case 'angle':
    case 'axis':
    case 'unit':
    case 'path':
    case 'length':
    case 'direction words':
    case 'error':
      return undefined;
  }
}

/** Ranges are lengths. */
function inUnits(margin: Expression, compared: typed.Expression): Expression {
  const dimension = compared.type.kind === 'quantity' ? compared.type.dimension : 'length';
  return divide(toReal(margin), real(wholePerUnit[dimension]));
}

function scalarOf(e: typed.Expression, scope: Scope): Expression | undefined {
  const value = lower(e, scope);
  return value.kind === 'scalar' ? scope.share(value.value) : undefined;
}

function ofValues(values: readonly (Expression | undefined)[], margin: typed.Margin, scope: Scope): Expression {
  const sizes = values.flatMap((v) => v ?? []);
  if (margin.relativePpm === 0 || sizes.length === 0) return int(margin.absolute);
  const relative = floorDivide(
    add(
      multiply(
        int(margin.relativePpm),
        largest(sizes, (value) => scope.share(value)),
      ),
      int(500_000),
    ),
    int(1_000_000),
  );
  return larger(int(margin.absolute), relative);
}
