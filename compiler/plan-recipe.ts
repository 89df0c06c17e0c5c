/**
 * typed recipe -> plan, task by task: a task's plan depends on nothing but the task, the settings, and the tables it stands on.
 * One that stays as it was is planned once, so that in an editor only what changed is planned anew.
 */
import type * as typed from './check/typed.js';
import { lowerCommon } from './lower/lower.js';
import { lowerTask } from './lower/task.js';
import { optimizeCommon, optimizeTask } from './passes/index.js';
import type { Request } from './plan/check-request.js';
import { makePlan, planTask, type TaskPlan } from './plan/make.js';
import type { Plan } from './plan/plan.js';

type Place = Parameters<typeof lowerTask>[1];

/** @param skip names of passes that are left out */
export function planRecipe(recipe: typed.Recipe, request: Request, skip: readonly string[]): Plan {
  const { tables, ...common } = lowerCommon(recipe);
  const { settings } = recipe;
  const under = JSON.stringify([settings, tables, skip]);
  const tasks = recipe.levels.flatMap((level) =>
    level.tasks.map((task) => plannedOnce(task, { level, settings, tables }, skip, under)),
  );
  return makePlan(
    optimizeCommon(
      common,
      tasks.map(({ reads }) => reads),
      skip,
      () => {},
    ),
    tasks,
    request,
  );
}

interface Planned {
  /** What it was planned under, as text. */
  readonly under: string;
  readonly made: TaskPlan;
}

const plans = new WeakMap<typed.Task, Planned>();

function plannedOnce(task: typed.Task, place: Place, skip: readonly string[], settings: string): TaskPlan {
  const under = `${place.level.number} ${place.level.title} ${settings}`;
  const known = plans.get(task);
  if (known?.under === under) return known.made;
  const made = planTask(optimizeTask(lowerTask(task, place), skip, () => {}));
  plans.set(task, { under, made });
  return made;
}
