/**
 * How large values and definitions may grow. Every walk of the checker sees through their names, so that steps of which
 * each uses the one before twice would take it forever.
 */
import { error } from '../types/type.js';
import type { Context } from './context.js';
import { definitionTooLarge } from './errors.js';
import { sizeOf } from './parts.js';
import type * as typed from './typed.js';

/** SQL macros are stored written out; the largest of the library has 40 parts. */
export const largestDefinition = 400;
/** Values of a task become columns; the largest that somebody wrote has some hundred parts. */
export const largestValue = 1000;

/** The value, or a mistake that agrees with everything where it is too large, which is told. */
export function limited(
  value: typed.Expression,
  named: { readonly name: string; readonly span: typed.Expression['span'] },
  most: number,
  context: Context,
): typed.Expression {
  if (sizeOf(value) <= most) return value;
  context.report(definitionTooLarge({ name: named.name, most }, named.span));
  return { kind: 'error', type: error, span: value.span };
}
