/**
 * What decided a value: the first comparison with a margin that stands in it (docs/semantics.md section 4). Lets, relations
 * and facts are seen through; not what is compared with each of the things that a count or a pick of the scene looks at.
 */
import { partsOf } from '../check/parts.js';
import type * as typed from '../check/typed.js';
import { renamed, type Scope } from './scope.js';

type Of<K extends typed.Expression['kind']> = Extract<typed.Expression, { kind: K }>;
type Pick = Of<'pick' | 'pick order'>;

export type Margined = Of<'less' | 'about' | 'pick' | 'pick order' | 'sort' | 'sector' | 'direction words' | 'blocks'>;

export type Deciding =
  /** `scope`: where its operands have their values. */
  | { readonly kind: 'comparison'; readonly e: Margined; readonly scope: Scope }
  /** An exact choice by what was compared with a margin for each: what decided is that of the chosen one. */
  | { readonly kind: 'chosen'; readonly e: Pick; readonly scope: Scope; readonly each: readonly Deciding[] }
  /** Something was compared, all of it exactly. */
  | { readonly kind: 'exact' };

/** Undefined where nothing is compared. */
export function decidingComparison(e: typed.Expression, scope: Scope): Deciding | undefined {
  return margined(e, scope, new Set()) ?? (comparesExactly(e) ? { kind: 'exact' } : undefined);
}

/** @param seen what has no margin in it, whatever it is of: what stands in many places is looked at once */
function margined(e: typed.Expression, scope: Scope, seen: Set<typed.Expression>): Deciding | undefined {
  if (seen.has(e)) return undefined;
  const comparison = withMargin(e);
  if (comparison) return { kind: 'comparison', e: comparison, scope };
  if (isChoice(e)) {
    const each = e.by.flatMap((by) => margined(by, scope, new Set()) ?? []);
    if (each.length > 0 && each.length === e.by.length) return { kind: 'chosen', e, scope, each };
  }
  for (const part of within(e)) {
    const found = margined(part, scopeWithin(e, scope), seen);
    if (found) return found;
  }
  seen.add(e);
  return undefined;
}

function withMargin(e: typed.Expression): Margined | undefined {
  if (e.kind === 'sector' || e.kind === 'direction words' || e.kind === 'blocks') return e;
  const compares = e.kind === 'less' || e.kind === 'about' || e.kind === 'sort' || isChoice(e);
  return compares && (e.margin.absolute > 0 || e.margin.relativePpm > 0) ? e : undefined;
}

const isChoice = (e: typed.Expression): e is Pick => e.kind === 'pick' || e.kind === 'pick order';

/** Whether something is known is no comparison. */
function within(e: typed.Expression): readonly typed.Expression[] {
  return e.kind === 'known' || e.kind === 'count' || e.kind === 'exists' ? [] : partsOf(e);
}

function scopeWithin(e: typed.Expression, scope: Scope): Scope {
  if (e.kind === 'user fact') return renamed(scope, new Map([[e.fact.parameter, e.entity]]));
  if (e.kind !== 'relation') return scope;
  const { relation, left, right } = e;
  return renamed(
    scope,
    new Map([
      [relation.left, left],
      [relation.right, right],
    ]),
  );
}

/** The longer of two sides is a number that is printed: what was compared to measure it decided nothing. */
function comparesExactly(e: typed.Expression, seen = new Set<typed.Expression>()): boolean {
  if (e.type.kind === 'quantity' || seen.has(e)) return false;
  seen.add(e);
  const compares = ['exact', 'less', 'about', 'sort', 'pick', 'pick order'].includes(e.kind);
  return compares || within(e).some((part) => comparesExactly(part, seen));
}
