/**
 * The Parquet shards of a facts directory, read through DuckDB: each table as one stream of rows,
 * ordered by scene, each row with the file and row number where it stands.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { RunError } from '../../errors.js';
import { type Column, type ColumnType, quoteName, quoteText, type Table } from '../../facts/schema.js';

/** Where a row stands: the name of the shard, and the number of the row in it, from 0. */
export interface Place {
  readonly file: string;
  readonly row: number;
}

export interface ShardRow extends Place {
  /** Text; empty where the row has none. */
  readonly sceneId: string;
  /** Column name to value; unknown is null. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a column is where a directory leaves it out, as SQL over the other columns. */
export type Defaults = Readonly<Record<string, string>>;

/** A column beside those of the schema, and the fact that a recipe reads from it. */
export interface OwnColumn {
  readonly fact: string;
  readonly column: string;
  readonly holds: 'number' | 'text' | 'condition';
}

/** What the value of own column `place` is called in a row. */
export const ownValue = (place: number): string => `spq_own_${place}`;

export interface ShardReader {
  /** Rows of one table in the order of scene_id, then of `orderBy`; nothing where the table has no shard. */
  readonly rows: (
    table: Table,
    orderBy: readonly string[],
    defaults: Defaults,
    own?: readonly OwnColumn[],
  ) => AsyncGenerator<ShardRow>;
  readonly close: () => void;
}

/** Opens the shards of a directory. Nothing is read yet. */
export async function openShards(dir: string): Promise<ShardReader> {
  const instance = await DuckDBInstance.create(':memory:', {
    // Ordering more rows than memory holds spills here.
    temp_directory: join(tmpdir(), 'spq-facts'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  return {
    rows: (table, orderBy, defaults, own = []) => readTable(instance, { dir, table, orderBy, defaults, own }),
    close: () => instance.closeSync(),
  };
}

/** Names of the shards of a table: `objects.parquet`, `objects-0001.parquet`, …, sorted. */
export function shardNames(dir: string, table: Table): readonly string[] {
  return readdirSync(dir)
    .filter((name) => name.startsWith(table.name) && name.endsWith('.parquet'))
    .sort();
}

interface Reading {
  readonly dir: string;
  readonly table: Table;
  readonly orderBy: readonly string[];
  readonly defaults: Defaults;
  readonly own: readonly OwnColumn[];
}

async function* readTable(
  instance: DuckDBInstance,
  { dir, table, orderBy, defaults, own }: Reading,
): AsyncGenerator<ShardRow> {
  const names = shardNames(dir, table);
  if (names.length === 0) return;
  const connection = await instance.connect();
  try {
    const paths = `[${names.map((name) => quoteText(join(dir, name))).join(', ')}]`;
    const from = `read_parquet(${paths}, union_by_name = true, filename = true, file_row_number = true)`;
    const described = await connection
      .runAndReadAll(`select column_name, column_type from (describe select * from ${from})`)
      .catch((cause: unknown) => {
        throw unreadableShards(dir, names, cause);
      });
    const types = new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
    const file = join(dir, names[0] ?? '');
    const columns = [
      ...givenColumns(table).map((column) => selected(column, types, defaults, file)),
      ...own.map((column, place) => ownSelected(column, place, types, file)),
    ];
    const order = ['scene_id', ...orderBy, 'filename', 'file_row_number'].map(quoteName).join(', ');
    const result = await connection.stream(
      `select parse_filename(filename) as spq_file, file_row_number::double as spq_row, ${columns.join(', ')}
       from ${from} order by ${order}`,
    );
    for await (const rows of result.yieldRowObjectJs())
      for (const { spq_file: file, spq_row: row, ...values } of rows)
        yield { file: String(file), row: Number(row), sceneId: String(values.scene_id ?? ''), values };
  } finally {
    connection.closeSync();
  }
}

/** The columns of a shard: those that a source gives; every table names its scene. */
function givenColumns(table: Table): readonly Column[] {
  const given = table.columns.filter(({ origin }) => origin === 'given');
  if (given.some(({ name }) => name === 'scene_id')) return given;
  return [{ name: 'scene_id', type: 'VARCHAR', required: true, origin: 'given', about: 'scene' }, ...given];
}

/** One column of the SELECT, in the one type that its reader expects. */
function selected(
  { name, type, required }: Column,
  types: ReadonlyMap<string, string>,
  defaults: Defaults,
  file: string,
): string {
  const found = types.get(name);
  const otherwise = defaults[name];
  if (found === undefined) {
    if (required && otherwise === undefined)
      throw new RunError('SPQ509', `${file} has no column \`${name}\`.`, `It is needed, and of type ${type}.`);
    return `${otherwise ?? 'null'} as ${quoteName(name)}`;
  }
  if (!fits(found, type))
    throw new RunError('SPQ509', `${file}: column \`${name}\` is ${found}.`, `It should be ${type}.`);
  const value = `cast(${quoteName(name)} as ${readAs(type)})`;
  return `${otherwise === undefined ? value : `coalesce(${value}, ${otherwise})`} as ${quoteName(name)}`;
}

const ownTypes = { number: 'DOUBLE', text: 'VARCHAR', condition: 'BOOLEAN' } as const;
const ownWords = { number: 'numbers', text: 'texts', condition: 'truth values' } as const;

function ownSelected(
  { fact, column, holds }: OwnColumn,
  place: number,
  types: ReadonlyMap<string, string>,
  file: string,
): string {
  const found = types.get(column);
  const reads = `The fact \`${fact}\` of the recipe reads it.`;
  if (found === undefined) throw new RunError('SPQ509', `${file} has no column \`${column}\`.`, reads);
  const type = ownTypes[holds];
  if (!fits(found, type) && found !== '"NULL"')
    throw new RunError(
      'SPQ509',
      `${file}: column \`${column}\` is ${found}.`,
      `It should hold ${ownWords[holds]}. ${reads}`,
    );
  return `cast(${quoteName(column)} as ${readAs(type)}) as ${quoteName(ownValue(place))}`;
}

/** Whole numbers are read as doubles, so that 1.5 is refused and not rounded. */
function readAs(type: ColumnType): string {
  switch (type) {
    case 'VARCHAR':
      return 'varchar';
    case 'BOOLEAN':
      return 'boolean';
    case 'VARCHAR[]':
      return 'varchar[]';
    case 'DOUBLE[]':
    case 'INTEGER':
    case 'DOUBLE':
      return 'double';
    case 'DOUBLE[3]':
    case 'DOUBLE[4]':
    case 'DOUBLE[9]':
    case 'DOUBLE[16]':
      return 'double[]';
  }
}

/** A column of nothing but NULL has DuckDB's type "NULL", which fits everywhere. */
function fits(found: string, wanted: ColumnType): boolean {
  const isNumber = (type: string): boolean =>
    /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/.test(type);
  const element = found.replace(/\[\d*\]$/, '');
  switch (wanted) {
    case 'VARCHAR':
      return found === 'VARCHAR' || found.startsWith('ENUM') || found === '"NULL"';
    case 'BOOLEAN':
      return found === 'BOOLEAN';
    case 'INTEGER':
    case 'DOUBLE':
      return isNumber(found) || found === '"NULL"';
    case 'VARCHAR[]':
      return found === 'VARCHAR[]';
    case 'DOUBLE[]':
    case 'DOUBLE[3]':
    case 'DOUBLE[4]':
    case 'DOUBLE[9]':
    case 'DOUBLE[16]':
      return (element !== found && isNumber(element)) || found === '"NULL"';
  }
}

function unreadableShards(dir: string, names: readonly string[], cause: unknown): RunError {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  return new RunError(
    'SPQ509',
    `${join(dir, names.join(', '))} cannot be read as Parquet: ${reason}`,
    'Write the shard again.',
  );
}
