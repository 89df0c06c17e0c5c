/** The points of one thing: those of its mask, mended at its rim, without what flies off. */
import type { Vector3 } from '../../facts/rows.js';
import { unproject } from '../../geometry/projection.js';
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import { mainClusters } from './clusters.js';
import { EDGE_SHARE } from './depth-edges.js';

export interface ObjectPoint {
  /** Camera frame, metres. */
  readonly point: Vector3;
  /** Row-major position of its pixel. */
  readonly pixel: number;
}

/**
 * So many pixels from the rim depth is blended with what lies behind. A pixel there takes the depth of the nearest sound
 * pixel of its mask: left out, every thing would be seen too small by as much on all sides.
 */
const MENDED_PIXELS = 2;

/**
 * @param mask of the size of the map
 * @returns in the order of pixels; nothing where the mask shows no valid point
 * @throws Error where mask and map differ in size: whoever calls this has both
 */
export function objectPoints(map: PointMap, mask: InstanceMask): readonly ObjectPoint[] {
  if (mask.width !== map.width || mask.height !== map.height)
    throw new Error(`a mask of ${mask.width} x ${mask.height} for a map of ${map.width} x ${map.height}`);
  const shown = pixelsOf(mask);
  const sound = new Uint8Array(mask.pixels.length);
  for (const pixel of shown) if (isSound(map, mask, pixel)) sound[pixel] = 1;
  const points = shown.flatMap((pixel) => {
    const point = sound[pixel] === 1 ? pointAt(map, pixel) : mended(map, sound, pixel);
    return point === null ? [] : [{ point, pixel }];
  });
  return mainClusters(points, map.width);
}

function pixelsOf({ pixels }: InstanceMask): readonly number[] {
  const shown: number[] = [];
  for (let pixel = 0; pixel < pixels.length; pixel++) if (pixels[pixel] === 1) shown.push(pixel);
  return shown;
}

/** Valid, and without a depth edge to another pixel of the mask: what lies outside the mask makes no edge in the thing. */
function isSound({ width, height, points, valid }: PointMap, mask: InstanceMask, pixel: number): boolean {
  if (valid[pixel] !== 1) return false;
  const [u, v] = [pixel % width, Math.floor(pixel / width)];
  const depth = points[3 * pixel + 2] ?? 0;
  for (let y = Math.max(0, v - 1); y <= Math.min(height - 1, v + 1); y++)
    for (let x = Math.max(0, u - 1); x <= Math.min(width - 1, u + 1); x++) {
      const at = y * width + x;
      if (mask.pixels[at] !== 1 || valid[at] !== 1) continue;
      if (Math.abs((points[3 * at + 2] ?? 0) - depth) > EDGE_SHARE * depth) return false;
    }
  return true;
}

/** The pixel's ray at the depth of the nearest sound pixel; of equally near ones at that of the nearest surface. */
function mended({ width, height, points, intrinsics }: PointMap, sound: Uint8Array, pixel: number): Vector3 | null {
  const [u, v] = [pixel % width, Math.floor(pixel / width)];
  for (let reach = 1; reach <= MENDED_PIXELS; reach++) {
    let depth = Number.POSITIVE_INFINITY;
    for (let y = Math.max(0, v - reach); y <= Math.min(height - 1, v + reach); y++)
      for (let x = Math.max(0, u - reach); x <= Math.min(width - 1, u + reach); x++) {
        const at = y * width + x;
        if (sound[at] === 1) depth = Math.min(depth, points[3 * at + 2] ?? Number.POSITIVE_INFINITY);
      }
    if (Number.isFinite(depth)) return unproject(intrinsics, [u, v], depth);
  }
  return null;
}

function pointAt({ points }: PointMap, pixel: number): Vector3 {
  return [points[3 * pixel] ?? 0, points[3 * pixel + 1] ?? 0, points[3 * pixel + 2] ?? 0];
}
