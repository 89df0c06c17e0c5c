/** The relative error of depth over a picture: one factor for the scene, and a smooth field of a few cosines. */

import type { SceneRow, Vector3 } from '../../runtime/facts/rows.js';
import { type Intrinsics, project } from '../../runtime/geometry/projection.js';
import { type Drawing, noiseOf } from './gaussian.js';
import type { NoiseModel } from './noise-model.js';

/** By which factor a point is too far off, along its ray. */
export type DepthError = (point: Vector3) => number;

/** Waves across the picture, at most: a bias that changes faster is no smooth one. */
const MOST_WAVES = 1.5;
const COSINES = 3;

export function depthErrorOf(scene: SceneRow, model: NoiseModel, drawing: Drawing): DepthError {
  const factor = Math.exp(model.scale * noiseOf(drawing, 'scale').normal());
  const { intrinsics } = scene;
  if (intrinsics === null) return () => factor;
  const field = smoothField(drawing);
  return (point) => factor * (1 + model.depthBias * field(...placeOf(point, intrinsics, scene)));
}

/** 0 to 1 across and down the picture; what lies outside of it takes the error at its border. */
function placeOf(point: Vector3, intrinsics: Intrinsics, { width, height }: SceneRow): readonly [number, number] {
  const [u, v] = project(intrinsics, point) ?? [width / 2, height];
  return [Math.min(1, Math.max(0, u / width)), Math.min(1, Math.max(0, v / height))];
}

/** Of mean 0 and mean square 1, over many scenes. */
function smoothField(drawing: Drawing): (x: number, y: number) => number {
  const noise = noiseOf(drawing, 'field');
  const waves = Array.from({ length: COSINES }, () => ({
    across: (2 * noise.unit() - 1) * MOST_WAVES,
    down: (2 * noise.unit() - 1) * MOST_WAVES,
    phase: noise.unit(),
  }));
  const size = Math.sqrt(2 / COSINES);
  return (x, y) =>
    waves.reduce(
      (sum, { across, down, phase }) => sum + size * Math.cos(2 * Math.PI * (across * x + down * y + phase)),
      0,
    );
}
