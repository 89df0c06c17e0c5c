/**
 * Pinhole projection of points and boxes, without distortion.
 * Points are metres in the camera frame (x right, y down, z forward); pixel centres lie at whole numbers.
 */
import type { Vector3 } from '../facts/rows.js';
import { type Box, boxCorners, boxEdges } from './box.js';
import { add, scale, subtract } from './matrix.js';

/** fx, fy, cx, cy in pixels. */
export type Intrinsics = readonly [number, number, number, number];
export type Pixel = readonly [number, number];
/** x1, y1, x2, y2 in pixels. */
export type Bounds = readonly [number, number, number, number];
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** What is nearer than this along z, metres, is cut away before it is projected. */
const NEAR_METRES = 0.05;

/** u = fx · x / z + cx, v = fy · y / z + cy; null where the point is not in front of the camera. */
export function project([fx, fy, cx, cy]: Intrinsics, [x, y, z]: Vector3): Pixel | null {
  return z > 0 ? [(fx * x) / z + cx, (fy * y) / z + cy] : null;
}

/** The point at depth `z` (metres along +z) that projects to pixel (u, v): the inverse of `project`. */
export function unproject([fx, fy, cx, cy]: Intrinsics, [u, v]: Pixel, z: number): Vector3 {
  return [((u - cx) / fx) * z, ((v - cy) / fy) * z, z];
}

/** The intrinsics of a picture after it was resized: its borders stay where they are, half a pixel beyond the outermost centres. */
export function resizedIntrinsics([fx, fy, cx, cy]: Intrinsics, from: Picture, to: Picture): Intrinsics {
  const [x, y] = [to.width / from.width, to.height / from.height];
  return [fx * x, fy * y, (cx + 0.5) * x - 0.5, (cy + 0.5) * y - 0.5];
}

/**
 * Bounds of a box's silhouette, not clipped to the picture.
 *
 * Edges that cross the near plane are cut there, so that a box reaching behind the camera has
 * (large) true bounds and not those of mirrored corners.
 *
 * @returns null where the whole box is behind the near plane
 */
export function projectedBounds(intrinsics: Intrinsics, box: Box): Bounds | null {
  const corners = boxCorners(box);
  const seen = corners.filter(([, , z]) => z >= NEAR_METRES);
  for (const [from, to] of boxEdges) {
    const a = corners[from];
    const b = corners[to];
    if (a !== undefined && b !== undefined && a[2] < NEAR_METRES !== b[2] < NEAR_METRES) seen.push(cutAtNear(a, b));
  }
  return boundsOf(seen.flatMap((point) => project(intrinsics, point) ?? []));
}

/** The edges of a box as lines in the picture, not clipped to it; what lies behind the near plane is cut away. */
export function projectedEdges(intrinsics: Intrinsics, box: Box): readonly (readonly [Pixel, Pixel])[] {
  const corners = boxCorners(box);
  return boxEdges.flatMap(([from, to]) => {
    const [a, b] = [corners[from], corners[to]];
    const line = a && b && projectedLine(intrinsics, a, b);
    return line ? [line] : [];
  });
}

/** A straight line between two points, as the picture shows it; null where all of it is behind the near plane. */
export function projectedLine(intrinsics: Intrinsics, a: Vector3, b: Vector3): readonly [Pixel, Pixel] | null {
  if (a[2] < NEAR_METRES && b[2] < NEAR_METRES) return null;
  const from = project(intrinsics, a[2] < NEAR_METRES ? cutAtNear(a, b) : a);
  const to = project(intrinsics, b[2] < NEAR_METRES ? cutAtNear(b, a) : b);
  return from && to ? [from, to] : null;
}

function cutAtNear(a: Vector3, b: Vector3): Vector3 {
  const [x, y] = add(a, scale(subtract(b, a), (NEAR_METRES - a[2]) / (b[2] - a[2])));
  return [x, y, NEAR_METRES];
}

/** Bounds of u, v, u, v, … */
function boundsOf(coordinates: readonly number[]): Bounds | null {
  if (coordinates.length === 0) return null;
  const us = coordinates.filter((_, index) => index % 2 === 0);
  const vs = coordinates.filter((_, index) => index % 2 === 1);
  return [Math.min(...us), Math.min(...vs), Math.max(...us), Math.max(...vs)];
}

/**
 * The part of the bounds inside the picture, whose outermost pixel centres are 0 and width − 1.
 *
 * @returns null where nothing of positive area is left
 */
export function clipToPicture([x1, y1, x2, y2]: Bounds, { width, height }: Picture): Bounds | null {
  const clipped: Bounds = [Math.max(x1, 0), Math.max(y1, 0), Math.min(x2, width - 1), Math.min(y2, height - 1)];
  return clipped[0] < clipped[2] && clipped[1] < clipped[3] ? clipped : null;
}

export function area([x1, y1, x2, y2]: Bounds): number {
  return Math.max(0, x2 - x1) * Math.max(0, y2 - y1);
}

/** Share of the bounds' area that lies outside the picture, 0..1; 1 where nothing is inside. */
export function clippedShare(bounds: Bounds, picture: Picture): number {
  const inside = clipToPicture(bounds, picture);
  return inside === null ? 1 : Math.max(0, 1 - area(inside) / area(bounds));
}

/** Area that two boxes share, as a share of the area that either covers, 0..1; 0 where neither covers any. */
export function intersectionOverUnion(a: Bounds, b: Bounds): number {
  const shared = area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  const covered = area(a) + area(b) - shared;
  return covered > 0 ? shared / covered : 0;
}
