/** optimized IR -> plan: everything a run needs, as plain JSON. */
import { openScenes, type Program, type TaskProgram } from '../ir/program.js';
import { type Reads, readBy } from '../ir/tables-read.js';
import { queryOf } from '../sql/from-ir.js';
import { printQuery } from '../sql/print.js';
import { type SourceOperator, sourceOperators } from '../std/operators.js';
import type { Request } from './check-request.js';
import type { Plan, PlannedSource, PlannedTask } from './plan.js';
import { wordsOf } from './words.js';

/** A task of the plan, and what it needs that others may need, too. */
export interface TaskPlan {
  readonly planned: PlannedTask;
  /** Of tables, the shared relations among them. */
  readonly reads: Reads;
  readonly pixels: boolean;
}

export function planTask(task: TaskProgram): TaskPlan {
  const reads = readBy([task.questions]);
  return {
    planned: {
      level: task.level,
      levelTitle: task.levelTitle,
      name: task.name,
      title: task.title ?? null,
      formats: task.formats,
      weight: task.weight,
      takes: task.takes,
      tuples: task.tuples,
      questionsPerTuple: task.questionsPerTuple,
      largestSets: task.largestSets,
      // Where a pass has made rounds of it.
      inRounds: reads.has(openScenes),
      sql: printQuery(queryOf(task.questions), 'layered'),
    },
    reads,
    pixels: task.demands.some(({ provision }) => provision === 'pixel'),
  };
}

/** What no task decides. */
export type CommonPlan = Pick<Plan, 'columns' | 'words'>;

export function planCommon(common: Omit<Program, 'tasks'>): CommonPlan {
  return {
    columns: common.ownFacts.map(({ name, column, holds }) => ({ fact: name, column, holds })),
    words: wordsOf(common),
  };
}

export function planShared(shared: Program['shared']): Plan['shared'] {
  return shared.map(({ name, relation }) => ({ name, sql: printQuery(queryOf(relation), 'layered') }));
}

/** What could not run is told by `checkRequest`, before. */
export function makePlan(
  { columns, words, shared }: CommonPlan & Pick<Plan, 'shared'>,
  tasks: readonly TaskPlan[],
  request: Request,
): Plan {
  return {
    version: 1,
    recipe: { name: request.name, text: request.text },
    seed: request.seed,
    sources: plannedSources(request),
    columns,
    demand: { pixels: tasks.some(({ pixels }) => pixels) },
    words,
    shared,
    tasks: tasks.map(({ planned }) => planned),
    mix: request.mix ? { levels: request.mix.levels, total: request.mix.total ?? null } : null,
    split: request.split,
    emits: request.emits.map(({ format, path }) => ({ format, path })),
  };
}

function plannedSources({ sources, sourcePaths }: Request): readonly PlannedSource[] {
  return sources.map((s) => {
    const path = sourcePaths[s.name];
    const parameter = pathParameter(s);
    const given = path !== undefined && parameter ? { ...s.arguments, [parameter]: path } : s.arguments;
    const planned = { name: s.name, operator: s.operator, arguments: given };
    return s.perceive ? { ...planned, perceive: s.perceive } : planned;
  });
}

function pathParameter(source: PlannedSource): string | undefined {
  const operator: SourceOperator = sourceOperators[source.operator];
  return operator.parameters.find((p) => p.type === 'path')?.name;
}
