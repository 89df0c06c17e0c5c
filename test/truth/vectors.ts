/**
 * Points and vectors in metres, and polygons seen from above. Plain geometry for the judge: it shares no code with the
 * product, or both would be wrong together.
 */

export type Vec = readonly [number, number, number];
/** A point of the floor plan. */
export type Spot = readonly [number, number];

export const minus = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const plus = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const times = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const norm = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);

/** Between two directions, 0 to 180. */
export function degreesBetween(a: Vec, b: Vec): number {
  const cosine = dot(a, b) / (norm(a) * norm(b));
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

/** Clockwise from ahead, 0 to 360, of so much to the right and so much ahead. */
export function clockwise(right: number, ahead: number): number {
  const degrees = (Math.atan2(right, ahead) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** Of equal sectors, the first centred ahead, which one holds the direction; and how far it is from their border. */
export function sectorOf(degrees: number, count: number): { readonly index: number; readonly inside: number } {
  const width = 360 / count;
  const turned = degrees / width;
  const index = Math.round(turned) % count;
  return { index, inside: (0.5 - Math.abs(turned - Math.round(turned))) * width };
}

const across = (a: Spot, b: Spot, p: Spot): number => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

/** On which side of the line from a to b a spot lies: metres to its left, negative to its right. */
export function leftOfLine(a: Spot, b: Spot, p: Spot): number {
  return across(a, b, p) / Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function edgesOf(polygon: readonly Spot[]): readonly (readonly [Spot, Spot])[] {
  return polygon.map((from, i) => [from, polygon[(i + 1) % polygon.length] ?? from]);
}

/** Of a convex polygon, counter-clockwise. */
export function holds(polygon: readonly Spot[], p: Spot): boolean {
  return edgesOf(polygon).every(([a, b]) => across(a, b, p) >= 0);
}

function fromSegment(p: Spot, a: Spot, b: Spot): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square));
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}

/** From a spot to a convex polygon; 0 within it. */
export function fromPolygon(p: Spot, polygon: readonly Spot[]): number {
  return holds(polygon, p) ? 0 : Math.min(...edgesOf(polygon).map(([a, b]) => fromSegment(p, a, b)));
}

/** What two convex polygons have in common. */
export function shared(one: readonly Spot[], other: readonly Spot[]): readonly Spot[] {
  let left = one;
  for (const [a, b] of edgesOf(other)) left = cut(left, a, b);
  return left;
}

/** What of a polygon lies to the left of the line from a to b. */
function cut(polygon: readonly Spot[], a: Spot, b: Spot): readonly Spot[] {
  return edgesOf(polygon).flatMap(([p, q]) => {
    const from = across(a, b, p);
    const to = across(a, b, q);
    const kept = from >= 0 ? [p] : [];
    if (from >= 0 === to >= 0) return kept;
    const t = from / (from - to);
    const crossing: Spot = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
    return [...kept, crossing];
  });
}

export function areaOf(polygon: readonly Spot[]): number {
  return edgesOf(polygon).reduce((sum, [a, b]) => sum + a[0] * b[1] - a[1] * b[0], 0) / 2;
}

/** The least distance between two convex polygons; 0 where they share anything. */
export function between(one: readonly Spot[], other: readonly Spot[]): number {
  if (areaOf(shared(one, other)) > 0) return 0;
  return Math.min(...one.map((p) => fromPolygon(p, other)), ...other.map((p) => fromPolygon(p, one)));
}
