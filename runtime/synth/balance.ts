/**
 * Balance (docs/semantics.md, section 10): in each group no answer stays more frequent than the runner-up, so claims
 * are as often true as false.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { cut, type Quota } from './cut.js';
import { type CellCount, type Cutting, countCells } from './histogram.js';

/** A group whose answers were all alike: nothing of it could be kept. */
export interface OneSided {
  readonly task: string;
  readonly group: string;
  readonly value: string;
  readonly count: number;
}

export interface Balanced {
  /** Questions that left. */
  readonly dropped: number;
  readonly oneSided: readonly OneSided[];
}

const cutting: Cutting = { draw: 'balance_draw', cell: ['task', 'balance_group', 'balance_value'] };

/** Cuts each answer of `asked` to the runner-up of its group; tells of groups that had one answer only. */
export async function balance(connection: DuckDBConnection): Promise<Balanced> {
  const cells = await countCells(connection, cutting);
  const dropped = await cut(connection, cutting, balanceQuotas(cells));
  return { dropped, oneSided: groupsOf(cells).flatMap((group) => (group.length === 1 ? group.map(oneSided) : [])) };
}

/** The second largest count of each group. What is in no group keeps all it has. */
export function balanceQuotas(cells: readonly CellCount[]): readonly Quota[] {
  return groupsOf(cells).flatMap((group) => {
    const quota = group.map(({ count }) => count).toSorted((a, b) => b - a)[1] ?? 0;
    return group.map((cell) => ({ ...cell, quota }));
  });
}

function groupsOf(cells: readonly CellCount[]): readonly (readonly CellCount[])[] {
  const groups = new Map<string, CellCount[]>();
  for (const each of cells) {
    const [task, group] = each.cell;
    if (group === null) continue;
    const key = JSON.stringify([task, group]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

const oneSided = ({ cell: [task, group, value], count }: CellCount): OneSided => ({
  task: String(task),
  group: String(group),
  value: String(value),
  count,
});
