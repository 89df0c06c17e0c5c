/** `if`: branches of one type. Branches that are texts make an enumeration of all of them. */
import type * as bound from '../bind/bound.js';
import { error, type Type } from '../types/type.js';
import { condition } from './check-expression.js';
import type { Context } from './context.js';
import { wrongType } from './errors.js';
import type * as typed from './typed.js';

export function conditional(
  e: Extract<bound.Expression, { kind: 'if' }>,
  check: (e: bound.Expression) => typed.Expression,
  context: Context,
): typed.Expression {
  const test = condition(check(e.condition), '`if`', context);
  const [then, otherwise] = [check(e.consequent), check(e.otherwise)];
  const type = branchType(then, otherwise, context);
  if (!type) return { kind: 'error', type: error, span: e.span };
  return { kind: 'if', condition: test, consequent: then, otherwise, type, span: e.span };
}

function branchType(then: typed.Expression, otherwise: typed.Expression, context: Context): Type | undefined {
  const types = [then.type, otherwise.type].filter((t) => t.kind !== 'unknown');
  if (types.some((t) => t.kind === 'error')) return undefined;
  const [first, second] = types;
  if (!first) return { kind: 'unknown' };
  const values = [then, otherwise].flatMap((branch) => wordsOf(branch) ?? []);
  const worded = [then, otherwise].every((b) => b.type.kind === 'unknown' || wordsOf(b) !== undefined);
  if (worded) return { kind: 'enumeration', name: 'word', values: [...new Set(values)] };
  if (second && !alike(first, second)) {
    context.report(wrongType({ what: '`else`', needed: 'the type of `then`', found: second }, otherwise.span));
    return undefined;
  }
  if (choosable(first))
    return second && first.kind === 'quantity' && second.kind === 'quantity' ? joined(first, second) : first;
  const hint = 'Choose among things with `the x in {a, b} with …`.';
  context.report(
    wrongType(
      { what: '`if`', needed: 'quantities, words or conditions in its branches', found: first, hint },
      then.span,
    ),
  );
  return undefined;
}

/** The words that a branch can give: a text, a value of an enumeration, or those of its own branches. */
function wordsOf(e: typed.Expression): readonly string[] | undefined {
  if (e.kind === 'text' || e.kind === 'enumeration') return [e.value];
  return e.type.kind === 'enumeration' ? e.type.values : undefined;
}

function alike(a: Type, b: Type): boolean {
  return a.kind === 'quantity' && b.kind === 'quantity' ? a.dimension === b.dimension : a.kind === b.kind;
}

/** Measured or signed where one of the two is. */
function joined(a: Extract<Type, { kind: 'quantity' }>, b: Extract<Type, { kind: 'quantity' }>): Type {
  return { ...a, measured: a.measured || b.measured, signed: a.signed || b.signed };
}

/** What one expression can hold: things and vectors are more than one value. */
function choosable(type: Type): boolean {
  return ['quantity', 'enumeration', 'boolean', 'text'].includes(type.kind);
}
