/**
 * Coverage, scene by scene. Most scenes have the very list of the one before: it is read once, and is one object for all of them,
 * by which whoever stores it knows that it is the same.
 */
import type { CoverageRow } from '../../facts/rows.js';
import { type ReadRows, readRows } from './read-row.js';
import { coverageShape } from './row-shapes.js';
import type { ShardRow } from './shard-rows.js';

/** Reads the rows of one scene after the other. */
export function coverageReader(): (rows: readonly ShardRow[]) => ReadRows<CoverageRow> {
  let before: readonly ShardRow[] = [];
  let read = readRows(before, coverageShape);
  return (rows) => {
    // Problems and places are those of these very rows.
    const isSame = read.problems.length === 0 && saysTheSame(before, rows);
    read = isSame ? { ...read, places: rows } : readRows(rows, coverageShape);
    before = rows;
    return read;
  };
}

const columns = Object.keys(coverageShape.in.shape);

const saysTheSame = (one: readonly ShardRow[], other: readonly ShardRow[]): boolean =>
  one.length === other.length &&
  one.every((row, index) => columns.every((name) => row.value(name) === other[index]?.value(name)));
