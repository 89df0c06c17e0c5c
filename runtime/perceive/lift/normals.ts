/** Surface normals of a point map that came without them. */
import type { PointMap } from '../point-map.js';

/**
 * Pixels on either side that a difference is taken over. Over few, small surfaces have normals, too; over many the noise of depth
 * weighs less: steps of a structured-light sensor are 1 to 3 cm at 3 m, where 4 pixels are 2 cm.
 */
export const REACHES = [2, 5, 12] as const;

/**
 * From the cross product of central differences. A pixel within reach of an edge, of an invalid pixel or of the border has
 * none: there the differences are taken across two surfaces.
 *
 * @param edges as `depthEdges` gives them
 * @param reach one of `REACHES`
 * @returns [height · width · 3], unit vectors, camera frame, towards the camera; NaN where unknown
 */
export function normalsOf({ width, height, points, valid }: PointMap, edges: Uint8Array, reach: number): Float32Array {
  const normals = new Float32Array(points.length).fill(Number.NaN);
  const isGood = (at: number): boolean => valid[at] === 1 && edges[at] === 0;
  for (let v = reach; v < height - reach; v++)
    for (let u = reach; u < width - reach; u++) {
      const at = v * width + u;
      const [left, right, above, below] = [at - reach, at + reach, at - reach * width, at + reach * width];
      if (isGood(at) && isGood(left) && isGood(right) && isGood(above) && isGood(below))
        writeNormal(normals, points, at, [left, right, above, below]);
    }
  return normals;
}

/** Right × down points away from the camera, into the picture; so the product is taken the other way round. */
function writeNormal(
  normals: Float32Array,
  points: Float32Array,
  at: number,
  [left, right, above, below]: readonly [number, number, number, number],
): void {
  const difference = (to: number, from: number, axis: number): number =>
    (points[3 * to + axis] ?? 0) - (points[3 * from + axis] ?? 0);
  const [ax, ay, az] = [difference(right, left, 0), difference(right, left, 1), difference(right, left, 2)];
  const [bx, by, bz] = [difference(below, above, 0), difference(below, above, 1), difference(below, above, 2)];
  const [x, y, z] = [by * az - bz * ay, bz * ax - bx * az, bx * ay - by * ax];
  const size = Math.sqrt(x * x + y * y + z * z);
  if (!(size > 0)) return;
  normals[3 * at] = x / size;
  normals[3 * at + 1] = y / size;
  normals[3 * at + 2] = z / size;
}
