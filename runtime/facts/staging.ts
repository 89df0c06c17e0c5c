/**
 * Staging: the quick way from rows in memory into a table.
 *
 * Appending typed values one by one is dear, above all lists, texts and NULLs. So a staged row is a run of
 * numbers: a number is itself, unknown is NaN, and a text or list is its position in the dictionary of the batch.
 * DuckDB takes the numbers as whole chunks and turns them into the typed columns of `schema.ts` by one INSERT … SELECT.
 */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import { type Column, quoteName, type Table, widthOf } from './schema.js';

/** DuckDB's own chunk size. */
const CHUNK_ROWS = 2048;
/** Separates the members of a staged list; labels never hold it. */
const LIST_SEPARATOR = '\u001f';

/** The texts of one batch, each once; position 0 is the first. */
export class Dictionary {
  private readonly positions = new Map<string, number>();
  private readonly lists = new Map<readonly string[], number>();

  position(text: string): number {
    const known = this.positions.get(text);
    if (known !== undefined) return known;
    const position = this.positions.size;
    this.positions.set(text, position);
    return position;
  }

  /** One text for the whole list; lists that are the same object are joined once. */
  listPosition(values: readonly string[]): number {
    const known = this.lists.get(values);
    if (known !== undefined) return known;
    const position = this.position(values.join(LIST_SEPARATOR));
    this.lists.set(values, position);
    return position;
  }

  get texts(): readonly string[] {
    return [...this.positions.keys()];
  }
}

/** The rows of one table in one batch. Values are added in the order of the table's columns. */
export class StagedRows {
  readonly width: number;
  /** Blocks of CHUNK_ROWS rows, column by column, as DuckDB takes them. */
  private readonly blocks: Float64Array[] = [];
  private block = new Float64Array(0);
  /** Of the next value, in the last block. */
  private row = CHUNK_ROWS;
  private column = 0;

  constructor(
    readonly table: Table,
    private readonly dictionary: Dictionary,
  ) {
    this.width = table.columns.reduce((sum, { type }) => sum + widthOf(type), 0);
  }

  get rowCount(): number {
    return this.blocks.length === 0 ? 0 : (this.blocks.length - 1) * CHUNK_ROWS + this.row;
  }

  number(value: number | null): void {
    if (this.row === CHUNK_ROWS) this.openBlock();
    this.block[this.column * CHUNK_ROWS + this.row] = value === null ? Number.NaN : value;
    this.column++;
    if (this.column < this.width) return;
    this.column = 0;
    this.row++;
  }

  boolean(value: boolean): void {
    this.number(value ? 1 : 0);
  }

  text(value: string | null): void {
    this.number(value === null ? null : this.dictionary.position(value));
  }

  list(values: readonly string[]): void {
    this.number(this.dictionary.listPosition(values));
  }

  /** A list of any length, whose members may be unknown; null is no list. */
  members(values: readonly (number | string | null)[] | null): void {
    const words = values?.map((value) => (value === null ? '' : String(value).replaceAll(LIST_SEPARATOR, ' ')));
    this.text(words === undefined ? null : words.join(LIST_SEPARATOR));
  }

  /** `count` numbers; null is an unknown vector. */
  vector(values: readonly number[] | null, count: number): void {
    if (values === null) for (let index = 0; index < count; index++) this.number(null);
    // A vector that is too short becomes unknown as a whole.
    else for (let index = 0; index < count; index++) this.number(values[index] ?? null);
  }

  *chunks(): Generator<DuckDBDataChunk> {
    const types = Array.from({ length: this.width }, () => DOUBLE);
    for (const block of this.blocks) {
      const rows = block === this.block ? this.row : CHUNK_ROWS;
      const chunk = DuckDBDataChunk.create(types, rows);
      for (let column = 0; column < this.width; column++) {
        const vector = chunk.getColumnVector(column);
        const first = column * CHUNK_ROWS;
        for (let row = 0; row < rows; row++) vector.setItem(row, block[first + row] ?? Number.NaN);
        vector.flush();
      }
      yield chunk;
    }
  }

  private openBlock(): void {
    this.block = new Float64Array(this.width * CHUNK_ROWS);
    this.blocks.push(this.block);
    this.row = 0;
  }
}

