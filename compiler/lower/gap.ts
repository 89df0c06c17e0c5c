/** The closest distance between the boxes of two objects (docs/semantics.md section 9). The same to the bit either way round. */
import {
  absolute,
  add,
  apply,
  atMost,
  below,
  int,
  multiply,
  not,
  or,
  real,
  root,
  subtract,
  when,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { facingSides, footprintsOf, half, touching } from './footprints.js';
import type { Need, Share } from './object-facts.js';

/** Whole um; 0 where the boxes overlap or are less than 5 um apart. Unknown where a box cannot be straightened. */
export function gap(a: Need, b: Need, share: Share): Expression {
  const footprints = footprintsOf(a, b, share);
  const sides = facingSides(footprints, share);
  const apart = share(or(...sides.map(({ outside }) => below(real(0), outside))));
  const least = sides
    .map(({ outside, aside }) => share(add(squared(outside), squared(share(positive(aside))))))
    .reduce((l, r) => share(apply('smaller', 'real', l, r)));
  const level = when([
    [apart, least],
    [not(apart), real(0)],
  ]);
  const heights = add(half(a('height')), half(b('height')));
  const above = share(positive(share(subtract(absolute(footprints.rise), heights))));
  const distance = share(root(add(level, squared(above))));
  return when([
    [below(distance, touching), int(0)],
    [atMost(touching, distance), whole(distance)],
  ]);
}

const squared = (e: Expression): Expression => multiply(e, e);

/** What of a number is above zero. */
const positive = (e: Expression): Expression =>
  when([
    [below(real(0), e), e],
    [atMost(e, real(0)), real(0)],
  ]);
