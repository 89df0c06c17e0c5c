/** The floor: the lowest level plane of a point map that is large enough to be one. */
import type { Vector3 } from '../../facts/rows.js';
import { dot } from '../../geometry/matrix.js';
import { planeThrough } from '../../geometry/principal-axes.js';
import type { PointMap } from '../point-map.js';

export type Floor =
  | {
      readonly kind: 'found';
      /** Coordinate of the plane along `up`, metres from the camera: negative below it. */
      readonly height: number;
      /** Unit normal of the plane through its points, upwards. It is told apart from `up`, which it may correct. */
      readonly normal: Vector3;
      /** How many points lie in it. */
      readonly count: number;
    }
  | { readonly kind: 'unknown'; readonly cause: 'no level surface below the camera' | 'much lies below it' };

/** A surface is level whose normal is within so many degrees of up: more than normals are noisy, less than a ramp. */
const LEVEL_DEGREES = 15;
/** Heights are gathered in bins of so many metres. */
const BIN_METRES = 0.02;
/** A point lies in a plane that is no farther off: of the larger of the two. Point maps err in proportion to depth. */
const PLANE_METRES = 0.02;
const PLANE_SHARE = 0.01;
/** Share of the level points below the camera that the floor must hold: less is a foot-stool, or noise. */
const LEAST_SHARE = 0.1;
/** Nothing lies below a floor; of all points, so many may, as flying pixels do. */
const MOST_BELOW_SHARE = 0.01;
/** So far below the plane, in bands of `PLANE_METRES` and `PLANE_SHARE`, a point is no longer part of it. */
const BELOW_BANDS = 3;
/** Every so-manieth pixel is looked at, in both directions. */
const STRIDE = 2;

interface LevelPoint {
  readonly point: Vector3;
  readonly height: number;
}

/**
 * @param normals as `normalsOf` gives them, or those of a model
 * @param up      unit vector against gravity, camera frame
 */
export function findFloor(map: PointMap, normals: Float32Array, up: Vector3): Floor {
  const { level, heights } = levelPoints(map, normals, up);
  const peak = lowestPeak(level);
  if (peak === null) return { kind: 'unknown', cause: 'no level surface below the camera' };
  const inPlane = level.filter(({ point, height }) => Math.abs(height - peak) <= band(point[2]));
  const plane = planeThrough(inPlane.map(({ point }) => point));
  if (plane === null) return { kind: 'unknown', cause: 'no level surface below the camera' };
  const sorted = inPlane.map(({ height }) => height).sort((a, b) => a - b);
  const height = sorted[sorted.length >> 1] ?? peak;
  const below = heights.filter((one) => one.height < height - BELOW_BANDS * band(one.depth)).length;
  if (below > MOST_BELOW_SHARE * heights.length) return { kind: 'unknown', cause: 'much lies below it' };
  const sign = dot(plane.normal, up) < 0 ? -1 : 1;
  const [x, y, z] = plane.normal;
  return { kind: 'found', height, normal: [sign * x, sign * y, sign * z], count: inPlane.length };
}

const band = (depth: number): number => Math.max(PLANE_METRES, PLANE_SHARE * depth);

function levelPoints({ width, height, points, valid }: PointMap, normals: Float32Array, up: Vector3) {
  const least = Math.cos((LEVEL_DEGREES * Math.PI) / 180);
  const level: LevelPoint[] = [];
  const heights: { readonly height: number; readonly depth: number }[] = [];
  for (let v = 0; v < height; v += STRIDE)
    for (let u = 0; u < width; u += STRIDE) {
      const at = v * width + u;
      if (valid[at] !== 1) continue;
      const point = vectorAt(points, at);
      const along = dot(point, up);
      heights.push({ height: along, depth: point[2] });
      if (along < 0 && dot(vectorAt(normals, at), up) >= least) level.push({ point, height: along });
    }
  return { level, heights };
}

/** The height of the lowest bin that, with its neighbours, holds enough and no fewer than the bins beside it. */
function lowestPeak(level: readonly LevelPoint[]): number | null {
  const bins = new Map<number, number>();
  for (const { height } of level) {
    const bin = Math.floor(height / BIN_METRES);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  const held = (bin: number): number => (bins.get(bin - 1) ?? 0) + (bins.get(bin) ?? 0) + (bins.get(bin + 1) ?? 0);
  for (const bin of [...bins.keys()].sort((a, b) => a - b))
    if (held(bin) >= LEAST_SHARE * level.length && held(bin) >= held(bin + 1)) return (bin + 0.5) * BIN_METRES;
  return null;
}

const vectorAt = (values: Float32Array, at: number): Vector3 => [
  values[3 * at] ?? Number.NaN,
  values[3 * at + 1] ?? Number.NaN,
  values[3 * at + 2] ?? Number.NaN,
];
