/** Sums up verdicts by task, and keeps the first few questions that something is wrong with. */
import type { Asked } from './asked.js';
import type { Verdict } from './judge.js';

export interface Tally {
  judged: number;
  wrong: number;
  references: number;
  unresolved: number;
  unjudged: number;
  doubts: number;
  /** Of what is wrong, unresolved or not judged. */
  readonly examples: string[];
}

export type Tallies = Map<string, Tally>;

const kept = 5;

export function add(tallies: Tallies, asked: Asked, verdict: Verdict): void {
  const found = tallies.get(asked.task);
  const tally = found ?? { judged: 0, wrong: 0, references: 0, unresolved: 0, unjudged: 0, doubts: 0, examples: [] };
  if (found === undefined) tallies.set(asked.task, tally);
  const { wrong, unresolved, unjudged, references, doubts } = verdict;
  if (unjudged === undefined) tally.judged++;
  else tally.unjudged++;
  tally.references += references;
  tally.unresolved += unresolved.length;
  if (wrong.length > 0) tally.wrong++;
  if (doubts.length > 0) tally.doubts++;
  const reasons = [...wrong, ...unresolved, ...(unjudged === undefined ? [] : [`not judged: ${unjudged}`])];
  if (reasons.length > 0 && tally.examples.length < kept) tally.examples.push(told(asked, reasons));
}

const told = ({ sceneId, question, answer, options }: Asked, reasons: readonly string[]): string =>
  `${sceneId}: ${question} — ${answer}${options.length > 0 ? ` of ${options.join(' | ')}` : ''}: ${reasons.join('; ')}`;

export const isRight = ({ wrong, unresolved, unjudged }: Tally): boolean => wrong + unresolved + unjudged === 0;

const heads = ['task', 'judged', 'wrong', 'not judged', 'references', 'unresolved', 'doubts'];

/** A line per task, and the sum. */
export function tableOf(tallies: Tallies): readonly string[] {
  const row = (name: string, all: readonly Tally[]): readonly string[] => {
    const sum = (of: (t: Tally) => number): string => String(all.reduce((total, t) => total + of(t), 0));
    return [
      name,
      sum((t) => t.judged),
      sum((t) => t.wrong),
      sum((t) => t.unjudged),
      sum((t) => t.references),
      sum((t) => t.unresolved),
      sum((t) => t.doubts),
    ];
  };
  const rows = [heads, ...[...tallies].map(([name, tally]) => row(name, [tally])), row('all', [...tallies.values()])];
  return rows.map(([name = '', ...cells]) => name.padEnd(46) + cells.map((cell) => cell.padStart(12)).join(''));
}
