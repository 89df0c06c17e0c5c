/** What ruins a data set is an error: its code, at its exact place, once. */
import { describe, it } from 'vitest';
import { type Marked, spq } from './marked-recipe.js';

const cases: readonly (readonly [name: string, code: string, recipe: Marked])[] = [
  [
    'an unknown fact',
    'SPQ304',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "How tall is {a}?" answer a.${'hieght'} } } emit jsonl("q")`,
  ],
  [
    'an unknown name',
    'SPQ201',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "How tall is {a}?" answer ${'b'}.height } } emit jsonl("q")`,
  ],
  [
    'an unknown function',
    'SPQ203',
    spq`source r = rooms(1) level 1 "T" { task t { for objects {a, b} ask "{a} {b}?" answer ${'distanse'}(a, b) } } emit jsonl("q")`,
  ],
  [
    'an unknown unit',
    'SPQ211',
    spq`source r = rooms(1) level 1 "T" { task t { for object a where a.height < 2 ${'metres'} ask "{a}?" answer a.height } } emit jsonl("q")`,
  ],
  [
    'metres compared with degrees',
    'SPQ301',
    spq`source r = rooms(1) level 1 "T" { task t { for object a where a.height < ${'20 deg'} ask "{a}?" answer a.height } } emit jsonl("q")`,
  ],
  [
    'two frames in one difference',
    'SPQ302',
    spq`source r = rooms(1) level 1 "T" { task t { for objects (a, b) let v = a.position - (${'b.position from world'}) ask "{a} {b}?" answer side(v) } } emit jsonl("q")`,
  ],
  [
    'exactly about as large',
    'SPQ305',
    spq`source r = rooms(1) level 1 "T" { task t { for objects {a, b} claim "{a} is as tall as {b}." when exactly ${'a.height is about b.height'} } } emit jsonl("q")`,
  ],
  [
    'equality of lengths',
    'SPQ303',
    spq`source r = rooms(1) level 1 "T" { task t { for objects {a, b} claim "{a} is as tall as {b}." when ${'a.height = b.height'} } } emit jsonl("q")`,
  ],
  [
    'heights from a source without gravity',
    'SPQ401',
    spq`source k = kitti("data") level 1 "T" { task t { for object a ask "How tall is {a}?" answer ${'a.height'} } } emit jsonl("q")`,
  ],
  [
    'a let that nothing uses',
    'SPQ208',
    spq`source r = rooms(1) level 1 "T" { task t { for object a let ${'h'} = a.height ask "{a}?" answer a.width } } emit jsonl("q")`,
  ],
  [
    'an entity that a phrasing leaves out',
    'SPQ209',
    spq`source r = rooms(1) level 1 "T" { task t { for objects {a, b} ask ${'"How far is {a}?"'} answer distance(a, b) } } emit jsonl("q")`,
  ],
  [
    'a reference that gives the answer away',
    'SPQ316',
    spq`source r = rooms(1) level 1 "T" { task t { for objects {${'a'}, b} refer a by position claim "{a} is left of {b}." when a.position.right < b.position.right and a.depth < b.depth } } emit jsonl("q")`,
  ],
  [
    'choices that leave an answer out',
    'SPQ306',
    spq`source r = rooms(1) level 1 "T" { task t { for objects (a, b) ask "{a} {b}?" answer side(b.position from a) ${'choices front, back'} } } emit jsonl("q")`,
  ],
  [
    'two tasks of one name',
    'SPQ202',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.height } task ${'t'} { for object a ask "{a}?" answer a.width } } emit jsonl("q")`,
  ],
  [
    'a length written in a phrasing',
    'SPQ308',
    spq`source r = rooms(1) level 1 "T" { task t { for object a claim "{a} is over ${'2 m'} tall." when a.height > 2 m } } emit jsonl("q")`,
  ],
  [
    'a thing related to itself',
    'SPQ310',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer count(object x where x called "chair" and ${'x left of a'}) } } emit jsonl("q")`,
  ],
  [
    'a count of everything',
    'SPQ313',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer ${'count(other object x where x left of a)'} } } emit jsonl("q")`,
  ],
  [
    'an unknown kind of source',
    'SPQ205',
    spq`source r = ${'roms'}(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`,
  ],
  [
    'an unknown kind of output',
    'SPQ206',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit ${'parket'}("q")`,
  ],
  [
    'an unknown relation',
    'SPQ204',
    spq`source r = rooms(1) level 1 "T" { task t { for objects {a, b} claim "{a} {b}." when a ${'heavier than'} b } } emit jsonl("q")`,
  ],
  [
    'the same answer everywhere',
    'SPQ311',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" answer ${'3'} } } emit jsonl("q")`,
  ],
  [
    'a phrasing that stands twice',
    'SPQ309',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}?" ${'"{a}?"'} answer a.height } } emit jsonl("q")`,
  ],
  [
    'a phrasing without the hole of its sibling',
    'SPQ307',
    spq`source r = rooms(1) level 1 "T" { task t { for object a let w = a.width ask "{a}, {w} wide?" ${'"{a}?"'} answer a.height } } emit jsonl("q")`,
  ],
  [
    'shares over the whole',
    'SPQ213',
    spq`source r = rooms(1) ${'units metric 60%, imperial 60%'} level 1 "T" { task t { for object a ask "{a}?" answer a.height } } emit jsonl("q")`,
  ],
  [
    'a broken hole',
    'SPQ104',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "{a}, ${'{}'}?" answer a.height } } emit jsonl("q")`,
  ],
  [
    'a format that does not print the value',
    'SPQ315',
    spq`source r = rooms(1) level 1 "T" { task t { for object a ask "${'{a:cm}'}?" answer a.height } } emit jsonl("q")`,
  ],
  [
    'take twice',
    'SPQ320',
    spq`source r = rooms(1) level 1 "T" { task t { for object a take 2 per scene ${'take 3 per object'} ask "{a}?" answer a.height } } emit jsonl("q")`,
  ],
];

describe('a wrong recipe is told', () => {
  it.each(cases)('%s', (_, code, recipe) => recipe.toReport(code));

  it('an unclosed text, at the text, and nothing of what follows', () => {
    spq`source r = rooms(1)
level 1 "T" {
  task t {
    for     object a
    ask     ${'"How tall is {a}?'}
    answer  a.height
  }
}
emit jsonl("q")`.toReport('SPQ102');
  });

  it('a recipe without a source, at its beginning', () => {
    spq`${''}level 1 "T" { task t { for object a ask "{a}?" answer a.depth } } emit jsonl("q")`.toReport('SPQ402');
  });

  it('two mistakes, each once, from top to bottom', () => {
    spq`source r = rooms(1)
level 1 "T" {
  task t {
    for     objects {a, b}
    let     d = ${'distence'}(a, b)
    where   d < 5 m and d > 1 m
    ask     "How far is {a} from {b}?"
    answer  d
    choices near d
  }
  task u {
    for     object a
    where   a.width < ${'30 px'}
    ask     "How wide is {a}?"
    answer  a.width
  }
}
emit jsonl("q")`.toReport('SPQ203', 'SPQ301');
  });
});
