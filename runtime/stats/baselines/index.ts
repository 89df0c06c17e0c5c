/** The baselines, task by task and format by format: learned on half of the captures, tried on the other. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { boxesOnly } from './boxes-only.js';
import { categoryPrior } from './category-prior.js';
import { type Game, gameOf } from './game.js';
import { accepts, type Baseline } from './guess.js';
import { majority } from './majority.js';
import { type BaselineName, type BaselineResult, judged, type Trial } from './result.js';
import { groupsOf, type Sampled, sampledOf, sampleQuestions } from './sampled.js';
import { textOnly } from './text-only.js';

const baselines: readonly (readonly [BaselineName, Baseline])[] = [
  ['majority', majority],
  ['text only', textOnly],
  ['category prior', categoryPrior],
  ['2D boxes only', boxesOnly],
];

/** Questions of each half in all, shared among tasks and formats; and what one of these gets at least and at most. */
const mostInAll = 100_000;
const [least, most] = [2_000, 10_000];

export interface BaselineOptions {
  /** Questions of a task and format that each half gives, at most. */
  readonly perHalf?: number;
  readonly onGroup?: (done: number, total: number) => void;
}

/** Needs `capture_half` and `scene_number`. Holds the sample of one task and format at a time. */
export async function baselineResults(
  connection: DuckDBConnection,
  { perHalf, onGroup = () => {} }: BaselineOptions = {},
): Promise<readonly BaselineResult[]> {
  const results: BaselineResult[] = [];
  const groups = await groupsOf(connection);
  const share = Math.floor(mostInAll / Math.max(1, groups.length));
  await sampleQuestions(connection, perHalf ?? Math.min(most, Math.max(least, share)));
  for (const [done, group] of groups.entries()) {
    const questions = await sampledOf(connection, group);
    for (const [baseline, told] of played(group.format, questions)) results.push({ ...group, baseline, ...told });
    onGroup(done + 1, groups.length);
  }
  return results;
}

type Played = Omit<BaselineResult, 'level' | 'task' | 'format' | 'baseline'>;

/** What each baseline reaches; those that have nothing to say are left out. */
export function played(format: string, questions: readonly Sampled[]): readonly (readonly [BaselineName, Played])[] {
  const learned = questions.filter(({ learning }) => learning).length;
  if (learned === 0 || learned === questions.length) return [];
  const game = gameOf(format, questions);
  return baselines.flatMap(([name, baseline]) => {
    const trials = trialsOf(game, baseline);
    return trials === undefined ? [] : [[name, { learned, ...judged(trials) }] as const];
  });
}

function trialsOf(game: Game, baseline: Baseline): readonly Trial[] | undefined {
  switch (game.kind) {
    case 'none':
      return undefined;
    case 'numbers': {
      const guess = baseline.numbers(game.questions.filter(({ learning }) => learning));
      const tried = game.questions.filter(({ learning }) => !learning);
      return guess && tried.map((question) => ({ question, hit: accepts(question, guess(question)), chance: null }));
    }
    case 'contests': {
      const guess = baseline.contests(
        game.contests.filter(({ question }) => question.learning),
        game.of,
      );
      const tried = game.contests.filter(({ question }) => !question.learning);
      return (
        guess &&
        tried.map((contest) => ({
          question: contest.question,
          hit: guess(contest) === contest.right,
          chance: game.shown ? 1 / contest.candidates.length : null,
        }))
      );
    }
  }
}
