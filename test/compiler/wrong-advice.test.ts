/** What a message advises: word for word, with one message for each mistake, and with nothing left where it is followed. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { compile } from '../../compiler/index.js';
import { sourceWords } from '../../runtime/sources/words.js';
import { library } from '../agreement/pipeline.js';
import { spq } from './marked-recipe.js';

type Advised = readonly [name: string, task: string, code: string, hint: string, mended?: string];

const recipe = (task: string): string =>
  `source r = rooms(1)\nfact bulk (a: object) = a.height + a.width\nlevel 1 "T" {\n  task t { ${task} }\n}\nemit jsonl("q")\n`;

const told = (text: string): readonly Diagnostic[] =>
  compile({ recipe: { file: 'advice.spq', text }, library, words: sourceWords, options: {} }).diagnostics;

const claims: readonly Advised[] = [
  [
    'a claim that does not say when it is true',
    'for objects {a, b} claim "{a} is left of {b}."',
    'SPQ215',
    'For instance `claim "…" when a left of b`.',
  ],
  [
    'two phrasings that do not',
    'for objects {a, b} claim "{a} is left of {b}." "{b} is right of {a}."',
    'SPQ101',
    'Say when it is true: `claim "…" when a left of b`.',
  ],
  [
    'a relation with one side',
    'for objects {a, b} claim "{a} {b}." when a left of b and right of b',
    'SPQ204',
    '`right of` stands between two things: write the first one again, `a right of b`.',
  ],
  [
    'words of a measure that has none',
    'for objects {a, b}, measure m in (height, bulk) ask "The {m:superlative}, {a} or {b}?" answer the x in {a, b} with greatest x.m choices a, b',
    'SPQ315',
    '`bulk` has no such words; a fact of your own has those that it is defined with: `says "tall", "taller", "tallest"`.',
  ],
  [
    'one statement to choose from',
    'for objects {a, b} ask "Which is true of {a} and {b}?" statements a left of b choices statements 4',
    'SPQ306',
    'List two or more behind `statements`.',
  ],
  [
    'fewer statements than options',
    'for objects {a, b} ask "Which is true of {a} and {b}?" statements a left of b, a above b choices statements 4',
    'SPQ306',
    'Write `choices statements 2`, or list more behind `statements`.',
  ],
];

const bindings: readonly Advised[] = [
  [
    'several things, bound as one',
    'for object a, b ask "How far is {a} from {b}?" answer distance(a, b)',
    'SPQ101',
    'Several are a set: `objects {a, b}`.',
    'for objects {a, b} ask "How far is {a} from {b}?" answer distance(a, b)',
  ],
  [
    'a comma too many',
    'for object a, category , c where a called c ask "How wide is {a}, a {c:plural}?" answer a.width',
    'SPQ101',
    'Leave it out.',
  ],
];

const values: readonly Advised[] = [
  [
    'a unit where the form of an answer stands',
    'for object a ask "How tall is {a}?" answer a.height as cm',
    'SPQ204',
    'How an answer is written is a text: `as "{a.height:cm}"`.',
  ],
  [
    'a fact as a function',
    'for object a ask "How wide is {a}?" answer width(a)',
    'SPQ203',
    'It is a fact of a thing: write `a.width`.',
    'for object a ask "How wide is {a}?" answer a.width',
  ],
  [
    'a fact of the recipe as a function',
    'for object a ask "How bulky is {a}?" answer bulk(a)',
    'SPQ203',
    'It is a fact of a thing: write `a.bulk`.',
    'for object a ask "How bulky is {a}?" answer a.bulk',
  ],
  [
    'a noun without quotes',
    'for object a where a.category = chair ask "How wide is {a}?" answer a.width',
    'SPQ201',
    'A noun is a text: `"chair"`.',
    'for object a where a.category = "chair" ask "How wide is {a}?" answer a.width',
  ],
  [
    'a noun of `called` without quotes',
    'for object a where a called chair ask "How wide is {a}?" answer a.width',
    'SPQ201',
    'A noun is a text: `"chair"`.',
    'for object a where a called "chair" ask "How wide is {a}?" answer a.width',
  ],
  [
    'a format without a share',
    'for object a formats choice ask "How wide is {a}?" answer a.width choices near a.width',
    'SPQ101',
    'Each has a share, as in `formats choice 100%`.',
  ],
  [
    'a semicolon between clauses',
    'for object a; ask "How wide is {a}?"; answer a.width',
    'SPQ103',
    'Lines need no end: leave it out.',
  ],
  [
    'a colon behind a clause',
    'for object a ask "How wide is {a}?" answer: a.width',
    'SPQ101',
    'Leave it out.',
    'for object a ask "How wide is {a}?" answer a.width',
  ],
];

/** The text after all fixes. */
function mendedOf(text: string): string {
  return told(text)
    .flatMap(({ fix }) => fix ?? [])
    .toSorted((x, y) => y.at.start - x.at.start)
    .reduce((so, { at, text: put }) => so.slice(0, at.start) + put + so.slice(at.end), text);
}

