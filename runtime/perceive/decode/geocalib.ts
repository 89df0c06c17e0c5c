/**
 * GeoCalib's field network: for each pixel, which way is up in the picture, and how far above the horizon its ray points
 * (Veicht et al. 2024; code Apache-2.0, weights CC-BY-4.0). Names and shapes are those of mprib/geocalib-fields-onnx.
 *
 * The official code solves for tilt and focal length at once. Here the focal length is known, and with it both fields are linear
 * in the up vector: see `upOfFields`.
 */
import type { Vector3 } from '../../facts/rows.js';
import { add, apply3, dot, length, normalised, scale, solve3 } from '../../geometry/matrix.js';
import { addToScatter, emptyScatter, principalAxes } from '../../geometry/principal-axes.js';
import type { Intrinsics, Picture } from '../../geometry/projection.js';
import { type Contract, FLOATING } from '../inference/contract.js';
import { planesOf, unitRange } from '../picture/planes.js';
import type { RgbPicture } from '../picture/read-picture.js';
import { floatsOf, type NamedTensors } from '../tensor.js';

export const geocalib: Contract = {
  model: 'geocalib-fields',
  inputs: [{ name: 'image', types: FLOATING, dims: ['batch', 3, 'height', 'width'] }],
  outputs: [
    { name: 'up_field', types: FLOATING, dims: ['batch', 2, 'height', 'width'] },
    { name: 'up_confidence', types: FLOATING, dims: ['batch', 'height', 'width'] },
    { name: 'latitude_field', types: FLOATING, dims: ['batch', 1, 'height', 'width'] },
    { name: 'latitude_confidence', types: FLOATING, dims: ['batch', 'height', 'width'] },
  ],
};

const SHORT_SIDE = 320;
/** Sides are multiples of it. */
const MULTIPLE = 32;

/** What the network is given: the shorter side of 320 pixels, the longer one cut to a multiple of 32. */
export function geocalibSize({ width, height }: Picture): Picture {
  const longer = (SHORT_SIDE * Math.max(width, height)) / Math.min(width, height);
  const cut = Math.floor(longer / MULTIPLE) * MULTIPLE;
  return width < height ? { width: SHORT_SIDE, height: cut } : { width: cut, height: SHORT_SIDE };
}

/** @param content the middle of the picture in the shape of `geocalibSize`, resized to it */
export const geocalibInputs = (content: RgbPicture): NamedTensors => ({
  image: planesOf(content, content, unitRange),
});

export interface UpOfFields {
  /** Unit vector against gravity, camera frame. */
  readonly up: Vector3;
  /** Of the fields, weighted by their own confidence, the share that agrees with it to within `AGREE_DEGREES`. */
  readonly confidence: number;
}

const AGREE_DEGREES = 5;
/** Less is no agreement. Chosen, and not yet tried on real weights. */
export const LEAST_AGREEMENT = 0.5;
/** Of so many pixels one is looked at, in both directions: fields are smooth. */
const STRIDE = 2;
/**
 * Sines of the deviations at which a pixel counts half, round after round: what is far from the last solution counts less in the
 * next one. They begin wide, since the first solution may itself be drawn far off.
 */
const OUTLIERS = [0.8, 0.4, 0.2, 0.1, 0.05, 0.05];

/** Of the interval in which λ lies: to its last bit. */
const BISECTIONS = 60;

/** One equation: row · up = right, with its weight. */
interface Equation {
  readonly row: Vector3;
  readonly right: number;
  readonly weight: number;
}

/**
 * The up vector of both fields.
 *
 * With n = ((u − cx) / fx, (v − cy) / fy) and the ray r = (n, 1) / |(n, 1)|, up is g where r · g = sin(latitude), and where the
 * picture's up direction p is along g.xy − g.z · n: two equations for each pixel, linear in g. GeoCalib's "gravity" is this
 * vector, too: a level camera has (0, −1, 0).
 *
 * @param intrinsics in pixels of the fields
 * @returns null where no pixel has confidence, the equations tell nothing, or less than `LEAST_AGREEMENT` of them agree
 */
