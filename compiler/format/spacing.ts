/** How far apart two neighbours of one line stand: nothing, or one space. What is a matter of taste stays as written. */
import type { Item } from './items.js';
import { closes, endsOperand, opens } from './token-roles.js';
import { operators } from './words.js';

const known = new Set('= != < <= > >= + - * / ( ) { } [ ] , : . .. %'.split(' '));
/** Words that are called, as functions are. */
const called = new Set(['count', 'any', 'all']);

/**
 * What stands between the token at `index` and the one before it.
 *
 * @param tokens all tokens of a statement, without comments
 * @param namesInParentheses true in the head of `for` and `relation`, where a parenthesis holds names and is no call
 */
export function gap(tokens: readonly Item[], index: number, namesInParentheses: boolean): '' | ' ' {
  const left = tokens[index - 1];
  const right = tokens[index];
  if (left === undefined || right === undefined) return '';
  if (opens(left) || closes(right) || left.text === '.') return '';
  if (right.kind === 'symbol' && [',', '.', ':'].includes(right.text)) return '';
  if (right.text === '%') return left.kind === 'number' ? '' : ' ';
  if (left.text === '..') return isBareRange(tokens, index - 1) ? '' : ' ';
  if (right.text === '..') return isBareRange(tokens, index) ? '' : ' ';
  if (left.text === '-') return endsOperand(tokens, index - 2) ? ' ' : '';
  if (opens(right) && right.text !== '{') return beforeBracket(tokens, index, namesInParentheses);
  const strange = [left, right].some(({ kind, text }) => kind === 'symbol' && !known.has(text));
  return strange ? asWritten(right) : ' ';
}

const asWritten = ({ apart }: Item): '' | ' ' => (apart ? ' ' : '');

/** `2..4` holds together, `20 cm .. 20 m` does not. */
function isBareRange(tokens: readonly Item[], at: number): boolean {
  const unit = tokens[at + 2];
  const isBare = unit === undefined || !(unit.kind === 'name' || unit.text === '%' || unit.text === 'in');
  return tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.kind === 'number' && isBare;
}

function beforeBracket(tokens: readonly Item[], index: number, namesInParentheses: boolean): '' | ' ' {
  const left = tokens[index - 1];
  const right = tokens[index];
  if (left === undefined || right === undefined) return '';
  const isName = left.kind === 'name' || left.kind === 'keyword';
  if (!isName) return closes(left) ? asWritten(right) : ' ';
  if (namesInParentheses || index === 1) return ' ';
  if (tokens[index - 2]?.text === '.') return asWritten(right);
  if (operators.has(left.text)) return ' ';
  return called.has(left.text) ? '' : asWritten(right);
}
