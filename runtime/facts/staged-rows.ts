/**
 * Rows on their way into a table. Appending typed values one by one is dear, above all lists, texts and NULLs. So a staged row
 * is a run of cells: a number is itself, or NaN where it is unknown; a text, a list and a condition are whole numbers,
 * the first two by their position in the dictionary of the batch.
 */
import { DOUBLE, DuckDBDataChunk, INTEGER } from '@duckdb/node-api';
import type { Dictionary } from './dictionary.js';
import { type Column, type Table, widthOf } from './schema.js';

/** DuckDB's own chunk size. */
export const CHUNK_ROWS = 2048;

/** Whether a staged row holds the value in cells of numbers, or else in one cell of a position or a condition. */
export function isStagedAsNumbers({ type }: Column): boolean {
  switch (type) {
    case 'INTEGER':
    case 'DOUBLE':
    case 'DOUBLE[3]':
    case 'DOUBLE[4]':
    case 'DOUBLE[9]':
    case 'DOUBLE[16]':
      return true;
    case 'VARCHAR':
    case 'BOOLEAN':
    case 'VARCHAR[]':
    case 'DOUBLE[]':
      return false;
  }
}

/** CHUNK_ROWS rows, column by column, as DuckDB takes them: first the numbers, then the positions. */
interface Block {
  readonly numbers: Float64Array;
  readonly positions: Int32Array;
}

/** The rows of one table in one batch. Values are added in the order of the table's columns, then the row is ended. */
export class StagedRows {
  private readonly numberCells: number;
  private readonly positionCells: number;
  private readonly blocks: Block[] = [];
  private block: Block;
  /** Of the next value, in the arrays of the block. */
  private nextNumber = 0;
  private nextPosition = 0;
  private rows = 0;

  constructor(
    readonly table: Table,
    private readonly dictionary: Dictionary,
  ) {
    const numbers = table.columns.filter(isStagedAsNumbers);
    this.numberCells = numbers.reduce((sum, { type }) => sum + widthOf(type), 0);
    this.positionCells = table.columns.length - numbers.length;
    this.block = this.openBlock();
  }

  get rowCount(): number {
    return this.rows;
  }

  /** Cells of a row. */
  get width(): number {
    return this.numberCells + this.positionCells;
  }

  number(value: number | null): void {
    this.block.numbers[this.nextNumber] = value === null ? Number.NaN : value;
    this.nextNumber += CHUNK_ROWS;
  }

  /** `count` numbers; null is an unknown vector, and so is one that is too short. */
  vector(values: readonly number[] | null, count: number): void {
    for (let index = 0; index < count; index++) this.number(values?.[index] ?? null);
  }

  boolean(value: boolean): void {
    this.position(value ? 1 : 0);
  }

  text(value: string | null): void {
    this.position(this.dictionary.words.position(value));
  }

  list(values: readonly string[]): void {
    this.position(this.dictionary.list(values));
  }

  /** A list of any length, whose members may be unknown; null is no list. */
  members(values: readonly (number | string | null)[] | null): void {
    this.position(this.dictionary.members(values));
  }

  endRow(): void {
    this.rows++;
    const row = this.rows % CHUNK_ROWS;
    if (row === 0) this.block = this.openBlock();
    this.nextNumber = row;
    this.nextPosition = row;
  }

  /** One after the other in the same chunk, which who takes it must not keep. */
  *chunks(): Generator<DuckDBDataChunk> {
    const types = [...Array(this.numberCells).fill(DOUBLE), ...Array(this.positionCells).fill(INTEGER)];
    const chunk = DuckDBDataChunk.create(types, CHUNK_ROWS);
    for (const [index, { numbers, positions }] of this.blocks.entries()) {
      const rows = Math.min(this.rows - index * CHUNK_ROWS, CHUNK_ROWS);
      if (rows === 0) return;
      if (rows < CHUNK_ROWS) chunk.rowCount = rows;
      for (let cell = 0; cell < this.numberCells; cell++) fill(chunk, cell, numbers, cell, rows);
      for (let cell = 0; cell < this.positionCells; cell++) fill(chunk, this.numberCells + cell, positions, cell, rows);
      yield chunk;
    }
  }

  private position(value: number): void {
    this.block.positions[this.nextPosition] = value;
    this.nextPosition += CHUNK_ROWS;
  }

  private openBlock(): Block {
    const block = {
      numbers: new Float64Array(this.numberCells * CHUNK_ROWS),
      positions: new Int32Array(this.positionCells * CHUNK_ROWS),
    };
    this.blocks.push(block);
    return block;
  }
}

/** Writes column `from` of a block into a column of a chunk. */
function fill(
  chunk: DuckDBDataChunk,
  into: number,
  cells: Float64Array | Int32Array,
  from: number,
  rows: number,
): void {
  const vector = chunk.getColumnVector(into);
  const first = from * CHUNK_ROWS;
  for (let row = 0; row < rows; row++) vector.setItem(row, cells[first + row] ?? 0);
  vector.flush();
}
