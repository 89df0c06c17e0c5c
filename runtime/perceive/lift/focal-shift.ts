/**
 * The focal length and the shift along z that turn an affine-invariant point map into one of a pinhole camera.
 *
 * Such a map is known up to scale and shift: its point (x, y, z) is seen at f · (x, y) / (z + s). Given s, the best f is a
 * quotient of two sums (variable projection); s is found by Levenberg-Marquardt in one dimension. As in MoGe
 * (Wang et al., CVPR 2025, and `recover_focal_shift` of its code): 64 x 64 points, and picture coordinates in which half
 * the diagonal is 1.
 */
import type { AffinePointMap } from '../point-map.js';

export type FocalShift =
  | {
      readonly kind: 'solved';
      /** In half diagonals of the picture. */
      readonly focal: number;
      /** Added to every z, in the units of the map. */
      readonly shift: number;
    }
  | { readonly kind: 'unknown'; readonly cause: FocalShiftCause };

export type FocalShiftCause =
  | 'fewer than 2 valid points'
  | 'points behind the camera'
  | 'wider than any lens'
  | 'too flat to tell';

/** Points of a side of the raster that is solved for: a few thousand points say as much as all of them. */
const RASTER = 64;
/** A field of view that no rectilinear lens has: the solve went astray. */
const WIDEST_FOV_DEGREES = 150;
/**
 * By how much, in half diagonals, moving the points away by their own depth must change where they are seen, at the best
 * focal length. Below it focal length and shift stand for one another: a wall seen straight on.
 */
const LEAST_PARALLAX = 1e-3;
const MOST_STEPS = 60;
/** The solve ends when the shift changes by less, as a share of the median depth. */
const SMALLEST_STEP = 1e-9;

/** A ray's sample: where the point lies, and where it is seen. */
interface Sample {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly u: number;
  readonly v: number;
}

/**
 * Solves for focal length and shift.
 *
 * @param focal where it is known (`focalOfPixels`): then the shift alone is solved for
 * @returns unknown with its cause where the points do not tell; nothing is guessed
 */
export function solveFocalShift(map: AffinePointMap, focal: number | null = null): FocalShift {
  const samples = samplesOf(map);
  if (samples.length < 2) return { kind: 'unknown', cause: 'fewer than 2 valid points' };
  const nearest = Math.min(...samples.map(({ z }) => z));
  if (nearest <= 0) return { kind: 'unknown', cause: 'points behind the camera' };
  const depths = samples.map(({ z }) => z).sort((a, b) => a - b);
  const median = depths[depths.length >> 1] ?? nearest;
  const found = descend(samples, focal, nearest, median);
  if (nearest + found.shift <= 0) return { kind: 'unknown', cause: 'points behind the camera' };
  // d(residual)/d(shift), times a typical depth: how far the picture moves when the shift does.
  const parallax = Math.sqrt(found.curvature / samples.length) * (median + found.shift);
  if (!(parallax >= LEAST_PARALLAX)) return { kind: 'unknown', cause: 'too flat to tell' };
  if (!(found.focal > 0) || fovDegrees(found.focal, map) > WIDEST_FOV_DEGREES)
    return { kind: 'unknown', cause: 'wider than any lens' };
  return { kind: 'solved', focal: found.focal, shift: found.shift };
}

/** Pixels of a focal length in half diagonals, for square pixels: `focal · √(w² + h²) / 2`. */
export function pixelsOfFocal(focal: number, { width, height }: { width: number; height: number }): number {
  return (focal * Math.hypot(width, height)) / 2;
}

/** The inverse of `pixelsOfFocal`. */
export function focalOfPixels(pixels: number, { width, height }: { width: number; height: number }): number {
  return (2 * pixels) / Math.hypot(width, height);
}

/** Across the longer side. */
function fovDegrees(focal: number, { width, height }: AffinePointMap): number {
  const half = Math.max(width, height) / 2 / pixelsOfFocal(focal, { width, height });
  return (2 * Math.atan(half) * 180) / Math.PI;
}

/** The valid points of a raster, nearest neighbours, with their picture coordinates: middle 0, half the diagonal 1. */
function samplesOf({ width, height, points, valid }: AffinePointMap): readonly Sample[] {
  const samples: Sample[] = [];
  const half = Math.hypot(width, height) / 2;
  for (let row = 0; row < Math.min(RASTER, height); row++) {
    const v = Math.floor((row * height) / Math.min(RASTER, height));
    for (let column = 0; column < Math.min(RASTER, width); column++) {
      const u = Math.floor((column * width) / Math.min(RASTER, width));
      const at = v * width + u;
      if (valid[at] !== 1) continue;
      const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = points.subarray(3 * at, 3 * at + 3);
      if (!Number.isFinite(x + y + z)) continue;
      samples.push({ x, y, z, u: (u - (width - 1) / 2) / half, v: (v - (height - 1) / 2) / half });
    }
  }
  return samples;
}

interface State {
  readonly shift: number;
  readonly focal: number;
  /** Sum of the squared residuals; infinite where a point is not in front of the camera. */
  readonly cost: number;
  /** Half the cost's first derivative by the shift, and the Gauss-Newton estimate of half its second. */
  readonly slope: number;
  readonly curvature: number;
}

function descend(samples: readonly Sample[], known: number | null, nearest: number, median: number): State {
  let state = stateAt(samples, 0, known);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (state.curvature === 0) return state;
    const move = -state.slope / (state.curvature * (1 + damping));
    const shift = state.shift + move;
    const next = nearest + shift > 0 ? stateAt(samples, shift, known) : null;
    if (next !== null && next.cost <= state.cost) {
      state = next;
      damping /= 10;
      if (Math.abs(move) < SMALLEST_STEP * median) return state;
    } else {
      damping = Math.max(damping, 1e-6) * 10;
      if (damping > 1e12) return state;
    }
  }
  return state;
}

/** With p = (x, y) / (z + s): f = Σ p·uv / Σ p·p, residual = f p − uv; derivatives by s. */
function stateAt(samples: readonly Sample[], shift: number, known: number | null): State {
  let [a, b, da, db] = [0, 0, 0, 0];
  for (const { x, y, z, u, v } of samples) {
    const w = 1 / (z + shift);
    const across = (x * u + y * v) * w;
    const square = (x * x + y * y) * w * w;
    a += across;
    b += square;
    da -= across * w;
    db -= 2 * square * w;
  }
  const focal = known ?? a / b;
  const change = known === null ? (da * b - a * db) / (b * b) : 0;
  let [cost, slope, curvature] = [0, 0, 0];
  for (const { x, y, z, u, v } of samples) {
    const w = 1 / (z + shift);
    const turn = change * w - focal * w * w;
    const [rx, ry] = [focal * x * w - u, focal * y * w - v];
    cost += rx * rx + ry * ry;
    slope += turn * (x * rx + y * ry);
    curvature += turn * turn * (x * x + y * y);
  }
  return { shift, focal, cost, slope, curvature };
}
