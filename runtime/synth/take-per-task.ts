/** `take n per task`: of a task's questions, those with the least draws (docs/semantics.md, section 10). */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedTask } from '../../compiler/plan/plan.js';
import { cut, type Quota } from './cut.js';
import { type CellCount, type Cutting, countCells } from './histogram.js';

const cutting: Cutting = { draw: 'select_draw', cell: ['task'] };

/** Gives how many questions left. */
export async function takePerTask(connection: DuckDBConnection, tasks: readonly PlannedTask[]): Promise<number> {
  if (tasks.every(({ takes }) => takes.task === null)) return 0;
  return await cut(connection, cutting, takeQuotas(await countCells(connection, cutting), tasks));
}

export function takeQuotas(cells: readonly CellCount[], tasks: readonly PlannedTask[]): readonly Quota[] {
  const wanted = new Map(tasks.map(({ name, takes }) => [name, takes.task]));
  return cells.map(({ cell, count }) => ({ cell, count, quota: wanted.get(cell[0] ?? '') ?? count }));
}
