/** Messages of finding what names stand for: SPQ2xx. */
import { define, type Fix } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/span.js';
import { meantBy } from '../diagnostics/suggest.js';

interface Unknown {
  readonly name: string;
  /** "Did you mean …?" or what exists. */
  readonly hint: string | undefined;
}
/** The word that was probably meant, in place of the unknown one. */
const meant = ({ hint }: { readonly hint: string | undefined }, at: Span): Fix | undefined => {
  const text = meantBy(hint);
  return text === undefined ? undefined : { at, text };
};
const unknown = (code: string, title: string, what: string) =>
  define<Unknown>({
    code,
    title,
    message: ({ name }) => `There is no ${what} \`${name}\`.`,
    hint: ({ hint }) => hint,
    fix: meant,
  });

export const unknownName = unknown('SPQ201', 'Unknown name', 'value named');
export const unknownFunction = unknown('SPQ203', 'Unknown function', 'function');
export const unknownRelation = unknown('SPQ204', 'Unknown relation', 'relation');
export const unknownSource = unknown('SPQ205', 'Unknown kind of source', 'source called');
export const unknownEmit = unknown('SPQ206', 'Unknown kind of output', 'output called');

export const unknownRole = unknown('SPQ240', 'Unknown role', 'role');
export const unknownOperator = unknown('SPQ241', 'Unknown operator', 'operator called');

export const wrongRole = define<{ operator: string; role: string; hint: string }>({
  code: 'SPQ242',
  title: 'Operator does not fit its role',
  message: ({ operator, role }) => `\`${operator}\` cannot give \`${role}\`.`,
  hint: ({ hint }) => hint,
});

export const missingRole = define<{ role: string; missing: readonly string[]; example: string }>({
  code: 'SPQ243',
  title: 'Role needs another one',
  message: ({ role, missing }) =>
    `\`${role}\` is found by ${missing.map((m) => `\`${m}\``).join(' and ')}, which nothing gives here.`,
  hint: ({ example }) => `For instance \`${example}\`.`,
});

export const notPerceivable = define<{
  name: string;
  source: string;
  operator: string | undefined;
  hint: string | undefined;
}>({
  code: 'SPQ244',
  title: 'Nothing to perceive',
  message: ({ source, operator }) =>
    operator === undefined
      ? `There is no source \`${source}\`.`
      : `The source \`${source}\` has facts of its own: of \`${operator}\` nothing is perceived.`,
  hint: ({ hint }) => hint,
  fix: meant,
});

export const alreadyDefined = define<{ name: string; what: string }>({
  code: 'SPQ202',
  title: 'Name is taken',
  message: ({ name, what }) => `${what} \`${name}\` is defined twice.`,
  hint: () => 'Give one of the two another name.',
});

/** A fact or relation that another file defines, or the standard library. */
export const definedElsewhere = define<{ name: string; what: 'Fact' | 'Relation'; file: string | undefined }>({
  code: 'SPQ202',
  title: 'Name is taken',
  message: ({ name, what, file }) =>
    file === undefined
      ? `${what} \`${name}\` is one of the standard library.`
      : `${what} \`${name}\` is defined in \`${file}\`, too.`,
  hint: ({ file }) =>
    file === undefined
      ? 'Give yours another name.'
      : 'What a file defines belongs to every recipe that imports it, named by `only` or not. Give one of the two another name.',
});

/** A fact that would be a second column of its name. */
export const columnTaken = define<{ name: string; whole: boolean }>({
  code: 'SPQ202',
  title: 'Name is taken',
  message: ({ name, whole }) =>
    whole
      ? `\`${name}\` ends as columns of whole units do in the view \`object_facts\`, where facts are columns.`
      : `The view \`object_facts\`, where facts are columns, has a column \`${name}\` already.`,
  hint: () => 'Give the fact another name.',
});

export const functionTaken = define<{ name: string }>({
  code: 'SPQ202',
  title: 'Name is taken',
  message: ({ name }) => `In SQL, where relations are macros, \`${name}\` is a function that is needed.`,
  hint: () => 'Give the relation another name, of two words perhaps.',
});

export const wrongArgument = define<{ callee: string; problem: string; hint: string | undefined }>({
  code: 'SPQ207',
  title: 'Argument does not fit',
  message: ({ callee, problem }) => `\`${callee}\`: ${problem}`,
  hint: ({ hint }) => hint,
  fix: meant,
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
  fix: meant,
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

export const unknownFact = unknown('SPQ214', 'Unknown fact', 'fact');

export const notHere = define<{ what: string; hint: string | undefined }>({
  code: 'SPQ215',
  title: 'Cannot stand here',
  message: ({ what }) => `${what} cannot stand here.`,
  hint: ({ hint }) => hint,
});

export const unreadableImport = define<{ path: string }>({
  code: 'SPQ216',
  title: 'File cannot be read',
  message: ({ path }) => `There is no file "${path}" to import.`,
  hint: () => 'Paths are relative to the file that imports. What the standard library defines needs no import.',
});

export const importCycle = define<{ files: readonly string[] }>({
  code: 'SPQ217',
  title: 'Files import each other',
  message: ({ files }) => `These files import each other: ${files.join(' -> ')}.`,
  hint: () => 'Move what both need to a third file.',
});

export const unknownImport = unknown('SPQ218', 'Unknown imported name', 'task or fact to import');

export const tooManyBodies = define<{ found: number; most: number }>({
  code: 'SPQ219',
  title: 'Too many combinations',
  message: ({ found, most }) => `What is bound here makes ${found} tasks of one; at most ${most} are allowed.`,
  hint: () => 'Bind fewer values, or write two tasks.',
});

export const saysNothing = define<{ relation: string }>({
  code: 'SPQ220',
  title: 'Relation has no words',
  message: ({ relation }) => `\`${relation}\` says nothing: it has no sentence to be claimed with.`,
  hint: () => 'Define it with `says "{a} is … {b}"`, or write the sentence.',
});

export const unusedImport = define<{ name: string }>({
  code: 'SPQ222',
  severity: 'warning',
  title: 'Imported and not used',
  message: ({ name }) => `\`${name}\` is imported by name, and no level uses it.`,
  hint: ({ name }) => `Write \`use ${name}\` in a level, or leave it out.`,
});

export const drawnSize = define<{ least: number }>({
  code: 'SPQ223',
  title: 'Drawn set is too small',
  message: ({ least }) =>
    `A drawn set has two members or more; this one may have ${least}, of which nothing can be compared or ordered.`,
  hint: () => 'Write `object a` for one thing.',
});

export const memberTwice = define<{ name: string }>({
  code: 'SPQ231',
  title: 'Member stands twice',
  message: ({ name }) => `\`${name}\` stands twice in this set: it would be compared with itself.`,
  hint: () => 'List each thing once.',
});

export const noHoles = define<{ text: string }>({
  code: 'SPQ232',
  title: 'Text without holes',
  message: ({ text }) => `"${text}" is a word, and is printed as it is: its braces are no holes.`,
  hint: () => 'What fills a hole stands in `as`: `answer d as "about {d}"`. Write `\\{` for a brace that is meant.',
});

export const unknownImportedTask = unknown('SPQ221', 'Unknown imported task', 'imported task');
