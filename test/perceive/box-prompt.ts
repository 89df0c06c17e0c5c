/**
 * A mask from a box in the picture and depth, as a simple segmenter would give it: what hangs together in the box, apart from what
 * the thing stands on and what lies behind.
 */
import type { Vector3 } from '../../runtime/facts/rows.js';
import { dot } from '../../runtime/geometry/matrix.js';
import type { Bounds } from '../../runtime/geometry/projection.js';
import type { InstanceMask } from '../../runtime/perceive/instance-mask.js';
import type { PointMap } from '../../runtime/perceive/point-map.js';

/** Neighbours hang together whose depths differ by less. */
const STEP_SHARE = 0.02;
/** What is level and this near to the lowest level surface of the box belongs to it, metres. */
const SUPPORT_METRES = 0.015;

/** @param normals of the map @param up unit vector against gravity, camera frame */
export function promptedMask(
  map: PointMap,
  normals: Float32Array,
  up: Vector3,
  [x1, y1, x2, y2]: Bounds,
): InstanceMask {
  const { width, height, valid } = map;
  const allowed = new Uint8Array(width * height);
  const support = supportHeight(map, normals, up, [x1, y1, x2, y2]);
  for (let v = Math.max(0, y1); v <= Math.min(height - 1, y2); v++)
    for (let u = Math.max(0, x1); u <= Math.min(width - 1, x2); u++) {
      const at = v * width + u;
      const onSupport = support !== null && heightOf(map, up, at) < support + SUPPORT_METRES;
      if (valid[at] === 1 && !onSupport) allowed[at] = 1;
    }
  return { width, height, pixels: largestPart(map, allowed) };
}

const heightOf = ({ points }: PointMap, up: Vector3, at: number): number =>
  dot([points[3 * at] ?? 0, points[3 * at + 1] ?? 0, points[3 * at + 2] ?? 0], up);

/** The fullest 1 cm of heights of what is level in the lower third of the box and the tenth below it. */
function supportHeight(map: PointMap, normals: Float32Array, up: Vector3, [x1, y1, x2, y2]: Bounds): number | null {
  const counts = new Map<number, number>();
  const [from, to] = [Math.round(y2 - (y2 - y1) / 3), Math.round(y2 + (y2 - y1) / 10)];
  for (let v = Math.max(0, from); v <= Math.min(map.height - 1, to); v++)
    for (let u = Math.max(0, x1); u <= Math.min(map.width - 1, x2); u++) {
      const at = v * map.width + u;
      const along = dot([normals[3 * at] ?? 0, normals[3 * at + 1] ?? 0, normals[3 * at + 2] ?? 0], up);
      if (!(along > 0.9)) continue;
      const bin = Math.round(100 * heightOf(map, up, at));
      counts.set(bin, (counts.get(bin) ?? 0) + 1);
    }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best === undefined ? null : best[0] / 100;
}

/** The largest set of allowed pixels that hang together by depth. */
function largestPart({ width, points }: PointMap, allowed: Uint8Array): Uint8Array {
  const left = allowed.slice();
  let largest: readonly number[] = [];
  for (let first = 0; first < left.length; first++) {
    if (left[first] !== 1) continue;
    left[first] = 0;
    const part = [first];
    // The part grows while it is walked.
    for (const at of part)
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        const [here, there] = [points[3 * at + 2] ?? 0, points[3 * next + 2] ?? 0];
        if (left[next] !== 1 || Math.abs(there - here) > STEP_SHARE * here) continue;
        left[next] = 0;
        part.push(next);
      }
    if (part.length > largest.length) largest = part;
  }
  const pixels = new Uint8Array(allowed.length);
  for (const at of largest) pixels[at] = 1;
  return pixels;
}
