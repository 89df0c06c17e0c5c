/**
 * By how much a mask ends short of its thing, and the mask grown by as much. Segmenters end masks some pixels inside of
 * things; what is left out is little of a sofa, and half of a cup.
 *
 * Where a thing ends in front of something farther away, or behind something nearer, depth tells where: halfway between the
 * two, since point maps blend them evenly. How far beyond the rim that lies is measured wherever it can be, and the median
 * holds all around, also where the thing stands on something and depth goes on.
 */
import { unproject } from '../../geometry/projection.js';
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import type { ObjectPoint } from './object-points.js';

/** Masks end at most so many pixels short; what lies farther beyond is another part, which the segmenter did not see. */
const MOST_SHORT = 4;
/** So far beyond the rim nothing of the thing is blended in any more, if the mask ends `MOST_SHORT` pixels short. */
const BEYOND = 9;
/** So far inside of it nothing of what surrounds the thing is. */
const INSIDE = 2;
/** Share of the depth that makes a step: less is a surface that is seen at a slant. */
const STEP_SHARE = 0.03;
/** Share of a step within `RAMP` pixels either side of its middle: a slanted floor has less, and is no step. */
const ABRUPT_SHARE = 0.7;
const RAMP = 2.5;
/** Fewer places where depth tells do not speak for the whole rim. */
const LEAST_PLACES = 8;
/** So far beyond its end nothing of a thing is blended in any more. */
const BLENDED = 5;
export const directions = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Depth of a pixel, metres; NaN where it is invalid or outside of the picture. */
export function depthAt({ width, height, points, valid }: PointMap, u: number, v: number): number {
  const at = v * width + u;
  const isIn = u >= 0 && v >= 0 && u < width && v < height;
  return isIn && valid[at] === 1 ? (points[3 * at + 2] ?? Number.NaN) : Number.NaN;
}

/**
 * @param shown positions of the pixels of the mask
 * @returns whole pixels, 0 to `MOST_SHORT`; 0 where too few places tell
 */
export function shortfall(map: PointMap, mask: InstanceMask, shown: readonly number[]): number {
  const counts = new Array<number>(MOST_SHORT + 1).fill(0);
  let places = 0;
  for (const pixel of shown) {
    const [u, v] = [pixel % mask.width, Math.floor(pixel / mask.width)];
    for (const [du, dv] of directions) {
      if (isMasked(mask, u + du, v + dv)) continue;
      const short = shortBy(map, mask, [u, v], [du, dv]);
      if (short === null) continue;
      counts[short] = (counts[short] ?? 0) + 1;
      places++;
    }
  }
  if (places < LEAST_PLACES) return 0;
  let upTo = 0;
  return counts.findIndex((count) => {
    upTo += count;
    return 2 * upTo >= places;
  });
}

export function isMasked({ width, height, pixels }: InstanceMask, u: number, v: number): boolean {
  return u >= 0 && v >= 0 && u < width && v < height && pixels[v * width + u] === 1;
}

/** Columns and rows; also a place. */
export type Step = readonly [number, number];

/** Pixels between the rim and the step of depth beyond it; null where there is none within reach. */
function shortBy(map: PointMap, mask: InstanceMask, [u, v]: Step, [du, dv]: Step): number | null {
  const depth = (steps: number): number => depthAt(map, u + steps * du, v + steps * dv);
  const own = isMasked(mask, u - INSIDE * du, v - INSIDE * dv) ? depth(-INSIDE) : depth(0);
  const other = depth(BEYOND);
  if (!(Math.abs(other - own) > STEP_SHARE * own)) return null;
  const isOwn = (z: number): boolean => Math.abs(z - own) < Math.abs(z - other);
  for (let short = 0; short <= MOST_SHORT; short++) {
    if (isOwn(depth(short + 1))) continue;
    const [before, after] = [depth(short + 0.5 - RAMP), depth(short + 0.5 + RAMP)];
    return Math.abs(after - before) >= ABRUPT_SHARE * Math.abs(other - own) ? short : null;
  }
  return null;
}

/** A mask, and the points of the thing that it shows. */
export interface Shown {
  readonly mask: InstanceMask;
  readonly points: readonly ObjectPoint[];
}

export interface Regrown extends Shown {
  /** By so many pixels it was grown. */
  readonly pixels: number;
}

/**
 * The thing with the rim that its mask leaves out: not beyond a step of depth, and not into what others own. A pixel that is
 * added has the depth of the one it was reached from, for its own is blended, or of what the thing stands on.
 *
 * @param taken [height · width], 1 where any mask is
 */
export function regrown(map: PointMap, { mask, points }: Shown, taken: Uint8Array): Regrown {
  const shown = points.map(({ pixel }) => pixel);
  const rounds = shortfall(map, mask, shown);
  if (rounds === 0) return { mask, points, pixels: 0 };
  const depths = new Map(points.map(({ pixel, point }) => [pixel, point[2]]));
  const pixels = mask.pixels.slice();
  const added: ObjectPoint[] = [];
  let rim: readonly number[] = shown;
  for (let round = 0; round < rounds; round++) {
    const next: number[] = [];
    for (const from of rim) {
      const own = depths.get(from) ?? Number.NaN;
      for (const [at, _step] of neighboursOf(from, map)) {
        if (taken[at] === 1 || pixels[at] === 1) continue;
        pixels[at] = 1;
        depths.set(at, own);
        added.push({ pixel: at, point: unproject(map.intrinsics, [at % map.width, Math.floor(at / map.width)], own) });
        next.push(at);
      }
    }
    rim = next;
  }
  return { mask: { ...mask, pixels }, points: [...points, ...added].sort((a, b) => a.pixel - b.pixel), pixels: rounds };
}

/** Whether a pixel that is reached by such a step shows what lies beyond rather than the thing. */
function _isBeyond(map: PointMap, at: number, [du, dv]: Step, own: number): boolean {
  const [u, v] = [at % map.width, Math.floor(at / map.width)];
  const here = depthAt(map, u, v);
  if (Number.isNaN(here)) return true;
  const other = depthAt(map, u + BLENDED * du, v + BLENDED * dv);
  return Math.abs(other - own) > STEP_SHARE * own && Math.abs(here - own) > Math.abs(here - other);
}

function neighboursOf(at: number, { width, height }: PointMap): readonly (readonly [number, Step])[] {
  const [u, v] = [at % width, Math.floor(at / width)];
  return directions.flatMap((step) => {
    const [x, y] = [u + step[0], v + step[1]];
    return x >= 0 && y >= 0 && x < width && y < height ? [[y * width + x, step] as const] : [];
  });
}
