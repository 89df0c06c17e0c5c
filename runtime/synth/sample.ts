/**
 * The stages after asking (docs/semantics.md, section 10): take per task, balance, mix, split. They drop questions from
 * `asked`, and leave two tables: `task_weight`, the weight of a task's questions, and `scene_split`. A third, `sampling`,
 * stays in the store: how many questions each stage left.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { type Around, unmeasured } from '../profile/around.js';
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
  around: Around = unmeasured,
): Promise<Sampling> {
  const stage = <T>(name: string, work: () => Promise<T>): Promise<T> => around({ kind: 'sampling', name }, work);
  await beginStages(connection);
  await endStage(connection, 'asked');
  const taken = await stage('take', () => takePerTask(connection, plan.tasks));
  await endStage(connection, 'take');
  const balanced = await stage('balance', () => balance(connection));
  await endStage(connection, 'balance');
  const mixed = await stage('mix', () => mix(connection, plan));
  await endStage(connection, 'mix');
  await listWeights(connection, mixed.weights);
  await stage('split', () => split(connection, plan));
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
  return [
    ...oneSidedWarnings(oneSided),
    ...toldWarnings(told),
    ...shortLevels.map(shortWarning),
    ...unmixedLevels.map(unmixedWarning),
  ];
}

/** As many tasks are told one by one; more would bury the rest, and `spq stats` has what each stage left of each. */
const ONE_BY_ONE = 3;

function oneSidedWarnings(groups: readonly OneSided[]): readonly string[] {
  const tasks = [...new Set(groups.map(({ task }) => task))];
  const [first] = groups;
  if (first === undefined || tasks.length <= ONE_BY_ONE)
    return tasks.map((task) => oneSidedWarning(groups.filter((o) => o.task === task)));
  return [
    `In ${groups.length} groups of ${tasks.length} tasks, with ${total(groups)} questions, such as \`${first.task}\` (${first.group}), all answers were the same, ${UNTAUGHT}`,
  ];
}

const UNTAUGHT = 'and none was kept, since a constant answer teaches nothing.';

/** One line per task: with few scenes many groups of a task are small. */
function oneSidedWarning(groups: readonly OneSided[]): string {
  const [first, ...others] = groups;
  if (!first) throw new Error('SPQ904: a warning of nothing');
  const { task, group, value, count } = first;
  if (others.length > 0)
    return `Task \`${task}\`: in ${groups.length} groups with ${total(groups)} questions, such as (${group}), all answers were the same, ${UNTAUGHT}`;
  const all = count === 1 ? 'the only answer was' : `all ${count} answers were`;
  return `Task \`${task}\` (${group}): ${all} ${value}, ${UNTAUGHT}`;
}

const total = (groups: readonly OneSided[]): number => groups.reduce((sum, { count }) => sum + count, 0);

/** Told where most of a task left: a task that always loses a little is as it should be. */
function toldWarnings(told: readonly ToldTask[]): readonly string[] {
  const lost = told.filter(({ asked, kept }) => 2 * kept < asked);
  if (lost.length <= ONE_BY_ONE)
    return lost.map(
      ({ task, asked, kept }) =>
        `Task \`${task}\`: of ${asked} choices and claims ${kept} were kept; the text of the others tells their answers.`,
    );
  const sum = (of: (task: ToldTask) => number): number => lost.reduce((all, task) => all + of(task), 0);
  return [
    `Of ${sum((t) => t.asked)} choices and claims of ${lost.length} tasks ${sum((t) => t.kept)} were kept, such as of \`${lost[0]?.task}\`; the text of the others tells their answers. More scenes keep more, and \`--balance answers\` keeps what text tells.`,
  ];
}

function shortWarning({ level, sharePpm, wanted, had }: ShortLevel): string {
  const share = `${sharePpm / 10_000}%`;
  return wanted === null
    ? `Level ${level} asked nothing: its share of the mix, ${share}, stays empty.`
    : `Level ${level} gave all it had, ${had} of the ${wanted} questions of its share (${share}); other levels give no more for it.`;
}

const unmixedWarning = (level: number): string => `Level ${level} has no share in \`mix\`: none of it is ever drawn.`;
