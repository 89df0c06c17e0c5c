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
    case 'boolean':
      return 'condition';
    case 'text':
    case 'direction':
    case 'extents':
    case 'range':
    case 'error':
      return type.kind;
  }
}
