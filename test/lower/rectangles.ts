/** Rectangles on a plane, measured by other means than the formulas under test: clipping, and edges against edges. */
import type { UprightBox } from './upright-boxes.js';

export type Point = readonly [number, number];

/** Corners against the clock. */
export function corners({ east, north, first, second, turn }: UprightBox): readonly Point[] {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const signs: readonly Point[] = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ];
  return signs.map(([i, k]) => {
    const [f, g] = [(i * first) / 2, (k * second) / 2];
    return [east + f * c - g * s, north + f * s + g * c];
  });
}

const edges = (of: readonly Point[]): readonly (readonly [Point, Point])[] =>
  of.map((p, i) => [p, of[(i + 1) % of.length] ?? p] as const);

/** Twice the area of a triangle, positive against the clock. */
const turnOf = (p: Point, q: Point, r: Point): number => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);

/** What of a convex polygon lies in another, edge by edge of the other. */
export function clipped(polygon: readonly Point[], by: readonly Point[]): readonly Point[] {
  return edges(by).reduce<readonly Point[]>(
    (left, [p, q]) =>
      edges(left).flatMap(([from, to]) => {
        const [a, b] = [turnOf(p, q, from), turnOf(p, q, to)];
        const crossing: readonly Point[] =
          a >= 0 === b >= 0
            ? []
            : [[from[0] + ((to[0] - from[0]) * a) / (a - b), from[1] + ((to[1] - from[1]) * a) / (a - b)]];
        return a >= 0 ? [from, ...crossing] : crossing;
      }),
    polygon,
  );
}

export function area(polygon: readonly Point[]): number {
  return edges(polygon).reduce((sum, [p, q]) => sum + p[0] * q[1] - p[1] * q[0], 0) / 2;
}

/** Distance of two convex polygons: 0 where one holds a corner of the other or edges cross. */
export function distance(a: readonly Point[], b: readonly Point[]): number {
  if (meet(a, b)) return 0;
  const ends = [...a.map((p) => [p, b] as const), ...b.map((p) => [p, a] as const)];
  return Math.min(...ends.flatMap(([p, of]) => edges(of).map(([from, to]) => toSegment(p, from, to))));
}

function meet(a: readonly Point[], b: readonly Point[]): boolean {
  const holds = (of: readonly Point[], p: Point): boolean => edges(of).every(([from, to]) => turnOf(from, to, p) >= 0);
  return (
    a.some((p) => holds(b, p)) ||
    b.some((p) => holds(a, p)) ||
    edges(a).some(([p, q]) =>
      edges(b).some(([r, s]) => turnOf(p, q, r) * turnOf(p, q, s) < 0 && turnOf(r, s, p) * turnOf(r, s, q) < 0),
    )
  );
}

function toSegment(p: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((p[0] - from[0]) * dx + (p[1] - from[1]) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.sqrt((p[0] - from[0] - t * dx) ** 2 + (p[1] - from[1] - t * dy) ** 2);
}
