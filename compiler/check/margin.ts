/** Margins (S2): what a comparison's dimension and sign make of the recipe's settings. */
import type { Settings } from '../bind/bound.js';
import type { Quantity } from '../types/type.js';
import type { Margin } from './typed.js';

export const exact: Margin = { absolute: 0, relativePpm: 0 };

/** Without them it is seen what is unknown for other reasons: nobody asks so. */
export type Margins = 'kept' | 'none';

/** One unit below nothing: then even what is equal is told apart, since a tie lies inside any margin. */
export const noMargin: Margin = { absolute: -1, relativePpm: 0 };

/** Of settings, what makes such margins: -1 um, -1e-6 degrees. */
export const noMargins: Settings['margin'] = { lengthUm: -1, relativePpm: 0, angleDegrees: -1e-6 };

/**
 * The margin between two values of one dimension. Signed lengths (components, differences) have no relative part: 5.0 and
 * 5.3 m to the right differ as much as 0.0 and 0.3 m do. Signed products and quotients keep it, for they have no other.
 */
export function marginOf(left: Quantity, right: Quantity, { margin }: Settings): Margin {
  if (margin === noMargins && left.dimension !== 'count') return noMargin;
  const signed = (left.measured && left.signed) || (right.measured && right.signed);
  switch (left.dimension) {
    case 'length':
      return { absolute: margin.lengthUm, relativePpm: signed ? 0 : margin.relativePpm };
    case 'area':
      return { absolute: 0, relativePpm: 2 * margin.relativePpm };
    case 'volume':
      return { absolute: 0, relativePpm: 3 * margin.relativePpm };
    case 'ratio':
      return { absolute: 0, relativePpm: margin.relativePpm };
    case 'angle':
      return { absolute: Math.round(margin.angleDegrees * 1e6), relativePpm: 0 };
    case 'count':
    case 'picture':
      return exact;
  }
}
