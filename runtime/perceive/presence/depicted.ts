/**
 * Whether a detection is a picture of a thing rather than a thing: a face on a poster, a chair in a mirror. Detectors find both.
 *
 * - Its points lie in one upright plane, and so does what is around it: nothing stands out. Level planes say nothing: a
 *   book lies on a table as flat as a picture of one. Labels of flat things (`isFlat`) are left alone.
 * - Or it lies within something that shows pictures, and not before it: what a mirror shows is measured at the glass, or
 *   seems to be behind it.
 *
 * Neither proves it: such a detection is possible, so that nothing is asked of it and nothing is counted without it.
 */
import type { Vector3 } from '../../facts/rows.js';
import { dot, subtract } from '../../geometry/matrix.js';
import { planeThrough } from '../../geometry/principal-axes.js';
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';

/** Fewer points than this say nothing of a plane. */
const LEAST_POINTS = 60;
/** Points lie in a plane that is no farther off, metres and share of the depth: the larger of the two. */
const PLANE_METRES = 0.01;
const PLANE_SHARE = 0.007;
/** Share of the thing's points that must lie in its plane, and of the points around it: some of these are of other things. */
const OWN_SHARE = 0.9;
const AROUND_SHARE = 0.6;
/** What is around a thing lies so many pixels beyond its box: nearer, masks and depth are blurred. */
const AROUND_PIXELS = [4, 12] as const;
/** A plane is level whose normal is within 30 degrees of up. */
const LEVEL_COSINE = Math.cos(Math.PI / 6);
/** Share of a thing's pixels that must lie within what shows pictures. */
const WITHIN_SHARE = 0.9;
/** A thing stands before a frame whose points are so much nearer, as a share of the depth. */
const BEFORE_SHARE = 0.03;
/** Of so many pixels of a mask one is looked at, at most: planes need no more. */
const MOST_POINTS = 4000;

/** @param up unit vector against gravity, camera frame; null where it is unknown: then no plane is told from a level one */
export function liesInSurface(map: PointMap, mask: InstanceMask, up: Vector3 | null): boolean {
  const own = pointsOf(map, (at) => mask.pixels[at] === 1);
  if (own.length < LEAST_POINTS || up === null) return false;
  const plane = planeThrough(own);
  if (plane === null || Math.abs(dot(plane.normal, up)) > LEVEL_COSINE) return false;
  const shareIn = (points: readonly Vector3[]): number =>
    points.filter((point) => isIn(plane, point)).length / points.length;
  if (shareIn(own) < OWN_SHARE) return false;
  const ring = ringOf(mask);
  const around = pointsOf(map, (at) => ring[at] === 1);
  return around.length >= LEAST_POINTS && shareIn(around) >= AROUND_SHARE;
}

/** @param frame mask of what shows pictures, of the same size */
export function isShownIn(map: PointMap | null, mask: InstanceMask, frame: InstanceMask): boolean {
  let [inside, all] = [0, 0];
  for (let at = 0; at < mask.pixels.length; at++) {
    if (mask.pixels[at] !== 1) continue;
    all++;
    if (frame.pixels[at] === 1) inside++;
  }
  if (all === 0 || inside < WITHIN_SHARE * all) return false;
  if (map === null) return true;
  const [own, glass] = [mask, frame].map((one) => medianDepth(map, one, one === mask ? null : mask));
  return own === undefined || glass === undefined || own === null || glass === null || own > glass * (1 - BEFORE_SHARE);
}

/** Of a mask without the pixels of another; null where nothing is valid. */
function medianDepth(map: PointMap, { pixels }: InstanceMask, without: InstanceMask | null): number | null {
  const depths = pointsOf(map, (at) => pixels[at] === 1 && without?.pixels[at] !== 1).map(([, , z]) => z);
  return depths.sort((a, b) => a - b)[depths.length >> 1] ?? null;
}

function isIn({ point, normal }: { readonly point: Vector3; readonly normal: Vector3 }, other: Vector3): boolean {
  return Math.abs(dot(subtract(other, point), normal)) <= Math.max(PLANE_METRES, PLANE_SHARE * other[2]);
}

function pointsOf({ points, valid }: PointMap, isWanted: (at: number) => boolean): Vector3[] {
  const found: number[] = [];
  for (let at = 0; at < valid.length; at++) if (valid[at] === 1 && isWanted(at)) found.push(at);
  const step = Math.max(1, Math.ceil(found.length / MOST_POINTS));
  return found.flatMap((at, index): Vector3[] =>
    index % step === 0 ? [[points[3 * at] ?? 0, points[3 * at + 1] ?? 0, points[3 * at + 2] ?? 0]] : [],
  );
}

/** Pixels around a mask: between `AROUND_PIXELS` to the side of it, row by row and column by column. */
function ringOf({ width, height, pixels }: InstanceMask): Uint8Array {
  const ring = new Uint8Array(pixels.length);
  const [from, to] = AROUND_PIXELS;
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] !== 1) continue;
    const [u, v] = [at % width, Math.floor(at / width)];
    for (const [du, dv] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const next = [u + du, v + dv] as const;
      if (pixels[next[1] * width + next[0]] === 1) continue;
      for (let step = from; step <= to; step++) {
        const [x, y] = [u + step * du, v + step * dv];
        if (x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x] !== 1) ring[y * width + x] = 1;
      }
    }
  }
  return ring;
}
