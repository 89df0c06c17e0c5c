/** Points of a point map to ask about: spread over the picture, and away from depth edges, where the points of a map fly. */
import type { Vector3 } from '../../facts/rows.js';
import { depthEdges } from '../lift/depth-edges.js';
import type { PointMap } from '../point-map.js';

export interface SampledPixel {
  /** Pixel of the map; pixel centres lie at whole numbers. */
  readonly u: number;
  readonly v: number;
  /** Camera frame, metres. */
  readonly point: Vector3;
}

/** One point at most of each cell of a raster of so many columns and rows: as many as synthetic rooms have. */
const SIDE = 8;
/** Places that are tried in a cell before it is left out. */
const TRIES = 4;
/** Pixels around a point within which no edge and nothing invalid lies. */
const REACH = 3;
/** Of the golden ratio and its square (R2 sequence): successive places fill a cell evenly, and none is drawn. */
const STEP_ACROSS = 0.7548776662466927;
const STEP_DOWN = 0.5698402909980532;

/** The same map gives the same points. */
export function samplePixels(map: PointMap): readonly SampledPixel[] {
  return Array.from({ length: SIDE * SIDE }, (_, cell) => cellSample(map, cell)).filter((found) => found !== null);
}

function cellSample(map: PointMap, cell: number): SampledPixel | null {
  for (let tried = 0; tried < TRIES; tried++) {
    const turn = cell * TRIES + tried + 1;
    const u = Math.floor((((cell % SIDE) + ((turn * STEP_ACROSS) % 1)) * map.width) / SIDE);
    const v = Math.floor(((Math.floor(cell / SIDE) + ((turn * STEP_DOWN) % 1)) * map.height) / SIDE);
    if (isSmooth(map, u, v)) return { u, v, point: pointAt(map.points, v * map.width + u) };
  }
  return null;
}

/** Everything around is valid, and belongs to one surface. */
function isSmooth(map: PointMap, u: number, v: number): boolean {
  if (u < REACH || v < REACH || u >= map.width - REACH || v >= map.height - REACH) return false;
  const around = windowAround(map, u, v);
  return around.valid.every((valid) => valid === 1) && depthEdges(around).every((edge) => edge === 0);
}

/** The part of the map within reach: edges of a few hundred places are cheaper than those of a whole map. */
function windowAround(map: PointMap, u: number, v: number): PointMap {
  const side = 2 * REACH + 1;
  const points = new Float32Array(3 * side * side);
  const valid = new Uint8Array(side * side);
  for (let row = 0; row < side; row++) {
    const from = (v - REACH + row) * map.width + u - REACH;
    points.set(map.points.subarray(3 * from, 3 * (from + side)), 3 * row * side);
    valid.set(map.valid.subarray(from, from + side), row * side);
  }
  return { ...map, width: side, height: side, points, valid, normals: null };
}

const pointAt = (points: Float32Array, at: number): Vector3 => [
  points[3 * at] ?? Number.NaN,
  points[3 * at + 1] ?? Number.NaN,
  points[3 * at + 2] ?? Number.NaN,
];
