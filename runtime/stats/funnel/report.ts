/** Where the tuples of a recipe went, in some scenes of a store. docs/stats.md says what each cause means. */

/** In the order in which they are looked at: a tuple has the first that holds. */
export const causes = [
  'condition false',
  'inside margin',
  'not covered',
  'unknown',
  'nothing picked',
  'no reference',
  'options not found',
  'cut by take',
  'cut by sampling',
  'asked',
] as const;
export type Cause = (typeof causes)[number];

export interface Funnel {
  /** Scenes that were looked at, and those of the store. */
  readonly scenes: number;
  readonly of: number;
  readonly drops: readonly Drop[];
  readonly margins: readonly MarginHistogram[];
}

export interface Drop {
  readonly level: number;
  readonly task: string;
  readonly source: string;
  /** Tuples that bind a thing of this category; null: all, each once. */
  readonly category: string | null;
  readonly cause: Cause;
  readonly tuples: number;
}

/** How far the two sides of the deciding comparison were apart, in units of its margin; of asked questions. */
export interface MarginHistogram {
  readonly task: string;
  readonly questions: number;
  /** From the least. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly questions: number }[];
}
