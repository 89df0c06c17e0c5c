/**
 * typed recipe -> plan, task by task: a task's plan depends on nothing but the task, the settings, and the tables it stands on.
 * One that says what it said is planned once, and so are the tables: in an editor only what changed is planned anew.
 */
import type * as typed from './check/typed.js';
import { contentOf } from './content.js';
import type { Program } from './ir/program.js';
import { lowerCommon } from './lower/lower.js';
import { referenceNeeds } from './lower/reference-needs.js';
import { lowerTask } from './lower/task.js';
import { demanded, optimizeShared, optimizeTask, optimizeWhole } from './passes/index.js';
import type { Request } from './plan/check-request.js';
import { type CommonPlan, makePlan, planCommon, planShared, planTask, type TaskPlan } from './plan/make.js';
import type { Plan } from './plan/plan.js';
import { renumbered } from './renumbered.js';

type Place = Parameters<typeof lowerTask>[1];

export interface PlannedRecipe {
  readonly plan: Plan;
  /**
   * What a task stands on, as text: the shared relations with no more than it reads of them. Of two tasks with the same query
   * and the same text here, each asks what the other asks. Undefined where the plan has no such task.
   */
  readonly standsOn: (task: string) => string | undefined;
}

/** @param skip names of passes that are left out */
export function planRecipe(recipe: typed.Recipe, request: Request, skip: readonly string[]): PlannedRecipe {
  const common = commonOnce(recipe, skip);
  const { settings } = recipe;
  const { tables } = common;
  const under = JSON.stringify([settings, tables, skip]);
  const tasks = recipe.levels.flatMap((level) =>
    level.tasks.map((task) => plannedOnce(task, { level, settings, tables }, skip, under)),
  );
  lastTasks = new Map(tasks.map((planned) => [planned.task.name, planned]));
  const plans = tasks.map(({ made }) => made);
  const shared = common.shared(plans);
  return {
    plan: makePlan({ ...common.plan, shared }, plans, request),
    standsOn: (name) => {
      const found = plans.find(({ planned }) => planned.name === name);
      return found && common.standsOn(found);
    },
  };
}

interface Planned {
  readonly task: typed.Task;
  /** What it was planned under, as text. */
  readonly under: string;
  readonly made: TaskPlan;
}

const plans = new WeakMap<typed.Task, Planned>();
/** Of the last recipe, by name: when a file changes, all of its tasks are other objects. */
let lastTasks: ReadonlyMap<string, Planned> = new Map();

function plannedOnce(task: typed.Task, place: Place, skip: readonly string[], settings: string): Planned {
  const under = `${place.level.number} ${place.level.title} ${settings}`;
  const known = plans.get(task);
  if (known?.under === under) return known;
  const last = lastTasks.get(task.name);
  const same = last?.under === under && contentOf(last.task) === contentOf(task);
  const made = same ? last.made : planTask(optimizeTask(lowerTask(task, place), skip, () => {}));
  const planned: Planned = { task, under, made };
  plans.set(task, planned);
  return planned;
}

interface Common {
  readonly said: string;
  readonly tables: Place['tables'];
  readonly plan: CommonPlan;
  /** With what these tasks read. */
  readonly shared: (tasks: readonly TaskPlan[]) => Plan['shared'];
  readonly standsOn: (task: TaskPlan) => string;
}

let lastCommon: Common | undefined;

/** All but the tasks, which decide only which names of things are proven. */
function commonOnce(recipe: typed.Recipe, skip: readonly string[]): Common {
  const { facts, relations, settings } = recipe;
  const said = contentOf([facts, relations, settings, referenceNeeds(recipe), skip]);
  if (lastCommon?.said !== said) lastCommon = commonOf(recipe, skip, said);
  return lastCommon;
}

function commonOf(recipe: typed.Recipe, skip: readonly string[], said: string): Common {
  const { tables, ...lowered } = lowerCommon(recipe);
  const common = optimizeWhole(lowered, skip, () => {});
  const { graph } = common;
  const shared = (tasks: readonly TaskPlan[]): Plan['shared'] =>
    planShared(demanded(common.shared, reads(tasks), graph, skip, () => {}));
  const known = new Map<string, string>();
  const standsOn = (task: TaskPlan): string => {
    const read = JSON.stringify(lowered.shared.map(({ name }) => task.reads.get(name)?.toSorted() ?? []));
    // Optimized when all else is gone: which values are shared depends on what stands beside them.
    const alone = (): Program['shared'] =>
      optimizeShared(
        demanded(lowered.shared, [task.reads], graph, [], () => {}),
        graph,
        skip,
        () => {},
      );
    const made = known.get(read) ?? textOf(planShared(alone()));
    known.set(read, made);
    return made;
  };
  return { said, tables, plan: planCommon(common), shared, standsOn };
}

const reads = (tasks: readonly TaskPlan[]): readonly TaskPlan['reads'][] => tasks.map((task) => task.reads);

const textOf = (shared: Plan['shared']): string =>
  shared.map(({ name, sql }) => `${name}\n${renumbered(sql)}`).join('\n\n');
