/**
 * Strategies of referring, and what each gives away (S8).
 * A strategy reveals an order of its object; `category` and `position` also reveal how many bear the noun.
 */
import type { Order } from './facts.js';

/** In the words of `refer by`. */
export const strategyNames = ['category', 'position', 'box'] as const;
export type StrategyName = (typeof strategyNames)[number];

export function isStrategyName(word: string): word is StrategyName {
  return strategyNames.some((s) => s === word);
}

/** What `position` may say, each with the relation that must hold to every other of its kind. */
export const superlatives = {
  leftmost: { relation: 'left of', reveals: 'across' },
  rightmost: { relation: 'right of', reveals: 'across' },
  nearest: { relation: 'nearer than', reveals: 'depth' },
  farthest: { relation: 'farther than', reveals: 'depth' },
} as const satisfies Record<string, { readonly relation: string; readonly reveals: Order }>;

export type Superlative = keyof typeof superlatives;
export const superlativeNames: readonly Superlative[] = ['leftmost', 'rightmost', 'nearest', 'farthest'];

export const colours = ['red', 'green', 'blue', 'yellow', 'purple'] as const;

/** Words of a label that say where, how large, how many or how turned a thing is: such a label is no safe noun. */
export const lexicon: readonly string[] = [
  ...[
    'left',
    'right',
    'upper',
    'lower',
    'top',
    'bottom',
    'front',
    'back',
    'rear',
    'behind',
    'near',
    'far',
    'middle',
    'center',
    'centre',
    'corner',
    'side',
    'above',
    'below',
    'under',
    'over',
    'beside',
    'inside',
    'outside',
    'first',
    'last',
    'next',
  ],
  ...[
    'big',
    'large',
    'small',
    'tiny',
    'huge',
    'tall',
    'short',
    'wide',
    'narrow',
    'long',
    'high',
    'low',
    'deep',
    'thin',
    'thick',
    'little',
    'giant',
    'mini',
  ],
  ...[
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'several',
    'many',
    'few',
    'pair',
    'single',
    'double',
    'group',
    'row',
    'stack',
    'pile',
    'set',
  ],
  ...['facing', 'turned', 'upside', 'sideways', 'open', 'closed'],
];
