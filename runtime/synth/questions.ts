/** `asked`, sampled, becomes the table `questions`: ordered, with weights, parts of the data and the recipe's hash. */
import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Plan } from '../../compiler/plan/plan.js';
import { questionColumns } from './schema.js';

export interface TaskSummary {
  readonly level: number;
  readonly task: string;
  readonly questions: number;
  readonly formats: Readonly<Record<string, number>>;
}

/** A total order, so that rows and files are the same whatever the number of threads. A tuple may have a row per format. */
const order = `scene, ordinal, key, list_position(['open', 'choice', 'claim'], format), question_id`;

/** Needs the tables that `sample` leaves, and takes them away with `asked`. */
export async function storeQuestions(connection: DuckDBConnection, plan: Plan): Promise<void> {
  const hash = createHash('sha256').update(plan.recipe.text, 'utf8').digest('hex');
  const columns = questionColumns.map((c) => (c.name === 'recipe_hash' ? `'${hash}' as recipe_hash` : `"${c.name}"`));
  await connection.run(
    `create or replace table questions as select ${columns.join(', ')} from asked
     join task_weight using (task) join scene_split using (scene) order by ${order}`,
  );
  for (const table of ['asked', 'task_weight', 'scene_split']) await connection.run(`drop table ${table}`);
}

export async function summarise(connection: DuckDBConnection, plan: Plan): Promise<readonly TaskSummary[]> {
  const reader = await connection.runAndReadAll('select task, format, count(*) from questions group by all');
  const counts = new Map(
    reader.getRows().map(([task, format, count]) => [`${task}/${format}`, Number(count)] as const),
  );
  return plan.tasks.map((task) => {
    const formats = Object.fromEntries(
      task.formats.map((format) => [format, counts.get(`${task.name}/${format}`) ?? 0]),
    );
    return {
      level: task.level,
      task: task.name,
      questions: Object.values(formats).reduce((a, b) => a + b, 0),
      formats,
    };
  });
}
