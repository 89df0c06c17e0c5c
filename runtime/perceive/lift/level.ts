/**
 * Which way is up and where the floor is, from the normals of a model or, where there are none, from those of the points: taken
 * over as few pixels as the noise of depth allows.
 */
import type { Vector3 } from '../../facts/rows.js';
import type { PointMap } from '../point-map.js';
import { depthEdges } from './depth-edges.js';
import { findFloor } from './floor.js';
import { findGravity, type Gravity } from './gravity.js';
import { normalsOf, REACHES } from './normals.js';

/** What is known of a scene before it is lifted; null is found, if it can be. */
export interface KnownLevel {
  /** Unit vector against gravity, camera frame. */
  readonly up: Vector3 | null;
  /** Coordinate of the floor along `up`, metres from the camera. */
  readonly floorHeight: number | null;
}

export interface Level extends KnownLevel {
  /** Share of the level normals that agree on `up`; null where it was known before, or stays unknown. */
  readonly gravityConfidence: number | null;
}

/** With this confidence normals are sharp: over more pixels they would lose small surfaces, and gain nothing. */
const SHARP_CONFIDENCE = 0.6;

export function levelOf(map: PointMap, known: KnownLevel): Level {
  const { up, floorHeight } = known;
  if (up !== null && floorHeight !== null) return { up, floorHeight, gravityConfidence: null };
  const seen = normalsWith(map);
  if (up !== null) return { up, floorHeight: floorBy(map, seen, up), gravityConfidence: null };
  const found = sharpest(map, seen);
  if (found === null) return { up: null, floorHeight, gravityConfidence: null };
  const { gravity, normals } = found;
  return {
    up: gravity.up,
    floorHeight: floorHeight ?? floorBy(map, [normals], gravity.up),
    gravityConfidence: gravity.confidence,
  };
}

/** Those of the model, else the points' own, one reach after the other as they are asked for. */
function* normalsWith(map: PointMap): Generator<Float32Array> {
  if (map.normals !== null) {
    yield map.normals;
    return;
  }
  const edges = depthEdges(map);
  for (const reach of REACHES) yield normalsOf(map, edges, reach);
}

interface Found {
  readonly gravity: Gravity & { readonly kind: 'found' };
  readonly normals: Float32Array;
}

function sharpest(map: PointMap, seen: Iterable<Float32Array>): Found | null {
  let best: Found | null = null;
  for (const normals of seen) {
    const gravity = findGravity(map, normals);
    if (gravity.kind === 'found' && gravity.confidence > (best?.gravity.confidence ?? 0)) best = { gravity, normals };
    if (best !== null && best.gravity.confidence >= SHARP_CONFIDENCE) break;
  }
  return best;
}

function floorBy(map: PointMap, seen: Iterable<Float32Array>, up: Vector3): number | null {
  for (const normals of seen) {
    const floor = findFloor(map, normals, up);
    if (floor.kind === 'found') return floor.height;
  }
  return null;
}
