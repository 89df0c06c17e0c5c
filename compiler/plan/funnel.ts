/**
 * The funnel: where the tuples of a recipe went, as queries over a store. Plain JSON; compiler and runtime meet here, as
 * in `plan.ts`. It is made three times: as the recipe is, without its margins, and the runtime runs the second once more
 * as if every category were covered; what becomes known tells what was lacking.
 */
import type { Plan } from './plan.js';

export interface FunnelPlan {
  /** As in a plan: made for a chunk of scenes before any of the queries; parameters `first` and `end`. */
  readonly shared: Plan['shared'];
  /** The same where no comparison has a margin: other columns are read. */
  readonly sharedWithoutMargins: Plan['shared'];
  readonly tasks: readonly FunnelTask[];
}

export interface FunnelTask {
  readonly level: number;
  readonly name: string;
  /** Number of the things of the `for` line: the columns `class_0`, …. */
  readonly things: number;
  /** Of `take n per scene` and per object; null: none. */
  readonly take: { readonly count: number; readonly per: 'scene' | 'object' } | null;
  /**
   * Every tuple, in each format where it is asked in all: scene, question (the id it has, or would have, as text; with
   * `formats all` that of the tuple and format), class_0, … (the label of a thing, NULL for a pixel). Null where `tuples`
   * has them all: no `let` picks a thing from the scene.
   */
  readonly bound: string | null;
  /**
   * The same columns, and: `allowed` (all `where`s; NULL: unknown), `found` (whether the answer, or the truth of the
   * drawn claim, is known), `named`, `optioned` (whether its options were found), `answerable` (the last two and that all
   * words are known), `first` (of `take … per object`), `place` (what `take` orders by, then `key` and `turn`), `margin` and `apart`
   * of the comparison that decided, in the same unit. A `let n = the object …` that picks nothing leaves no row.
   */
  readonly tuples: string;
  /** scene, question, and `resolved`: a `where` is false, or the answer is known. */
  readonly withoutMargins: string;
}
