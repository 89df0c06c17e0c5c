/** Messages of reading text: SPQ1xx. */
import { define } from '../diagnostics/diagnostic.js';

export const unexpected = define<{ found: string; expected: readonly string[]; hint: string | undefined }>({
  code: 'SPQ101',
  title: 'Unexpected text',
  message: ({ found, expected }) => `Found ${found}; expected ${list(expected)}.`,
  hint: ({ hint }) => hint,
});

export const unclosedText = define<{ opened: string }>({
  code: 'SPQ102',
  title: 'Text is not closed',
  message: ({ opened }) => `This text begins with a quote and the line ends before another one: ${opened}`,
  hint: () => 'Close it with `"`. Write `\\"` for a quote inside a text; further strings are further phrasings.',
});

export const unknownCharacter = define<{ characters: string; hint?: string | undefined }>({
  code: 'SPQ103',
  title: 'Unknown character',
  message: ({ characters }) => `\`${characters}\` has no meaning here.`,
  hint: ({ hint }) => hint,
});

export const brokenHole = define<{ reason: string }>({
  code: 'SPQ104',
  title: 'Hole cannot be read',
  message: ({ reason }) => `The braces of a text hold a value, and perhaps a format: \`{d:cm}\`. ${reason}`,
  hint: () => 'Write `\\{` for a brace that is part of the text.',
});

export const missingClause = define<{ task: string; clause: string }>({
  code: 'SPQ105',
  title: 'Clause is missing',
  message: ({ task, clause }) => `Task \`${task}\` has no ${clause}.`,
  hint: () => 'A task binds entities with `for`, and asks with `ask` and `answer`, or with `claim … when …`.',
});

export const repeatedClause = define<{ clause: string }>({
  code: 'SPQ106',
  title: 'Clause stands twice',
  message: ({ clause }) => `\`${clause}\` can be given once here.`,
});

export const badWholeNumber = define<{ text: string; clause: string; least: number }>({
  code: 'SPQ107',
  title: 'A whole number is needed',
  message: ({ text, clause, least }) =>
    `\`${clause}\` needs a whole number from ${least} to 2147483647; found ${text}.`,
});

/** `problem`: what is wrong with a range of numbers, as a sentence without its subject. */
export const badNumbers = define<{ text: string; problem: string }>({
  code: 'SPQ107',
  title: 'A whole number is needed',
  message: ({ text, problem }) => `\`${text}\` ${problem}.`,
  hint: () => 'Few whole numbers are needed, the least first, as in `2..4`.',
});

export const tooDeep = define<{ most: number | undefined }>({
  code: 'SPQ108',
  title: 'Nested too deeply',
  message: ({ most }) => `This is nested deeper than ${most === undefined ? 'can be read' : `${most} levels`}.`,
  hint: () => 'Give parts of it names with `let`.',
});

function list(words: readonly string[]): string {
  const shown = words.slice(0, 8);
  const rest = words.length > shown.length ? ', …' : '';
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}${rest}`;
}
