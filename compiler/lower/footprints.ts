/**
 * Two straightened boxes seen from above: what `gap` and `overlap` measure (docs/semantics.md section 9).
 * Everything is unknown where a box is not whole, no axis of it is within 5 degrees of gravity, or gravity is unknown.
 */
import { absolute, add, atMost, divide, multiply, negate, real, subtract, toReal, when } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { centre, levelAxes, type Need, type Share, up } from './object-facts.js';
import { dot, mapXyz, minus } from './triple.js';

/** What rounding places and sizes to whole micrometres may leave between two boxes that touch. */
export const touching = real(5);

/** Half sizes and places in um, as doubles. Each member is a column, so that it may be used often. */
export interface Footprints {
  /** Half sizes of a's footprint, along its own axes; and of b's. */
  readonly a: Half;
  readonly b: Half;
  /** b's centre from a's, along a's axes. */
  readonly inA: Place;
  /** The same, along b's axes. */
  readonly inB: Place;
  /** Magnitudes of cosine and sine of the angle from a's first axis to b's. */
  readonly cos: Expression;
  readonly sin: Expression;
  /** The two multiplied with their signs: negative where mirroring a's first axis makes the angle acute. */
  readonly twist: Expression;
  /** b's centre over a's: a signed height. */
  readonly rise: Expression;
}

export interface Half {
  readonly first: Expression;
  readonly second: Expression;
}
export interface Place {
  readonly x: Expression;
  readonly y: Expression;
}

export function footprintsOf(a: Need, b: Need, share: Share): Footprints {
  const between = mapXyz(minus(centre(b), centre(a)), share);
  const [[a1, a2], [b1, b2]] = [levelAxes(a), levelAxes(b)];
  const cos = share(dot(a1, b1));
  // Half the difference of two equal and opposite products, so that exchanging a and b changes the sign and no bit.
  const sin = share(divide(subtract(dot(a2, b1), dot(a1, b2)), real(2)));
  return {
    a: halves(a, share),
    b: halves(b, share),
    inA: { x: share(dot(a1, between)), y: share(dot(a2, between)) },
    inB: { x: share(dot(b1, between)), y: share(dot(b2, between)) },
    cos: share(absolute(cos)),
    sin: share(absolute(sin)),
    twist: share(multiply(cos, sin)),
    rise: share(dot(up(a), between)),
  };
}

export const half = (size: Expression): Expression => divide(toReal(size), real(2));
const halves = (need: Need, share: Share): Half => ({
  first: share(half(need('level1'))),
  second: share(half(need('level2'))),
});

/** A side of one rectangle, moved out by the other: how far the other's centre is outside it, and beyond its ends. */
export interface Side {
  readonly outside: Expression;
  readonly aside: Expression;
}

/**
 * The centre of b against the eight sides of a enlarged by b: the four that face it.
 * The rectangles are apart iff it is outside one of them.
 */
export function facingSides({ a, b, inA, inB, cos, sin, twist }: Footprints, share: Share): readonly Side[] {
  const along = (e: Expression, f: Expression): Expression => share(add(multiply(e, cos), multiply(f, sin)));
  const across = (e: Expression, f: Expression): Expression => share(subtract(multiply(e, cos), multiply(f, sin)));
  // Mirrored so that the angle is acute and the centre is ahead of the side that is looked at. Seen from b the angle
  // is the opposite one; that holds also where it is 0, or parallel sides of the two would not join.
  const turnInA = share(signed(twist, multiply(inA.x, inA.y)));
  const turnInB = share(negate(signed(twist, multiply(inB.x, inB.y))));
  const sides = (own: Half, other: Half, at: Place, turn: Expression): readonly Side[] => {
    const [x, y] = [share(absolute(at.x)), share(absolute(at.y))];
    return [
      {
        outside: share(subtract(y, add(own.second, along(other.second, other.first)))),
        aside: share(
          subtract(absolute(subtract(share(signed(turn, x)), across(other.first, other.second))), own.first),
        ),
      },
      {
        outside: share(subtract(x, add(own.first, along(other.first, other.second)))),
        aside: share(subtract(absolute(add(share(signed(turn, y)), across(other.second, other.first))), own.second)),
      },
    ];
  };
  return [...sides(a, b, inA, turnInA), ...sides(b, a, inB, turnInB)];
}

/** v with the sign of another number; zero counts as positive. */
export const signed = (by: Expression, v: Expression): Expression =>
  when([
    [atMost(real(0), by), v],
    [atMost(by, real(0)), negate(v)],
  ]);
