/** The margin that decided a question: that of the first margined comparison in its condition or choice. */
import type * as typed from '../check/typed.js';
import { add, divide, floorDivide, int, larger, multiply, real, toReal } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { wholePerUnit } from '../types/unit.js';
import { decidingComparison } from './deciding-comparison.js';
import { lower } from './expression.js';
import { largest } from './precision.js';
import type { Scope } from './scope.js';

/** In units of the compared dimension (m, m3, px, 1); undefined where nothing is compared. */
export function decidingMargin(condition: typed.Expression, at: Scope): Expression | undefined {
  const found = decidingComparison(condition, at);
  if (!found) return undefined;
  const { e, scope } = found;
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
  }
}

/** Ranges are lengths. */
export function inUnits(margin: Expression, compared: typed.Expression): Expression {
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
