/** `docs/library.md`: one entry per fact, relation and function, from what defines it. */
import { facts } from '../../compiler/std/facts.js';
import { functions } from '../../compiler/std/functions.js';
import type { Provision } from '../../compiler/std/operators.js';
import { show } from '../../compiler/types/type.js';
import { type Entry, givenBy, libraryEntries } from './library-entries.js';
import { provisionWords, table } from './tables.js';

export function libraryPage(): string {
  const entries = libraryEntries();
  const defined = entries.filter((e) => e.kind === 'fact');
  const relations = entries.filter((e) => e.kind === 'relation');
  return `${[
    head(entries),
    '## Relations',
    'Between two objects. In SQL each is a macro over two rows of `object_facts`: `left_of(a, b)`.',
    ...relations.map(relationEntry),
    '## Facts made of others',
    'In SQL each is a column of `object_facts`.',
    ...defined.map(factEntry),
    '## Facts that are measured',
    'Their formulas are in [semantics.md](semantics.md), section 2.',
    table(
      ['fact', 'of', 'type', 'words', 'needs', 'meaning'],
      facts.map((f) => [
        `\`${f.name}\``,
        f.of,
        show(f.type),
        f.words ? [f.words.more, f.words.less].flatMap((w) => (w ? [w.join(', ')] : [])).join('; ') : '',
        needsIn(f.needs),
        f.about,
      ]),
    ),
    '## Functions',
    'Their formulas are in [semantics.md](semantics.md), sections 3 and 9.',
    table(
      ['function', 'gives'],
      Object.entries(functions).map(([name, { about, takes }]) => [`\`${name}(${takes})\``, about]),
    ),
  ].join('\n\n')}\n`;
}

const head = (entries: readonly Entry[]): string => `# The standard library

<!-- Made by npm run docs, from compiler/std. Edit the definitions, not this page. -->

Every recipe may use what stands here. The ${entries.length} definitions of the first two parts are written in the language,
in [\`compiler/std/std.spq\`](../compiler/std/std.spq): you can copy one into a recipe under another name, and change it.

A word with several ordinary readings is true only where all of them are, false only where none is, and else unknown.
Comparisons have the margins of the recipe.`;

function relationEntry(e: Entry): string {
  const needs = `Needs ${needsIn(e.needs)}: ${givenBy(e.needs)}.`;
  return [`### ${e.written}`, `"${e.says ?? ''}"`, e.about, needs, formula(e)].join('\n\n');
}

function factEntry(e: Entry): string {
  const words = e.says ? ` Words: ${e.says}.` : '';
  const needs = `Needs ${needsIn(e.needs)}: ${givenBy(e.needs)}.`;
  return [`### ${e.written}`, `${capital(e.type ?? '')}.${words}`, e.about, needs, formula(e)].join('\n\n');
}

/** Not marked as a program: it is a part of one. */
const formula = (e: Entry): string => `\`\`\`\n${e.definition}\n\`\`\``;
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const needsIn = (needs: readonly Provision[]): string =>
  needs
    .filter((need) => need !== 'object' || needs.length === 1)
    .map((need) => provisionWords[need])
    .join(', ');
