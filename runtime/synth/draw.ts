/** Draws of the runtime (docs/semantics.md, section 5): for what is no tuple of a task. */
import { createHash } from 'node:crypto';

export const lengthPrefixed = (fields: readonly string[]): string =>
  fields.map((field) => `${Buffer.byteLength(field, 'utf8')}:${field}`).join('');

/** The top 16 bits of a draw. */
export const placeOfDraw = (fields: string): number =>
  Number.parseInt(createHash('md5').update(fields, 'utf8').digest('hex').slice(0, 4), 16);

/** SQL for the draw of a text of length-prefixed fields: a whole number below 2^52. */
export const drawOf = (fields: string): string => `cast('0x' || substr(md5(${fields}), 1, 13) as bigint)`;

/** SQL for one field of a column's text. */
export const fieldOf = (column: string): string => `strlen(${column}) || ':' || ${column}`;
