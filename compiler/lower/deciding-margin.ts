/** The margin that decided a value: that of the first comparison with one. */
import type * as typed from '../check/typed.js';
import { add, divide, equal, floorDivide, int, larger, multiply, real, toReal, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { type Dimension, wholePerUnit } from '../types/unit.js';
import type { Deciding, Margined } from './deciding-comparison.js';
import { lower } from './expression.js';
import { sectorBand } from './geometry.js';
import { largest } from './precision.js';
import type { Scope } from './scope.js';

/** In units of the compared dimension (m, m3, deg, px, 1); 0 where all is compared exactly. */
export function decidingMargin(deciding: Deciding): Expression {
  switch (deciding.kind) {
    case 'exact':
      return real(0);
    case 'chosen':
      return ofChosen(deciding, decidingMargin) ?? real(0);
    case 'comparison':
      return marginOf(deciding.e, deciding.scope);
  }
}

/** What the margin is measured in; undefined where all is compared exactly. */
export function decidingDimension(deciding: Deciding): Dimension | undefined {
  switch (deciding.kind) {
    case 'exact':
      return undefined;
    case 'chosen': {
      const [first] = deciding.each;
      return first && decidingDimension(first);
    }
    case 'comparison':
      return dimensionOf(deciding.e);
  }
}

/** Undefined where `make` tells nothing of one of them. */
export function ofChosen(
  { e, scope, each }: Extract<Deciding, { kind: 'chosen' }>,
  make: (deciding: Deciding) => Expression | undefined,
): Expression | undefined {
  const made = each.flatMap((d) => make(d) ?? []);
  const chosen = lower(e, scope);
  if (made.length < each.length || (chosen.kind !== 'member' && chosen.kind !== 'order')) return undefined;
  const index = scope.share(chosen.index);
  return when(made.map((value, i) => [equal(index, int(i)), value] as const));
}

/** Whole units as units. */
export const inUnits = (whole: Expression, e: Margined): Expression =>
  divide(toReal(whole), real(wholePerUnit[dimensionOf(e)]));

/** Ranges are lengths. */
function dimensionOf(e: Margined): Dimension {
  if (e.kind === 'sector') return 'angle';
  if (e.kind === 'direction words' || e.kind === 'blocks') return 'length';
  const [compared] = e.kind === 'less' || e.kind === 'about' ? [e.left] : e.by;
  return compared?.type.kind === 'quantity' ? compared.type.dimension : 'length';
}

function marginOf(e: Margined, scope: Scope): Expression {
  switch (e.kind) {
    case 'less':
    case 'about':
      return inUnits(ofValues([e.left, e.right], e.margin, scope), e);
    case 'pick':
    case 'pick order':
    case 'sort':
      return inUnits(ofValues(e.by, e.margin, scope), e);
    case 'direction words':
    case 'blocks':
      return inUnits(int(scope.settings.margin.lengthUm), e);
    case 'sector':
      return real(sectorBand(e.sector, scope.settings));
  }
}

function scalarOf(e: typed.Expression, scope: Scope): Expression | undefined {
  const value = lower(e, scope);
  return value.kind === 'scalar' ? scope.share(value.value) : undefined;
}

function ofValues(all: readonly typed.Expression[], margin: typed.Margin, scope: Scope): Expression {
  const sizes = all.flatMap((each) => scalarOf(each, scope) ?? []);
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
