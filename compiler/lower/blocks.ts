/**
 * Does a box hide another from an eye (docs/semantics.md section 9)? True where it hides all of it, wherever it
 * stands within the margin; false where a plane proves that it hides no part; else unknown.
 */
import {
  absolute,
  add,
  and,
  atMost,
  below,
  bool,
  multiply,
  negate,
  or,
  real,
  subtract,
  sum,
  when,
} from '../ir/build.js';
import type { Expression } from '../ir/node.js';
import { half } from './footprints.js';
import { axis, centre, type Need, type Share, sizes } from './object-facts.js';
import { cross, dot, mapXyz, minus, scale, type Xyz, xyz } from './triple.js';

/** All in the axes of the box that may hide, from its centre, in um. */
interface Sight {
  readonly eye: Xyz;
  /** The centre of the box that may be hidden, and its half axes. */
  readonly target: Xyz;
  readonly arms: readonly [Xyz, Xyz, Xyz];
  /** Half sizes of the box that may hide, each larger by the margin; and smaller. */
  readonly thick: Xyz;
  readonly thin: Xyz;
}

export function blocks(x: Need, b: Need, eye: Need | 'camera', lengthMarginUm: number, share: Share): Expression {
  const sight = sightOf(x, b, eye, lengthMarginUm, share);
  const beyondB = beyondTarget(x, b, eye, sight, share);
  const clear = or(...besideHider(sight, share), ...beyondB, ...besideView(sight, share));
  const outside = or(...parts(sight.eye).map((e, i) => below(part(sight.thick, i), absolute(e))));
  const hidden = and(...corners(sight).flatMap((corner) => meets(sight, mapXyz(corner, share), share)));
  return when([
    [clear, bool(false)],
    [and(outside, hidden), bool(true)],
  ]);
}

const zero = xyz(real(0), real(0), real(0));
const parts = (v: Xyz): readonly [Expression, Expression, Expression] => [v.x, v.y, v.z];
const part = (v: Xyz, i: number): Expression => parts(v)[i] ?? v.z;
const axes = (need: Need): readonly [Xyz, Xyz, Xyz] => [axis(need, 0), axis(need, 1), axis(need, 2)];
const place = (eye: Need | 'camera'): Xyz => (eye === 'camera' ? zero : centre(eye));
const along = (of: readonly [Xyz, Xyz, Xyz], v: Xyz): Xyz => xyz(dot(of[0], v), dot(of[1], v), dot(of[2], v));
const plus = (a: Xyz, b: Xyz): Xyz => xyz(add(a.x, b.x), add(a.y, b.y), add(a.z, b.z));

function halfSizes(need: Need, share: Share): Xyz {
  const [a = real(0), b = real(0), c = real(0)] = sizes(need).map((size) => share(half(size)));
  return xyz(a, b, c);
}

function sightOf(x: Need, b: Need, eye: Need | 'camera', margin: number, share: Share): Sight {
  const own = axes(x);
  const from = (v: Xyz): Xyz => mapXyz(along(own, mapXyz(minus(v, centre(x)), share)), share);
  const [size, reach] = [halfSizes(x, share), halfSizes(b, share)];
  const arm = (j: 0 | 1 | 2): Xyz => mapXyz(scale(along(own, axis(b, j)), part(reach, j)), share);
  return {
    eye: from(place(eye)),
    target: from(centre(b)),
    arms: [arm(0), arm(1), arm(2)],
    thick: mapXyz(size, (s) => share(add(s, real(margin)))),
    thin: mapXyz(size, (s) => share(subtract(s, real(margin)))),
  };
}

function corners({ target, arms }: Sight): readonly Xyz[] {
  const signs = [1, -1] as const;
  const moved = (v: Xyz, arm: Xyz, sign: 1 | -1): Xyz => (sign === 1 ? plus(v, arm) : minus(v, arm));
  return signs.flatMap((i) =>
    signs.flatMap((j) => signs.map((k) => moved(moved(moved(target, arms[0], i), arms[1], j), arms[2], k))),
  );
}

/** The segment from the eye to a point meets the box, wherever it stands within the margin along its axes. */
function meets({ eye, thin }: Sight, to: Xyz, share: Share): readonly Expression[] {
  const length = mapXyz(minus(to, eye), (d) => share(absolute(d)));
  const turn = cross(eye, to);
  return [0, 1, 2].flatMap((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    const width = add(multiply(part(thin, j), part(length, k)), multiply(part(thin, k), part(length, j)));
    return [
      atMost(absolute(add(part(eye, i), part(to, i))), add(multiply(real(2), part(thin, i)), part(length, i))),
      atMost(absolute(part(turn, i)), width),
    ];
  });
}

/** Eye and target lie beyond one side of the box that may hide. */
function besideHider({ eye, target, arms, thick }: Sight, share: Share): readonly Expression[] {
  return [0, 1, 2].flatMap((i) => {
    const reach = share(spread(arms.map((arm) => part(arm, i))));
    const [e, t, limit] = [part(eye, i), part(target, i), part(thick, i)];
    return [
      and(below(limit, e), below(limit, subtract(t, reach))),
      and(below(limit, negate(e)), below(limit, subtract(negate(t), reach))),
    ];
  });
}

/** The box that may hide lies beyond one side of the target, and of the eye. */
function beyondTarget(x: Need, b: Need, eye: Need | 'camera', sight: Sight, share: Share): readonly Expression[] {
  const from = (v: Xyz): Xyz => mapXyz(along(axes(b), mapXyz(minus(v, centre(b)), share)), share);
  const [e, at, size] = [from(place(eye)), from(centre(x)), halfSizes(b, share)];
  return [0, 1, 2].flatMap((j) => {
    const reach = share(spread(axes(x).map((a, i) => multiply(part(sight.thick, i), dot(a, axis(b, j))))));
    return [part(at, j), negate(part(at, j))].map((middle, side) => {
      const near = share(subtract(middle, reach));
      return and(below(part(size, j), near), below(side === 0 ? part(e, j) : negate(part(e, j)), near));
    });
  });
}

/**
 * Planes through the eye that leave the target on one side: about each axis of the box, tilted from the line of sight
 * to the target's centre by as much as the target may reach. The box that may hide lies clearly on the other side.
 */
function besideView({ eye, target, arms, thick }: Sight, share: Share): readonly Expression[] {
  const view = mapXyz(minus(target, eye), share);
  const depth = share(subtract(dot(view, view), spread(arms.map((arm) => dot(view, arm)))));
  const normals = [xyz(real(1), real(0), real(0)), xyz(real(0), real(1), real(0)), xyz(real(0), real(0), real(1))];
  return normals.flatMap((unit) => {
    const level = mapXyz(cross(unit, view), share);
    const reach = share(spread(arms.map((arm) => dot(level, arm))));
    return [scale(level, depth), scale(level, negate(depth))].map((v) => {
      const normal = mapXyz(minus(v, scale(view, reach)), share);
      const box = spread(parts(normal).map((n, i) => multiply(part(thick, i), n)));
      return and(below(real(0), depth), below(box, negate(dot(normal, eye))));
    });
  });
}

/** How far a box reaches to either side of its centre: the sum of magnitudes. */
function spread([a = real(0), b = real(0), c = real(0)]: readonly Expression[]): Expression {
  return sum(absolute(a), absolute(b), absolute(c));
}
