/** What a token does where it stands: opens a bracket, closes one, ends a value. */
import type { Item } from './items.js';
import { naming, unfinished } from './words.js';

export const opens = ({ kind, text }: Item): boolean => kind === 'symbol' && /^[({[]$/.test(text);
export const closes = ({ kind, text }: Item): boolean => kind === 'symbol' && /^[)}\]]$/.test(text);

/** Words behind which the names of such a list begin. */
const introducing = new Set(['only', 'except']);

/**
 * Can the token at `index` end a value? Behind it a minus subtracts, and the next statement may begin.
 * The first word of a statement cannot.
 */
export function endsOperand(tokens: readonly Item[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token === undefined || before === undefined) return false;
  // Behind a dot, every word is a name; behind a number, `in` is the inch.
  if (before.text === '.' || (before.kind === 'number' && token.text === 'in')) return true;
  if (token.kind === 'symbol') return closes(token) || token.text === '%';
  if (token.kind === 'text' || token.kind === 'number') return true;
  const isListed = naming.has(tokens[0]?.text ?? '') && (before.text === ',' || before.kind === 'keyword');
  return isListed ? !introducing.has(token.text) : !unfinished.has(token.text);
}
