/** An affine-invariant point map with its focal length and shift, as a point map in metres. */
import type { Intrinsics } from '../../geometry/projection.js';
import type { AffinePointMap, PointMap } from '../point-map.js';
import { type FocalShift, pixelsOfFocal } from './focal-shift.js';
import { pointsOnRays } from './points-on-rays.js';

/**
 * Adds the shift, then scales to metres, and puts each point on the ray of its pixel: x and y of the model are left, so that
 * every point projects to its own pixel.
 *
 * @param camera intrinsics in pixels of the map, where they are known; else the principal point is the middle of the picture,
 *   and pixels are square
 * @returns a map whose lengths are metres where `metricScale` is known, else those of the model
 */
export function metricMap(
  map: AffinePointMap,
  { focal, shift }: FocalShift & { kind: 'solved' },
  camera: Intrinsics | null = null,
): PointMap {
  const { width, height, metricScale } = map;
  const pixels = pixelsOfFocal(focal, map);
  const intrinsics = camera ?? ([pixels, pixels, (width - 1) / 2, (height - 1) / 2] as const);
  const depths = new Float32Array(map.valid.length);
  for (let at = 0; at < depths.length; at++)
    if (map.valid[at] === 1) depths[at] = ((map.points[3 * at + 2] ?? 0) + shift) * (metricScale ?? 1);
  const { points, valid } = pointsOnRays(depths, map, intrinsics);
  return { width, height, points, normals: map.normals, valid, intrinsics };
}
