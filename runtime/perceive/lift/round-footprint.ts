/**
 * Whether a thing is round as seen from above. Of a lamp, a vase or a ball half of the outline is seen, or little more; around
 * that half the smallest rectangle is too small by up to a half, and its middle lies too near.
 */
import { type Circle, fittedCircle } from '../../geometry/circle-fit.js';
import { convexHull, type Point2 } from '../../geometry/convex-hull.js';

/** Root mean square distance of the outline to the circle, as a share of its radius. Two sides of a square have 0.13. */
const ROUND_SHARE = 0.03;
/** How much of the circle the outline must go around, degrees: a slightly bent front is no circle. */
const LEAST_ARC_DEGREES = 110;
/** All points lie within so many radii of its middle: nothing sticks out of a round thing. */
const MOST_RADII = 1.1;
/** The outline is sampled evenly, since long straight edges have few corners. */
const SAMPLES = 48;

/** @param points level coordinates (right, forward), metres, seen from the origin */
export function roundFootprint(points: readonly Point2[]): Circle | null {
  const seen = sampled(facingOrigin(convexHull(points)));
  const circle = fittedCircle(seen);
  if (circle === null) return null;
  const [cx, cy] = circle.centre;
  const away = ([x, y]: Point2): number => Math.hypot(x - cx, y - cy);
  const error = Math.sqrt(seen.reduce((sum, point) => sum + (away(point) - circle.radius) ** 2, 0) / seen.length);
  if (error > ROUND_SHARE * circle.radius || arcDegrees(seen, circle) < LEAST_ARC_DEGREES) return null;
  return points.every((point) => away(point) <= MOST_RADII * circle.radius) ? circle : null;
}

interface Edge {
  readonly from: Point2;
  readonly to: Point2;
}

/** The edges of a counter-clockwise hull that are turned to the origin. */
function facingOrigin(hull: readonly Point2[]): readonly Edge[] {
  return hull.flatMap((from, index) => {
    const to = hull[(index + 1) % hull.length] ?? from;
    // Outwards is to the right of the direction of travel.
    const outwards = (to[1] - from[1]) * -from[0] - (to[0] - from[0]) * -from[1];
    return outwards > 0 ? [{ from, to }] : [];
  });
}

function sampled(edges: readonly Edge[]): readonly Point2[] {
  const lengths = edges.map(({ from, to }) => Math.hypot(to[0] - from[0], to[1] - from[1]));
  const total = lengths.reduce((sum, one) => sum + one, 0);
  return edges.flatMap(({ from, to }, index) => {
    const count = Math.max(1, Math.round((SAMPLES * (lengths[index] ?? 0)) / total));
    return Array.from({ length: count }, (_, k): Point2 => {
      const share = (k + 0.5) / count;
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    });
  });
}

/** The circle less the largest gap between neighbouring points on it. */
function arcDegrees(points: readonly Point2[], { centre }: Circle): number {
  const angles = points.map(([x, y]) => Math.atan2(y - centre[1], x - centre[0])).sort((a, b) => a - b);
  const gaps = angles.map((angle, index) => (angles[index + 1] ?? (angles[0] ?? 0) + 2 * Math.PI) - angle);
  return 360 - (Math.max(...gaps) * 180) / Math.PI;
}
