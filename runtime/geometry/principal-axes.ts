/** Eigenvectors of symmetric 3x3 matrices: the directions along which a set of vectors is spread least and most. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Vector3 } from '../facts/rows.js';
import { add, scale, subtract } from './matrix.js';

/** Σ w v vᵀ, as its upper triangle: xx, xy, xz, yy, yz, zz. */
export type Scatter = [number, number, number, number, number, number];

export const emptyScatter = (): Scatter => [0, 0, 0, 0, 0, 0];

/** Adds `weight` · v vᵀ in place: millions of vectors are added. */
export function addToScatter(scatter: Scatter, x: number, y: number, z: number, weight: number): void {
  scatter[0] += weight * x * x;
  scatter[1] += weight * x * y;
  scatter[2] += weight * x * z;
  scatter[3] += weight * y * y;
  scatter[4] += weight * y * z;
  scatter[5] += weight * z * z;
}

/** Unit eigenvectors of the least and of the greatest eigenvalue; their signs are arbitrary. */
export function principalAxes([xx, xy, xz, yy, yz, zz]: Scatter): { readonly least: Vector3; readonly most: Vector3 } {
  const symmetric = new Matrix([
    [xx, xy, xz],
    [xy, yy, yz],
    [xz, yz, zz],
  ]);
  // In ascending order of the eigenvalues.
  const { eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const axis = (column: number): Vector3 => [
    eigenvectorMatrix.get(0, column),
    eigenvectorMatrix.get(1, column),
    eigenvectorMatrix.get(2, column),
  ];
  return { least: axis(0), most: axis(2) };
}

/**
 * The plane of least squared distances: a point of it, and its unit normal, of arbitrary sign.
 *
 * @returns null for fewer than three points
 */
export function planeThrough(points: readonly Vector3[]): { readonly point: Vector3; readonly normal: Vector3 } | null {
  if (points.length < 3) return null;
  const sum = points.reduce<Vector3>((total, point) => add(total, point), [0, 0, 0]);
  const point = scale(sum, 1 / points.length);
  const scatter = emptyScatter();
  for (const one of points) addToScatter(scatter, ...subtract(one, point), 1);
  return { point, normal: principalAxes(scatter).least };
}
