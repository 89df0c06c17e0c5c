/** Tasks that would make a data set worse, or ask nothing at all: each message stands at its exact place, once. */
import { describe, it } from 'vitest';
import { type Marked, spq, task } from './marked-recipe.js';

type Case = readonly [name: string, code: string, recipe: Marked];

const fixable: readonly Case[] = [
  ['an order that means nothing', 'SPQ326', task`for objects ${'(a, b)'} ask "{a} {b}?" answer distance(a, b)`],
  [
    'an order that means nothing, of three',
    'SPQ326',
    task`for objects ${'(a, b, c)'} ask "{a} {b} {c}?" answer the x in {a, b, c} with least x.depth choices a, b, c`,
  ],
  [
    'a claim that is the same both ways',
    'SPQ326',
    task`for objects ${'(a, b)'} claim "{a} and {b} are near to each other." when distance(a, b) < 2 m`,
  ],
  [
    'a thing related to itself',
    'SPQ310',
    task`for object a ask "{a}?" answer count(object x where x called "chair" and ${'distance(x, a)'} < 2 m)`,
  ],
  [
    'a length in a text',
    'SPQ308',
    task`for objects {a, b} claim "{a} is within ${'2 m'} of {b}." when distance(a, b) < 2 m`,
  ],
  ['a phrasing twice', 'SPQ309', task`for object a ask "{a}?" ${'"{a}?"'} answer a.depth`],
];

const types: readonly Case[] = [
  [
    'components of two frames',
    'SPQ302',
    task`for objects {a, b} claim "{a} {b}." when a.position.up > ${'(b.position from world).up'}`,
  ],
  [
    'a sum over two frames',
    'SPQ302',
    task`for objects (a, b) let v = b.position from a ask "{a} {b}?" answer v.right + ${'b.position.right'}`,
  ],
  [
    'an angle between two frames',
    'SPQ302',
    task`for objects {a, b} ask "{a} {b}?" answer angle(a.position, ${'b.position from world'})`,
  ],
  ['a length plus an angle', 'SPQ301', task`for object a ask "{a}?" answer ${'a.height + 3 deg'}`],
  ['a count compared with a length', 'SPQ301', task`for object a where a.height > ${'2'} ask "{a}?" answer a.depth`],
  ['the height of a pixel', 'SPQ304', task`for pixel p ask "{p}?" answer p.${'height'}`],
  ['a thing where a number is needed', 'SPQ305', task`for objects {a, b} claim "{a} {b}." when ${'a'} > b`],
  ['a number where a condition is needed', 'SPQ317', task`for object a where ${'a.height'} ask "{a}?" answer a.depth`],
  [
    'the category of a choice',
    'SPQ319',
    task`for objects {a, b} ask "{a} {b}?" answer (${'the x in {a, b} with least x.depth'}).height`,
  ],
  [
    'choices of two kinds',
    'SPQ306',
    task`for objects {a, b} ask "{a} {b}?" answer the x in {a, b} with least x.depth ${'choices a, "b"'}`,
  ],
  [
    'a choice that is left out',
    'SPQ306',
    task`for objects {a, b, c} ask "{a} {b} {c}?" answer the x in {a, b, c} with least x.depth ${'choices a, b'}`,
  ],
  [
    'claims of choices without choices',
    'SPQ306',
    task`for object a ask "{a}?" answer a.depth ${'claim "{a} is {option}." of choices'}`,
  ],
  [
    'answers of several kinds',
    'SPQ329',
    task`for object a, measure m in (height, volume) ask "{m} {a}?" answer ${'a.m'}`,
  ],
  [
    'a question that prints its answer',
    'SPQ323',
    task`for object a ask "{a} is {${'a.height'}} tall. How tall is it?" answer a.height`,
  ],
];

