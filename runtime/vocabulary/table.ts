/**
 * The vocabulary tables are texts, one line per label, that one can read through like a word list:
 *
 *   label   one of it, with its article   several (-: nothing to count)   broader   same   also   front
 *
 * `a`, `an` before the noun: countable. `some`, `a pair of`, …: not; and where there is a form for several, the
 * noun is one for several only: some stairs, a pair of scissors.
 * `-` is none; for the front: a thing of this label may or may not have one.
 */
import type { VocabularyRow } from '../facts/rows.js';

const COLUMNS = ['label', 'one', 'several', 'broader', 'same', 'also', 'front'] as const;
const COUNTED = ['a', 'an'];
const UNCOUNTED = ['some', 'a pair of'];

/** @throws where the text is no such table: a slip of ours, found by the first test that loads it */
export function readTable(text: string): readonly VocabularyRow[] {
  const [head = '', ...lines] = text.trim().split('\n');
  if (cells(head).join() !== COLUMNS.join()) throw new Error(`A vocabulary table begins with ${COLUMNS.join(' | ')}`);
  return lines.map(readLine);
}

function readLine(line: string): VocabularyRow {
  const [label, one, several, broader, same, also, front, ...more] = cells(line);
  if (label === undefined || one === undefined || several === undefined || front === undefined || more.length > 0)
    throw new Error(`A line of a vocabulary table has ${COLUMNS.length} cells; found: ${line}`);
  const article = [...UNCOUNTED, ...COUNTED].find((words) => one.startsWith(`${words} `));
  if (article === undefined) throw new Error(`One of a thing begins with an article; found: ${line}`);
  const singular = one.slice(article.length + 1);
  const countable = COUNTED.includes(article);
  if (countable && several === '-') throw new Error(`A countable noun has a form for several; found: ${line}`);
  if (!countable && several !== '-' && several !== singular)
    throw new Error(`What is not counted has one form; found: ${line}`);
  return Object.freeze({
    label,
    singular,
    plural: several === '-' ? singular : several,
    article,
    verb: countable || several === '-' ? 'is' : 'are',
    countable,
    broader: broader === undefined || broader === '-' ? null : broader,
    same: list(same),
    also: list(also),
    hasFront: readFront(front, line),
  });
}

const cells = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim());

function list(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '-' ? [] : cell.split(',').map((label) => label.trim());
}

function readFront(cell: string, line: string): VocabularyRow['hasFront'] {
  if (cell === 'one' || cell === 'several' || cell === 'none') return cell;
  if (cell === '-') return null;
  throw new Error(`A front is one, several, none or -; found: ${line}`);
}
