/**
 * Which way is up, from the normals of a point map: most of what is level in a room or a street is level exactly, and most
 * of what is upright is upright exactly.
 */
import type { Vector3 } from '../../facts/rows.js';
import { dot, normalised, scale } from '../../geometry/matrix.js';
import { addToScatter, emptyScatter, principalAxes } from '../../geometry/principal-axes.js';
import type { PointMap } from '../point-map.js';
import { findFloor } from './floor.js';

export type Gravity =
  | {
      readonly kind: 'found';
      /** Unit vector against gravity, camera frame. */
      readonly up: Vector3;
      /** Of the normals that could be of level surfaces, the share that is within `LEVEL_DEGREES` of up or down. */
      readonly confidence: number;
    }
  | { readonly kind: 'unknown'; readonly cause: 'few level surfaces' | 'level surfaces disagree' };

/** A camera is held so that up is within this angle of the top of its picture. */
const TILT_DEGREES = 45;
/** Normals of one surface lie within this angle of each other. */
const LEVEL_DEGREES = 5;
/** Side of the bins in which the mode is looked for, as tangents: about 2 degrees. */
const BIN = 0.035;
/** Of all normals, the share that must be near the mode: less may be a cushion, or noise. */
const LEAST_SHARE = 0.02;
/** Below this `confidence` the normals have no common direction, and gravity is unknown. */
export const LEAST_CONFIDENCE = 0.25;
/** Of so many pixels one is looked at, in both directions. */
const STRIDE = 3;
/** Rounds of refinement: each takes what is level and upright by the one before. */
const ROUNDS = 4;

/** @param normals as `normalsOf` gives them, or those of a model */
export function findGravity(map: PointMap, normals: Float32Array): Gravity {
  const seen = seenNormals(map, normals);
  const candidates = upwards(seen);
  const mode = modeOf(candidates);
  if (mode === null) return { kind: 'unknown', cause: 'few level surfaces' };
  let up = mode;
  for (let round = 0; round < ROUNDS; round++) up = refined(up, seen, round < 2 ? null : findFloor(map, normals, up));
  const near = Math.cos(radians(LEVEL_DEGREES));
  const level = candidates.filter((normal) => dot(normal, up) >= near).length;
  if (level < LEAST_SHARE * seen.length) return { kind: 'unknown', cause: 'few level surfaces' };
  const confidence = level / candidates.length;
  if (confidence < LEAST_CONFIDENCE) return { kind: 'unknown', cause: 'level surfaces disagree' };
  return { kind: 'found', up, confidence };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function seenNormals({ width, height }: PointMap, normals: Float32Array): readonly Vector3[] {
  const seen: Vector3[] = [];
  for (let v = 0; v < height; v += STRIDE)
    for (let u = 0; u < width; u += STRIDE) {
      const [x = Number.NaN, y = 0, z = 0] = normals.subarray(3 * (v * width + u), 3 * (v * width + u) + 3);
      if (!Number.isNaN(x)) seen.push([x, y, z]);
    }
  return seen;
}

/** The normals that may be of something level; a ceiling's are turned round. */
function upwards(seen: readonly Vector3[]): readonly Vector3[] {
  const least = Math.cos(radians(TILT_DEGREES));
  return seen.flatMap((normal) => (normal[1] <= -least ? [normal] : normal[1] >= least ? [scale(normal, -1)] : []));
}

/** The fullest bin with its neighbours, and from there the mean of what is near, until it stays. */
function modeOf(candidates: readonly Vector3[]): Vector3 | null {
  const bins = new Map<number, number>();
  const side = 2 ** 10;
  const keyOf = (x: number, z: number): number =>
    (Math.round(x / BIN) + side / 2) * side + Math.round(z / BIN) + side / 2;
  for (const [x, y, z] of candidates) {
    const key = keyOf(x / -y, z / -y);
    bins.set(key, (bins.get(key) ?? 0) + 1);
  }
  let [best, most] = [0, 0];
  for (const key of bins.keys()) {
    let held = 0;
    for (const row of [-side, 0, side]) for (const step of [-1, 0, 1]) held += bins.get(key + row + step) ?? 0;
    // Of equal ones the first key, so that the order of pixels decides nothing.
    if (held > most || (held === most && key < best)) [best, most] = [key, held];
  }
  if (most === 0) return null;
  const [x, z] = [Math.floor(best / side) - side / 2, (best % side) - side / 2];
  return meanShifted(normalised([x * BIN, -1, z * BIN]), candidates);
}

function meanShifted(from: Vector3, candidates: readonly Vector3[]): Vector3 {
  const near = Math.cos(radians(LEVEL_DEGREES));
  let up = from;
  for (let step = 0; step < 20; step++) {
    let [x, y, z] = [0, 0, 0];
    for (const normal of candidates)
      if (dot(normal, up) >= near) [x, y, z] = [x + normal[0], y + normal[1], z + normal[2]];
    if (x === 0 && y === 0 && z === 0) return up;
    const next = normalised([x, y, z]);
    if (dot(next, up) > 1 - 1e-12) return next;
    up = next;
  }
  return up;
}

/**
 * The direction along which level normals lie and to which upright surfaces are orthogonal: the first principal axis of
 * Σ n nᵀ over level ones, less the same over upright ones. A floor counts once more for each of its points: a plane through
 * many points is less noisy than their normals.
 */
function refined(up: Vector3, seen: readonly Vector3[], floor: ReturnType<typeof findFloor> | null): Vector3 {
  const [near, across] = [Math.cos(radians(LEVEL_DEGREES)), Math.sin(radians(LEVEL_DEGREES))];
  const scatter = emptyScatter();
  for (const normal of seen) {
    const along = Math.abs(dot(normal, up));
    if (along >= near) addToScatter(scatter, ...normal, 1);
    else if (along <= across) addToScatter(scatter, ...normal, -1);
  }
  if (floor?.kind === 'found' && dot(floor.normal, up) >= near) addToScatter(scatter, ...floor.normal, floor.count);
  const { most } = principalAxes(scatter);
  return dot(most, up) < 0 ? scale(most, -1) : most;
}
