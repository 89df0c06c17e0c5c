/**
 * The mix of levels (docs/semantics.md, section 10). Without a total it cuts nothing and gives each task the weight of
 * one of its questions; with a total it cuts each level to its part. Nothing of a level depends on another level.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan, PlannedTask } from '../../compiler/plan/plan.js';
import { apportion, giveByWeight } from './apportion.js';
import { cut, type Quota } from './cut.js';
import { lengthPrefixed, placeOfDraw } from './draw.js';
import { type CellCount, type Cutting, countCells } from './histogram.js';

/** A level that could not give its part of the mix. */
export interface ShortLevel {
  readonly level: number;
  /** Millionths of the mix. */
  readonly sharePpm: number;
  /** Questions that its share of `total` asks for; null where the mix has no total. */
  readonly wanted: number | null;
  readonly had: number;
}

export interface Mixed {
  /** Questions that left. */
  readonly dropped: number;
  /** Of one question, by task. */
  readonly weights: ReadonlyMap<string, number>;
  readonly short: readonly ShortLevel[];
  /** Levels that the mix does not name, or gives nothing. */
  readonly unmixed: readonly number[];
}

type Mix = NonNullable<Plan['mix']>;
type Mixing = Pick<Plan, 'mix' | 'seed' | 'tasks'>;

/** Answers part the cells of a task, so that what was balanced stays so. */
const cutting: Cutting = { draw: 'mix_draw', cell: ['task', 'balance_value', 'balance_group'] };

export async function mix(connection: DuckDBConnection, plan: Mixing): Promise<Mixed> {
  const even = new Map(plan.tasks.map(({ name }) => [name, 1]));
  if (plan.mix === null) return { dropped: 0, weights: even, short: [], unmixed: [] };
  const { levels, total } = plan.mix;
  const unmixed = [...new Set(plan.tasks.map(({ level }) => level))].filter((level) => shareOf(level, levels) === 0);
  if (total === null) {
    const counts = await countTasks(connection);
    return { dropped: 0, weights: weightsOf(counts, plan.tasks, plan.mix), short: emptyLevels(counts, plan), unmixed };
  }
  const { quotas, short } = mixQuotas(await countCells(connection, cutting), plan);
  return { dropped: await cut(connection, cutting, quotas), weights: even, short, unmixed };
}

async function countTasks(connection: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const reader = await connection.runAndReadAll('select task, count(*) from asked group by task');
  return new Map(reader.getRows().map(([task, count]) => [String(task), Number(count)]));
}

/**
 * The chance that one draw from the whole mix is a given question of the task: its level's share, times the task's
 * part of the weights of those tasks of the level that asked anything, over the questions of the task.
 */
export function weightsOf(
  counts: ReadonlyMap<string, number>,
  tasks: readonly PlannedTask[],
  { levels }: Mix,
): ReadonlyMap<string, number> {
  const count = ({ name }: PlannedTask): number => counts.get(name) ?? 0;
  return new Map(
    tasks.map((task) => {
      const share = shareOf(task.level, levels);
      const asking = tasks.filter((other) => other.level === task.level && count(other) > 0);
      const sum = asking.reduce((all, { weight }) => all + weight, 0);
      const parts = 1_000_000 * sum * count(task);
      return [task.name, parts === 0 ? 0 : (share * task.weight) / parts];
    }),
  );
}

const shareOf = (level: number, levels: Mix['levels']): number =>
  levels.find((each) => each.level === level)?.sharePpm ?? 0;

function emptyLevels(counts: ReadonlyMap<string, number>, plan: Mixing): readonly ShortLevel[] {
  return mixedLevels(plan).flatMap(({ level, sharePpm, tasks }) => {
    const had = tasks.reduce((all, { name }) => all + (counts.get(name) ?? 0), 0);
    return had === 0 && sharePpm > 0 ? [{ level, sharePpm, wanted: null, had }] : [];
  });
}

/** Levels that the mix names and the plan asks, in the order of the mix. */
function mixedLevels(plan: Mixing): readonly (Mix['levels'][number] & { readonly tasks: readonly PlannedTask[] })[] {
  return (plan.mix?.levels ?? []).flatMap(({ level, sharePpm }) => {
    const tasks = plan.tasks.filter((task) => task.level === level);
    return tasks.length > 0 ? [{ level, sharePpm, tasks }] : [];
  });
}

export interface MixQuotas {
  readonly quotas: readonly Quota[];
  readonly short: readonly ShortLevel[];
}

/** What each cell may keep of `mix … total n`; cells must come in the order of `countCells`. */
export function mixQuotas(cells: readonly CellCount[], plan: Mixing): MixQuotas {
  const { levels, total } = plan.mix ?? { levels: [], total: null };
  const shares = levels.map(({ sharePpm }) => sharePpm);
  const wanted = new Map(apportion(total ?? 0, shares, 1_000_000).map((part, i) => [levels[i]?.level, part]));
  const ofTask = (name: string): readonly CellCount[] => cells.filter(({ cell }) => cell[0] === name);
  const quotas = new Map<string, number>();
  const short: ShortLevel[] = [];
  for (const { level, sharePpm, tasks } of mixedLevels(plan)) {
    const quota = wanted.get(level) ?? 0;
    const given = giveByWeight(
      quota,
      tasks.map(({ name, weight }) => ({ weight, count: countOf(ofTask(name)) })),
    );
    tasks.forEach(({ name }, i) => void quotas.set(name, given[i] ?? 0));
    const had = given.reduce((all, part) => all + part, 0);
    if (had < quota) short.push({ level, sharePpm, wanted: quota, had });
  }
  return {
    quotas: plan.tasks.flatMap(({ name }) => cellQuotas(ofTask(name), quotas.get(name) ?? 0, phaseOf(plan, name))),
    short,
  };
}

const countOf = (cells: readonly CellCount[]): number => cells.reduce((all, { count }) => all + count, 0);

/** Every cell keeps the same share, but for one question. */
function cellQuotas(cells: readonly CellCount[], quota: number, phase: number): readonly Quota[] {
  const counts = cells.map(({ count }) => count);
  const parts = apportion(quota, counts, countOf(cells), phase);
  return cells.map((cell, i) => ({ ...cell, quota: parts[i] ?? 0 }));
}

/** Which cells of a task are rounded up is drawn: otherwise `True`, the last, would be it in every task. */
const phaseOf = ({ seed }: Mixing, task: string): number => placeOfDraw(lengthPrefixed([String(seed), 'mix', task]));
