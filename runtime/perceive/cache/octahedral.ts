/**
 * Unit vectors as two 16-bit numbers: the octahedron's surface unfolded to a square (Cigolle et al. 2014, "A Survey of Efficient
 * Representations for Independent Unit Vectors", JCGT). The largest error is below 0.004 degrees.
 */

/** What stands for a vector that is unknown. */
const UNKNOWN = -32768;
const MOST = 32767;

/** @param vectors [n · 3], NaN where unknown. @returns [n · 2] */
export function toOctahedral(vectors: Float32Array): Int16Array {
  const packed = new Int16Array((vectors.length / 3) * 2);
  for (let i = 0; i < packed.length / 2; i++) {
    const [x, y, z] = [vectors[3 * i] ?? 0, vectors[3 * i + 1] ?? 0, vectors[3 * i + 2] ?? 0];
    const size = Math.abs(x) + Math.abs(y) + Math.abs(z);
    if (!(size > 0)) {
      packed[2 * i] = UNKNOWN;
      continue;
    }
    const [u, v] = folded(x / size, y / size, z);
    packed[2 * i] = Math.round(u * MOST);
    packed[2 * i + 1] = Math.round(v * MOST);
  }
  return packed;
}

/** The inverse: [n · 3], unit vectors, NaN where unknown. */
export function fromOctahedral(packed: Int16Array): Float32Array {
  const vectors = new Float32Array((packed.length / 2) * 3);
  for (let i = 0; i < packed.length / 2; i++) {
    const [u, v] = [packed[2 * i] ?? UNKNOWN, packed[2 * i + 1] ?? 0];
    if (u === UNKNOWN) {
      vectors.fill(Number.NaN, 3 * i, 3 * i + 3);
      continue;
    }
    const [a, b] = [u / MOST, v / MOST];
    const z = 1 - Math.abs(a) - Math.abs(b);
    const [x, y] = folded(a, b, z);
    const size = Math.hypot(x, y, z);
    vectors[3 * i] = x / size;
    vectors[3 * i + 1] = y / size;
    vectors[3 * i + 2] = z / size;
  }
  return vectors;
}

/** The lower half of the octahedron is folded over the edges of the upper one; folding twice is nothing. */
function folded(u: number, v: number, z: number): readonly [number, number] {
  if (z >= 0) return [u, v];
  return [(1 - Math.abs(v)) * (u < 0 ? -1 : 1), (1 - Math.abs(u)) * (v < 0 ? -1 : 1)];
}
