/** What an edit of a recipe did to its questions, task by task. */

/** A question as people read it. */
export interface ShownQuestion {
  readonly scene: string;
  readonly format: string;
  readonly question: string;
  /** In the order shown; null unless a choice. */
  readonly options: readonly string[] | null;
  readonly answer: string;
  readonly reason: string | null;
}

/** The same question by its id, before and after; null where there was none, or is none any more. */
export interface Example {
  readonly was: ShownQuestion | null;
  readonly now: ShownQuestion | null;
}

/** Every question of before and of now counts once, by its id. */
export interface Differences {
  /** Its answer is another. */
  readonly answered: number;
  /** The answer is what it was; its text, options, reason or format are others. */
  readonly reworded: number;
  readonly added: number;
  readonly gone: number;
}

export interface TaskChange extends Differences {
  readonly level: number;
  readonly task: string;
  readonly questions: number;
  /** Null: there was no such task. */
  readonly before: number | null;
  /** Of all formats that the task has. */
  readonly formats: Readonly<Record<string, number>>;
  /** Of what differs; of a new task of all formats. */
  readonly examples: readonly Example[];
}
