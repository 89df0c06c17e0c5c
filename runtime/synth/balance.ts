/**
 * Balance (S10, S11): in each group no answer stays more frequent than the runner-up, so claims are as often true as
 * false. The cut moves along a cell's fixed order of draws, as a threshold on its top 16 bits: it drops questions, never changes one.
 */
import type { DuckDBConnection } from '@duckdb/node-api';

interface Cell {
  readonly task: string;
  readonly group: string;
  readonly value: string;
  readonly count: number;
}

/** A group whose answers were all alike: nothing of it could be kept. */
export interface OneSided {
  readonly task: string;
  readonly group: string;
  readonly value: string;
  readonly count: number;
}

const bucketBits = 52 - 16;

/** Removes what is over quota from `asked`; tells of groups that had one answer only. */
export async function balance(connection: DuckDBConnection): Promise<readonly OneSided[]> {
  const cells = await readCells(connection);
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = `${cell.task}\u0000${cell.group}`;
    groups.set(group, [...(groups.get(group) ?? []), cell]);
  }
  const oneSided: OneSided[] = [];
  for (const group of groups.values()) {
    const quota = group.map((c) => c.count).toSorted((a, b) => b - a)[1] ?? 0;
    const [only] = group;
    if (quota === 0 && only) oneSided.push(only);
    for (const cell of group) if (cell.count > quota) await cut(connection, cell, quota);
  }
  return oneSided;
}

async function readCells(connection: DuckDBConnection): Promise<readonly Cell[]> {
  const reader = await connection.runAndReadAll(
    `select task, balance_group, balance_value, count(*) from asked
     where balance_group is not null group by all order by all`,
  );
  return reader.getRows().map(([task, group, value, count]) => ({
    task: String(task),
    group: String(group),
    value: String(value),
    count: Number(count),
  }));
}

/** The greatest threshold below which at most `quota` draws of the cell lie. */
async function cut(connection: DuckDBConnection, cell: Cell, quota: number): Promise<void> {
  const where = 'task = $task and balance_group = $group and balance_value = $value';
  const key = { task: cell.task, group: cell.group, value: cell.value };
  const reader = await connection.runAndReadAll(
    `select balance_draw >> ${bucketBits} as bucket, count(*) from asked where ${where} group by all order by bucket`,
    key,
  );
  let kept = 0;
  let threshold = 0;
  for (const [bucket, count] of reader.getRows()) {
    if (kept + Number(count) > quota) {
      threshold = Number(bucket);
      break;
    }
    kept += Number(count);
  }
  await connection.run(`delete from asked where ${where} and balance_draw >> ${bucketBits} >= ${threshold}`, key);
}
