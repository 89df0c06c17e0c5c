/** An affine-invariant point map with its focal length and shift, as a point map in metres. */
import { unproject } from '../../geometry/projection.js';
import type { AffinePointMap, PointMap } from '../point-map.js';
import { type FocalShift, pixelsOfFocal } from './focal-shift.js';

/**
 * Adds the shift, then scales to metres, and puts each point on the ray of its pixel: x and y of the model are left, so that
 * every point projects to its own pixel. The principal point is the middle of the picture; pixels are square.
 *
 * @returns a map whose lengths are metres where `metricScale` is known, else those of the model
 */
export function metricMap(map: AffinePointMap, { focal, shift }: FocalShift & { kind: 'solved' }): PointMap {
  const { width, height, metricScale } = map;
  const pixels = pixelsOfFocal(focal, map);
  const intrinsics = [pixels, pixels, (width - 1) / 2, (height - 1) / 2] as const;
  const points = new Float32Array(map.points.length).fill(Number.NaN);
  const valid = new Uint8Array(map.valid.length);
  for (let at = 0; at < valid.length; at++) {
    const depth = ((map.points[3 * at + 2] ?? Number.NaN) + shift) * (metricScale ?? 1);
    if (map.valid[at] !== 1 || !(depth > 0) || !Number.isFinite(depth)) continue;
    points.set(unproject(intrinsics, [at % width, Math.floor(at / width)], depth), 3 * at);
    valid[at] = 1;
  }
  return { width, height, points, normals: map.normals, valid, intrinsics };
}
