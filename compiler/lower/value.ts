/** What a typed expression becomes: one or more IR expressions, by the shape of its type. */

import type { Entity } from '../check/typed.js';
import type { Expression } from '../ir/node.js';

export type Value =
  /** A truth value, a length, an enumeration's word, a text. */
  | { readonly kind: 'scalar'; readonly value: Expression }
  /** A point or vector in words, or its ratios; `level` guards right and up where the camera may be rolled. */
  | {
      readonly kind: 'triple';
      readonly right: Expression;
      readonly up: Expression;
      readonly forward: Expression;
      readonly level: Expression | undefined;
    }
  /** A facing or an axis: right and forward in the world frame, plain numbers. */
  | { readonly kind: 'direction'; readonly right: Expression; readonly forward: Expression }
  | { readonly kind: 'range'; readonly low: Expression; readonly high: Expression }
  /** A count, known iff its bounds meet. */
  | { readonly kind: 'bounds'; readonly low: Expression; readonly high: Expression }
  /** One of the members, by index from 0; unknown on a tie. */
  | { readonly kind: 'member'; readonly members: readonly Entity[]; readonly index: Expression }
  /** The members in permutation number `index`, lexicographic; unknown where two are too close. */
  | { readonly kind: 'order'; readonly members: readonly Entity[]; readonly index: Expression }
  | { readonly kind: 'list'; readonly members: readonly Entity[] }
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  /** Left, top, right, bottom in the picture. */
  | { readonly kind: 'box'; readonly edges: readonly Expression[] }
  /** Centre to the right, down and forward, width, height and depth in micrometres; heading in micro-degrees. */
  | { readonly kind: 'box3d'; readonly lengths: readonly Expression[]; readonly heading: Expression }
  | { readonly kind: 'entity'; readonly entity: Entity };

export const scalar = (value: Expression): Value => ({ kind: 'scalar', value });
