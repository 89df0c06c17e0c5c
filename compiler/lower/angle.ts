/**
 * Angles from + - * / and sqrt alone, so that every engine gives the same bits (docs/semantics.md section 9):
 * the tangent is halved three times, and the arc is the first eight terms of its series. Error < 1e-8 deg.
 */
import { absolute, add, atMost, below, divide, multiply, real, root, subtract, when, whole } from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import type { Share } from './object-facts.js';
import { cross, dot, length, mapXyz, type Xyz } from './triple.js';

/** 8e6 * 180 / pi: what makes an eighth of an angle in radians whole micro-degrees. */
const microDegreesPerEighth = 458366236.1046586;
/** From the last term of the series to the second. */
const odds = [13, 11, 9, 7, 5, 3, 1] as const;

/** From 0 to 180 deg between two vectors of any lengths, whole micro-degrees; unknown for a vector of length 0. */
export function angleBetween(u: Xyz, v: Xyz, share: Share): Expression {
  const { across, along } = productsOf(u, v, share);
  const acute = share(acuteAngle(across, share(absolute(along)), share));
  return when([
    [atMost(real(0), along), whole(acute)],
    [below(along, real(0)), whole(subtract(real(180e6), acute))],
  ]);
}

/** From 0 to 90 deg between two axes: directions that are the same either way round. Otherwise as `angleBetween`. */
export function axisAngle(u: Xyz, v: Xyz, share: Share): Expression {
  const { across, along } = productsOf(u, v, share);
  return whole(acuteAngle(across, share(absolute(along)), share));
}

interface Products {
  /** Length of the cross product: the product of the lengths with the sine. */
  readonly across: Expression;
  /** Dot product: with the cosine. */
  readonly along: Expression;
}

function productsOf(u: Xyz, v: Xyz, share: Share): Products {
  const [a, b] = [mapXyz(u, share), mapXyz(v, share)];
  return { across: share(length(mapXyz(cross(a, b), share))), along: share(dot(a, b)) };
}

/** The angle whose tangent is across / along, both at least 0, in micro-degrees. */
function acuteAngle(across: Expression, along: Expression, share: Share): Expression {
  const radius = root(add(multiply(across, across), multiply(along, along)));
  const halved = share(divide(across, add(radius, along)));
  const eighth = share(halfTangent(share(halfTangent(halved))));
  const square = share(multiply(eighth, eighth));
  const series = odds.reduce<Expression>((rest, odd) => subtract(real(1 / odd), multiply(square, rest)), real(1 / 15));
  return multiply(multiply(eighth, series), real(microDegreesPerEighth));
}

/** The tangent of half an angle from its tangent. */
const halfTangent = (t: Expression): Expression => divide(t, add(real(1), root(add(real(1), multiply(t, t)))));
