/** Short makers of expressions. They do the arithmetic of literals, so that printed SQL holds no `1 * x`. */
import { allRead } from './columns.js';
import type { Expression, FunctionName, Named, ValueType } from './node.js';

export const column = (name: string, type: ValueType): Expression => ({ kind: 'column', name, type });
export const int = (value: number): Expression => ({ kind: 'literal', value, type: 'int' });
export const real = (value: number): Expression => ({ kind: 'literal', value, type: 'real' });
export const bool = (value: boolean): Expression => ({ kind: 'literal', value, type: 'bool' });
export const text = (value: string): Expression => ({ kind: 'literal', value, type: 'text' });
export const unknown = (type: ValueType): Expression => ({ kind: 'literal', value: null, type });
export const named = (name: string, value: Expression): Named => ({ name, value });

export function apply(fn: FunctionName, type: ValueType, ...args: readonly Expression[]): Expression {
  return { kind: 'apply', fn, arguments: args, type, reads: allRead(args) };
}

const numeric =
  (fn: FunctionName) =>
  (l: Expression, r: Expression): Expression =>
    apply(fn, l.type, l, r);
export const add = numeric('add');
export const subtract = numeric('subtract');
export const multiply = numeric('multiply');
export const larger = numeric('larger');
export const smaller = numeric('smaller');
export const divide = (l: Expression, r: Expression): Expression => apply('divide', 'real', l, r);
export const floorDivide = (l: Expression, r: Expression): Expression => apply('floor_divide', 'int', l, r);
export const negate = (e: Expression): Expression => apply('negate', e.type, e);
export const absolute = (e: Expression): Expression => apply('absolute', e.type, e);
export const root = (e: Expression): Expression => apply('root', 'real', e);
export const toReal = (e: Expression): Expression => (e.type === 'real' ? e : apply('real', 'real', e));
export const whole = (e: Expression): Expression => apply('whole', 'int', e);

/** Left to right, as the semantics prescribes for every sum of products. */
export function sum(...terms: readonly [Expression, ...Expression[]]): Expression {
  const [first, ...rest] = terms;
  return rest.reduce(add, first);
}

export const less = (l: Expression, r: Expression, absoluteMargin: number, ppm: number): Expression =>
  apply('less', 'bool', l, r, int(absoluteMargin), int(ppm));
export const equal = (l: Expression, r: Expression): Expression => apply('equal', 'bool', l, r);
export const below = (l: Expression, r: Expression): Expression => apply('below', 'bool', l, r);
export const atMost = (l: Expression, r: Expression): Expression => apply('at_most', 'bool', l, r);
export const not = (e: Expression): Expression =>
  e.kind === 'literal' && typeof e.value === 'boolean' ? bool(!e.value) : apply('not', 'bool', e);
export const isTrue = (e: Expression): Expression => apply('is_true', 'bool', e);
export const isKnown = (e: Expression): Expression => apply('is_known', 'bool', e);

/** Conjunction of any number of conditions; none is true. */
export function and(...conditions: readonly Expression[]): Expression {
  return connect('and', true, conditions);
}

export function or(...conditions: readonly Expression[]): Expression {
  return connect('or', false, conditions);
}

function connect(fn: 'and' | 'or', neutral: boolean, conditions: readonly Expression[]): Expression {
  const flat = conditions.flatMap((c) => (c.kind === 'apply' && c.fn === fn ? c.arguments : [c]));
  const kept = flat.filter((c) => !(c.kind === 'literal' && c.value === neutral));
  const [first, ...rest] = kept;
  if (!first) return bool(neutral);
  return rest.length === 0 ? first : apply(fn, 'bool', ...kept);
}

/** The conditions of a conjunction. */
export function conjuncts(e: Expression): readonly Expression[] {
  return e.kind === 'apply' && e.fn === 'and' ? e.arguments : [e];
}

/** Not false, part by part: each can be looked at as soon as it is known. */
export const maybe = (condition: Expression): Expression =>
  and(...conjuncts(condition).map((part) => not(isTrue(not(part)))));

/** The value of the first condition that is true; unknown (or `otherwise`) if none is. */
export function when(cases: readonly (readonly [Expression, Expression])[], otherwise?: Expression): Expression {
  const type = cases[0]?.[1].type ?? otherwise?.type ?? 'int';
  const possible = cases.filter(([test]) => !isLiteral(test, false));
  const certain = possible.findIndex(([test]) => isLiteral(test, true));
  const kept = certain < 0 ? possible : possible.slice(0, certain);
  const rest = certain < 0 ? otherwise : possible[certain]?.[1];
  if (kept.length === 0) return rest ?? unknown(type);
  return apply('when', type, ...kept.flat(), ...(rest ? [rest] : []));
}

const isLiteral = (e: Expression, value: boolean): boolean => e.kind === 'literal' && e.value === value;

/** A value where the condition is true, else unknown. */
export const where = (condition: Expression, value: Expression): Expression => when([[condition, value]]);

export function join(...parts: readonly Expression[]): Expression {
  const merged: Expression[] = [];
  for (const part of parts.flatMap((p) => (p.kind === 'apply' && p.fn === 'join' ? p.arguments : [p]))) {
    const last = merged.at(-1);
    if (part.kind === 'literal' && part.value === '') continue;
    if (last?.kind === 'literal' && part.kind === 'literal')
      merged[merged.length - 1] = text(`${last.value}${part.value}`);
    else merged.push(part);
  }
  const [only, second] = merged;
  if (!only) return text('');
  return second ? apply('join', 'text', ...merged) : only;
}

export const toText = (e: Expression): Expression => apply('text', 'text', e);
export const item = (list: Expression, index: Expression): Expression =>
  apply('item', list.type === 'ints' ? 'int' : list.type === 'reals' ? 'real' : 'text', list, index);
export const list = (type: 'ints' | 'texts' | 'reals', ...items: readonly Expression[]): Expression =>
  apply('list', type, ...items);
export const permuted = (k: Expression, n: number, i: Expression): Expression => apply('permuted', 'int', k, int(n), i);
