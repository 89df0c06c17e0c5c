/**
 * How many rows to expect, from the facts' counts alone:
 *
 *   task       per scene: its tuples (`PlannedTask.tuples`) over the things there, times the questions of a tuple, and no more
 *              than it takes. What `where`, margins and names leave out is not known.
 *   relation   as many as the largest table that it reads
 *   sampling   `take n per task` and `mix … total n` bound what comes in; balance is not known
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';
import { type CountedRows, tupleWays } from '../synth/tuple-ways.js';

/** Objects that are surely there, pixels, and categories that the scene covers. */
const counted: Readonly<Record<CountedRows, string>> = {
  objects: 'objects',
  pixels: 'pixels',
  places: 'pixels',
  categories: 'categories',
  labels: 'categories',
};

/** Questions of all scenes of a store before sampling, by the task's name. */
export async function estimateTasks(
  connection: DuckDBConnection,
  tasks: readonly PlannedTask[],
): Promise<ReadonlyMap<string, number>> {
  if (tasks.length === 0) return new Map();
  const reader = await connection.runAndReadAll(
    `select ${tasks.map((task) => `coalesce(sum(${ofScene(task)}), 0)`).join(', ')} from (
       select coalesce(o.n, 0) as objects, coalesce(p.n, 0) as pixels, coalesce(c.n, 0) as categories
       from scenes
       left join (select scene, count(*) as n from objects where presence = 'certain' group by scene) o using (scene)
       left join (select scene, count(*) as n from coverage group by scene) c using (scene)
       left join (select scene, count(*) as n from pixels group by scene) p using (scene))`,
  );
  const [sums = []] = reader.getRows();
  return new Map(tasks.map(({ name }, i) => [name, Number(sums[i])]));
}

function ofScene({ tuples, questionsPerTuple, takes }: PlannedTask): string {
  const all = `${tupleWays(tuples, (rows) => counted[rows])} * ${questionsPerTuple}`;
  const perScene = takes.scene === null ? [] : [takes.scene];
  const perObject = takes.object === null ? [] : [`${takes.object} * objects`];
  return `least(${[all, ...perScene, ...perObject].join(', ')})`;
}
