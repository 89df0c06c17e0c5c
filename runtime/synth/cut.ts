/**
 * A cut: of each cell, the questions whose draws lie below a threshold stay in `asked`, the others leave.
 * It drops questions and changes none; what it keeps is a function of histograms, never of the order of rows.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type CellCount, type Cutting, makeHistograms, makeThresholds, placeOf, sameCell } from './histogram.js';
import { listRows } from './rows.js';

/** At most so many questions of a cell may stay. */
export interface Quota extends CellCount {
  readonly quota: number;
}

/** Cuts every cell that holds more than its quota, to the grid of places; gives how many questions left. */
export async function cut(connection: DuckDBConnection, cutting: Cutting, quotas: readonly Quota[]): Promise<number> {
  const over = quotas.filter(({ count, quota }) => count > quota);
  if (over.length === 0) return 0;
  await listQuotas(connection, cutting, over);
  await makeHistograms(connection, cutting);
  await makeThresholds(connection);
  const done = await connection.run(
    `delete from asked where rowid in (
       select asked.rowid from asked join cells on ${sameCell(cutting)} join thresholds using (number)
       where ${placeOf(cutting)} >= threshold)`,
  );
  for (const table of ['cells', 'histograms', 'thresholds']) await connection.run(`drop table ${table}`);
  return done.rowsChanged;
}

/** As the table `cells`: the cutting's columns, `number`, `quota`. */
export async function listQuotas(
  connection: DuckDBConnection,
  cutting: Cutting,
  quotas: readonly Quota[],
): Promise<void> {
  const rows = quotas.map(({ cell, quota }) => [...cell, `${quota}`]);
  await listRows(connection, 'listed', [...cutting.cell, 'quota'], rows);
  await connection.run(
    'create or replace temp table cells as select * replace (cast(quota as bigint) as quota) from listed',
  );
  await connection.run('drop table listed');
}