/** Makes the temporary tables that staged rows pass through. */
export async function createStaging(connection: DuckDBConnection, tables: readonly Table[]): Promise<void> {
  await connection.run(`create or replace temp table ${quoteName(WORDS)} (position double, word varchar)`);
  for (const table of tables) {
    const columns = slots(table).flatMap(({ cells }) => cells.map((cell) => `${cell} double`));
    await connection.run(`create or replace temp table ${quoteName(stageName(table))} (${columns.join(', ')})`);
  }
}

/**
 * Moves a batch into its tables. It may not be changed any more; another one may be filled meanwhile.
 *
 * @param afterwards SQL to run when the batch is in its tables
 */
export async function insertStaged(
  connection: DuckDBConnection,
  dictionary: Dictionary,
  batch: readonly StagedRows[],
  afterwards: readonly string[],
): Promise<void> {
  const filled = batch.filter(({ rowCount }) => rowCount > 0);
  if (filled.length === 0) return;
  await append(connection, WORDS, wordChunks(dictionary.texts));
  for (const rows of filled) await append(connection, stageName(rows.table), rows.chunks());
  // One call: DuckDB goes through all of it while the next batch is read.
  const stages = filled.map(({ table }) => quoteName(stageName(table)));
  const clear = [quoteName(WORDS), ...stages].map((name) => `truncate ${name}`);
  await connection.run([...filled.map(({ table }) => insertSelect(table)), ...afterwards, ...clear].join(';\n'));
}

const WORDS = 'spq_staged_words';
const stageName = (table: Table): string => `spq_staged_${table.name}`;

async function append(connection: DuckDBConnection, name: string, chunks: Iterable<DuckDBDataChunk>): Promise<void> {
  const appender = await connection.createAppender(name, undefined, 'temp');
  for (const chunk of chunks) appender.appendDataChunk(chunk);
  appender.closeSync();
}

function* wordChunks(words: readonly string[]): Generator<DuckDBDataChunk> {
  for (let first = 0; first < words.length; first += CHUNK_ROWS) {
    const part = words.slice(first, first + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create([DOUBLE, VARCHAR], part.length);
    chunk.setColumnValues(
      0,
      part.map((_, row) => first + row),
    );
    chunk.setColumnValues(1, part);
    yield chunk;
  }
}

interface Slot {
  readonly column: Column;
  /** Names of the staged cells that hold the value. */
  readonly cells: readonly string[];
}

function slots(table: Table): readonly Slot[] {
  let next = 0;
  return table.columns.map((column) => ({
    column,
    cells: Array.from({ length: widthOf(column.type) }, () => `c${next++}`),
  }));
}

/** `insert into objects select …`: the typed values of the staged cells. Cells that are not finite are NULL. */
function insertSelect(table: Table): string {
  const values = slots(table).map(({ column, cells }) => typedValue(column, cells));
  const joins = slots(table).flatMap(({ column: { name, type }, cells }) =>
    type === 'VARCHAR' || type === 'VARCHAR[]' || type === 'DOUBLE[]'
      ? [
          `left join ${quoteName(WORDS)} ${quoteName(`word_${name}`)} on ${quoteName(`word_${name}`)}.position = ${cells[0]}`,
        ]
      : [],
  );
  return [
    `insert into ${quoteName(table.name)} select ${values.join(', ')}`,
    `from ${quoteName(stageName(table))}`,
    ...joins,
  ].join('\n');
}

function typedValue({ name, type }: Column, cells: readonly string[]): string {
  const [cell = 'null'] = cells;
  const word = `${quoteName(`word_${name}`)}.word`;
  switch (type) {
    case 'VARCHAR':
      return word;
    case 'VARCHAR[]':
      return `case when ${word} = '' then [] else string_split(${word}, chr(31)) end`;
    case 'DOUBLE[]':
      return `[try_cast(x as double) for x in string_split(${word}, chr(31))]`;
    case 'DOUBLE':
      return `case when isfinite(${cell}) then ${cell} end`;
    case 'INTEGER':
      return `case when isfinite(${cell}) then ${cell}::integer end`;
    case 'BOOLEAN':
      return `${cell} = 1`;
    case 'DOUBLE[3]':
    case 'DOUBLE[4]':
    case 'DOUBLE[9]':
    case 'DOUBLE[16]':
      // One sum decides for all: it is finite only where every number is.
      return `case when isfinite(${cells.join(' + ')}) then [${cells.join(', ')}] end`;
  }
}
