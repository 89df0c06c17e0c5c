/**
 * Whole units: every measured number is a whole count of 1 um, 1 mm3 or 1/1000 px before it is compared or printed.
 * `null` is unknown everywhere in the reference evaluator.
 */

export type Vector = readonly [number, number, number];

/** The nearest whole number (halves upwards); unknown when not finite or 9e12 and beyond. */
export function whole(x: number | null): number | null {
  if (x === null || !Number.isFinite(x) || Math.abs(x) >= 9e12) return null;
  return Math.floor(x + 0.5);
}

/** Metres to whole micrometres. */
export function micrometres(metres: number | null): number | null {
  return metres === null ? null : whole(metres * 1e6);
}

/** A point or size in metres to whole micrometres; unknown as a whole when one component is. */
export function micrometreVector(metres: Vector | null): Vector | null {
  if (metres === null) return null;
  const x = micrometres(metres[0]);
  const y = micrometres(metres[1]);
  const z = micrometres(metres[2]);
  return x === null || y === null || z === null ? null : [x, y, z];
}

export function dot(p: Vector, q: Vector): number {
  return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
}

export function cross(p: Vector, q: Vector): Vector {
  return [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
}

export function subtract(p: Vector, q: Vector): Vector {
  return [p[0] - q[0], p[1] - q[1], p[2] - q[2]];
}

/** Order by the bytes of UTF-8, which differs from JavaScript's own order beyond the BMP. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}

/** Lists of ids, first difference decides. */
export function compareIds(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compareBytes(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
