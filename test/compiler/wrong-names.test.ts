/** Names that mean nothing, or nothing here; most messages know what was meant. */
import { describe, it } from 'vitest';
import { type Marked, spq, task } from './marked-recipe.js';

/** With what was meant in their place, the recipe is right. */
const meant: readonly (readonly [name: string, code: string, recipe: Marked])[] = [
  ['a misspelt fact', 'SPQ304', task`for object a ask "{a}?" answer a.${'hieght'}`],
  ['a misspelt component', 'SPQ304', task`for object a claim "{a}." when a.position.${'rigth'} > 1 m`],
  ['a misspelt value', 'SPQ201', task`for objects {a, b} let gap_wide = gap(a, b) ask "{a} {b}?" answer ${'gap_wid'}`],
  ['a misspelt function', 'SPQ203', task`for objects {a, b} ask "{a} {b}?" answer ${'distanse'}(a, b)`],
  ['a misspelt relation', 'SPQ204', task`for objects {a, b} claim "{a} {b}." when a ${'left off'} b`],
  [
    'when misspelt so that it may be a relation',
    'SPQ204',
    task`for objects {a, b} claim "{a} {b}." ${'whn a taller than'} b`,
  ],
  ['a relation called of', 'SPQ204', task`for object a ask "{a}?" answer height ${'of'} a`],
  ['a unit written out', 'SPQ211', task`for object a where a.height > 2 ${'metres'} ask "{a}?" answer a.depth`],
  ['a unit in words of feet', 'SPQ211', task`for object a where a.height > 2 ${'feet'} ask "{a}?" answer a.depth`],
  ['a misspelt measure', 'SPQ214', task`for object a, measure m in (height, ${'widht'}) ask "{m} {a}?" answer a.m`],
  [
    'a misspelt relation to bind',
    'SPQ204',
    task`for objects {a, b}, relation r in (left of, ${'rigth of'}) claim a r b`,
  ],
  [
    'a misspelt frame',
    'SPQ210',
    task`for objects {a, b}, frame f in (camera, ${'word'}) ask "{a} {b} {f}?" answer words(b.position from f)`,
  ],
  ['a misspelt way to refer', 'SPQ210', task`for object a refer by ${'catgory'}, box ask "{a}?" answer a.depth`],
  ['a misspelt per', 'SPQ210', task`for object a take 2 per ${'scen'} ask "{a}?" answer a.depth`],
  ['a misspelt format of questions', 'SPQ210', task`for object a formats ${'opn'} 100% ask "{a}?" answer a.depth`],
  [
    'a misspelt source',
    'SPQ205',
    spq`source r = ${'roms'}(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'a misspelt argument of a source',
    'SPQ207',
    spq`source r = rooms(1, ${'sed'}: 3) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'a misspelt output',
    'SPQ206',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit ${'jsnl'}("q")`,
  ],
  [
    'a misspelt system of units',
    'SPQ210',
    spq`source r = rooms(1) units ${'imperal'} 20% level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'a misspelt part of a split',
    'SPQ210',
    spq`source r = rooms(1) split ${'trian'} 90% level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
];

const others: readonly (readonly [name: string, code: string, recipe: Marked])[] = [
  ['a name that nothing binds', 'SPQ201', task`for object a ask "{a} {${'zebra'}}?" answer a.depth`],
  [
    'a value used before it is defined',
    'SPQ201',
    task`for object a let x = ${'later'} + 1 m, later = a.depth ask "{a}?" answer x`,
  ],
  [
    'a thing picked further down',
    'SPQ201',
    task`for object a let d = ${'n'}.depth let n = the other object x where x called "chair" with least distance(x, a) ask "{a}?" answer d`,
  ],
  ['an option outside of a claim of choices', 'SPQ201', task`for object a ask "{a} {${'option'}}?" answer a.depth`],
  ['one name for two things', 'SPQ202', task`for objects {a, ${'a'}} ask "{a}?" answer a.depth`],
  ['a let that takes the name of a thing', 'SPQ202', task`for object a let ${'a'} = 2 m ask "{a}?" answer a.depth`],
  [
    'a fact called as one of the language',
    'SPQ202',
    spq`fact ${'height'} (a: object) = a.depth source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'a relation called as one of the library',
    'SPQ202',
    spq`relation (a: object) ${'left'} of (b: object) = a.depth < b.depth source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'a count inside of a fact',
    'SPQ215',
    spq`fact n (a: object) = ${'count(object x where x called "chair")'} source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.n } } emit jsonl("q")`,
  ],
  [
    'any over the scene inside of a relation',
    'SPQ215',
    spq`relation (a: object) seen with (b: object) = ${'any(object x where x called "chair")'} source r = rooms(1) level 1 "T" { task t { for objects {a, b} claim "{a} {b}." when a seen with b } } emit jsonl("q")`,
  ],
  [
    'a choice from the scene that has no name',
    'SPQ215',
    task`for object a ask "{a}?" answer ${'the object x where x called "chair" with least x.depth'}`,
  ],
  [
    'a claim of a relation without words',
    'SPQ220',
    spq`relation (a: object) beats (b: object) = a.height > b.height source r = rooms(1) level 1 "T" { task t { for objects {a, b} claim ${'a beats b'} } } emit jsonl("q")`,
  ],
  [
    'a word of the language in a relation',
    'SPQ101',
    spq`relation (a: object) seen ${'by'} (b: object) = a.depth < b.depth source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'too many combinations',
    'SPQ219',
    spq`source r = rooms(1) level 1 "T" { task ${'t'} { for objects {a, b}, count j in 1..10, count k in 1..10 claim "{a} {b} {j} {k}." when a.height > j * k * b.height } } emit jsonl("q")`,
  ],
  [
    'a drawn set of one',
    'SPQ223',
    task`for objects ${'{xs: 1..3}'} ask "{xs:list}?" answer the x in xs with least x.depth`,
  ],
  [
    'a drawn set of many',
    'SPQ321',
    task`for objects {${'xs'}: 3..7} ask "{xs:list}?" answer the x in xs with least x.depth`,
  ],
  [
    'a file that is not there',
    'SPQ216',
    spq`import ${'"nowhere.spq"'} source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'an imported task that nobody has',
    'SPQ221',
    spq`source r = rooms(1) level 1 "T" { use ${'height'} task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'splits over the whole',
    'SPQ213',
    spq`source r = rooms(1) ${'split train 90%, test 20%'} level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'a mix of a level that is not there',
    'SPQ210',
    spq`source r = rooms(1) mix level 1 50%, ${'level 3 50%'} level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
];

describe('a wrong name is told', () => {
  it.each(meant)('%s, and mended', (_, code, recipe) => {
    recipe.toReport(code);
    recipe.toBeRightWhenFixed();
  });

  it.each(others)('%s', (_, code, recipe) => recipe.toReport(code));
});
