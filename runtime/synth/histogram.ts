/**
 * Where the questions of a cell lie: how many have their draw in each place of a grid of 2^16.
 * A cut is found from histograms alone, and histograms of shards add up; so it is the same for any number of shards. They stay in
 * the database: a million scenes have as many cells as nouns have pairs, and each up to 2^16 places.
 */
import type { DuckDBConnection } from '@duckdb/node-api';

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

/** SQL for the place of a question: draws lie below 2^52, and a place is the top 16 bits of one. */
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

/** Of the table `cells` (the cutting's columns, `number`) makes the table `histograms` (number, place, count). */
export async function makeHistograms(connection: DuckDBConnection, cutting: Cutting): Promise<void> {
  await connection.run(
    `create or replace temp table histograms as
     select cells.number, cast(${placeOf(cutting)} as integer) as place, count(*) as count
     from ${tableOf(cutting)} join cells on ${sameCell(cutting)} where ${cutting.draw} is not null group by all`,
  );
}

/**
 * Of the tables `cells` (number, `quota`) and `histograms`, which may tell of a place several times, makes the table `thresholds`
 * (number, threshold): the greatest below which no more than its quota lie. A cell that holds no more has none.
 */
export async function makeThresholds(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create or replace temp table thresholds as
     select number, min(place) as threshold from
       (select number, place, quota, sum(count) over (partition by number order by place) as up_to
        from histograms join cells using (number))
     where up_to > quota group by number`,
  );
}

/** SQL over `cells` and the table that is cut. NULL is a value of a cell like any other. */
export const sameCell = (cutting: Cutting): string =>
  cutting.cell.map((name) => `${tableOf(cutting)}.${name} is not distinct from cells.${name}`).join(' and ');

const tableOf = ({ table = 'asked' }: Cutting): string => table;
