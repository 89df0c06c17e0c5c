/** `asked` becomes the table `questions`: balanced, ordered, with the recipe's hash. */
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

/** A total order, so that rows and files are the same whatever the number of threads. */
const order = 'scene, ordinal, key';

export async function storeQuestions(connection: DuckDBConnection, plan: Plan): Promise<void> {
  const hash = createHash('sha256').update(plan.recipe.text, 'utf8').digest('hex');
  const columns = questionColumns.map((c) => (c.name === 'recipe_hash' ? `'${hash}' as recipe_hash` : `"${c.name}"`));
  await connection.run(
    `create or replace table questions as select ${columns.join(', ')} from asked order by ${order}`,
  );
  await connection.run('drop table asked');
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
