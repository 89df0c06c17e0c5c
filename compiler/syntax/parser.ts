/**
 * The one parser instance and its messages: chevrotain's errors become ours,
 * in the words a user types.
 */
import {
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  type TokenType,
  tokenLabel,
} from 'chevrotain';
import { SpqParser } from '../../grammar/parser.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Origin, spanOfToken } from './concrete.js';
import { unexpected } from './errors.js';
import { hintFor, together } from './expectations.js';

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

export function fromRecognition(error: IRecognitionException, origin: Origin, text: string): Diagnostic {
  return notExpected(error.token, error.message.split(separator), origin, text);
}

/**
 * @param text in which the token stands: where it ends is where the end is found
 * @param clause the word with which the clause or declaration begins
 */
export function notExpected(
  found: IToken,
  expected: readonly string[],
  origin: Origin,
  text: string,
  clause = '',
): Diagnostic {
  const atEnd = Number.isNaN(found.startOffset) || found.tokenType.name === 'EOF';
  const end = origin.offset + text.length;
  const span = atEnd ? { file: origin.file, start: end, end } : spanOfToken(found, origin);
  const image = `\`${found.image}\``;
  // What is found may be expected there, with something else behind it.
  const others = together(expected.filter((label) => label !== image));
  return unexpected(
    { found: atEnd ? 'the end' : image, expected: others, hint: hintFor(found, expected, clause) },
    span,
  );
}

/** What the parser expected where it found something else. */
export const expectedBy = (error: IRecognitionException): readonly string[] =>
  error.name === 'NotAllInputParsedException' ? [] : error.message.split(separator);
