/**
 * Pixels at depth edges: there a point map interpolates between what is before and what is behind, and its points fly.
 * The rule is that of MoGe's `depth_map_edge`: a 3 x 3 window whose depths differ by more than a share of the middle one.
 */
import type { PointMap } from '../point-map.js';

/** Share of the depth. MoGe takes 0.04 when it makes meshes: surfaces seen at more than about 80 degrees count as edges, too. */
export const EDGE_SHARE = 0.04;

/** @returns [height · width], 1 at a depth edge; what is invalid is no edge, and makes none */
export function depthEdges({ width, height, points, valid }: PointMap, share = EDGE_SHARE): Uint8Array {
  const edges = new Uint8Array(width * height);
  for (let v = 0; v < height; v++)
    for (let u = 0; u < width; u++) {
      const at = v * width + u;
      if (valid[at] !== 1) continue;
      const [least, most] = depthRange(u, v, width, height, points, valid);
      if (most - least > share * (points[3 * at + 2] ?? 0)) edges[at] = 1;
    }
  return edges;
}

/** Least and greatest depth of the valid pixels among a pixel and its eight neighbours. */
function depthRange(
  u: number,
  v: number,
  width: number,
  height: number,
  points: Float32Array,
  valid: Uint8Array,
): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let y = Math.max(0, v - 1); y <= Math.min(height - 1, v + 1); y++)
    for (let x = Math.max(0, u - 1); x <= Math.min(width - 1, u + 1); x++) {
      const at = y * width + x;
      if (valid[at] !== 1) continue;
      const z = points[3 * at + 2] ?? 0;
      if (z < least) least = z;
      if (z > most) most = z;
    }
  return [least, most];
}
