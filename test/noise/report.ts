/** What the soak prints: a table of the tasks at the margins that the recipes state, and the curve over multiples of them. */
import type { CurvePoint } from './curve.js';
import { type Tally, wrongShare } from './tally.js';

const NONE: Tally = { asked: 0, wrong: 0, undecidable: 0, misnamed: 0, unclear: 0, unmeant: 0 };

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
const shareOf = (part: number, { asked }: Tally): number => (asked === 0 ? 0 : part / asked);

/** In the order of their share of wrong answers, the worst first. */
export function taskLines(points: readonly CurvePoint[]): readonly string[] {
  const stated = points.find(({ factor }) => factor === 1) ?? points[0];
  const tasks = [...(stated?.tallies ?? [])].toSorted(([, a], [, b]) => wrongShare(b) - wrongShare(a));
  return [
    row('task', ['asked', 'wrong', 'misnamed', 'undecidable', 'name unclear', 'guard false']),
    ...tasks.map(([task, t]) => {
      const parts = [t.misnamed, t.undecidable, t.unclear, t.unmeant].map((part) => percent(shareOf(part, t)));
      return row(task, [String(t.asked), percent(wrongShare(t)), ...parts]);
    }),
  ];
}

/** Per task and multiple: the share of right answers, and how many were asked for each asked without margins. */
export function curveLines(points: readonly CurvePoint[]): readonly string[] {
  const tasks = [...new Set(points.flatMap(({ tallies }) => [...tallies.keys()]))].sort();
  const lines = tasks.map((task) => {
    const first = points[0]?.tallies.get(task) ?? NONE;
    return row(
      task,
      points.map(({ tallies }) => {
        const tally = tallies.get(task) ?? NONE;
        return `${percent(1 - wrongShare(tally))} of ${first.asked === 0 ? '-' : (tally.asked / first.asked).toFixed(2)}`;
      }),
    );
  });
  return [
    row(
      'right of asked, margins x',
      points.map(({ factor }) => String(factor)),
    ),
    ...lines,
  ];
}

const row = (name: string, cells: readonly string[]): string =>
  [name.padEnd(44), ...cells.map((cell) => cell.padStart(16))].join(' ').trimEnd();

export function asJson(points: readonly CurvePoint[]): string {
  return JSON.stringify(
    points.map(({ factor, tallies }) => ({ factor, tasks: Object.fromEntries(tallies) })),
    null,
    1,
  );
}