const certain: readonly Case[] = [
  [
    'guards that exclude each other',
    'SPQ331',
    task`for object a where a.height > 2 m where ${'a.height < 1 m'} ask "{a}?" answer a.depth`,
  ],
  [
    'guards that exclude each other by the margin',
    'SPQ331',
    task`for object a where a.height > 2 m and ${'a.height < 210 cm'} ask "{a}?" answer a.depth`,
  ],
  [
    'a range whose ends are the wrong way round',
    'SPQ331',
    task`for object a where ${'a.height in 3 m .. 1 m'} ask "{a}?" answer a.depth`,
  ],
  [
    'a range inside of its margins',
    'SPQ331',
    task`for object a where ${'a.height in 1 m .. 105 cm'} ask "{a}?" answer a.depth`,
  ],
  [
    'a count below nothing',
    'SPQ331',
    task`for object a, category c in vocabulary let n = count(other object x where x called c) where ${'n < 0'} ask "{a} {c}?" answer n`,
  ],
  ['a length below nothing', 'SPQ331', task`for object a where ${'a.height < 0 m'} ask "{a}?" answer a.depth`],
  [
    'two sides at once',
    'SPQ331',
    task`for objects (a, b) let s = side(b.position from a) where s = left where ${'s = right'} ask "{a} {b}?" answer distance(a, b)`,
  ],
  [
    'left and right at once',
    'SPQ331',
    task`for objects {a, b} where a left of b and ${'a right of b'} ask "{a} {b}?" answer distance(a, b)`,
  ],
  [
    'a sum beyond what its parts can be',
    'SPQ331',
    task`for object a where a.height < 1 m where a.width < 1 m where ${'a.height + a.width > 3 m'} ask "{a}?" answer a.depth`,
  ],
  [
    'a claim that its guard decides',
    'SPQ332',
    task`for objects {a, b} let d = distance(a, b) where d > 2 m claim "{a} {b}." when ${'d > 1 m'}`,
  ],
  [
    'a claim that its guard denies',
    'SPQ332',
    task`for objects {a, b} where a taller than b claim "{a} {b}." when ${'b taller than a'}`,
  ],
  ['a claim about itself', 'SPQ332', task`for objects {a, b} claim "{a} {b}." when ${'a.height < a.height'}`],
  [
    'an angle that is never that large',
    'SPQ332',
    task`for objects {a, b} claim "{a} {b}." when ${'angle(axis(a), axis(b)) < 120 deg'}`,
  ],
  [
    'more than the whole',
    'SPQ332',
    task`for objects {a, b} claim "{a} {b}." when ${'overlap(footprint(a), footprint(b)) > 120%'}`,
  ],
  [
    'a question of yes or no with one answer',
    'SPQ332',
    task`for object a where a.height > 1 m ask "Is {a} tall?" answer ${'a.height > 50 cm'}`,
  ],
  [
    'a count that its guards leave one value',
    'SPQ333',
    task`for object a, category c in vocabulary let n = count(other object x where x called c) where n > 1 and n < 3 ask "{a} {c}?" answer ${'n'}`,
  ],
  [
    'a winner that the guards make',
    'SPQ333',
    task`for objects {a, b} where a.height > b.height ask "{a} {b}?" answer ${'the x in {a, b} with greatest x.height'} choices a, b`,
  ],
  [
    'a branch behind a wider one',
    'SPQ334',
    task`for object a ask "{a}?" answer if a.depth < 4 m then "near" else if a.depth < 2 m then ${'"close"'} else "far" choices "near", "close", "far"`,
  ],
  [
    'a step that is never said',
    'SPQ334',
    task`for object a where a.height > 1 m ask "{a}?" answer a.depth reason "It is small." when ${'a.height < 50 cm'}`,
  ],
  [
    'a claim that is certain for one of the numbers',
    'SPQ332',
    task`for object a, count k in 0..3 take 1 per scene claim "{a} {k}." when ${'count(other object x where x called "chair") >= k'}`,
  ],
];

const sampling: readonly Case[] = [
  ['take twice', 'SPQ320', task`for object a take 2 per scene ${'take 3 per scene'} ask "{a}?" answer a.depth`],
  [
    'take per task twice',
    'SPQ320',
    task`for object a take 2 per task take 3 per scene ${'take 3 per task'} ask "{a}?" answer a.depth`,
  ],
  [
    'a format that the task has not',
    'SPQ328',
    task`for object a formats open 50%, ${'claim'} 50% ask "{a}?" answer a.depth`,
  ],
  [
    'no format left',
    'SPQ325',
    spq`source r = rooms(1) formats claim 100% level 1 "T" { task ${'t'} { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  ['a weight that nothing weighs', 'SPQ327', task`for object a ${'weight 3'} ask "{a}?" answer a.depth`],
  [
    'one answer for all questions of a scene',
    'SPQ330',
    task`for object a ask "{a}?" answer ${'count(object x where x called "chair")'}`,
  ],
];

/** What looks alike, and is right. */
const right: readonly (readonly [name: string, recipe: Marked])[] = [
  ['an order that means something', task`for objects (a, b) ask "{a} {b}?" answer side(b.position from a)`],
  ['take per scene and per task', task`for object a take 2 per scene take 20 per task ask "{a}?" answer a.depth`],
  [
    'a guard that leaves room on both sides',
    task`for objects {a, b} let d = distance(a, b) where d > 1 m claim "{a} {b}." when d > 2 m`,
  ],
  [
    'guards that just leave something',
    task`for object a where a.height > 1 m and a.height < 150 cm ask "{a}?" answer a.depth`,
  ],
  [
    'a guard that leaves some bodies out',
    task`for objects {a, b}, count j in 1..3, count k in 1..3 where j < k claim "{a} {b} {j} {k}." when a.height > j * b.height and a.height < k * b.height + 3 m`,
  ],
  [
    'exactly, without a margin',
    task`for object a where exactly a.height > 1 m and exactly a.height < 105 cm ask "{a}?" answer a.depth`,
  ],
];

describe('a task that spoils a data set is told', () => {
  it.each(fixable)('%s, and mended', (_, code, recipe) => {
    recipe.toReport(code);
    recipe.toBeRightWhenFixed();
  });

  it.each([...types, ...certain, ...sampling])('%s', (_, code, recipe) => recipe.toReport(code));

  it.each(right)('not %s', (_, recipe) => recipe.toReport());
});
