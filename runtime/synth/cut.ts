/**
 * A cut: of each cell, the questions whose draws lie below a threshold stay in `asked`, the others leave.
 * It drops questions and changes none; what it keeps is a function of histograms, never of the order of rows.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type CellCount, type Cutting, placeOf, readHistograms, sameCell, thresholdOf } from './histogram.js';

/** At most so many questions of a cell may stay. */
export interface Quota extends CellCount {
  readonly quota: number;
}

/** Cuts every cell that holds more than its quota, to the grid of places; gives how many questions left. */
export async function cut(connection: DuckDBConnection, cutting: Cutting, quotas: readonly Quota[]): Promise<number> {
  const over = quotas.filter(({ count, quota }) => count > quota);
  if (over.length === 0) return 0;
  const cells = over.map(({ cell }) => cell);
  for (const [number, histogram] of (await readHistograms(connection, cutting, cells)).entries()) {
    const threshold = thresholdOf(histogram, over[number]?.quota ?? 0);
    await connection.run('update cells set threshold = $threshold where number = $number', { threshold, number });
  }
  const done = await connection.run(
    `delete from asked using cells where ${sameCell(cutting)} and ${placeOf(cutting)} >= cells.threshold`,
  );
  await connection.run('drop table cells');
  return done.rowsChanged;
}
