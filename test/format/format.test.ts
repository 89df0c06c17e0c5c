/** The formatter: what it makes of a ragged recipe, that it changes nothing but space, and that our own texts are as it wants. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, laidOut } from '../../compiler/format/format.js';
import { type Item, itemsOf } from '../../compiler/format/items.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function formatted(text: string): string {
  const made = format({ file: 'test.spq', text });
  if (made.kind === 'unreadable') throw new Error(made.diagnostics.map(({ message }) => message).join('\n'));
  return made.text;
}

/** Lays out tokens alone, whether or not the parser knows them. */
function laidOutText(text: string): string {
  return laidOut(items(text));
}

function items(text: string): readonly Item[] {
  const found = itemsOf(text);
  if (found === undefined) throw new Error(`not all of it is tokens: ${text}`);
  return found;
}

const recipesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.spq'))
    .map((name) => join(folder, name));
const recipes = ['recipes', 'compiler/std'].flatMap(recipesIn);
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const ragged = `

/// What it is for.


// The rooms.
source rooms=rooms( count:20 ,seed : 7 )// so many
seed 7
  margin length 10cm or 10%,angle 15deg    //   strict



units metric,imperial 20%
relation(a:object) clearly taller than(b:object) says "{a} is clearly taller than {b}"=
a.height>b.height by 30% and
      not(a . width < -b.width)
level 2 "Relations"{// all of them

// First.
task taller "Which is taller"{for objects {a,b}
let winner=the x in {a,b} with greatest x.height , gap = a.height-b.height
where a.height in 20cm..2 m and a.depth<20 in-3 in // near ones
ask "Which is taller, {a} or {b}?" "Is {a} or {b} taller?"
   // Further ones.
   "Which one?"
take 4 per scene answer winner

choices a,b claim "{a} is taller." "{a} is higher." when a clearly taller than b
claim "{a} is not taller." when not (a clearly taller than b)}// end
task two{for object a ask "How tall is {a}?" answer a.height
  // The last word.
}

}
emit parquet("q"),
jsonl("x.jsonl")
// Bye.`;

const tidy = `/// What it is for.

// The rooms.
source rooms = rooms(count: 20, seed: 7)       // so many
seed    7
margin  length 10 cm or 10%, angle 15 deg      //   strict

units   metric, imperial 20%
relation (a: object) clearly taller than (b: object) says "{a} is clearly taller than {b}" =
  a.height > b.height by 30% and
  not (a.width < -b.width)

level 2 "Relations" {                          // all of them
  // First.
  task taller "Which is taller" {
    for     objects {a, b}
    let     winner = the x in {a, b} with greatest x.height, gap = a.height - b.height
    where   a.height in 20 cm .. 2 m and a.depth < 20 in - 3 in // near ones
    ask     "Which is taller, {a} or {b}?"
            "Is {a} or {b} taller?"
            // Further ones.
            "Which one?"
    take    4 per scene
    answer  winner

    choices a, b
    claim   "{a} is taller."
            "{a} is higher."
            when a clearly taller than b
    claim   "{a} is not taller." when not (a clearly taller than b)
  }                                            // end

  task two {
    for     object a
    ask     "How tall is {a}?"
    answer  a.height
    // The last word.
  }
}

emit    parquet("q"),
        jsonl("x.jsonl")
// Bye.
`;

