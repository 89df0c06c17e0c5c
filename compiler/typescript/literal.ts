/**
 * A part of a plan as an expression of TypeScript, field by field: whatever fields a part has, all of them are written.
 * Texts of several lines and long ones are templates; what is short stands on one line.
 */
import { sqlLayout } from './sql-layout.js';
import { sqlLiteral, stringLiteral, templateLiteral } from './template.js';

const WIDTH = 100;

/**
 * Lines after the first are indented by two more per level; those of templates stand as they are.
 *
 * @param value plain JSON, whose fields may also be undefined: such are left out
 */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const list = Array.isArray(value);
  const deeper = `${indent}  `;
  const written = list
    ? value.map((member: unknown) => literal(member, deeper))
    : Object.entries(value).flatMap(([name, member]: readonly [string, unknown]) =>
        member === undefined ? [] : [`${fieldName(name)}: ${literal(member, deeper)}`],
      );
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  if (written.length === 0) return `${open}${close}`;
  const flat = list ? `[${written.join(', ')}]` : `{ ${written.join(', ')} }`;
  if (!flat.includes('\n') && indent.length + flat.length <= WIDTH) return flat;
  return `${open}\n${written.map((text) => `${deeper}${text},\n`).join('')}${indent}${close}`;
}

export const fieldName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : stringLiteral(name));

/** Queries of a plan begin so; no other text of it has such a second line. */
const query = /^(?:with \S+ as \(\n|create or replace )/;

function textLiteral(text: string): string {
  if (query.test(text)) return sqlLiteral(sqlLayout(text));
  return text.includes('\n') ? templateLiteral(text) : stringLiteral(text);
}
