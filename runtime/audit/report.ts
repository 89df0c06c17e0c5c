/** What an audit found, per task: counts of verdicts, and the share in error with its 95 % interval. */
import { type Verdict, type VerdictName, verdictNames } from './verdicts.js';
import { type Interval, wilson } from './wilson.js';

export interface AuditedTask {
  readonly level: number;
  readonly task: string;
  readonly judged: number;
  readonly counts: Readonly<Record<VerdictName, number>>;
  /** Wrong or ambiguous. */
  readonly inError: number;
  readonly interval: Interval;
}

export interface AuditReport {
  /** By level and name; tasks without a verdict are left out. */
  readonly tasks: readonly AuditedTask[];
  /** Of all that was judged: tasks count by how many of them were, not by how many there are. */
  readonly all: AuditedTask;
}

/** @param verdicts one per question */
export function auditReport(verdicts: readonly Verdict[]): AuditReport {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = `${verdict.level} ${verdict.task}`;
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  const tasks = [...groups.values()].map((group) => counted(group[0]?.level ?? 0, group[0]?.task ?? '', group));
  return {
    tasks: tasks.toSorted((a, b) => a.level - b.level || (a.task < b.task ? -1 : 1)),
    all: counted(0, 'all', verdicts),
  };
}

function counted(level: number, task: string, verdicts: readonly Verdict[]): AuditedTask {
  const count = (name: VerdictName): number => verdicts.filter(({ verdict }) => verdict === name).length;
  const counts = {
    right: count('right'),
    wrong: count('wrong'),
    ambiguous: count('ambiguous'),
    unnatural: count('unnatural'),
  };
  const inError = counts.wrong + counts.ambiguous;
  return { level, task, judged: verdicts.length, counts, inError, interval: wilson(inError, verdicts.length) };
}

/** A table for reading. */
export function reportText({ tasks, all }: AuditReport): string {
  if (all.judged === 0) return 'Nothing is judged yet.\n';
  const head = ['level', 'task', 'judged', ...verdictNames, 'in error', '95 %'];
  const rows = [...tasks.map((task) => [String(task.level), ...cells(task)]), ['', ...cells(all)]];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[head, ...rows].map(line).join('\n')}\n\nIn error: wrong or ambiguous. An unnatural question is a right one.\n`;
}

function cells({ task, judged, counts, inError, interval }: AuditedTask): readonly string[] {
  const share = judged === 0 ? '' : percent(inError / judged);
  return [
    task,
    String(judged),
    ...verdictNames.map((name) => String(counts[name])),
    share,
    `${percent(interval.low)} .. ${percent(interval.high)}`,
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
