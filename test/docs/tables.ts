/** Tables of the language reference, from the data that the compiler reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { formatsOfType } from '../../compiler/check/check-text.js';
import { facts } from '../../compiler/std/facts.js';
import { functions, sectors } from '../../compiler/std/functions.js';
import { type Parameter, type Provision, type SourceOperator, sourceOperators } from '../../compiler/std/operators.js';
import { operatorsOf, perceptionOperators, type Role, roleNames, roles } from '../../compiler/std/perception.js';
import { wordsIn } from '../../compiler/std/words.js';
import { camera } from '../../compiler/types/frame.js';
import { entity, quantity, show, type Type, text } from '../../compiler/types/type.js';
import { type Dimension, units } from '../../compiler/types/unit.js';
import { keywordList } from '../../grammar/tokens.js';
import { libraryEntries } from './library-entries.js';

export const provisionWords: Readonly<Record<Provision, string>> = {
  object: 'objects',
  box3d: 'box',
  pixel: 'pixels',
  gravity: 'gravity',
  facing: 'facing',
  floor: 'floor',
  caption: 'caption',
  coverage: 'coverage',
  column: 'own columns',
};

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.map(code).join(' ');

function factTable(): string {
  const measured = facts.map((f) => {
    const of = f.of === 'pixel' ? 'p' : 'a';
    const needs = f.needs
      .filter((need) => need !== 'object' || f.needs.length === 1)
      .map((need) => provisionWords[need]);
    return [code(`${of}.${f.name}`), show(f.type), needs.join(', '), f.about];
  });
  const defined = libraryEntries()
    .filter((e) => e.kind === 'fact')
    .map((e) => [
      code(e.written),
      e.type ?? '',
      e.needs
        .filter((need) => need !== 'object')
        .map((need) => provisionWords[need])
        .join(', '),
      firstSentence(e.about),
    ]);
  return table(['fact', 'type', 'needs', 'meaning'], [...measured, ...defined]);
}

function relationTable(): string {
  const rows = libraryEntries()
    .filter((e) => e.kind === 'relation')
    .map((e) => [code(e.name), firstSentence(e.about)]);
  return table(['relation', 'true where'], rows);
}

const firstSentence = (about: string): string => /^.*?[.:](?=\s|$)/.exec(about)?.[0].replace(/[.:]$/, '') ?? about;

function functionTable(): string {
  return table(
    ['function', 'gives'],
    Object.entries(functions).map(([name, { about, takes }]) => [code(`${name}(${takes})`), about]),
  );
}

function unitTable(): string {
  const dimensions: readonly Dimension[] = ['length', 'area', 'volume', 'angle', 'ratio', 'picture', 'count'];
  const names: Readonly<Partial<Record<Dimension, string>>> = { picture: 'picture position' };
  return table(
    ['dimension', 'units'],
    dimensions.map((d) => {
      const found = units.filter((u) => u.dimension === d).map((u) => u.name);
      return [names[d] ?? d, found.length > 0 ? codes(found) : 'none'];
    }),
  );
}

function enumerationTable(): string {
  const rows = Object.entries(sectors).map(([name, values]) => [code(name), values.map(code).join(', ')]);
  const [camera, viewer] = [wordsIn('camera'), wordsIn('viewer')];
  const seen = (all: readonly string[]): string => [17, 8, 5, 2, 0, 1].map((i) => code(all[i] ?? '')).join(', ');
  return table(
    ['enumeration', 'values'],
    [
      ...rows,
      [
        code('words'),
        `${camera.length} texts made of ${seen(camera)}; in a viewer's frame ${code(viewer[0] ?? '')} is forward`,
      ],
    ],
  );
}

function sourceTable(): string {
  const listed: readonly (readonly [string, SourceOperator])[] = Object.entries(sourceOperators);
  return table(
    ['source', 'arguments', 'gives', 'about'],
    listed.map(([name, { about, parameters, provides, providesWhen }]) => [
      code(name),
      parameters.map((p) => `${code(p.name)}${p.required ? '' : ', optional'}: ${p.about}`).join('; '),
      [
        provides.map((p) => provisionWords[p]).join(', '),
        ...providesWhen.map(
          (w) => `with ${code(`${w.parameter}: ${w.is}`)} also ${w.provides.map((p) => provisionWords[p]).join(', ')}`,
        ),
      ].join('; '),
      about,
    ]),
  );
}

function roleTable(): string {
  const given = (role: Role): string =>
    roles[role].provides.map((p) => provisionWords[p]).join(', ') || 'with points and gravity: box';
  return table(
    ['role', 'finds', 'needs', 'gives', 'operators'],
    roleNames.map((role) => [
      code(role),
      roles[role].about,
      codes(roles[role].reads),
      given(role),
      codes(operatorsOf(role)),
    ]),
  );
}

/** More arguments than this are a description of a model, which has a page of its own. */
const LISTED = 10;

