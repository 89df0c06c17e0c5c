/** Answers that are one for all questions: of every scene, or of a scene. */
import type * as bound from '../bind/bound.js';
import type { Context } from './context.js';
import { thingsOf } from './dependencies.js';
import { constantAnswer, oneForScene } from './errors.js';
import { isBroken, partsOf } from './parts.js';
import { madeOf } from './posed.js';
import type * as typed from './typed.js';

/** @param lets of the body: what they pick depends on what it is picked by */
export function checkDependence(
  what: 'answer' | 'claim',
  e: typed.Expression,
  lets: readonly typed.Let[],
  takes: readonly bound.Take[],
  context: Context,
): void {
  // What is wrong already depends on nothing that can be told.
  if (isBroken(e)) return;
  if (thingsOf(e).length === 0) context.report(constantAnswer({ what }, e.span));
  else if (!dependsOnBound(e, lets) && !takes.some((t) => t.per === 'scene' && t.count === 1))
    context.report(oneForScene({ what }, e.span));
}

function dependsOnBound(e: typed.Expression, lets: readonly typed.Let[]): boolean {
  const picks = new Map(lets.flatMap((l) => (l.kind === 'entity' ? [[l.entity, l.pick] as const] : [])));
  const uses = (part: typed.Expression): boolean => leavesOut(part) || thingsOf(part).some(isBound);
  const isBound = (thing: typed.Entity): boolean => {
    const pick = picks.get(thing);
    if (thing.pose) return madeOf(thing).some(isBound);
    // A pick that could not be bound has been told.
    return pick ? pick.other || [pick.where, pick.by].some(uses) : thing.role === 'bound' || thing.role === 'picked';
  };
  return uses(e);
}

const known = new WeakMap<typed.Expression, boolean>();

/** True where things are counted without the bound ones: `count(other object x …)`. */
function leavesOut(e: typed.Expression): boolean {
  const before = known.get(e);
  if (before !== undefined) return before;
  const own = e.kind === 'count' ? e.other : e.kind === 'exists' && e.count.other;
  const found = own || partsOf(e).some(leavesOut);
  known.set(e, found);
  return found;
}
