/** What cannot be read: one slip, one message, and what is right around it is checked all the same. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.js';
import { library } from '../agreement/pipeline.js';
import { type Marked, spq, task } from './marked-recipe.js';

/** Slips with a fix that is certain: applied, the recipe is right. */
const fixable: readonly (readonly [name: string, recipe: Marked])[] = [
  [
    'a misspelt clause',
    task`for object a
    ask "{a}?"
    ${'anwser'} a.height`,
  ],
  [
    'a misspelt first clause',
    task`${'fro'} object a
    ask "{a}?"
    answer a.height`,
  ],
  [
    'a clause with a letter too many',
    task`for object a
    ${'asks'} "{a}?"
    answer a.height`,
  ],
  [
    'a misspelt clause on one line with others',
    task`for object a ask "{a}?" ${'anser'} a.height choices near a.height`,
  ],
  ['a misspelt word inside of a claim', task`for objects {a, b} claim "{a} or {b}." ${'whn'} a.height > b.height`],
  ['if where when is meant', task`for objects {a, b} claim "{a} or {b}." ${'if'} a.height > b.height`],
  [
    'than where then is meant',
    task`for object a ask "{a}?" answer if a.depth > 2 m ${'than'} "x" else "y" choices "x", "y"`,
  ],
  ['a missing comma between names', task`for objects {a ${'b'}} ask "{a} {b}?" answer distance(a, b)`],
  ['a missing comma between arguments', task`for objects {a, b} ask "{a} {b}?" answer distance(a ${'b'})`],
  [
    'a missing comma between options',
    task`for object a ask "{a}?" answer if a.depth > 2 m then "x" else "y" choices "x" ${'"y"'}`,
  ],
  ['a missing comma between binders', task`for object a ${'object'} b ask "{a} {b}?" answer distance(a, b)`],
  ['a missing bracket', task`for objects {a, b} ask "{a} {b}?" answer distance(a, b ${'take'} 2 per scene`],
  ['a missing brace', task`for objects {a, b ${'ask'} "{a} {b}?" answer distance(a, b)`],
  ['a bracket too many', task`for object a ask "{a}?" answer a.height${')'}`],
  ['a colon before the equals sign', task`for object a let h ${':'}= a.height ask "{a}?" answer h`],
  ['two equals signs', task`for object a where a.category =${'='} "chair" ask "{a}?" answer a.height`],
  ['names of a set without braces', task`for objects a, b ${'ask'} "{a} {b}?" answer distance(a, b)`],
  ['for each', task`for ${'each'} object a ask "{a}?" answer a.height`],
  ['single quotes', task`for object a ask ${"'"}How tall is {a}?' answer a.height`],
  ['curly quotes', task`for object a ask ${'“'}How tall is {a}?” answer a.height`],
  ['and of another language', task`for object a where a.height > 1 m ${'&&'} a.width > 1 m ask "{a}?" answer a.depth`],
  ['less or equal as one sign', task`for object a where exactly a.height ${'≤'} 1 m ask "{a}?" answer a.depth`],
  [
    'a comment of another language',
    task`for object a ${'#'} each
    ask "{a}?" answer a.height`,
  ],
  ['a semicolon', task`for object a${';'} ask "{a}?" answer a.height`],
  [
    'a misspelt level',
    spq`source r = rooms(1)
${'levl'} 1 "T" { task t { for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
  [
    'a misspelt task',
    spq`source r = rooms(1)
level 1 "T" { ${'taks'} t { for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
  [
    'a misspelt declaration',
    spq`${'sorce'} r = rooms(1)
level 1 "T" { task t { for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
];

/** Slips of which nobody can say what was meant. */
const others: readonly (readonly [name: string, recipe: Marked])[] = [
  ['a word of the language as a name', task`for object ${'count'} ask "{count}?" answer count.height`],
  [
    'a clause word as a name',
    task`for object a let ${'weight'} = a.volume where weight > 1 l ask "{a}?" answer weight`,
  ],
  ['a word of the language in a set', task`for objects {a, ${'near'}} ask "{a} {near}?" answer distance(a, near)`],
  ['an expression that ends too early', task`for object a where a.height > ${'ask'} "{a}?" answer a.depth`],
  ['a let without a name', task`for objects {a, b} let distance${'('}a, b) ask "{a} {b}?" answer d`],
  ['a number in words', task`for object a take ${'two'} per scene ask "{a}?" answer a.depth`],
  ['an if without else', task`for object a ask "{a}?" answer if a.depth > 2 m then "x" ${'choices'} "x", "y"`],
  [
    'a task that is not closed',
    spq`source r = rooms(1)
level 1 "T" {
  task t { for object a ask "{a}?" answer a.depth
  ${'task'} u { for object a ask "{a}?" answer a.depth }
}
emit jsonl("q")`,
  ],
  [
    'a task that is not opened',
    spq`source r = rooms(1)
level 1 "T" {
  task t ${'for'} object a ask "{a}?" answer a.depth }
  task u { for object a ask "{a}?" answer a.depth }
}
emit jsonl("q")`,
  ],
  [
    'a level that is not closed',
    spq`source r = rooms(1)
level 1 "T" {
  task t { for object a ask "{a}?" answer a.depth }
${'emit'} jsonl("q")`,
  ],
  [
    'a level without a number',
    spq`source r = rooms(1)
level ${'"T"'} { task t { for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
  [
    'a level without a title',
    spq`source r = rooms(1)
level 1 ${'{'} task t { for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
  [
    'a task without a name',
    spq`source r = rooms(1)
level 1 "T" { task ${'{'} for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
  [
    'a brace too many',
    spq`source r = rooms(1)
level 1 "T" { task t { for object a ask "{a}?" answer a.depth } }
${'}'}
emit jsonl("q")`,
  ],
  [
    'a task outside of a level',
    spq`source r = rooms(1)
${'task'} t { for object a ask "{a}?" answer a.depth }
task u { for object a ask "{a}?" answer a.depth }
emit jsonl("q")`,
  ],
  [
    'a clause outside of a task',
    spq`source r = rooms(1)
level 1 "T" {
  ${'refer'} by box
  task t { for object a ask "{a}?" answer a.depth }
}
emit jsonl("q")`,
  ],
  [
    'a clause outside of everything',
    spq`source r = rooms(1)
${'where'} a.depth > 1 m
level 1 "T" { task t { for object a ask "{a}?" answer a.depth } }
emit jsonl("q")`,
  ],
  [
    'a broken definition, whose name is known all the same',
    spq`source r = rooms(1)
fact reach (a: object) = a.depth *
${'fact'} twice (a: object) = 2 * a.reach
level 1 "T" { task t { for object a ask "{a}?" answer a.reach } }
emit jsonl("q")`,
  ],
];

describe('a slip is told once', () => {
  it.each(fixable)('%s, and mended', (_, recipe) => {
    expect(codes(recipe).every((code) => /^SPQ10[13]$/.test(code))).toBe(true);
    recipe.toReport(...codes(recipe).slice(0, 1));
    recipe.toBeRightWhenFixed();
  });

  it.each(others)('%s', (_, recipe) => recipe.toReport('SPQ101'));

  it('and further mistakes are found in the same run', () => {
    spq`source r = rooms(1)
level 1 "T" {
  task t {
    for     objects {a ${'b'}}
    ask     "{a} {b}?"
    ${'anwser'}  distance(a, b)
  }
  task u {
    for     object a
    let     h = a.${'heigth'}
    ask     ${'"{a}?'}
    answer  h
  }
  task v {
    for     object a
    ask     "{a}?"
    answer  a.${'widht'}
  }
}
emit jsonl("q")`.toReport('SPQ101', 'SPQ101', 'SPQ304', 'SPQ102', 'SPQ304');
  });
});

function codes({ text }: Marked): readonly string[] {
  return compile({ recipe: { file: 'wrong.spq', text }, library, options: {} }).diagnostics.map((d) => d.code);
}
