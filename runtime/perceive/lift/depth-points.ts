/** A depth image and its camera as a point map. */
import { length } from '../../geometry/matrix.js';
import { type Intrinsics, unproject } from '../../geometry/projection.js';
import type { PointMap } from '../point-map.js';

export interface DepthImage {
  readonly width: number;
  readonly height: number;
  /** [height · width], metres; NaN, 0 or less where nothing was measured. */
  readonly metres: Float32Array;
  /** `z`: along the optical axis; `euclidean`: along the ray, as a laser measures. */
  readonly kind: 'z' | 'euclidean';
  /** fx, fy, cx, cy in pixels of this image. */
  readonly intrinsics: Intrinsics;
}

/** Each pixel's point: on its ray, at its depth. */
export function pointsOfDepth({ width, height, metres, kind, intrinsics }: DepthImage): PointMap {
  const points = new Float32Array(3 * width * height).fill(Number.NaN);
  const valid = new Uint8Array(width * height);
  for (let at = 0; at < valid.length; at++) {
    const depth = metres[at] ?? Number.NaN;
    if (!(depth > 0) || !Number.isFinite(depth)) continue;
    const pixel = [at % width, Math.floor(at / width)] as const;
    const z = kind === 'z' ? depth : depth / length(unproject(intrinsics, pixel, 1));
    points.set(unproject(intrinsics, pixel, z), 3 * at);
    valid[at] = 1;
  }
  return { width, height, points, normals: null, valid, intrinsics };
}
