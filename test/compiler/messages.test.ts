/** Messages word for word, as somebody reads them who made the mistake: one mistake, one message, exactly at its place. */
import { describe, it } from 'vitest';
import { type Marked, spq, task } from './marked-recipe.js';

type Wrong = readonly [name: string, recipe: Marked, message: string];

const itself: readonly Wrong[] = [
  ['a relation', task`for object a claim "{a}." when ${'a left of a'}`, '`left of` relates `a` to itself.'],
  ['a distance', task`for object a ask "{a}?" answer ${'distance(a, a)'}`, '`distance` relates `a` to itself.'],
  [
    'a footprint',
    task`for object a ask "{a}?" answer ${'overlap(footprint(a), footprint(a))'}`,
    '`overlap` relates `a` to itself.',
  ],
  [
    'who hides and is hidden',
    task`for objects (a, b) claim "{a} {b}." when ${'a blocks a from b'}`,
    '`blocks` relates `a` to itself.',
  ],
  [
    'who looks and is hidden',
    task`for objects (a, b) claim "{a} {b}." when ${'a blocks b from b'}`,
    '`blocks … from` relates `b` to itself.',
  ],
  [
    'who looks at the own place',
    task`for objects (a, b) ask "{a} {b}?" answer side(${'b.position from a toward a'})`,
    '`from … toward` relates `a` to itself.',
  ],
  [
    'the own place, from there',
    task`for objects (a, b) ask "{a} {b}?" answer side(${'a.position from a'})`,
    '`position from` relates `a` to itself.',
  ],
  [
    'a member that stands for all',
    task`for objects {a, b} ask "{a} {b}?" answer the x in {a, b} with least ${'distance(x, a)'} choices a, b`,
    '`distance` relates `a` to itself.',
  ],
  [
    'members of a drawn set',
    task`for objects {xs: 3} ask "{xs}?" answer count(x in xs where any(y in xs where ${'x left of y'}))`,
    '`left of` relates `xs` to itself.',
  ],
];

const numbers: readonly Wrong[] = [
  [
    'take none',
    task`for object a take ${'0'} per scene ask "{a}?" answer a.depth`,
    '`take` needs a whole number from 1 to 2147483647; found 0.',
  ],
  [
    'take a part',
    task`for object a take ${'1.5'} per scene ask "{a}?" answer a.depth`,
    '`take` needs a whole number from 1 to 2147483647; found 1.5.',
  ],
  [
    'sizes that go downwards',
    task`for objects {xs: ${'5..3'}} ask "{xs}?" answer the x in xs with least x.depth`,
    '`5..3` goes downwards.',
  ],
  [
    'too many numbers',
    task`for object a, count k in ${'2..30'} ask "{a} {k}?" answer a.depth`,
    '`2..30` goes over 29 numbers; at most 24 can be bound.',
  ],
  [
    'a set that no question can hold',
    task`for objects {${'xs'}: 7} ask "{xs}?" answer the x in xs with least x.depth choices xs`,
    'At most 5 objects or pixels fit into one question; found 7.',
  ],
  [
    'an argument too few',
    task`for object a ask "{a}?" answer ${'distance(a)'}`,
    '`distance`: needs 2 arguments, and is given 1.',
  ],
  [
    'a place beyond the set',
    task`for objects {a, b} ask "{a} {b}?" answer ${'the x in {a, b} with rank 3 least x.depth'} choices a, b`,
    '`rank 3` needs a set that has so many.',
  ],
];