describe('advice', () => {
  for (const [name, task, code, hint, mended] of [...bindings, ...claims, ...values])
    it(`for ${name}`, () => {
      expect(told(recipe(task)).map((d) => [d.code, d.hint])).toEqual([[code, hint]]);
      if (mended === undefined) return;
      expect(mendedOf(recipe(task))).toBe(recipe(mended));
      expect(told(recipe(mended))).toEqual([]);
    });

  it('for a unit that is no name', () => {
    const wrong = recipe('for object a ask "{a}?" answer a.depth').replace(
      'a.height + a.width',
      'column("x", unit: %)',
    );
    expect(told(wrong).map(({ code, hint }) => [code, hint])).toEqual([['SPQ101', 'Write `"%"`.']]);
    expect(told(mendedOf(wrong)).filter(({ code }) => code !== 'SPQ401')).toEqual([]);
  });
});

const once: readonly (readonly [name: string, text: string, code: string])[] = [
  [
    'a way to name things that is none',
    `refer by colour\n${recipe('for object a ask "{a}?" answer a.height')}`,
    'SPQ210',
  ],
  [
    'names that differ in case',
    recipe('for object a let H = a.height let h = a.width ask "{a}?" answer h + H'),
    'SPQ202',
  ],
  ['a question that is missing', recipe('for object a answer a.height'), 'SPQ105'],
  ['nothing that is bound', recipe('ask "How tall is {a}?" answer a.height'), 'SPQ105'],
  ['nothing that is bound, and a number', recipe('ask "How many?" answer 3'), 'SPQ105'],
  [
    'a set that cannot be named',
    recipe('for objects {a, b} refer by position claim "{a} {b}." when a left of b and a nearer than b'),
    'SPQ316',
  ],
  [
    'choices that cannot be read, and are claimed',
    recipe('for object a ask "{a}?" answer a.width choices , near a.width claim "{a}: {option}" of choices'),
    'SPQ101',
  ],
  [
    'an argument that is none',
    'source r = rooms(cnt: 4)\nlevel 1 "T" { task t { for object a ask "{a}?" answer a.depth } }\nemit jsonl("q")',
    'SPQ207',
  ],
  [
    'an output in a level',
    'source r = rooms(1)\nlevel 1 "T" {\n  task t { for object a ask "{a}?" answer a.depth }\n  emit jsonl("q")\n}\n',
    'SPQ101',
  ],
  [
    'a text that is not closed, and the brace behind it',
    'source r = rooms(1)\nlevel 1 "T" {\ntask t { for object a ask "How tall is {a}? answer a.height }\n}\nemit jsonl("q")\n',
    'SPQ102',
  ],
  [
    'words of a relation that are claimed',
    'source r = rooms(1)\nrelation (a: object) close to (b: object) says "{a} is close" = distance(a, b) < 1 m\nlevel 1 "T" { task t { for objects {a, b} claim a close to b } }\nemit jsonl("q")',
    'SPQ215',
  ],
];

describe('one mistake is told once', () => {
  it.each(once)('%s', (_, text, code) => {
    expect(told(text).map((d) => d.code)).toEqual([code]);
  });

  it('a task that is used twice, where it is used again', () => {
    const tasks = { file: 'tasks.spq', text: 'level 1 "A" { task wide { for object a ask "{a}?" answer a.width } }' };
    const text = 'import "tasks.spq"\nsource r = rooms(1)\nlevel 1 "T" { use wide use wide }\nemit jsonl("q")';
    const read = (path: string) => (path === 'tasks.spq' ? tasks : undefined);
    const { diagnostics } = compile({ recipe: { file: 'twice.spq', text }, library, read, options: {} });
    expect(diagnostics.map(({ code, at }) => [code, at.file, at.start])).toEqual([
      ['SPQ202', 'twice.spq', text.lastIndexOf('wide')],
    ]);
  });

  it('and a second one is told, too', () => {
    spq`source r = rooms(1)
level 1 "T" {
  task one { for object a ask "{a}?" answer a.width + ${'}'}
  task two { for object a ask "{a}?" answer a.${'hieght'} }
}
emit jsonl("q")`.toReport('SPQ101', 'SPQ304');
  });
});
