/**
 * Balance of what is offered (docs/semantics.md, section 10). What is right *wins* against everything else that was
 * offered: a duel for each. Of two things that meet in a group neither may win more often than the other, and a question
 * stays where it stays in all its duels. So of what is offered each is as often right.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type Cell,
  type CellCount,
  type Cutting,
  countCells,
  placeOf,
  readHistograms,
  sameCell,
  thresholdOf,
} from './histogram.js';
import { listRows } from './rows.js';

/** Which questions compete, in SQL over `asked`. */
export interface Contest {
  /** Questions without a group, or without others, stay. */
  readonly group: string;
  readonly form: string;
  readonly value: string;
  readonly others: string;
  readonly draw: string;
}

const cutting: Cutting = { table: 'duels', draw: 'draw', cell: ['task', 'grouped', 'form', 'won', 'lost'] };

/** Gives how many questions left. */
export async function cutDuels(connection: DuckDBConnection, contest: Contest): Promise<number> {
  await makeDuels(connection, contest);
  const quotas = duelQuotas(await countCells(connection, cutting));
  const over = quotas.filter(({ count, quota }) => count > quota);
  const dropped = over.length === 0 ? 0 : await leave(connection, over);
  await connection.run('drop table duels');
  return dropped;
}

interface Quota extends CellCount {
  readonly quota: number;
}

/** As many as the loser wins against the winner. */
export function duelQuotas(cells: readonly CellCount[]): readonly Quota[] {
  const counts = new Map(cells.map(({ cell, count }) => [JSON.stringify(cell), count]));
  const reversed = ([task = null, group = null, form = null, won = null, lost = null]: Cell): string =>
    JSON.stringify([task, group, form, lost, won]);
  return cells.map((each) => ({ ...each, quota: Math.min(each.count, counts.get(reversed(each.cell)) ?? 0) }));
}

async function makeDuels(connection: DuckDBConnection, { group, form, value, others, draw }: Contest): Promise<void> {
  await connection.run(
    `create or replace temp table duels as select * from (
       select rowid as question, task, ${group} as grouped, ${form} as form, ${value} as won,
              unnest(${others}) as lost, ${draw} as draw
       from asked where ${group} is not null and ${others} is not null)
     where won <> lost`,
  );
}

async function leave(connection: DuckDBConnection, over: readonly Quota[]): Promise<number> {
  const cells = over.map(({ cell }) => cell);
  const histograms = await readHistograms(connection, cutting, cells);
  const thresholds = histograms.map((histogram, i) => [`${thresholdOf(histogram, over[i]?.quota ?? 0)}`]);
  await listRows(connection, 'thresholds', ['threshold'], thresholds);
  const done = await connection.run(
    `delete from asked where rowid in (
       select question from duels join cells on ${sameCell(cutting)}
       join thresholds on cells.number = thresholds.number
       where ${placeOf(cutting)} >= cast(thresholds.threshold as integer))`,
  );
  await connection.run('drop table cells');
  await connection.run('drop table thresholds');
  return done.rowsChanged;
}
