/** Productions as text, in the usual notation: `"let" binding ("," binding)*`. For those who cannot see the picture. */
import type { Production } from './production.js';

export function notationOf(production: Production): string {
  switch (production.kind) {
    case 'token':
      return production.exact ? `"${production.text}"` : production.text.toUpperCase();
    case 'rule':
      return production.name;
    case 'sequence':
      return production.of.map((part) => (part.kind === 'choice' ? inParentheses(part) : notationOf(part))).join(' ');
    case 'choice':
      return production.of.map(notationOf).join(' | ');
    case 'optional':
      return production.of.kind === 'repeat' && production.of.separator === undefined
        ? `${inParentheses(production.of.of)}*`
        : `${inParentheses(production.of)}?`;
    case 'repeat':
      return repeatNotation(production.of, production.separator);
  }
}

function repeatNotation(of: Production, separator: Production | undefined): string {
  const once = inParentheses(of);
  return separator === undefined ? `${once}+` : `${once} (${notationOf(separator)} ${once})*`;
}

function inParentheses(production: Production): string {
  const isSingle = production.kind === 'token' || production.kind === 'rule';
  return isSingle ? notationOf(production) : `(${notationOf(production)})`;
}
