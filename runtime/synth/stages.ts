/** How many questions each stage of sampling left, per task: kept in the store as the table `sampling`. */
import type { DuckDBConnection } from '@duckdb/node-api';

/** In their order: all that was asked, and what was left after each cut. */
export const stages = ['asked', 'take', 'balance', 'mix'] as const;
export type Stage = (typeof stages)[number];

export async function beginStages(connection: DuckDBConnection): Promise<void> {
  await connection.run('create or replace table sampling (task VARCHAR, stage VARCHAR, questions BIGINT)');
}

/** Counts what is in `asked` now. */
export async function endStage(connection: DuckDBConnection, stage: Stage): Promise<void> {
  await connection.run(`insert into sampling select task, '${stage}', count(*) from asked group by task order by task`);
}
