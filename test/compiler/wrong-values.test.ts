/** Values that are compared with what they cannot be, and names that are taken elsewhere: the hint says what to write instead. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.js';
import { compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';

const files: Readonly<Record<string, string>> = {
  'sizes.spq': `fact bulk (a: object) = a.height + a.width
relation (a: object) dwarfing (b: object) says "{a} dwarfs {b}" = a.bulk > b.bulk
level 1 "S" { task height { for object a ask "{a}?" answer a.height } }`,
};

/** What is told of a recipe about rooms. */
function told(text: string): readonly Diagnostic[] {
  const recipe = { file: 'test.spq', text: `source r = rooms(1)\n${text}\nemit jsonl("q")` };
  const read = (path: string) => (files[path] === undefined ? undefined : { file: path, text: files[path] });
  return compile({ recipe, library, read, options: {} }).diagnostics;
}

const inTask = (lines: string): readonly Diagnostic[] => told(`level 1 "T" { task t {\n${lines}\n} }`);
const hintOf = (lines: string): readonly (string | undefined)[] => inTask(lines).map(({ hint }) => hint);

const task = (name: string): string => `level 1 "T" { use height task t { for objects {a, b} claim a ${name} b } }`;

describe('values that are compared', () => {
  it('as a word of an enumeration that has none such: one is shown', () => {
    const facing = (word: string) => hintOf(`for object a claim "{a} faces left." when facing8(a.facing) = ${word}`);
    expect(facing('left')).toEqual(['Write one of its words, as in `"to the left"`.']);
    expect(facing('"towards left"')).toEqual(['Write one of its words, as in `"away from the camera"`.']);
    expect(facing('"to the left"')).toEqual([]);
  });

  it('as things: what they are picked by is compared', () => {
    const lines = (where: string): string =>
      `for objects {a, b, c}\n let v = the x in {a, b, c} with least x.depth\n where ${where}\n ask "{a}, {b} or {c}?" answer v`;
    for (const where of ['v = a', 'v != a', 'a = b'])
      expect(hintOf(lines(where))[0]).toContain('`all(x in {b, c}, a.depth < x.depth)` for `a` being the nearest');
    expect(hintOf(lines('v is a'))).toEqual(['What is equal is compared by `=`, what is measured by `is about`.']);
    expect(inTask(lines('all(x in {b, c}, a.depth < x.depth)')).map(({ code }) => code)).not.toContain('SPQ305');
  });
});

describe('statements of one choice', () => {
  const two = (statements: string): readonly string[] =>
    inTask(
      `for objects {a, b, c} ask "Which is right of {a}, {b} and {c}?" statements ${statements} choices statements 2`,
    ).flatMap(({ code, message }) => (code === 'SPQ306' ? [message] : []));

  it('never speak of the same pair and axis', () => {
    const same = 'speak of the same pair and the same axis: one tells of the other.';
    expect(two('a left of b, b left of a')).toEqual([`\`a left of b\` and \`b left of a\` ${same}`]);
    expect(two('a left of c, a taller than b, b larger than a')).toEqual([
      `\`a taller than b\` and \`b larger than a\` ${same}`,
    ]);
    expect(two('a next to b, b far off a')).toHaveLength(1);
    expect(two('a left of b, a left of c, b taller than a')).toEqual([]);
  });
});

describe('definitions of another file', () => {
  it('belong to the whole recipe, named by `only` or not', () => {
    expect(told(`import "sizes.spq" only height\n${task('dwarfing')}`)).toEqual([]);
  });

  it('take their names: the message says where', () => {
    const facts = told(`import "sizes.spq" only height\nfact bulk (a: object) = a.height\n${task('dwarfing')}`);
    expect(facts.map(({ code, message }) => [code, message])).toEqual([
      ['SPQ202', 'Fact `bulk` is defined in `sizes.spq`, too.'],
    ]);
    expect(facts[0]?.also.map(({ at }) => at.file)).toEqual(['sizes.spq']);
    const again = 'relation (a: object) dwarfing (b: object) says "{a} dwarfs {b}" = a.height > b.height';
    expect(told(`import "sizes.spq" only height\n${again}\n${task('dwarfing')}`).map(({ message }) => message)).toEqual(
      ['Relation `dwarfing` is defined in `sizes.spq`, too.'],
    );
  });

  it('of the library take theirs', () => {
    const defined = (text: string) =>
      told(`${text}\nlevel 1 "T" { task t { for object a ask "{a}?" answer a.depth } }`);
    expect(defined('fact longer_side (a: object) = a.height').map(({ message }) => message)).toEqual([
      'Fact `longer_side` is one of the standard library.',
    ]);
    expect(
      defined('fact f (a: object) = a.height\nfact F (a: object) = a.width').map(({ message }) => message),
    ).toEqual(['Fact `F` is defined twice.']);
  });
});

describe('numbers near an answer', () => {
  it('are none where some would be impossible: a share is at most all', () => {
    const near = (answer: string) =>
      inTask(`for objects {a, b} let s = ${answer} ask "{a} {b}?" answer s choices near s`).map(({ code }) => code);
    expect(near('overlap(footprint(a), footprint(b))')).toEqual(['SPQ306']);
    expect(near('a.volume / b.volume')).toEqual([]);
  });
});
