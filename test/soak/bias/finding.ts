/** A share of the questions of a task, beside what it would be if nothing could be known without looking. */

export interface Finding {
  readonly task: string;
  readonly what: string;
  /** Questions looked at. */
  readonly n: number;
  readonly found: number;
  readonly chance: number;
  /** Whether less than chance is as bad as more: a rule that seldom hits tells nothing. */
  readonly bothWays: boolean;
}

/** One point of a hundred. */
const bound = 0.01;

/** Beyond the bound by more than four standard deviations of so few questions. */
export function broken({ n, found, chance, bothWays }: Finding): boolean {
  const beyond = bothWays ? Math.abs(found - chance) : found - chance;
  return beyond > bound + 4 * Math.sqrt((chance * (1 - chance)) / n);
}

export type Row = readonly unknown[];

/** From a row of task, what, count, share and chance. */
export function findingOf([task, what, n, found, chance]: Row, bothWays: boolean): Finding {
  return {
    task: String(task),
    what: String(what),
    n: Number(n),
    found: Number(found),
    chance: Number(chance),
    bothWays,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(7);

export function lineOf(finding: Finding): string {
  const { task, what, n, found, chance } = finding;
  const mark = broken(finding) ? '!' : ' ';
  return `${mark} ${task.padEnd(20)} ${percent(found)} of ${String(n).padStart(7)}, chance ${percent(chance)}  ${what}`;
}
