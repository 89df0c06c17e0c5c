/** What a finished command tells the program that started it. */

export type ExitCode = 0 | 1 | 2 | 3;

export const exitCode = {
  done: 0,
  /** The recipe or the input is wrong. */
  wrongInput: 1,
  wrongUsage: 2,
  /** Finished, but some scenes were left out. */
  quarantined: 3,
} as const satisfies Record<string, ExitCode>;
