/** Sums up verdicts by task, and keeps the first few questions that something is wrong with. */
import type { Asked } from './asked.js';
import type { Verdict } from './judge.js';

export interface Tally {
  readonly judged: number;
  readonly wrong: number;
  readonly references: number;
  readonly unresolved: number;
  readonly unjudged: number;
  readonly doubts: number;
  /** Of what is wrong, unresolved or not judged. */
  readonly examples: readonly string[];
}

export type Tallies = Map<string, Tally>;

const kept = 5;
const none: Tally = { judged: 0, wrong: 0, references: 0, unresolved: 0, unjudged: 0, doubts: 0, examples: [] };

export function add(tallies: Tallies, asked: Asked, verdict: Verdict): void {
  const { wrong, unresolved, unjudged, references, doubts } = verdict;
  const reasons = [...wrong, ...unresolved, ...(unjudged === undefined ? [] : [`not judged: ${unjudged}`])];
  const before = tallies.get(asked.task) ?? none;
  tallies.set(asked.task, {
    judged: before.judged + (unjudged === undefined ? 1 : 0),
    unjudged: before.unjudged + (unjudged === undefined ? 0 : 1),
    references: before.references + references,
    unresolved: before.unresolved + unresolved.length,
    wrong: before.wrong + (wrong.length > 0 ? 1 : 0),
    doubts: before.doubts + (doubts.length > 0 ? 1 : 0),
    examples: reasons.length > 0 ? [...before.examples, told(asked, reasons)].slice(0, kept) : before.examples,
  });
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
