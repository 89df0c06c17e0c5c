/** Words of facts: adjective, comparative and superlative. */

export interface MeasureWords {
  /** Of much. */
  readonly more: readonly string[];
  /** Of little; empty where there are none. */
  readonly less: readonly string[];
}

/** The evaluator's own, where it is given none. */
export const STANDARD_MEASURES: Readonly<Record<string, MeasureWords>> = {
  height: { more: ['tall', 'taller', 'tallest'], less: ['short', 'shorter', 'shortest'] },
  width: { more: ['wide', 'wider', 'widest'], less: ['narrow', 'narrower', 'narrowest'] },
};
