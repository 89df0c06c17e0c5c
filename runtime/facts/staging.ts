/**
 * Staging: the quick way from rows in memory into a table. DuckDB takes the cells of staged rows as whole chunks into temporary
 * tables, and turns them into the typed columns of `schema.ts` by one INSERT … SELECT.
 */
import { type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import { type Dictionary, splitList, type Texts } from './dictionary.js';
import { type Column, quoteName, type Table, widthOf } from './schema.js';
import { CHUNK_ROWS, isStagedAsNumbers, type StagedRows } from './staged-rows.js';

/** Makes the temporary tables that staged rows pass through. */
export async function createStaging(connection: DuckDBConnection, tables: readonly Table[]): Promise<void> {
  for (const texts of [WORDS, LISTS])
    await connection.run(`create or replace temp table ${quoteName(texts)} (position integer, word varchar)`);
  for (const table of tables) {
    await connection.run(
      `create or replace temp table ${quoteName(stageName(table))} (${cellColumns(table).join(', ')})`,
    );
  }
}

/** Gives a batch to DuckDB. It may not be changed any more; another one may be filled after that. */
export async function appendStaged(
  connection: DuckDBConnection,
  { words, lists }: Dictionary,
  batch: readonly StagedRows[],
): Promise<void> {
  await append(connection, WORDS, textChunks(words));
  await append(connection, LISTS, textChunks(lists));
  for (const rows of batch) await append(connection, stageName(rows.table), rows.chunks());
}

/**
 * Moves an appended batch into its tables. One call begins it all: DuckDB goes through it while the next batch is filled.
 *
 * @param afterwards SQL to run when the batch is in its tables
 */
export async function insertStaged(
  connection: DuckDBConnection,
  tables: readonly Table[],
  afterwards: readonly string[],
): Promise<void> {
  const stages = [WORDS, LISTS, ...tables.map(stageName)];
  const clear = stages.map((name) => `truncate ${quoteName(name)}`);
  await connection.run([...tables.map(insertSelect), ...afterwards, ...clear].join(';\n'));
}

const WORDS = 'spq_staged_words';
const LISTS = 'spq_staged_lists';
const stageName = (table: Table): string => `spq_staged_${table.name}`;

async function append(connection: DuckDBConnection, name: string, chunks: Iterable<DuckDBDataChunk>): Promise<void> {
  const appender = await connection.createAppender(name, undefined, 'temp');
  // The appender copies what it is given.
  for (const chunk of chunks) appender.appendDataChunk(chunk);
  appender.closeSync();
}

function* textChunks({ all }: Texts): Generator<DuckDBDataChunk> {
  for (let first = 0; first < all.length; first += CHUNK_ROWS) {
    const part = all.slice(first, first + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR], part.length);
    const positions = part.map((_, row) => first + row + 1);
    chunk.setColumns([positions, part]);
    yield chunk;
  }
}

interface Slot {
  readonly column: Column;
  /** Names of the staged cells that hold the value. */
  readonly cells: readonly string[];
}

/** Cells of numbers are called n0, n1, …, those of positions and conditions p0, p1, … */
function slots(table: Table): readonly Slot[] {
  let numbers = 0;
  let positions = 0;
  return table.columns.map((column) => ({
    column,
    cells: isStagedAsNumbers(column)
      ? Array.from({ length: widthOf(column.type) }, () => `n${numbers++}`)
      : [`p${positions++}`],
  }));
}

/** `n0 double, …, p0 integer, …`: the cells in the order in which staged rows give them. */
function cellColumns(table: Table): readonly string[] {
  const all = slots(table);
  const cells = (areNumbers: boolean, type: string): readonly string[] =>
    all
      .filter(({ column }) => isStagedAsNumbers(column) === areNumbers)
      .flatMap(({ cells }) => cells.map((cell) => `${cell} ${type}`));
  return [...cells(true, 'double'), ...cells(false, 'integer')];
}

/**
 * `insert into objects select …`: the typed values of the staged cells. Cells that are not finite are NULL.
 * All texts stand in one list beside each row, which costs less than a join for each column of them.
 */
function insertSelect(table: Table): string {
  const values = slots(table).map(({ column, cells }) => typedValue(column, cells));
  return [
    `insert into ${quoteName(table.name)} select ${values.join(', ')}`,
    `from ${quoteName(stageName(table))},`,
    `(select list(word order by position) as words from ${quoteName(WORDS)}),`,
    `(select list(${splitList('word')} order by position) as lists from ${quoteName(LISTS)})`,
  ].join('\n');
}

function typedValue({ type }: Column, cells: readonly string[]): string {
  const [cell = 'null'] = cells;
  switch (type) {
    case 'VARCHAR':
      return `words[${cell}]`;
    case 'VARCHAR[]':
      return `lists[${cell}]`;
    case 'DOUBLE[]':
      return `[try_cast(x as double) for x in lists[${cell}]]`;
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