export function upOfFields(outputs: NamedTensors, intrinsics: Intrinsics): UpOfFields | null {
  const equations = equationsOf(outputs, intrinsics);
  let weighted = equations;
  let up: Vector3 | null = null;
  for (const outlier of OUTLIERS) {
    const found = unitSolution(weighted);
    if (found === null) return null;
    weighted = equations.map((equation) => ({
      ...equation,
      weight: equation.weight / (1 + (deviation(equation, found) / outlier) ** 2),
    }));
    up = found;
  }
  if (up === null) return null;
  const confidence = agreement(equations, up);
  return confidence >= LEAST_AGREEMENT ? { up, confidence } : null;
}

function equationsOf(outputs: NamedTensors, [fx, fy, cx, cy]: Intrinsics): readonly Equation[] {
  const { data: ups, dims } = floatsOf(outputs, 'up_field', 4);
  const { data: latitudes } = floatsOf(outputs, 'latitude_field', 4);
  const { data: upWeights } = floatsOf(outputs, 'up_confidence', 3);
  const { data: latitudeWeights } = floatsOf(outputs, 'latitude_confidence', 3);
  const [, , height = 0, width = 0] = dims;
  const size = width * height;
  const equations: Equation[] = [];
  const look = (u: number, v: number): void => {
    const at = v * width + u;
    const [x, y] = [(u - cx) / fx, (v - cy) / fy];
    const norm = Math.hypot(x, y, 1);
    const latitude = latitudes[at] ?? Number.NaN;
    const ray: Vector3 = [x / norm, y / norm, 1 / norm];
    equations.push({ row: ray, right: Math.sin(latitude), weight: weightOf(latitudeWeights[at]) });
    // A direction of the picture in units of the normalized plane, turned by a right angle.
    const [px, py] = [(ups[at] ?? Number.NaN) / fx, (ups[size + at] ?? Number.NaN) / fy];
    const [a, b] = [-py / Math.hypot(px, py), px / Math.hypot(px, py)];
    equations.push({ row: [a, b, -(a * x + b * y)], right: 0, weight: weightOf(upWeights[at]) });
  };
  for (let v = 0; v < height; v += STRIDE) for (let u = 0; u < width; u += STRIDE) look(u, v);
  return equations.filter(({ row, right, weight }) => weight > 0 && Number.isFinite(row[0] + row[2] + right));
}

const weightOf = (confidence: number | undefined): number =>
  confidence !== undefined && confidence > 0 ? confidence : 0;

/**
 * Least squares under |g| = 1. Without that, wrong directions of the picture, whose right side is 0, shrink the solution along the
 * axis of which the right ones tell least.
 *
 * With A = Σ w row rowᵀ and b = Σ w right row it is (A + λ)⁻¹ b for the one λ above −(least eigenvalue of A) that makes its
 * length 1: the length falls with λ.
 */
function unitSolution(equations: readonly Equation[]): Vector3 | null {
  const scatter = emptyScatter();
  let b: Vector3 = [0, 0, 0];
  for (const { row, right, weight } of equations) {
    addToScatter(scatter, ...row, weight);
    b = add(b, scale(row, weight * right));
  }
  const [xx, xy, xz, yy, yz, zz] = scatter;
  const at = (shift: number): Vector3 | null => solve3([xx + shift, xy, xz, xy, yy + shift, yz, xz, yz, zz + shift], b);
  const { least } = principalAxes(scatter);
  const leastEigenvalue = dot(least, apply3([xx, xy, xz, xy, yy, yz, xz, yz, zz], least));
  // Beyond |b| above the pole the solution is shorter than 1, whatever A is.
  let [low, high] = [-leastEigenvalue, length(b) - leastEigenvalue];
  if (!(high > low)) return null;
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2;
    const solution = at(middle);
    if (solution === null || length(solution) > 1) low = middle;
    else high = middle;
  }
  const solution = at(high);
  return solution === null || !(length(solution) > 0) ? null : normalised(solution);
}

/** By how much an equation is off, as the sine of an angle. */
const deviation = ({ row, right }: Equation, up: Vector3): number => Math.abs(dot(row, up) - right);

function agreement(equations: readonly Equation[], up: Vector3): number {
  const near = Math.sin((AGREE_DEGREES * Math.PI) / 180);
  let [agreeing, all] = [0, 0];
  for (const equation of equations) {
    all += equation.weight;
    if (deviation(equation, up) <= near) agreeing += equation.weight;
  }
  return agreeing / all;
}
