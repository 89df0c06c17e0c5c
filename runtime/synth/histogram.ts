/**
 * Where the questions of a cell lie: how many have their draw in each place of a grid of 2^16.
 * A cut is found from histograms alone, and histograms of shards add up; so it is the same for any number of shards.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { listRows } from './rows.js';

/** Draws lie below 2^52; a place is the top 16 bits of one. */
export const placeCount = 65_536;
const placeShift = 52 - 16;

/** What a stage of sampling cuts along: a column of draws, and the columns whose values make a cell. */
export interface Cutting {
  /** `asked` where none is said. */
  readonly table?: string;
  readonly draw: string;
  readonly cell: readonly string[];
}

/** Values of the cutting's columns, in its order. */
export type Cell = readonly (string | null)[];

export interface CellCount {
  readonly cell: Cell;
  readonly count: number;
}

/** Places that hold questions, ascending, and how many each holds. */
export interface Histogram {
  readonly cell: Cell;
  readonly places: readonly number[];
  readonly counts: readonly number[];
}

/** SQL for the place of a question. */
export const placeOf = ({ draw }: Cutting): string => `(${draw} >> ${placeShift})`;

/** Cells that hold questions, in the order of their values' bytes, NULL first. Questions without a draw are in none. */
export async function countCells(connection: DuckDBConnection, cutting: Cutting): Promise<readonly CellCount[]> {
  const columns = cutting.cell.join(', ');
  const order = cutting.cell.map((name) => `${name} nulls first`).join(', ');
  const reader = await connection.runAndReadAll(
    `select ${columns}, count(*) from ${tableOf(cutting)} where ${cutting.draw} is not null group by all order by ${order}`,
  );
  return reader.getRows().map((row) => ({ cell: row.slice(0, -1).map(textOrNull), count: Number(row.at(-1)) }));
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

/** Of the listed cells, in their order. Leaves them as the table `cells`, numbered from 0. */
export async function readHistograms(
  connection: DuckDBConnection,
  cutting: Cutting,
  cells: readonly Cell[],
): Promise<readonly Histogram[]> {
  await listRows(connection, 'cells', cutting.cell, cells);
  const result = await connection.stream(
    `select cells.number, cast(${placeOf(cutting)} as integer) as place, cast(count(*) as integer)
     from ${tableOf(cutting)} join cells on ${sameCell(cutting)} where ${cutting.draw} is not null group by all order by all`,
  );
  const found = cells.map((cell): Growing => ({ cell, places: [], counts: [] }));
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const [numbers = [], ofPlace = [], ofCount = []] = chunk.getColumns();
    for (const [i, number] of numbers.entries()) {
      const histogram = found[Number(number)];
      histogram?.places.push(Number(ofPlace[i]));
      histogram?.counts.push(Number(ofCount[i]));
    }
  }
  return found;
}

interface Growing extends Histogram {
  readonly places: number[];
  readonly counts: number[];
}

/** NULL is a value of a cell like any other. */
export const sameCell = (cutting: Cutting): string =>
  cutting.cell.map((name) => `${tableOf(cutting)}.${name} is not distinct from cells.${name}`).join(' and ');

const tableOf = ({ table = 'asked' }: Cutting): string => table;

/** One cell's histograms of several shards, as if all its questions lay in one. */
export function merged(cell: Cell, parts: readonly Histogram[]): Histogram {
  const counts = new Map<number, number>();
  for (const part of parts)
    for (const [i, place] of part.places.entries()) counts.set(place, (counts.get(place) ?? 0) + (part.counts[i] ?? 0));
  const places = [...counts.keys()].toSorted((a, b) => a - b);
  return { cell, places, counts: places.map((place) => counts.get(place) ?? 0) };
}

/** The greatest threshold below which at most `quota` questions lie; `placeCount` where that is all of them. */
export function thresholdOf({ places, counts }: Histogram, quota: number): number {
  let kept = 0;
  for (const [i, place] of places.entries()) {
    kept += counts[i] ?? 0;
    if (kept > quota) return place;
  }
  return placeCount;
}
