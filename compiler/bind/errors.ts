/** Messages of finding what names stand for: SPQ2xx. */
import { define } from '../diagnostics/diagnostic.js';

interface Unknown {
  readonly name: string;
  /** "Did you mean …?" or what exists. */
  readonly hint: string | undefined;
}
const unknown = (code: string, title: string, what: string) =>
  define<Unknown>({ code, title, message: ({ name }) => `There is no ${what} \`${name}\`.`, hint: ({ hint }) => hint });

export const unknownName = unknown('SPQ201', 'Unknown name', 'value named');
export const unknownFunction = unknown('SPQ203', 'Unknown function', 'function');
export const unknownRelation = unknown('SPQ204', 'Unknown relation', 'relation');
export const unknownSource = unknown('SPQ205', 'Unknown kind of source', 'source called');
export const unknownEmit = unknown('SPQ206', 'Unknown kind of output', 'output called');

export const alreadyDefined = define<{ name: string; what: string }>({
  code: 'SPQ202',
  title: 'Name is taken',
  message: ({ name, what }) => `${what} \`${name}\` is defined twice.`,
  hint: () => 'Give one of the two another name.',
});

export const wrongArgument = define<{ callee: string; problem: string; hint: string | undefined }>({
  code: 'SPQ207',
  title: 'Argument does not fit',
  message: ({ callee, problem }) => `\`${callee}\`: ${problem}`,
  hint: ({ hint }) => hint,
});

export const unusedLet = define<{ name: string }>({
  code: 'SPQ208',
  title: 'Value is never used',
  message: ({ name }) => `\`let ${name}\` is computed, and nothing uses it.`,
  hint: ({ name }) => `Use \`${name}\`, or delete the line.`,
});

export const neverMentioned = define<{ name: string; phrasing: string }>({
  code: 'SPQ209',
  title: 'Entity is not mentioned',
  message: ({ name, phrasing }) =>
    `\`${name}\` is bound by \`for\`, and the phrasing "${phrasing}" does not name it: a reader could not know which one is meant.`,
  hint: ({ name }) => `Write \`{${name}}\` in it.`,
});

export const unknownSetting = define<{ word: string; clause: string; hint: string | undefined }>({
  code: 'SPQ210',
  title: 'Setting has no such word',
  message: ({ word, clause }) => `\`${word}\` means nothing in \`${clause}\`.`,
  hint: ({ hint }) => hint,
});

export const unknownUnit = unknown('SPQ211', 'Unknown unit', 'unit');

export const notAnEntity = define<{ name: string; needed: string }>({
  code: 'SPQ212',
  title: 'An entity is needed',
  message: ({ name, needed }) => `\`${name}\` is not ${needed}.`,
});

export const shareOverWhole = define<{ percent: number }>({
  code: 'SPQ213',
  title: 'Shares exceed 100 %',
  message: ({ percent }) => `These shares add up to ${percent} %.`,
});