const choices: readonly Wrong[] = [
  [
    'options drawn of a length',
    task`for object a ask "{a}?" answer a.height ${'choices 4 of a.height'}`,
    'Options are drawn among words, and this is a length.',
  ],
  [
    'options drawn of things',
    task`for objects {xs: 3} ask "{xs}?" answer the x in xs with least x.depth ${'choices 2 of xs'}`,
    'Options are drawn among words, and this is a list of objects.',
  ],
  [
    'words for a length',
    task`for object a ask "{a}?" answer a.height ${'choices 4 of compass8'}`,
    'The answer is no word, but a length.',
  ],
  [
    'an enumeration misspelt',
    task`for object a ask "{a}?" answer clock(a.position) choices 4 of ${'clok'}`,
    'There is no value named `clok`.',
  ],
  [
    'yes and no',
    task`for objects {a, b} ask "Is {a} left of {b}?" answer a left of b ${'choices yes, no'}`,
    'The answer is a condition, so that it is Yes or No: it has no choices.',
  ],
  [
    'true and false',
    task`for objects {a, b} ask "Is {a} left of {b}?" answer a left of b ${'choices true, false'}`,
    'The answer is a condition, so that it is Yes or No: it has no choices.',
  ],
  [
    'yes and no for a number',
    task`for object a ask "Is {a} tall?" answer a.height ${'choices yes, no'}`,
    'Yes and no are no options: the answer is a length.',
  ],
  [
    'a form of yes',
    task`for objects {a, b} let p = a left of b ask "{a} {b}?" answer p as ${'"So it is."'}`,
    'The answer is a condition, so that it is Yes or No: it has no form of its own.',
  ],
  [
    'several values',
    task`for objects {a, b} ask "{a} {b}?" answer ${'(a.height, b.height)'} choices near a.height`,
    'What stands here is a tuple, which no text can print.',
  ],
  [
    'near a signed length',
    task`for objects {a, b} let d = a.depth - b.depth ask "{a} {b}?" answer d ${'choices near d'}`,
    'The answer is a signed length: beside it the sign alone would tell options apart.',
  ],
  [
    'wrong choices, and a claim of them',
    task`for objects {a, b} let d = distance(a, b) ask "{a} {b}?" answer d ${'choices a, b'} claim "{a} {b} {option}." of choices`,
    'Entities are options only where the answer is one of them.',
  ],
];

const onlyOnce: readonly Wrong[] = [
  [
    'a fact of every member',
    task`for objects {xs: 3..5} ask "{xs}?" answer the x in xs with least x.${'hieght'} choices xs`,
    '`hieght` is nothing that an object has.',
  ],
  [
    'a condition of every member',
    task`for objects {xs: 3..5} ask "{xs}?" answer count(x in xs where x.height > ${'2'})`,
    '`>` needs the same dimension on both sides; found a length and a count.',
  ],
  [
    'a thing picked among everything',
    task`for object a let n = the ${'object x'} with least distance(x, a) ask "{a}?" answer n.height`,
    'A choice among everything cannot stand here.',
  ],
];

const wording: readonly Wrong[] = [
  [
    'a unit behind a length',
    task`for objects {a, b} let d = gap(a, b) ask "{a} {b}?" answer d as "{d} ${'m'}"`,
    '`{d}` is printed with its unit, and "m" would stand behind it once more.',
  ],
  [
    'a unit written out',
    task`for objects {a, b} ask "{a} {b}?" answer a.depth reason "{b} is {b.depth:cm} ${'centimetres'} away."`,
    '`{b.depth:cm}` is printed with its unit, and "centimetres" would stand behind it once more.',
  ],
  [
    'a per cent',
    task`for objects {a, b} let s = a.height / b.height ask "{a} {b}?" answer s as "{s}${'%'}"`,
    '`{s}` is printed with its unit, and "%" would stand behind it once more.',
  ],
  [
    'a unit behind an option',
    task`for objects {a, b} let d = gap(a, b) ask "{a} {b}?" answer d choices near d claim "{a} {b}: {option} ${'m'}." of choices`,
    '`{option}` is printed with its unit, and "m" would stand behind it once more.',
  ],
  [
    'the',
    task`for objects {a, b} claim "${'The'} {a} is left of {b}." when a left of b`,
    '`{a}` is printed with its article, as in "the lamp": this would read "The the lamp".',
  ],
  [
    'this',
    task`for objects {xs: 3} ask "Of {xs}, which is nearest?" answer the x in xs with least x.depth reason for x in xs "How far is ${'this'} {x}? {x.depth}."`,
    '`{x}` is printed with its article, as in "the lamp": this would read "this the lamp".',
  ],
  [
    'the article of a category',
    task`for category c in vocabulary ask "Is there ${'a'} {c:article}?" answer count(object x where x called c) > 0 take 1 per scene`,
    '`{c:article}` is printed with its article, as in "a lamp": this would read "a a lamp".',
  ],
  [
    'in the words of a relation',
    spq`relation (a: object) dwarfing (b: object) says "${'the'} {a} dwarfs {b}" = a.height > 2 * b.height source r = rooms(1) level 1 "T" { task t { for objects {a, b} claim a dwarfing b } } emit jsonl("q")`,
    '`{a}` is printed with its article, as in "the lamp": this would read "the the lamp".',
  ],
];

