/** Convex hulls in the plane: Andrew's monotone chain (1979). */

export type Point2 = readonly [number, number];

/** Counter-clockwise in axes (x right, y up), without collinear points, from the leftmost (then lowest) one. */
export function convexHull(points: readonly Point2[]): readonly Point2[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chain(sorted);
  const upper = chain(sorted.toReversed());
  const hull = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

/** Points that turn left, one after the other. */
function chain(sorted: readonly Point2[]): readonly Point2[] {
  const kept: Point2[] = [];
  for (const point of sorted) {
    for (;;) {
      const [before, last] = [kept.at(-2), kept.at(-1)];
      if (before === undefined || last === undefined || turn(before, last, point) > 0) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

/** Positive where a, b, c turn left. */
function turn(a: Point2, b: Point2, c: Point2): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
