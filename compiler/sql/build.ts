/** Short makers of SQL nodes. */
import type { Expression } from './node.js';

export const name = (...path: readonly string[]): Expression => ({ kind: 'name', path });
export const integer = (value: number): Expression => ({ kind: 'integer', value });
export const double = (value: number): Expression => ({ kind: 'double', value });
export const text = (value: string): Expression => ({ kind: 'text', value });
export const nothing: Expression = { kind: 'keyword', value: 'null' };
export const yes: Expression = { kind: 'keyword', value: 'true' };
export const no: Expression = { kind: 'keyword', value: 'false' };
export const call = (fn: string, ...args: readonly Expression[]): Expression => ({
  kind: 'call',
  name: fn,
  arguments: args,
});
export const cast = (of: Expression, type: string): Expression => ({ kind: 'cast', of, type });
export const not = (of: Expression): Expression => ({ kind: 'prefix', operator: 'not', of });

export function binary(operator: string): (left: Expression, right: Expression) => Expression {
  return (left, right) => ({ kind: 'binary', operator, left, right });
}
export const plus = binary('+');
export const minus = binary('-');
export const times = binary('*');
export const above = binary('>');
export const below = binary('<');
export const atLeast = binary('>=');
export const both = binary('and');

export function cases(list: readonly (readonly [Expression, Expression])[], otherwise?: Expression): Expression {
  return { kind: 'case', cases: list, otherwise };
}

/** Any number of operands, joined left to right. */
export function chain(operator: string, operands: readonly Expression[]): Expression {
  const [first = nothing, ...rest] = operands;
  return rest.reduce(binary(operator), first);
}
