/** Vectors of three expressions, and the few products that frames are made of. Sums run in the order x, y, z. */
import { divide, multiply, root, subtract, sum, where, whole } from '../ir/build.js';
import type { Expression } from '../ir/node.js';

/** Camera axes: x right, y down, z forward. */
export interface Xyz {
  readonly x: Expression;
  readonly y: Expression;
  readonly z: Expression;
}

export const xyz = (x: Expression, y: Expression, z: Expression): Xyz => ({ x, y, z });
export const mapXyz = (v: Xyz, f: (e: Expression) => Expression): Xyz => xyz(f(v.x), f(v.y), f(v.z));

export function dot(a: Xyz, b: Xyz): Expression {
  return sum(multiply(a.x, b.x), multiply(a.y, b.y), multiply(a.z, b.z));
}

export function cross(a: Xyz, b: Xyz): Xyz {
  const minor = (p: Expression, q: Expression, r: Expression, s: Expression): Expression =>
    subtract(multiply(p, q), multiply(r, s));
  return xyz(minor(a.y, b.z, a.z, b.y), minor(a.z, b.x, a.x, b.z), minor(a.x, b.y, a.y, b.x));
}

export function minus(a: Xyz, b: Xyz): Xyz {
  return xyz(subtract(a.x, b.x), subtract(a.y, b.y), subtract(a.z, b.z));
}

export const scale = (v: Xyz, by: Expression): Xyz => mapXyz(v, (e) => multiply(by, e));
export const length = (v: Xyz): Expression => root(dot(v, v));
export const over = (v: Xyz, by: Expression): Xyz => mapXyz(v, (e) => divide(e, by));

/** What is left of v when its part along the unit vector u is taken away: v - (v·u)u. */
export function horizontal(v: Xyz, u: Xyz): Xyz {
  return minus(v, scale(u, dot(v, u)));
}

export const known = (condition: Expression, v: Xyz): Xyz => mapXyz(v, (e) => where(condition, e));

/** Length of a vector of whole micrometres, in whole micrometres. */
export const wholeLength = (v: Xyz): Expression => whole(length(v));
