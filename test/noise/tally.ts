/** Counts of what was judged, per task. */
import type { Truth } from '../reference/kleene.js';

export interface Verdict {
  readonly task: string;
  /** Null: the truth has no answer. */
  readonly isRight: Truth;
  /** Whether every thing is named rightly. */
  readonly isNamed: Truth;
  /** Whether all that the task requires holds in truth, too. */
  readonly isMeant: Truth;
}

export interface Tally {
  readonly asked: number;
  readonly wrong: number;
  readonly undecidable: number;
  /** Names that are wrong, and of which the truth does not tell. */
  readonly misnamed: number;
  readonly unclear: number;
  /** Asked though a guard of the task is false in truth. */
  readonly unmeant: number;
}

export function talliesOf(verdicts: readonly Verdict[]): ReadonlyMap<string, Tally> {
  const tasks = [...new Set(verdicts.map(({ task }) => task))];
  return new Map(tasks.map((task) => [task, tallyOf(verdicts.filter((verdict) => verdict.task === task))]));
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length;
  return {
    asked: verdicts.length,
    wrong: count(({ isRight }) => isRight === false),
    undecidable: count(({ isRight }) => isRight === null),
    misnamed: count(({ isNamed }) => isNamed === false),
    unclear: count(({ isNamed }) => isNamed === null),
    unmeant: count(({ isMeant }) => isMeant === false),
  };
}

/** Of what the truth decides. */
export function wrongShare({ asked, wrong, undecidable }: Tally): number {
  return asked === undecidable ? 0 : wrong / (asked - undecidable);
}
