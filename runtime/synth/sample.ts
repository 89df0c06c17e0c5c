/**
 * The stages after asking (docs/semantics.md, section 10): take per task, balance, mix, split. They drop questions from
 * `asked`, and leave two tables: `task_weight`, the weight of a task's questions, and `scene_split`. A third, `sampling`,
 * stays in the store: how many questions each stage left.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { balance, type OneSided } from './balance.js';
import type { ToldTask } from './balance-words.js';
import { mix, type ShortLevel } from './mix.js';
import { split } from './split.js';
import { beginStages, endStage } from './stages.js';
import { takePerTask } from './take-per-task.js';

export interface Sampling {
  /** Questions that each stage dropped. */
  readonly dropped: { readonly take: number; readonly balance: number; readonly mix: number };
  readonly oneSided: readonly OneSided[];
  /** Of the tasks that are balanced by words: how many such questions they had, and kept. */
  readonly told: readonly ToldTask[];
  readonly shortLevels: readonly ShortLevel[];
  /** Levels that have no share in the recipe's `mix`. */
  readonly unmixedLevels: readonly number[];
}

export async function sample(
  connection: DuckDBConnection,
  plan: Pick<Plan, 'mix' | 'seed' | 'split' | 'tasks'>,
): Promise<Sampling> {
  await beginStages(connection);
  await endStage(connection, 'asked');
  const taken = await takePerTask(connection, plan.tasks);
  await endStage(connection, 'take');
  const balanced = await balance(connection);
  await endStage(connection, 'balance');
  const mixed = await mix(connection, plan);
  await endStage(connection, 'mix');
  await listWeights(connection, mixed.weights);
  await split(connection, plan);
  return {
    dropped: { take: taken, balance: balanced.dropped, mix: mixed.dropped },
    oneSided: balanced.oneSided,
    told: balanced.told,
    shortLevels: mixed.short,
    unmixedLevels: mixed.unmixed,
  };
}

async function listWeights(connection: DuckDBConnection, weights: ReadonlyMap<string, number>): Promise<void> {
  await connection.run('create or replace temp table task_weight (task VARCHAR, weight DOUBLE)');
  for (const [task, weight] of weights)
    await connection.run('insert into task_weight values ($task, $weight::DOUBLE)', { task, weight });
}

/** For people: what sampling could not do as the recipe says. */
export function samplingWarnings({ oneSided, told, shortLevels, unmixedLevels }: Sampling): readonly string[] {
  const tasks = [...new Set(oneSided.map(({ task }) => task))];
  const constant = tasks.map((task) => oneSidedWarning(oneSided.filter((o) => o.task === task)));
  const guessed = told.filter(({ asked, kept }) => 2 * kept < asked).map(toldWarning);
  return [...constant, ...guessed, ...shortLevels.map(shortWarning), ...unmixedLevels.map(unmixedWarning)];
}

/** One line per task: with few scenes many groups of a task are small, and each in its own line would bury the rest. */
function oneSidedWarning(groups: readonly OneSided[]): string {
  const [first, ...others] = groups;
  if (!first) throw new Error('SPQ904: a warning of nothing');
  const { task, group, value, count } = first;
  const untaught = 'and none was kept, since a constant answer teaches nothing.';
  if (others.length > 0) {
    const questions = groups.reduce((sum, g) => sum + g.count, 0);
    return `Task \`${task}\`: in ${groups.length} groups with ${questions} questions, such as (${group}), all answers were the same, ${untaught}`;
  }
  const all = count === 1 ? 'the only answer was' : `all ${count} answers were`;
  return `Task \`${task}\` (${group}): ${all} ${value}, ${untaught}`;
}

/** Told where most of a task left: a task that always loses a little is as it should be. */
function toldWarning({ task, asked, kept }: ToldTask): string {
  return `Task \`${task}\`: of ${asked} choices and claims ${kept} were kept; the nouns of the others tell their answers.`;
}

function shortWarning({ level, sharePpm, wanted, had }: ShortLevel): string {
  const share = `${sharePpm / 10_000}%`;
  return wanted === null
    ? `Level ${level} asked nothing: its share of the mix, ${share}, stays empty.`
    : `Level ${level} gave all it had, ${had} of the ${wanted} questions of its share (${share}); other levels give no more for it.`;
}

const unmixedWarning = (level: number): string => `Level ${level} has no share in \`mix\`: none of it is ever drawn.`;
