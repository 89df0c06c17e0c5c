/** Boxes that are written give away where things are; what stands elsewhere no picture shows. Each is told at its place. */
import { describe, it } from 'vitest';
import { type Marked, task } from './marked-recipe.js';

type Case = readonly [name: string, codes: readonly string[], recipe: Marked];

const boxes: readonly Case[] = [
  [
    'two boxes, of which the left one is asked for',
    ['SPQ323', 'SPQ323'],
    task`for objects {a, b} ask "{a} at {${'a.box2d'}:box}, {b} at {${'b.box2d'}:box}: which is farther left?"
    answer the x in {a, b} with least x.position.right choices a, b`,
  ],
  [
    'a box in space, by another name, where a height is asked for',
    ['SPQ323'],
    task`for object a let filled = a.box3d ask "{a} fills {${'filled'}:box}. How tall is it?" answer a.height`,
  ],
  [
    'a box in a claim of who is nearer',
    ['SPQ323'],
    task`for objects {a, b} claim "{a}, at {${'a.box2d'}:box}, is nearer than {b}." when a.depth < b.depth`,
  ],
  ['a box that names what is asked for', [], task`for object a ask "What is at {a.box2d:box}?" answer a`],
];

const values: readonly Case[] = [
  [
    'distances to the closest points, where the nearer centre is asked for',
    ['SPQ323', 'SPQ323'],
    task`for objects {a, b} ask "{a} begins {${'a.nearest'}} away, {b} {${'b.nearest'}}. Which is nearer?"
    answer the x in {a, b} with least x.distance choices a, b`,
  ],
  [
    'volumes, where the taller is asked for',
    ['SPQ323', 'SPQ323'],
    task`for objects {a, b} ask "{a} has {${'a.volume'}}, {b} {${'b.volume'}}. Which is taller?"
    answer the x in {a, b} with greatest x.height choices a, b`,
  ],
  [
    'a place, where the distance is asked for',
    ['SPQ323'],
    task`for object a ask "{a} is at {${'a.position'}:xyz}. How far away is it?" answer a.distance`,
  ],
  [
    'a distance, where a claim is about the depth',
    ['SPQ323'],
    task`for object a claim "{a}, {${'a.distance'}} away, is not deep in the room." when a.depth < 2 m`,
  ],
  [
    'a noun, where the answer is what the thing is called',
    ['SPQ323'],
    task`for object a ask "The {${'a.category'}}, {a}: is it a chair?" answer a called "chair"`,
  ],
  // How wide it is does not say how deep; how many there are says of none of them where it stands.
  [
    'a width, where the depth is asked for',
    [],
    task`for object a ask "{a} is {a.width} wide. How deep?" answer a.depth_extent`,
  ],
  [
    'a count, where two are compared',
    [],
    task`for objects {a, b} let n = count(object x where x called "chair" and x.height > a.height)
    claim "{a}, with {n} taller chairs around, is taller than {b}." when a.height > b.height`,
  ],
];

const poses: readonly Case[] = [
  [
    'in a text',
    ['SPQ335'],
    task`for object a, place p let there = a at p ask "How far is {${'there'}} away, {a} at {p}?" answer there.distance`,
  ],
  [
    'as the answer',
    ['SPQ335'],
    task`for objects {a, b}, place p let there = a at p ask "{a} at {p}, or {b}?"
    answer ${'the x in {there, b} with least x.distance'}`,
  ],
  [
    'in the words of a relation',
    ['SPQ335'],
    task`for objects (a, b), place p let there = a at p ask "{a} {b} {p}" answer gap(there, b) claim ${'there'} taller than b`,
  ],
  [
    'its place in the picture',
    ['SPQ336'],
    task`for object a, pixel p ask "{a} {p}?" answer gap(a at p, a) where ${'(a at p).bearing'} > 100 px`,
  ],
  [
    'a relation that looks at the picture',
    ['SPQ336'],
    task`for objects (a, b), pixel p ask "If {a} were at {p}: left of {b}?" answer ${'a at p left of b'}`,
  ],
  ['at a category', ['SPQ212'], task`for object a, category c ask "{a} {c}?" answer gap(a at ${'c'}, a)`],
  ['of a pixel', ['SPQ212'], task`for pixels (p, q) ask "{p} {q}?" answer distance(${'p'} at q, p)`],
  [
    'of a member of the scene',
    ['SPQ215'],
    task`for object a, place p ask "{a} {p}?"
    answer count(other object x where x called "chair" and gap(${'x at p'}, a) < 1 m)`,
  ],
  [
    'looking at nothing',
    ['SPQ201'],
    task`for object a, place p ask "{a} {p}?" answer (a at p toward ${'nothing'}).nearest`,
  ],
  ['turned somehow', ['SPQ210'], task`for object a, place p ask "{a} {p}?" answer (a at p turned ${'upside'}).nearest`],
];

describe('what is told of boxes that are written', () => {
  it.each(boxes)('%s', (_, codes, recipe) => recipe.toReport(...codes));
});

describe('what is told of values that are written', () => {
  it.each(values)('%s', (_, codes, recipe) => recipe.toReport(...codes));
});

describe('what is told of things that stand elsewhere', () => {
  it.each(poses)('%s', (_, codes, recipe) => recipe.toReport(...codes));
});
