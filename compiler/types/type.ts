/** The types of the language. They know no syntax; `show` writes them as the documentation does. */
import type { Frame } from './frame.js';
import { showFrame } from './frame.js';
import type { Dimension } from './unit.js';

export type EntityKind = 'object' | 'pixel' | 'category';

export interface Quantity {
  readonly kind: 'quantity';
  readonly dimension: Dimension;
  /** Measured values carry margins; literals and counts do not. */
  readonly measured: boolean;
  /** Components and differences are signed: the relative part of a margin does not apply to them. */
  readonly signed: boolean;
}

export interface Enumeration {
  readonly kind: 'enumeration';
  readonly name: string;
  readonly values: readonly string[];
}

export type Type =
  | Quantity
  | Enumeration
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'entity'; readonly entity: EntityKind }
  | { readonly kind: 'point'; readonly frame: Frame }
  | { readonly kind: 'vector'; readonly frame: Frame }
  | { readonly kind: 'direction' }
  /** A direction either way: that of a thing with one front, or two. */
  | { readonly kind: 'axis' }
  /** Ratios of a vector to its length. */
  | { readonly kind: 'unit'; readonly frame: Frame }
  /** A box in the picture. */
  | { readonly kind: 'box' }
  /** An upright box with a heading, in the frame of the camera. */
  | { readonly kind: 'box3d' }
  /** What a box covers of the floor. */
  | { readonly kind: 'footprint' }
  | { readonly kind: 'list'; readonly entity: EntityKind }
  | { readonly kind: 'tuple' }
  /** The type of `unknown`: it agrees with the other branch. */
  | { readonly kind: 'unknown' }
  /** The extents of a box along right, up and forward. */
  | { readonly kind: 'extents' }
  | { readonly kind: 'range' }
  /** Agrees with everything, so that one mistake gives one message. */
  | { readonly kind: 'error' };

export const boolean: Type = { kind: 'boolean' };
export const text: Type = { kind: 'text' };
export const error: Type = { kind: 'error' };
export const entity = (of: EntityKind): Type => ({ kind: 'entity', entity: of });

export function quantity(dimension: Dimension, measured: boolean, signed: boolean): Quantity {
  return { kind: 'quantity', dimension, measured, signed };
}

/** With its article: `a length`, `an object`. */
export function one(type: Type): string {
  const words = show(type);
  if (type.kind === 'unknown' || type.kind === 'extents') return `\`${words}\``;
  return `${/^[aeio]/.test(words) ? 'an' : 'a'} ${words}`;
}

export function show(type: Type): string {
  switch (type.kind) {
    case 'quantity':
      return type.dimension === 'picture' ? 'picture position' : type.dimension;
    case 'enumeration':
      return `${type.name} (${type.values.join(', ')})`;
    case 'entity':
      return type.entity;
    case 'point':
      return `point in the frame of ${showFrame(type.frame)}`;
    case 'vector':
      return `vector in the frame of ${showFrame(type.frame)}`;
    case 'unit':
      return `unit vector in the frame of ${showFrame(type.frame)}`;
    case 'list':
      return `list of ${type.entity === 'category' ? 'categories' : `${type.entity}s`}`;
    case 'box':
      return 'box of the picture';
    case 'box3d':
      return 'box in space';
    case 'boolean':
      return 'condition';
    case 'text':
    case 'direction':
    case 'axis':
    case 'footprint':
    case 'tuple':
    case 'unknown':
    case 'extents':
    case 'range':
    case 'error':
      return type.kind;
  }
}
