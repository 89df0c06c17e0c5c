/** A value of a query's result as plain data, and as text. */
import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBUnionValue,
  type DuckDBValue,
} from '@duckdb/node-api';

export type Cell = null | boolean | number | string | readonly Cell[] | { readonly [name: string]: Cell };

/** A result as it streams in. */
export interface Table {
  /** Each name once. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/**
 * Plain data for a value of DuckDB. Whole numbers beyond 2^53, NaN and infinities become text, since JSON
 * would round or refuse them; dates, times and the like become text as DuckDB writes them.
 */
export function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return wholeNumber(value);
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(cellOf);
  if (value instanceof DuckDBStructValue) return record(Object.entries(value.entries));
  if (value instanceof DuckDBMapValue) {
    return value.entries.map((entry) => ({ key: cellOf(entry.key), value: cellOf(entry.value) }));
  }
  if (value instanceof DuckDBUnionValue) return cellOf(value.value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  return value.toString();
}

/** One text for a cell; undefined for null, so that each format can write it in its own way. */
export function textOf(cell: Cell): string | undefined {
  if (cell === null) return undefined;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

function record(entries: readonly (readonly [string, DuckDBValue])[]): Cell {
  return Object.fromEntries(entries.map(([name, value]) => [name, cellOf(value)]));
}

function wholeNumber(value: bigint): number | string {
  const safe = value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
  return safe ? Number(value) : value.toString();
}
