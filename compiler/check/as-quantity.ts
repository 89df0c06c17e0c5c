/** How a quantity is had of what is none: for the messages about places where one is needed. */
import type { Type } from '../types/type.js';

export function asQuantity({ kind }: Type): string | undefined {
  if (kind === 'entity') return 'Take a fact of it, as in `a.height`.';
  if (kind === 'point' || kind === 'vector' || kind === 'unit')
    return 'Take a component of it: `.right`, `.up` or `.forward`.';
  if (kind === 'direction') return 'Take an angle: `angle(a.facing, b.facing)`.';
  if (kind === 'axis') return 'Take an angle: `angle(axis(a), axis(b))`.';
  if (kind === 'enumeration' || kind === 'text') return 'Words have no order; they are compared by `=` and `!=`.';
  if (kind === 'extents') return 'Take an extent of it, as in `span(a).right`.';
  if (kind === 'range') return 'A range is compared with another range: `span(a).right < span(b).right`.';
  if (kind === 'list') return 'Count its members, or pick one: `count(x in xs where …)`.';
  if (kind === 'footprint') return 'Take a fact of it: `overlap(footprint(a), footprint(b))`, or `a.footprint_area`.';
  return undefined;
}
