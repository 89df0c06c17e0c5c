/**
 * A cut: of each cell, the questions whose draws lie below a threshold stay in `asked`, the others leave.
 * It drops questions and changes none; what it keeps is a function of histograms, never of the order of rows.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type CellCount, type Cutting, placeOf, readHistograms, sameCell, thresholdOf } from './histogram.js';
import { listRows } from './rows.js';

/** At most so many questions of a cell may stay. */
export interface Quota extends CellCount {
  readonly quota: number;
}

/** Cuts every cell that holds more than its quota, to the grid of places; gives how many questions left. */
export async function cut(connection: DuckDBConnection, cutting: Cutting, quotas: readonly Quota[]): Promise<number> {
  const over = quotas.filter(({ count, quota }) => count > quota);
  if (over.length === 0) return 0;
  const cells = over.map(({ cell }) => cell);
  const histograms = await readHistograms(connection, cutting, cells);
  const thresholds = histograms.map((histogram, i) => [`${thresholdOf(histogram, over[i]?.quota ?? 0)}`]);
  await listRows(connection, 'thresholds', ['threshold'], thresholds);
  const done = await connection.run(
    `delete from asked using cells, thresholds where cells.number = thresholds.number
     and ${sameCell(cutting)} and ${placeOf(cutting)} >= cast(thresholds.threshold as integer)`,
  );
  await connection.run('drop table cells');
  await connection.run('drop table thresholds');
  return done.rowsChanged;
}
