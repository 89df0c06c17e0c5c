/**
 * The one parser instance and its messages: chevrotain's errors become ours,
 * in the words a user types, with a table of common slips.
 */
import {
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  type TokenType,
  tokenLabel,
} from 'chevrotain';
import { SpqParser } from '../../grammar/parser.js';
import { keywordList } from '../../grammar/tokens.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { type Origin, spanOfToken } from './concrete.js';
import { unexpected } from './errors.js';
import { clauseWords } from './starts.js';

/** The provider's answer is a string; what we need of it is the list of expected tokens. */
const separator = '\u0000';
const encode = (labels: readonly string[]): string => [...new Set(labels)].join(separator);

const messages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => encode([labelOf(expected)]),
  buildNotAllInputParsedMessage: () => encode(['a declaration', 'the end of the file']),
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => encode(firsts(expectedPathsPerAlt.flat())),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => encode(firsts(expectedIterationPaths)),
};

const labelOf = (type: TokenType): string => (type.name === 'EOF' ? 'the end of the file' : tokenLabel(type));

function firsts(paths: readonly TokenType[][]): readonly string[] {
  return paths.flatMap((path) => (path[0] ? [labelOf(path[0])] : []));
}

export const parser = new SpqParser(messages);

/** What people write by habit, and what spq says instead. */
const slips: Readonly<Record<string, string>> = {
  '==': 'Write `=`.',
  '&': 'Write `and`.',
  '|': 'Write `or`.',
  '!': 'Write `not`.',
  question: 'A question is written with `ask`.',
  when: 'A condition on tuples is written with `where`; `when` belongs to `claim`.',
  if: 'A condition on tuples is written with `where`; `if` is a value: `if c then a else b`.',
  choice: 'Write `choices`.',
};

export function fromRecognition(error: IRecognitionException, origin: Origin, text: string): Diagnostic {
  return notExpected(error.token, error.message.split(separator), origin, text);
}

/** @param text in which the token stands: where it ends is where the end is found */
export function notExpected(found: IToken, expected: readonly string[], origin: Origin, text: string): Diagnostic {
  const atEnd = Number.isNaN(found.startOffset) || found.tokenType.name === 'EOF';
  const end = origin.offset + text.length;
  const span = atEnd ? { file: origin.file, start: end, end } : spanOfToken(found, origin);
  const image = `\`${found.image}\``;
  // What is found may be expected there, with something else behind it.
  const others = expected.filter((label) => label !== image);
  return unexpected({ found: atEnd ? 'the end' : image, expected: others, hint: hint(found, expected) }, span);
}

/** What the parser expected where it found something else. */
export const expectedBy = (error: IRecognitionException): readonly string[] =>
  error.name === 'NotAllInputParsedException' ? [] : error.message.split(separator);

function hint(found: IToken, expected: readonly string[]): string | undefined {
  const slip = slips[found.image];
  if (slip) return slip;
  if (found.image === 'in' && expected.includes('`in`'))
    return '`in` compares with a range, as in `d in 1 m .. 2 m`. A unit is the format of a hole, as in `{d:cm}`.';
  if (expected.length === 1 && expected[0] === '`about`')
    return 'What is equal is compared by `=`, what is measured by `is about`.';
  const clause = clauseWords.includes(found.tokenType);
  if (keywordList.includes(found.image) && !clause && expected.includes('a name'))
    return `\`${found.image}\` is a word of the language; take another name.`;
  const words = expected.map((label) => label.replaceAll('`', ''));
  const near = found.image
    ? suggest(
        found.image,
        words.filter((word) => keywordList.includes(word)),
      )
    : undefined;
  return near && near !== found.image ? `Did you mean \`${near}\`?` : undefined;
}