describe('what it makes', () => {
  it('of a ragged recipe', () => {
    expect(formatted(ragged)).toBe(tidy);
  });

  it('leaves a tidy one as it is', () => {
    const text = formatted(ragged);
    expect(formatted(text)).toBe(text);
  });

  it('aligns comments of neighbouring lines behind the longest', () => {
    const text = `level 2 "x" {\n  task t {\n    for     object a // one\n    where   a.height > 1 m and a.width > 2 m and a.depth < 3 m // two\n\n    answer  a.height // three\n  }\n}\n`;
    const lines = laidOutText(text).split('\n');
    expect(lines[2]?.indexOf('//')).toBe(63);
    expect(lines[3]?.indexOf('//')).toBe(63);
    expect(lines[5]?.indexOf('//')).toBe(47);
  });

  it('keeps short blocks of used tasks in their line', () => {
    expect(formatted('level 1 "x" {task t{}}')).toBe('level 1 "x" {\n  task t {}\n}\n');
    expect(formatted('')).toBe('');
    expect(formatted('\n\n// alone')).toBe('// alone\n');
  });

  it('knows the words of the language where they are names', () => {
    const text =
      'import "a.spq" only per, relation seed 7 refer by category, relation level 1 "x" { use from, per task relation {} }';
    expect(formatted(text)).toBe(
      [
        'import "a.spq" only per, relation',
        'seed    7',
        'refer   by category, relation',
        '',
        'level 1 "x" {',
        '  use from, per',
        '',
        '  task relation {}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('keeps the line ends of the first line', () => {
    expect(formatted('seed 7\r\nunits metric\n')).toBe('seed    7\r\nunits   metric\r\n');
  });

  it('leaves a text that cannot be read, and says why', () => {
    const made = format({ file: 'x.spq', text: 'seed   7\ntask {\n' });
    expect(made.kind === 'unreadable' && made.diagnostics.map(({ code }) => code)).toContain('SPQ101');
    expect(format({ file: 'x.spq', text: 'level 1 "x' }).kind).toBe('unreadable');
    expect(format({ file: 'x.spq', text: 'seed 7 ?' }).kind).toBe('unreadable');
    // A clause that is missing hides no statement.
    expect(formatted('level 1 "x" { task t { for object a } }')).toContain('    for     object a\n');
  });
});

describe('our own texts', () => {
  it.each(recipes)('%s is laid out', (path) => {
    expect(laidOutText(textOf(path))).toBe(textOf(path));
  });

  it('the guides are, too', () => {
    const fence = /^```spq ok(?: tasks)?\n(.*?)^```$/gms;
    const blocks = ['README.md', 'ARCHITECTURE.md', 'docs/language.md'].flatMap((path) =>
      [...textOf(path).matchAll(fence)].map(([, block = '']) => block),
    );
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) expect(laidOutText(block)).toBe(block);
  });
});

const parts = ({ kind, text }: Item): string => `${kind} ${text}`;
const whole = fc.constantFrom(...recipes, ...recipesIn('test/agreement'));

describe('laws', () => {
  /** What may stand between two tokens: space that holds line breaks or none, and comments. */
  const gap = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(' ', '  ', '\t ') },
    { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '\n   \n\n\t') },
    { weight: 1, arbitrary: fc.constantFrom(' // c\n', '\n// d\n', '\n\n/// e \n\n', '//f\n  // g\n') },
  );

  it('keeps every token and comment, and is done after one time', () => {
    fc.assert(
      fc.property(whole, fc.array(gap, { minLength: 40, maxLength: 90 }), (path, gaps) => {
        const torn = items(textOf(path))
          .filter(({ kind }) => kind !== 'comment')
          .map((item, at) => item.text + (gaps[at % gaps.length] ?? ' '))
          .join('');
        const once = laidOutText(torn);
        expect(items(once).map(parts)).toEqual(items(torn).map(parts));
        expect(laidOutText(once)).toBe(once);
      }),
      { numRuns: 30 },
    );
  });

  it('does not see how wide space was', () => {
    fc.assert(
      fc.property(whole, fc.array(fc.nat({ max: 9 }), { minLength: 40, maxLength: 90 }), (path, widths) => {
        const stretched = items(textOf(path)).reduce((made, { breaks, apart, text }, at) => {
          const space = ' '.repeat(apart ? 1 + (widths[at % widths.length] ?? 0) : 0);
          return made + '\n'.repeat(breaks) + space + text;
        }, '');
        expect(laidOutText(stretched)).toBe(laidOutText(textOf(path)));
      }),
      { numRuns: 20 },
    );
  });

  it('lays out whatever tokens come, and nothing is lost', () => {
    const words = [...new Set(recipes.flatMap((path) => items(textOf(path)).map(({ text }) => text)))];
    const word = fc.constantFrom(...words.filter((text) => !text.startsWith('//')));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 40 }), (row) => {
        const text = row.map((pair) => pair.join('')).join('');
        const once = laidOutText(text);
        // Without a grammar `2 .5` may be written; nothing of the language is.
        fc.pre(!/\d \.\s*\d|\.\s*\.|[<>!] =|\/ \//.test(once));
        expect(items(once).map(parts)).toEqual(items(text).map(parts));
        expect(laidOutText(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('is quick with many comments and long statements', () => {
    const comments = '//\n'.repeat(60_000);
    expect(laidOutText(comments)).toBe(comments);
    const sum = `level 1 "x" {\n  task t {\n    where   ${Array.from({ length: 15_000 }, () => '(a.b)').join('\n + ')}\n  }\n}\n`;
    expect(items(laidOutText(sum)).length).toBe(items(sum).length);
  });
});
