/**
 * How much of a footprint lies over another (docs/semantics.md section 9): the area that two rectangles share is
 * the integral of the other's outline, held between the sides of the one. Shared edges need no case of their own.
 */
import {
  absolute,
  add,
  and,
  apply,
  atMost,
  below,
  divide,
  int,
  multiply,
  negate,
  not,
  real,
  subtract,
  when,
  whole,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { type Footprints, facingSides, footprintsOf, signed, touching } from './footprints.js';
import type { Need, Share } from './object-facts.js';

/** Ratio of the shared area to a's, 0 to 1 in 1e-9; 0 where the footprints share less than 5 um. Heights do not count. */
export function overlap(a: Need, b: Need, share: Share): Expression {
  const footprints = footprintsOf(a, b, share);
  const apart = facingSides(footprints, share).map(({ outside }) => below(negate(touching), outside));
  const area = multiply(multiply(real(4), footprints.a.first), footprints.a.second);
  const ratio = share(divide(sharedArea(footprints, share), area));
  const meet = and(...apart.map(not));
  return when([
    [not(meet), int(0)],
    [and(meet, below(ratio, real(0))), int(0)],
    [and(meet, below(real(1), ratio)), int(1e9)],
    [and(meet, atMost(real(0), ratio)), whole(multiply(ratio, real(1e9)))],
  ]);
}

/** An edge of b in a's axes, mirrored so that b's first axis points to the right and away. */
interface Edge {
  /** Its middle. */
  readonly x: Expression;
  readonly y: Expression;
  /** Half its extent along x. */
  readonly reach: Expression;
  readonly slope: Expression;
}

function sharedArea(footprints: Footprints, share: Share): Expression {
  const { a, b, inA, cos, sin, twist } = footprints;
  const x = share(signed(twist, inA.x));
  const { y } = inA;
  const product = (e: Expression, f: Expression): Expression => share(multiply(e, f));
  const [c1, s1, c2, s2] = [
    product(b.first, cos),
    product(b.first, sin),
    product(b.second, cos),
    product(b.second, sin),
  ];
  const steep = (e: Expression): Expression => apply('larger', 'real', e, real(1e-12));
  const rising = share(divide(sin, steep(cos)));
  const falling = share(negate(divide(cos, steep(sin))));
  const edge = (ex: Expression, ey: Expression, reach: Expression, slope: Expression): Expression =>
    integral({ x: share(ex), y: share(ey), reach, slope }, a.first, a.second, share);
  const top = add(edge(subtract(x, s2), add(y, c2), c1, rising), edge(add(x, c1), add(y, s1), s2, falling));
  const bottom = add(
    edge(add(x, s2), subtract(y, c2), c1, rising),
    edge(subtract(x, c1), subtract(y, s1), s2, falling),
  );
  return subtract(top, bottom);
}

/** The integral along x, from -width to width, of an edge's y held between -height and height. */
function integral(edge: Edge, width: Expression, height: Expression, share: Share): Expression {
  const end = (x: Expression): Expression => share(held(share(x), width));
  const [left, right] = [end(subtract(edge.x, edge.reach)), end(add(edge.x, edge.reach))];
  const y = (x: Expression): Expression => share(add(edge.y, multiply(subtract(x, edge.x), edge.slope)));
  const [from, to] = [y(left), y(right)];
  const rise = share(subtract(to, from));
  const mean = when([
    [below(absolute(rise), real(0.1)), held(share(divide(add(from, to), real(2))), height)],
    [atMost(real(0.1), absolute(rise)), divide(subtract(heldSum(to, height), heldSum(from, height)), rise)],
  ]);
  return share(multiply(subtract(right, left), mean));
}

/** v held between -limit and limit. */
const held = (v: Expression, limit: Expression): Expression =>
  divide(subtract(absolute(add(v, limit)), absolute(subtract(v, limit))), real(2));

/** The integral of `held`, but for a constant. */
function heldSum(v: Expression, limit: Expression): Expression {
  const [over, under] = [add(v, limit), subtract(v, limit)];
  return divide(subtract(multiply(over, absolute(over)), multiply(under, absolute(under))), real(4));
}
