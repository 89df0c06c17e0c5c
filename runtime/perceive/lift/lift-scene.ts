/** A point map and masks as facts: gravity, the floor, and a box for each mask that shows enough. */
import type { Vector3 } from '../../facts/rows.js';
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import { depthEdges } from './depth-edges.js';
import { findFloor } from './floor.js';
import { findGravity } from './gravity.js';
import { type LiftedObject, liftObject } from './lift-object.js';
import { normalsOf } from './normals.js';

/** What is known of a scene before it is lifted; null is found, if it can be. */
export interface KnownScene {
  /** Unit vector against gravity, camera frame. */
  readonly up: Vector3 | null;
  /** Coordinate of the floor along `up`, metres from the camera. */
  readonly floorHeight: number | null;
}

export interface LiftedScene extends KnownScene {
  /** Share of the level normals that agree on `up`; null where it was known before, or stays unknown. */
  readonly gravityConfidence: number | null;
  /** Beside the masks, position by position. */
  readonly objects: readonly LiftedObject[];
}

/**
 * @param masks      of the size of the map
 * @param depthNoise standard deviation of depths of one thing against each other, as a share of them: `ESTIMATED_DEPTH_NOISE`
 *                   where a model estimated them, 0 where they were measured
 */
export function liftScene(
  map: PointMap,
  masks: readonly InstanceMask[],
  known: KnownScene,
  depthNoise = 0,
): LiftedScene {
  // Both are dear, and not needed where everything is known.
  const normals = known.up === null || known.floorHeight === null ? (map.normals ?? ownNormals(map)) : null;
  const gravity = known.up === null && normals !== null ? findGravity(map, normals) : null;
  const found = gravity?.kind === 'found' ? gravity : null;
  const up = known.up ?? found?.up ?? null;
  const taken = unionOf(masks, map.width * map.height);
  return {
    up,
    floorHeight: known.floorHeight ?? (up === null || normals === null ? null : floorHeight(map, normals, up)),
    gravityConfidence: found?.confidence ?? null,
    objects: masks.map((mask) => liftObject({ map, up, taken, depthNoise }, mask)),
  };
}

function unionOf(masks: readonly InstanceMask[], size: number): Uint8Array {
  const taken = new Uint8Array(size);
  for (const { pixels } of masks) for (let at = 0; at < size; at++) if (pixels[at] === 1) taken[at] = 1;
  return taken;
}

const ownNormals = (map: PointMap): Float32Array => normalsOf(map, depthEdges(map));

function floorHeight(map: PointMap, normals: Float32Array, up: Vector3): number | null {
  const floor = findFloor(map, normals, up);
  return floor.kind === 'found' ? floor.height : null;
}
