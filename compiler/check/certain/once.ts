/**
 * What is found of an expression where something is known, kept for the next time: a guard is asked of alone, among others and
 * by every branch behind it. Knowledge never changes, so that it is a key.
 */
import type * as typed from '../typed.js';
import type { Knowledge } from './knowledge.js';
import type { Rename } from './value.js';

export type Found<T> = WeakMap<Knowledge, WeakMap<typed.Expression, T>>;

/** In the body of a definition, where parameters stand for other things at every call, it is found anew. */
export function once<T>(found: Found<T>, e: typed.Expression, rename: Rename, known: Knowledge, find: () => T): T {
  if (rename.size > 0) return find();
  const here = found.get(known);
  const before = here?.get(e);
  if (before !== undefined) return before;
  const made = find();
  const now = found.get(known);
  if (now) now.set(e, made);
  else found.set(known, new WeakMap([[e, made]]));
  return made;
}
