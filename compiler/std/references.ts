/**
 * Strategies of referring, and what each gives away (S8).
 * What is said here of a name is proven of its thing scene by scene, in `lower/chunk-objects.ts`.
 */
import type { Aspect, Level } from './aspects.js';
import type { LexiconGroup } from './lexicon.js';
import type { Provision } from './operators.js';

export { lexicon } from './lexicon.js';

/** In the words of `refer by`. */
export const strategyNames = ['category', 'position', 'size', 'relation', 'caption', 'box'] as const;
export type StrategyName = (typeof strategyNames)[number];
export const defaultStrategies: readonly StrategyName[] = ['category', 'position', 'box'];

export function isStrategyName(word: string): word is StrategyName {
  return strategyNames.some((s) => s === word);
}

/** Without these a strategy names nothing; `caption` needs a verified one, which sources do not promise. */
export const strategyNeeds: Readonly<Record<StrategyName, readonly Provision[]>> = {
  category: ['object', 'coverage'],
  position: ['object', 'coverage', 'box3d'],
  size: ['object', 'coverage', 'box3d'],
  relation: ['object', 'coverage', 'box3d'],
  caption: ['object'],
  box: ['object'],
};

/** What `position` may say, each with the relation that must hold to every other of its kind. */
export const superlatives = {
  leftmost: { relation: 'left of', reveals: 'right' },
  rightmost: { relation: 'right of', reveals: 'right' },
  nearest: { relation: 'nearer than', reveals: 'depth' },
  farthest: { relation: 'farther than', reveals: 'depth' },
} as const satisfies Record<string, { readonly relation: string; readonly reveals: Aspect }>;

export type Superlative = keyof typeof superlatives;
export const superlativeNames: readonly Superlative[] = ['leftmost', 'rightmost', 'nearest', 'farthest'];

/** `the second chair from the left`; the first is the leftmost. */
export const ordinals = ['second', 'third', 'fourth', 'fifth'] as const;

/** What stands in the middle of a row is mostly nearer than its ends, to the camera and to other things. */
export const ordinalReveals: Readonly<Record<'order' | 'guess', readonly Aspect[]>> = {
  order: ['right', 'bearing'],
  guess: ['depth', 'distance', 'nearest', 'spread'],
};

/** What `size` may say: the measure by which a thing is beyond every other of its kind. */
export const sizeSuperlatives = {
  tallest: { fact: 'height', most: 'greatest' },
  shortest: { fact: 'height', most: 'least' },
  widest: { fact: 'width', most: 'greatest' },
  narrowest: { fact: 'width', most: 'least' },
  largest: { fact: 'volume', most: 'greatest' },
  smallest: { fact: 'volume', most: 'least' },
} as const satisfies Record<string, { readonly fact: Aspect; readonly most: 'greatest' | 'least' }>;

export type SizeSuperlative = keyof typeof sizeSuperlatives;
export const sizeSuperlativeNames: readonly SizeSuperlative[] = [
  ...(['tallest', 'shortest', 'widest', 'narrowest', 'largest', 'smallest'] as const),
];

/** Standard relations to a landmark, in the order in which they are tried; those that the library lacks are skipped. */
export const landmarkRelations: readonly string[] = [
  ...['on', 'under', 'inside', 'next to', 'left of', 'right of', 'above', 'below'],
];

/** What a word of a caption tells, of the thing and of others that it may speak of. */
export const captionReveals: Readonly<Record<LexiconGroup, readonly Aspect[]>> = {
  place: ['right', 'up', 'forward', 'depth', 'place'],
  size: ['height', 'width', 'depth_extent', 'volume', 'footprint'],
  // Where things are counted, captions are refused as a whole.
  number: [],
  facing: ['facing'],
};

/** Written as coordinates, a box tells where its thing is; drawn into the picture, no more than the picture does. */
export type BoxForm = 'drawn' | 'written';
export const boxReveals: { readonly aspect: Aspect; readonly level: Level } = { aspect: 'box2d', level: 'value' };

export const colours = ['red', 'green', 'blue', 'yellow', 'purple'] as const;
