/** Point maps made by hand: what a pinhole camera would see of planes. */
import { pointsOfDepth } from '../../runtime/perceive/lift/depth-points.js';
import type { PointMap } from '../../runtime/perceive/point-map.js';

export interface View {
  readonly width: number;
  readonly height: number;
  /** Pixels. */
  readonly focal: number;
}

/** @param depth along z, metres, at a direction (x / z, y / z) and its pixel; NaN for an invalid pixel */
export function mapOf(
  { width, height, focal }: View,
  depth: (x: number, y: number, u: number, v: number) => number,
): PointMap {
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const metres = Float32Array.from({ length: width * height }, (_, at) => {
    const [u, v] = [at % width, Math.floor(at / width)];
    return depth((u - cx) / focal, (v - cy) / focal, u, v);
  });
  return pointsOfDepth({ width, height, metres, kind: 'z', intrinsics: [focal, focal, cx, cy] });
}
