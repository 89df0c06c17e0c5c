/** What is read of each column of a shard: in the one type that its reader expects, or refused with the file that has it otherwise. */
import { RunError } from '../../errors.js';
import { type Column, type ColumnType, quoteName, storeTables, type Table } from '../../facts/schema.js';

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

/** A column of `objects` that is made into others while it is read, and is not stored: `runtime/perceive/run-length.ts`. */
export const maskColumn: Column = {
  name: 'mask',
  type: 'VARCHAR',
  required: false,
  origin: 'given',
  about: 'the pixels of the object, as the counts of COCO run lengths of the size of the picture',
};

/** The columns of a shard: those that a source gives; every table names its scene. */
export function givenColumns(table: Table): readonly Column[] {
  const given = table.columns.filter(({ origin }) => origin === 'given');
  if (table === storeTables.objects) given.push(maskColumn);
  if (given.some(({ name }) => name === 'scene_id')) return given;
  return [{ name: 'scene_id', type: 'VARCHAR', required: true, origin: 'given', about: 'scene' }, ...given];
}

/** One column of the SELECT, in the one type that its reader expects. */
export function selected(
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

export function ownSelected(
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
