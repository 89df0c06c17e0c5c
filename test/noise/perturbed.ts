/**
 * A scene as models would see it: the rows of a source with known truth, through the noise. Pure: the same scene, model
 * and seed give the same rows. Ids stay; a thing that is listed twice has a second one, and `origin` says whose.
 */
import type { SceneFacts, SceneRow, Vector3, VocabularyRow } from '../../runtime/facts/rows.js';
import { apply3, dot, scale } from '../../runtime/geometry/matrix.js';
import { depthErrorOf } from './depth-error.js';
import { coverageStated, detections, type Similar, similarLabels } from './detector-error.js';
import { type Drawing, noiseOf } from './gaussian.js';
import { tiltOf } from './gravity-error.js';
import type { NoiseModel } from './noise-model.js';
import { type SceneError, seenThrough } from './thing-error.js';

export interface Perturbed {
  readonly facts: SceneFacts;
  /** Of each object id of the facts: whose it is. */
  readonly origin: ReadonlyMap<string, string>;
}

export interface Perturbing {
  readonly model: NoiseModel;
  readonly seed: number;
  readonly vocabulary: readonly VocabularyRow[];
}

export function perturbed(truth: SceneFacts, { model, seed, vocabulary }: Perturbing): Perturbed {
  const drawing: Drawing = { seed, sceneId: truth.scene.sceneId };
  const depth = depthErrorOf(truth.scene, model, drawing);
  const tilt = tiltOf(truth.scene, model, drawing);
  const up = truth.scene.up === null ? null : apply3(tilt, truth.scene.up);
  const error: SceneError = { model, drawing, depth, tilt, up };
  const found = detections(truth.objects, similarIn(truth, vocabulary), model, drawing);
  const pixels = truth.pixels.map((row) => {
    const own = 1 + model.depthOfPoint * noiseOf(drawing, `pixel ${row.pixelId}`).normal();
    return { ...row, point: scale(row.point, depth(row.point) * own) };
  });
  const seen = truth.pixels.flatMap((row, i) => {
    const now = pixels[i];
    return now !== undefined && isOfFloor(row.point, truth.scene) ? [{ was: row.point, now: now.point }] : [];
  });
  return {
    facts: {
      ...truth,
      scene: {
        ...truth.scene,
        up,
        floorHeight: floorOf(truth.scene, seen, error),
        scaleSigma: sigmaOf(truth.scene, model),
      },
      objects: found.listed.map(({ row, name }) => seenThrough(row, error, name)),
      pixels,
      coverage: coverageStated(truth.coverage, found.doubted, model, drawing),
    },
    origin: new Map(found.listed.map(({ name, origin }) => [name, origin])),
  };
}

function similarIn({ coverage }: SceneFacts, vocabulary: readonly VocabularyRow[]): Similar {
  return similarLabels(
    coverage.map(({ category }) => category),
    vocabulary,
  );
}

const FLOOR_METRES = 0.01;

function isOfFloor(point: Vector3, { up, floorHeight }: SceneRow): boolean {
  return up !== null && floorHeight !== null && Math.abs(dot(up, point) - floorHeight) < FLOOR_METRES;
}

/** Stated honestly: all that makes the distance of a thing wrong. */
function sigmaOf({ scaleSigma }: SceneRow, { scale, depthBias, depthOfThing }: NoiseModel): number | null {
  const sigma = Math.hypot(scale, depthBias, depthOfThing);
  return sigma === 0 ? scaleSigma : sigma;
}

interface FloorPoint {
  readonly was: Vector3;
  readonly now: Vector3;
}

/** The floor is found anew: it moves as far as the points that show it, by their median; where none does, by the scale. */
function floorOf(scene: SceneRow, points: readonly FloorPoint[], { up, depth }: SceneError): number | null {
  const { floorHeight } = scene;
  const wasUp = scene.up;
  if (floorHeight === null || wasUp === null || up === null) return null;
  const moved = points.map(({ was, now }) => dot(up, now) - dot(wasUp, was)).sort((a, b) => a - b);
  return floorHeight + (moved[moved.length >> 1] ?? floorHeight * (depth([0, 0, 1]) - 1));
}