const described = (parameters: readonly Parameter[]): string =>
  `${listed(parameters.filter(({ required }) => required))}; more: [perceive.md](perceive.md#any-other-model)`;

const listed = (parameters: readonly Parameter[]): string =>
  parameters
    .map(
      (p) =>
        `${code(p.name)}${p.required ? '' : ', optional'}: ${p.about}${p.type === 'text' && p.words ? `, ${codes(p.words)}` : ''}`,
    )
    .join('; ');

function operatorTable(): string {
  return table(
    ['operator', 'arguments', 'about', 'cost'],
    Object.entries(perceptionOperators).map(([name, { about, parameters, cost }]) => [
      code(name),
      parameters.length > LISTED ? described(parameters) : listed(parameters),
      about,
      String(cost),
    ]),
  );
}

const printed: Readonly<Record<string, Type>> = {
  'object, pixel': entity('object'),
  'set or order of things': { kind: 'list', entity: 'object' },
  category: entity('category'),
  'set of categories': { kind: 'list', entity: 'category' },
  'length without a sign': quantity('length', true, false),
  'signed length': quantity('length', true, true),
  count: quantity('count', false, false),
  'area, volume, angle, ratio': quantity('area', true, false),
  'word, text': text,
  'point, vector, `unit(v)`': { kind: 'point', frame: camera },
  'box in the picture, box in space': { kind: 'box' },
};

function holeTable(): string {
  const formats = (type: Type): readonly string[] =>
    formatsOfType(type).map((f) => (f === 'plain' ? 'none' : code(`:${f}`)));
  return table(
    ['value', 'formats'],
    Object.entries(printed).map(([name, type]) => [name, formats(type).join(', ')]),
  );
}

const groups: Readonly<Record<string, string>> = {
  1: 'Text that cannot be read',
  2: 'Names, and what they stand for',
  3: 'Types, and what would spoil a data set',
  4: 'Facts, sources and outputs',
};

/** Titles are those of the pages. */
function messageTable(): string {
  const folder = new URL('../../docs/errors/', import.meta.url);
  const titles = readdirSync(folder)
    .toSorted()
    .map((name) => /^# (SPQ\d{3}): (.*)$/m.exec(readFileSync(new URL(name, folder), 'utf8')) ?? []);
  const of = (group: string): string =>
    titles
      .flatMap(([, found = '', title = '']) =>
        found[3] === group ? [`[${found.slice(3)}](errors/${found}.md) ${title}`] : [],
      )
      .join(' · ');
  return table(
    ['about', 'messages'],
    Object.entries(groups).map(([group, about]) => [about, of(group)]),
  );
}

function keywordBlock(): string {
  const lines = [''];
  for (const word of keywordList) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

/** By the name that stands in the marker of the page. */
export const tables: Readonly<Record<string, () => string>> = {
  facts: factTable,
  relations: relationTable,
  functions: functionTable,
  units: unitTable,
  enumerations: enumerationTable,
  sources: sourceTable,
  roles: roleTable,
  operators: operatorTable,
  keywords: keywordBlock,
  holes: holeTable,
  messages: messageTable,
};
