/**
 * How many rows to expect, from the facts' counts alone:
 *
 *   task       per scene: ways to choose what it binds of the things there, times the values of its finite binders, times its
 *              formats where all are asked, and no more than it takes. What `where`, margins and names leave out is not known.
 *   relation   as many as the largest table that it reads
 *   sampling   `take n per task` and `mix … total n` bound what comes in; balance is not known
 */
import type { DuckDBConnection } from '@duckdb/node-api';

/** As the compiler tells it: `compiler/task-shapes.ts`. */
export interface TaskShape {
  readonly name: string;
  readonly binders: readonly {
    readonly kind: 'object' | 'pixel' | 'category';
    readonly order: 'one' | 'set' | 'ordered' | 'drawn';
    readonly count: number;
  }[];
  readonly values: number;
  readonly formats: number;
  readonly takes: readonly { readonly count: number; readonly per: 'scene' | 'object' | 'task' }[];
}

/** Scenes that hold as many things: objects that are surely there, pixels, categories that are covered. */
export interface SceneCounts {
  readonly scenes: number;
  readonly object: number;
  readonly pixel: number;
  readonly category: number;
}

export async function sceneCounts(connection: DuckDBConnection): Promise<readonly SceneCounts[]> {
  const reader = await connection.runAndReadAll(
    `select count(*), objects, pixels, categories from (
       select coalesce(any_value(o.n), 0) as objects, coalesce(any_value(p.n), 0) as pixels,
         coalesce(any_value(c.n), 0) as categories
       from scenes
       left join (select scene, count(*) as n from objects where presence = 'certain' group by scene) o using (scene)
       left join (select scene, count(*) as n from coverage group by scene) c using (scene)
       left join (select scene, count(*) as n from pixels group by scene) p using (scene)
       group by scene)
     group by all`,
  );
  return reader.getRows().map((row) => {
    const [scenes = 0, object = 0, pixel = 0, category = 0] = row.map(Number);
    return { scenes, object, pixel, category };
  });
}

export function estimateTask(shape: TaskShape, counts: readonly SceneCounts[]): number {
  return counts.reduce((sum, scene) => sum + scene.scenes * ofScene(shape, scene), 0);
}

function ofScene(shape: TaskShape, scene: SceneCounts): number {
  const left = { object: scene.object, pixel: scene.pixel, category: scene.category };
  let tuples = shape.values;
  for (const { kind, order, count } of shape.binders) {
    tuples *= order === 'drawn' ? left[kind] : choices(left[kind], count, order === 'set');
    // What is bound is not bound again; a drawn set is counted as one.
    left[kind] = Math.max(0, left[kind] - (order === 'drawn' ? 1 : count));
  }
  const perScene = shape.takes.flatMap(({ count, per }) => {
    if (per === 'task') return [];
    return [per === 'scene' ? count : count * scene.object];
  });
  return Math.min(tuples, ...perScene) * shape.formats;
}

/** Ways to choose so many of n, without order where it is a set. */
function choices(n: number, count: number, set: boolean): number {
  let ways = 1;
  for (let i = 0; i < count; i++) ways *= Math.max(0, n - i) / (set ? i + 1 : 1);
  return Math.round(ways);
}

/** What the stage `take` leaves of a task, at most. */
export function takenAtMost({ takes, formats }: TaskShape, rows: number): number {
  return Math.min(rows, ...takes.filter(({ per }) => per === 'task').map(({ count }) => count * formats));
}
