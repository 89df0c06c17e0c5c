/**
 * The facts of entities, declared once: type, what they need, and their words.
 * Their formulas are in `lower/object-facts.ts`, their definition in docs/semantics.md section 2.
 */
import { camera } from '../types/frame.js';
import { type EntityKind, entity, quantity, type Type } from '../types/type.js';
import type { Provision } from './operators.js';

export interface Fact {
  readonly name: string;
  readonly of: EntityKind;
  readonly type: Type;
  readonly needs: readonly Provision[];
  readonly about: string;
  readonly words?: DegreeWords;
  /** Of what a recipe reads from a column of a facts directory. */
  readonly own?: OwnColumn;
}

/** A column that a facts directory has beside those of the schema. */
export interface OwnColumn {
  readonly column: string;
  readonly holds: 'number' | 'text' | 'condition';
  /** Whole units in one of what its numbers count. */
  readonly whole: number;
}

/** What a fact from such a column is called among the columns of an object. No name of a recipe has a blank in it. */
export const ownName = (fact: string): string => `own ${fact}`;
/** And one that is defined in the language. */
export const definedName = (fact: string): string => `fact ${fact}`;

/** `tall, taller, tallest`: of much of a quantity, and of little. */
export interface DegreeWords {
  readonly more: readonly [adjective: string, comparative: string, superlative: string];
  readonly less: readonly [adjective: string, comparative: string, superlative: string] | undefined;
}

const length = quantity('length', true, false);
const signedLength = quantity('length', true, true);
const picture = quantity('picture', true, true);
const area = quantity('area', true, false);

const box: readonly Provision[] = ['object', 'box3d'];
const upright: readonly Provision[] = ['object', 'box3d', 'gravity'];

const object = (name: string, type: Type, needs: readonly Provision[], about: string, words?: DegreeWords): Fact => ({
  name,
  of: 'object',
  type,
  needs,
  about,
  ...(words ? { words } : {}),
});

const degrees = (more: DegreeWords['more'], less: DegreeWords['less']): DegreeWords => ({ more, less });
const far = degrees(['far', 'farther', 'farthest'], ['near', 'nearer', 'nearest']);
const tall = degrees(['tall', 'taller', 'tallest'], ['short', 'shorter', 'shortest']);
const wide = degrees(['wide', 'wider', 'widest'], ['narrow', 'narrower', 'narrowest']);
const deep = degrees(['deep', 'deeper', 'deepest'], ['shallow', 'shallower', 'shallowest']);
const large = degrees(['large', 'larger', 'largest'], ['small', 'smaller', 'smallest']);
const high = degrees(['high', 'higher', 'highest'], ['low', 'lower', 'lowest']);

export const facts: readonly Fact[] = [
  object('position', { kind: 'point', frame: camera }, box, 'centre of the box'),
  object('depth', length, box, 'depth of the centre, along the optical axis', far),
  object('distance', length, box, 'from the camera to the centre', far),
  object('nearest', length, box, 'from the camera to the nearest point of the box'),
  object(
    'distance_sigma',
    length,
    box,
    'standard deviation of the distance, as the scene states it for its scale; else 0',
  ),
  object('bearing', picture, ['object'], 'horizontal place of the 2D box in the picture'),
  object('elevation', picture, ['object'], 'vertical place of the 2D box in the picture, downwards'),
  object('height', length, upright, 'upright size', tall),
  object('width', length, upright, 'horizontal size across the facing; without one, the longer', wide),
  object('depth_extent', length, upright, 'horizontal size along the facing; without one, the shorter', deep),
  object('volume', quantity('volume', true, false), box, 'volume of the box', large),
  object('base', signedLength, [...upright, 'floor'], 'height of the underside above the floor', high),
  object('top', signedLength, [...upright, 'floor'], 'height of the upper side above the floor', high),
  object('footprint_area', area, upright, 'what the box covers of the floor'),
  object('facing', { kind: 'direction' }, [...upright, 'facing'], 'where its one front points'),
  object(
    'box3d',
    { kind: 'box3d' },
    [...upright, 'facing'],
    'its box: place of the centre, width, height, depth and heading',
  ),
  object('box2d', { kind: 'box' }, ['object'], 'its box in the picture'),
  object('category', entity('category'), ['object'], 'its label'),
  {
    name: 'position',
    of: 'pixel',
    type: { kind: 'point', frame: camera },
    needs: ['pixel'],
    about: 'its point',
  },
  {
    name: 'depth',
    of: 'pixel',
    type: length,
    needs: ['pixel'],
    about: 'depth of its point, along the optical axis',
    words: far,
  },
  {
    name: 'distance',
    of: 'pixel',
    type: length,
    needs: ['pixel'],
    about: 'from the camera to its point',
    words: far,
  },
  {
    name: 'base',
    of: 'pixel',
    type: signedLength,
    needs: ['pixel', 'gravity', 'floor'],
    about: 'height of its point above the floor',
    words: high,
  },
];

export function factNamed(of: EntityKind, name: string): Fact | undefined {
  return facts.find((f) => f.of === of && f.name === name);
}

export function factNames(of: EntityKind): readonly string[] {
  return facts.filter((f) => f.of === of).map((f) => f.name);
}
