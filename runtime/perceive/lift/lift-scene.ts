/** A point map and masks as facts: gravity, the floor, and a box for each mask that shows enough. */
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import { type KnownLevel, type Level, levelOf } from './level.js';
import { type LiftedObject, liftObject } from './lift-object.js';

export interface LiftedScene extends Level {
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
  known: KnownLevel,
  depthNoise = 0,
): LiftedScene {
  const { up, floorHeight, gravityConfidence } = levelOf(map, known);
  const taken = unionOf(masks, map.width * map.height);
  return {
    up,
    floorHeight,
    gravityConfidence,
    objects: masks.map((mask) => liftObject({ map, up, taken, depthNoise }, mask)),
  };
}

function unionOf(masks: readonly InstanceMask[], size: number): Uint8Array {
  const taken = new Uint8Array(size);
  for (const { pixels } of masks) for (let at = 0; at < size; at++) if (pixels[at] === 1) taken[at] = 1;
  return taken;
}