/** Words that look alike, and are right. */
const fine: readonly Marked[] = [
  task`for objects {a, b} let d = gap(a, b) ask "{a} {b}?" answer d as "{d} in all, or {d:cm} more"`,
  task`for object a, category c in vocabulary let n = count(other object x where x called c and x left of a) ask "Of the {c:plural}, how many are left of {a}?" answer n as "{n} m"`,
  task`for objects {a, b} claim "Is it true that {a} is left of {b}?" when a left of b`,
  task`for pixel p ask "How far is the {p}?" answer p.depth`,
  task`for object a claim "{a} is furniture, and no armchair." when a called "furniture" and not a called "armchair"`,
  spq`source r = facts("d") level 1 "T" { task t { for object a claim "{a} is a gizmo." when a called "gizmo" } } emit jsonl("q")`,
  task`for object a ask "{a}?" answer if a.height > 1 m then "\{tall\}" else "low" choices "\{tall\}", "low"`,
];

const bound: readonly Wrong[] = [
  ['several of one', task`for ${'objects'} a ask "{a}?" answer a.depth`, 'Found `objects`; expected `object`.'],
  [
    'one of several',
    task`for ${'object'} {a, b} ask "{a} {b}?" answer gap(a, b)`,
    'Found `object`; expected `objects`.',
  ],
  [
    'a name alone',
    task`for ${'a'} ask "{a}?" answer a.depth`,
    'Found `a`; expected `object`, `pixel`, `category` or `place`.',
  ],
  ['no name', task`for object ${'ask'} "{a}?" answer a.depth`, 'Found `ask`; expected a name, `{` or `(`.'],
  [
    'a unit asked for',
    task`for object a ask "{a}?" answer a.height ${'in'} cm`,
    'Found `in`; expected a comparison or a relation.',
  ],
  [
    'a number with the noun of a category',
    task`for object a, category c in vocabulary ask "{2 ${'c'}} by {a}?" answer count(other object x where x called c and x left of a)`,
    'There is no unit `c`.',
  ],
];

/** Each with a fix after which it is right. */
const words: readonly Wrong[] = [
  [
    'letters exchanged',
    task`for object a claim "{a}." when a called ${'"chiar"'}`,
    'Nothing is called "chiar": `r` does not know the word.',
  ],
  [
    'several',
    task`for object a claim "{a}." when a called ${'"chairs"'}`,
    'Nothing is called "chairs": `r` does not know the word.',
  ],
  [
    'a capital letter',
    task`for object a where not (a called ${'"Sofa"'}) ask "{a}?" answer a.depth`,
    'Nothing is called "Sofa": `r` does not know the word.',
  ],
  [
    'a label',
    task`for object a where a.category != ${'"bokshelf"'} ask "{a}?" answer a.depth`,
    'Nothing is labelled "bokshelf" in `r`.',
  ],
  [
    'a text with a name',
    task`for object a let w = ${'"lmap"'} ask "{a}?" answer count(other object x where x called w and x left of a)`,
    'Nothing is called "lmap": `r` does not know the word.',
  ],
  [
    'in the data of a directory',
    spq`source r = facts("d") level 1 "T" { task t { for object a claim "{a}." when a called ${'"chiar"'} or a called "gizmo" } } emit jsonl("q")`,
    'Nothing is called "chiar": `r` does not know the word.',
  ],
];

