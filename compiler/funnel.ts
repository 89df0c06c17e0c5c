/** The compiler's third way: a recipe -> the queries that tell where its tuples went. Pure, like the others. */
import { type CompileInput, checked } from './analyse.js';
import type * as typed from './check/typed.js';
import { Graph } from './ir/graph.js';
import type { Relation } from './ir/node.js';
import { boundTuples, probedTuples, resolvedTuples } from './lower/funnel.js';
import { foundation } from './lower/lower.js';
import type { Place } from './lower/task.js';
import { optimizeRelations } from './passes/index.js';
import type { FunnelPlan, FunnelTask } from './plan/funnel.js';
import type { Plan } from './plan/plan.js';
import { sqlOf } from './plan/probe.js';

/** @returns undefined where the recipe has errors */
export function funnel(input: CompileInput): FunnelPlan | undefined {
  const { wanted } = checked(input);
  const without = checked({ ...input, options: { ...input.options, margins: 'none' } }).wanted;
  if (!wanted || !without) return undefined;
  const asked = lowered(wanted, (task, place) => [probedTuples(task, place), boundTuples(task, place)]);
  const resolved = lowered(without, (task, place) => [resolvedTuples(task, place)]);
  return {
    shared: asked.shared,
    sharedWithoutMargins: resolved.shared,
    tasks: placed(wanted).map(({ level, task }, i) => {
      const [tuples = '', bound] = asked.tasks[i] ?? [];
      const [withoutMargins = ''] = resolved.tasks[i] ?? [];
      const things = task.binders.flatMap((b) => b.entities).length;
      const { number } = level;
      return {
        level: number,
        name: task.name,
        things,
        take: takeOf(task),
        bound: bound ?? null,
        tuples,
        withoutMargins,
      };
    }),
  };
}

function takeOf(task: typed.Task): FunnelTask['take'] {
  const wanted = task.takes.find(({ per }) => per !== 'task');
  return wanted ? { count: wanted.count, per: wanted.per === 'scene' ? 'scene' : 'object' } : null;
}

const placed = (recipe: typed.Recipe) => recipe.levels.flatMap((level) => level.tasks.map((task) => ({ level, task })));

interface Lowered {
  readonly shared: Plan['shared'];
  /** For each task its queries, undefined where a relation is. */
  readonly tasks: readonly (readonly (string | undefined)[])[];
}

function lowered(
  recipe: typed.Recipe,
  make: (task: typed.Task, place: Place) => readonly (Relation | undefined)[],
): Lowered {
  const graph = new Graph();
  const { shared, tables } = foundation(recipe, graph);
  const made = placed(recipe).map(({ level, task }) => make(task, { level, settings: recipe.settings, tables, graph }));
  const given = made.flat().flatMap((relation) => relation ?? []);
  const optimized = optimizeRelations(shared, given, graph);
  const sql = new Map(given.map((relation, i) => [relation, sqlOf(optimized.roots[i] ?? relation)]));
  return {
    shared: optimized.shared.map(({ name, relation }) => ({ name, sql: sqlOf(relation) })),
    tasks: made.map((relations) => relations.map((relation) => relation && sql.get(relation))),
  };
}
