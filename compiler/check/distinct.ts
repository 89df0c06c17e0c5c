/** Things that are related are two: no thing is left of itself, or some way off from it. */
import type * as bound from '../bind/bound.js';
import type { Span } from '../diagnostics/span.js';
import type { Context } from './context.js';
import { itself, selfRelation } from './errors.js';

/**
 * Tells where a thing is related to itself, and where `count(object x …)` relates x to a bound object that it may be.
 *
 * @param what relates them, as it is called in a message
 */
export function distinct(what: string, a: bound.Entity, b: bound.Entity, span: Span, context: Context): void {
  if (a === b) {
    context.report(itself({ what, thing: calledIn(a) }, span));
    return;
  }
  if (!context.mayBeSelf) return;
  const { variable, range } = context.mayBeSelf;
  const other = a === variable ? b : b === variable ? a : undefined;
  if (other && leftOut.has(other.role))
    context.report(selfRelation({ variable: variable.name, entity: calledIn(other), range }, span));
}

/** What `other` leaves out: things that are bound, and the same things where they are put elsewhere. */
const leftOut: ReadonlySet<string> = new Set(['bound', 'posed']);

/** Members of a drawn set have no names of their own: they are called by that of the set. */
export const calledIn = ({ name }: bound.Entity): string => name.replace(/#.*$/, '');
