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
  const edges = depthEdges(map);
  return Array.from({ length: SIDE * SIDE }, (_, cell) => cellSample(map, edges, cell)).filter(
    (found) => found !== null,
  );
}

function cellSample(map: PointMap, edges: Uint8Array, cell: number): SampledPixel | null {
  for (let tried = 0; tried < TRIES; tried++) {
    const turn = cell * TRIES + tried + 1;
    const u = Math.floor((((cell % SIDE) + ((turn * STEP_ACROSS) % 1)) * map.width) / SIDE);
    const v = Math.floor(((Math.floor(cell / SIDE) + ((turn * STEP_DOWN) % 1)) * map.height) / SIDE);
    if (isSmooth(map, edges, u, v)) return { u, v, point: pointAt(map.points, v * map.width + u) };
  }
  return null;
}

/** Everything around is valid, and belongs to one surface. */
function isSmooth({ width, height, valid }: PointMap, edges: Uint8Array, u: number, v: number): boolean {
  if (u < REACH || v < REACH || u >= width - REACH || v >= height - REACH) return false;
  for (let y = v - REACH; y <= v + REACH; y++)
    for (let x = u - REACH; x <= u + REACH; x++)
      if (valid[y * width + x] !== 1 || edges[y * width + x] === 1) return false;
  return true;
}

const pointAt = (points: Float32Array, at: number): Vector3 => [
  points[3 * at] ?? Number.NaN,
  points[3 * at + 1] ?? Number.NaN,
  points[3 * at + 2] ?? Number.NaN,
];
