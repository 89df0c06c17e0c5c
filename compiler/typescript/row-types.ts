/** Tables of a store as interfaces: what a row is when it is read. */

import { fieldName } from './literal.js';
import { visible } from './template.js';

/** A table, as the runtime describes it; types are those of DuckDB, `DOUBLE[3]` is a list of three. */
export interface TableShape {
  /** Of the interface: `SceneRow`. */
  readonly name: string;
  readonly about: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly nullable: boolean;
    readonly about: string;
  }[];
}

export function rowInterface({ name, about, columns }: TableShape): string {
  const fields = columns.map((c) => {
    const type = `${typeOf(c.type)}${c.nullable ? ' | null' : ''}`;
    return `  ${docComment(c.about)}\n  readonly ${fieldName(c.name)}: ${type};\n`;
  });
  return `${docComment(about)}\nexport interface ${name} {\n${fields.join('')}}\n`;
}

/** Shown by editors where a field is used; the texts are the runtime's own. */
const docComment = (text: string): string => `/** ${visible(text.replaceAll('*/', '* /'))} */`;

/** @throws SPQ904 for a type that the store does not use */
function typeOf(type: string): string {
  const vector = /^(.*)\[(\d*)\]$/s.exec(type);
  if (vector) return listOf(vector[1] ?? '', vector[2] ?? '');
  const struct = /^STRUCT\((.*)\)$/s.exec(type);
  if (struct) return structOf(struct[1] ?? '');
  switch (type) {
    case 'VARCHAR':
      return 'string';
    case 'INTEGER':
    case 'DOUBLE':
      return 'number';
    case 'BIGINT':
    case 'UBIGINT':
      return 'bigint';
    case 'BOOLEAN':
      return 'boolean';
  }
  throw new Error(`SPQ904: a column of type ${type}`);
}

/** Lists without a length may hold NULLs where they hold numbers; vectors hold none. */
function listOf(member: string, length: string): string {
  if (length !== '' && Number(length) <= 4)
    return `readonly [${Array.from({ length: Number(length) }, () => typeOf(member)).join(', ')}]`;
  const nullable = member === 'DOUBLE' && length === '';
  if (member.startsWith('STRUCT')) return `readonly ${typeOf(member)}[]`;
  return nullable ? `readonly (${typeOf(member)} | null)[]` : `readonly ${typeOf(member)}[]`;
}

/** Fields may be unknown one by one. */
function structOf(fields: string): string {
  const members = [...fields.matchAll(/\s*"?(\w+)"? ([^,]+)(?:,|$)/g)].map(
    ([, name = '', type = '']) => `readonly ${fieldName(name)}: ${typeOf(type)} | null`,
  );
  return `{ ${members.join('; ')} }`;
}
