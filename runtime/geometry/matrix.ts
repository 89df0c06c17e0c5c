/**
 * 3-vectors, row-major 3x3 matrices and rigid 4x4 transforms: one definition of each formula.
 * Pure; nothing is checked here except by `asMatrix3` and `asTransform`.
 */
import type { Vector3 } from '../facts/rows.js';

/** Row-major 3x3. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

/** A rigid transform: p ↦ rotation · p + translation. */
export interface Transform {
  readonly rotation: Matrix3;
  readonly translation: Vector3;
}

export const identity3: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function add(a: Vector3, b: Vector3): Vector3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(a: Vector3, factor: number): Vector3 {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function length(a: Vector3): number {
  return Math.sqrt(dot(a, a));
}

/** a × b, right-handed. */
export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The vector at length 1; not finite for the null vector. */
export function normalised(a: Vector3): Vector3 {
  return scale(a, 1 / length(a));
}

/** `matrix · vector`. */
export function apply3(m: Matrix3, v: Vector3): Vector3 {
  return [
    m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
    m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
    m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
  ];
}

export function transpose3(m: Matrix3): Matrix3 {
  return [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
}

/** Column `index` of the matrix: for a rotation, where that axis points. */
export function column3(m: Matrix3, index: 0 | 1 | 2): Vector3 {
  switch (index) {
    case 0:
      return [m[0], m[3], m[6]];
    case 1:
      return [m[1], m[4], m[7]];
    case 2:
      return [m[2], m[5], m[8]];
  }
}

/** `a · b`. */
export function multiply3(a: Matrix3, b: Matrix3): Matrix3 {
  const x = apply3(a, column3(b, 0));
  const y = apply3(a, column3(b, 1));
  const z = apply3(a, column3(b, 2));
  return [x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]];
}

export function determinant3(m: Matrix3): number {
  return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
}

/** The x with `m · x = right`, by Cramer's rule; null where the matrix is singular, or not finite. */
export function solve3(m: Matrix3, right: Vector3): Vector3 | null {
  const determinant = determinant3(m);
  if (!(Math.abs(determinant) > 0)) return null;
  const [a, b, c] = [column3(m, 0), column3(m, 1), column3(m, 2)];
  return scale([dot(right, cross(b, c)), dot(right, cross(c, a)), dot(right, cross(a, b))], 1 / determinant);
}

/** The largest |entry| of mᵀm − I: 0 for a rotation or a reflection. NaN where an entry is not finite. */
export function orthonormalityError(m: Matrix3): number {
  return Math.max(
    Math.abs(m[0] * m[0] + m[3] * m[3] + m[6] * m[6] - 1),
    Math.abs(m[1] * m[1] + m[4] * m[4] + m[7] * m[7] - 1),
    Math.abs(m[2] * m[2] + m[5] * m[5] + m[8] * m[8] - 1),
    Math.abs(m[0] * m[1] + m[3] * m[4] + m[6] * m[7]),
    Math.abs(m[0] * m[2] + m[3] * m[5] + m[6] * m[8]),
    Math.abs(m[1] * m[2] + m[4] * m[5] + m[7] * m[8]),
  );
}

/** Orthonormal with determinant +1, to `tolerance` per entry. */
export function isRotation(m: Matrix3, tolerance = 1e-3): boolean {
  return orthonormalityError(m) <= tolerance && Math.abs(determinant3(m) - 1) <= 3 * tolerance;
}

/** Nine numbers as a matrix; null for any other count. */
export function asMatrix3(values: readonly number[]): Matrix3 | null {
  const [a, b, c, d, e, f, g, h, i] = values;
  if (values.length !== 9 || a === undefined || b === undefined || c === undefined) return null;
  if (d === undefined || e === undefined || f === undefined) return null;
  if (g === undefined || h === undefined || i === undefined) return null;
  return [a, b, c, d, e, f, g, h, i];
}

/** p ↦ outer(inner(p)). */
export function compose(outer: Transform, inner: Transform): Transform {
  return {
    rotation: multiply3(outer.rotation, inner.rotation),
    translation: applyTransform(outer, inner.translation),
  };
}

export function applyTransform({ rotation, translation }: Transform, point: Vector3): Vector3 {
  return add(apply3(rotation, point), translation);
}

/** The inverse of a rigid transform: rotationᵀ, −rotationᵀ · translation. */
export function rigidInverse({ rotation, translation }: Transform): Transform {
  const back = transpose3(rotation);
  return { rotation: back, translation: scale(apply3(back, translation), -1) };
}

/** A row-major 4x4 as a transform; null where it is not 16 numbers with last row 0 0 0 1. */
export function asTransform(values: readonly number[]): Transform | null {
  const at = (index: number): number => values[index] ?? Number.NaN;
  if (values.length !== 16 || at(12) !== 0 || at(13) !== 0 || at(14) !== 0 || at(15) !== 1) return null;
  return {
    rotation: [at(0), at(1), at(2), at(4), at(5), at(6), at(8), at(9), at(10)],
    translation: [at(3), at(7), at(11)],
  };
}

/** The row-major 4x4 of a transform. */
export function matrix4({ rotation: r, translation: t }: Transform): readonly number[] {
  return [r[0], r[1], r[2], t[0], r[3], r[4], r[5], t[1], r[6], r[7], r[8], t[2], 0, 0, 0, 1];
}