const otherWords: readonly Wrong[] = [
  [
    'what no room holds',
    task`for object a claim "{a}." when a called ${'"zebra"'}`,
    'Nothing is called "zebra": `r` does not know the word.',
  ],
  [
    'a wider name as a label',
    task`for object a claim "{a}." when a.category = ${'"furniture"'}`,
    'Nothing is labelled "furniture" in `r`.',
  ],
  [
    'in what a relation means, told once',
    spq`relation (a: object) seating (b: object) says "{a} seats {b}" = a called ${'"stol"'} source r = rooms(1) source k = kitti("d") level 1 "T" { task t { for objects (a, b) claim a seating b } task u { for objects (a, b) claim a seating b } } emit jsonl("q")`,
    'Nothing is called "stol": none of `r`, `k` knows the word.',
  ],
];

const sets: readonly Wrong[] = [
  [
    'a member that stands twice',
    task`for objects {a, b} ask "{a} {b}?" answer the x in {a, ${'a'}} with least x.depth choices a, b`,
    '`a` stands twice in this set: it would be compared with itself.',
  ],
  [
    'the least of one',
    task`for objects {a, b} ask "{a} {b}?" answer ${'the x in {a} with least x.depth'} choices a, b`,
    'This answer is always `a`: it can be known without looking.',
  ],
  [
    'members that are named in no common way',
    task`for objects {${'a'}, b} refer a by box refer b by category claim "{a} {b}." when a taller than b`,
    'These are named in one way, and none is left to all: `a` by box, `b` by category.',
  ],
  [
    'options that are named in no common way',
    task`for object ${'a'}, object b refer by category refer b by box ask "{a} {b}?" answer the x in {a, b} with least x.height choices a, b`,
    'These are named in one way, and none is left to all: `a` by category, `b` by box.',
  ],
  [
    'a drawn set whose names all give the answer away, once',
    task`for objects {${'xs'}: 3} refer by position ask "{xs}?" answer the x in xs with least x.position.right + x.depth choices xs`,
    '`refer by position` leaves no way to name `xs`. `position` (leftmost, rightmost, ordinal): tells of `xs.right`, by which the answer is decided. `position` (nearest, farthest): tells of `xs.depth`, by which the answer is decided.',
  ],
  [
    'a set that its source does not let be named',
    spq`source k = robospatial("d") level 1 "T" { task t { for objects {${'xs'}: 3} refer by category ask "{xs}?" answer the x in xs with least x.depth choices xs } } emit jsonl("q")`,
    'Task `t` asks nothing: naming `xs` by category needs coverage (for which categories everything is listed); `k` gives none.',
  ],
  [
    'braces in a word, once',
    task`for object a ask "{a}?" answer if a.height > 1 m then ${'"{a} is tall"'} else "low" choices "{a} is tall", "low"`,
    '"{a} is tall" is a word, and is printed as it is: its braces are no holes.',
  ],
];

describe('what is said', () => {
  const groups: Readonly<Record<string, readonly Wrong[]>> = {
    'of a thing and itself': itself,
    'of numbers': numbers,
    'of choices': choices,
    'once, not once per member': onlyOnce,
    'of what is bound': bound,
    'of words that nothing is called by': [...words, ...otherWords],
    'of sets': sets,
  };
  for (const [group, wrong] of Object.entries(groups))
    it.each(wrong)(`${group}: %s`, (_, recipe, message) => recipe.toSay(message));

  it.each(wording)('of words around a hole: %s, and mended', (_, recipe, message) => {
    recipe.toSay(message);
    recipe.toBeRightWhenFixed();
  });

  it.each(words)('of words, and mended: %s', (_, recipe) => recipe.toBeRightWhenFixed());

  it('nothing, of words that are right', () => {
    for (const recipe of fine) recipe.toSay();
  });
});
