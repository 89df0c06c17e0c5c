/**
 * The rectangle around points of the plane.
 *
 * The smallest rectangle around a convex polygon has a side along one of its edges (Freeman and Shapira 1975), so the
 * edges of the hull are all that is tried.
 */
import { convexHull, type Point2 } from './convex-hull.js';

export interface Rectangle {
  /** Angle of the first axis, radians, from x towards y; 0 up to π/2. */
  readonly angle: number;
  /** Least and greatest coordinate of the points along the first axis, and along the second, a quarter turn further. */
  readonly first: Range;
  readonly second: Range;
}

export type Range = readonly [number, number];

/**
 * Rectangles this much larger than the smallest count as equally small. The two seen sides of a box have a right-angled
 * triangle for a hull, around which the rectangle along the hypotenuse is exactly as small as the one along the legs.
 */
const SLACK = 1.15;

/**
 * Of the rectangles that are nearly the smallest, the one whose sides the points are nearest to: what is seen of a thing
 * is its sides (closeness criterion of Zhang et al., "Efficient L-shape fitting", IV 2017).
 *
 * @returns null for no points
 */
export function smallestRectangle(points: readonly Point2[]): Rectangle | null {
  const hull = convexHull(points);
  const found = hull.map((from, index) => rectangleAt(hull, edgeAngle(from, hull[(index + 1) % hull.length] ?? from)));
  const least = Math.min(...found.map(area));
  const small = found.filter((rectangle) => area(rectangle) <= SLACK * least);
  let [best, nearest] = [small[0] ?? null, Number.POSITIVE_INFINITY];
  if (small.length < 2) return best;
  for (const rectangle of small) {
    const away = meanDistanceToSides(points, rectangle);
    if (away < nearest) [best, nearest] = [rectangle, away];
  }
  return best;
}

/** The rectangle of a given angle around the points. */
export function rectangleAt(points: readonly Point2[], angle: number): Rectangle {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const range = (x: number, y: number): Range => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const point of points) {
      const along = x * point[0] + y * point[1];
      if (along < least) least = along;
      if (along > most) most = along;
    }
    return [least, most];
  };
  return { angle, first: range(c, s), second: range(-s, c) };
}

function edgeAngle(from: Point2, to: Point2): number {
  const quarter = Math.PI / 2;
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]) % quarter;
  return angle < 0 ? angle + quarter : angle;
}

const area = ({ first, second }: Rectangle): number => (first[1] - first[0]) * (second[1] - second[0]);

function meanDistanceToSides(points: readonly Point2[], { angle, first, second }: Rectangle): number {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  let sum = 0;
  for (const [x, y] of points) {
    const [a, b] = [c * x + s * y, c * y - s * x];
    sum += Math.min(a - first[0], first[1] - a, b - second[0], second[1] - b);
  }
  return sum / points.length;
}
