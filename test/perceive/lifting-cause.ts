/** Why a question about lifted things is wrong: which fact of which of them is off, and by how much. */
import type { ObjectRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { asMatrix3, column3, dot, length, scale, subtract } from '../../runtime/geometry/matrix.js';
import { pictureOverlap } from '../noise/box-overlap.js';

/** Below these a fact is not what made an answer wrong: sizes and scale as shares, yaw in degrees, centres in metres. */
const LEAST_SIZE = 0.15;
const LEAST_SCALE = 0.12;
const LEAST_YAW = 10;
const LEAST_CENTRE = 0.15;
const LEAST_OVERLAP = 0.6;

export interface Cause {
  /** The fact that is off, for counting. */
  readonly kind: string;
  /** Of which thing, and by how much. */
  readonly detail: string;
}

/** @param ids of the things that the question is about */
export function causeOf(lifted: SceneFacts, truth: SceneFacts, ids: readonly string[]): Cause {
  const rowOf = ({ objects }: SceneFacts, id: string) => objects.find(({ objectId }) => objectId === id);
  const causes = ids.flatMap((id) => {
    const [seen, real] = [rowOf(lifted, id), rowOf(truth, id)];
    return seen === undefined || real === undefined ? [] : offFacts(seen, real);
  });
  const worst = causes.toSorted((a, b) => b.weight - a.weight)[0];
  return worst ?? ofScene(lifted, truth);
}

interface Weighed extends Cause {
  /** In units of what is tolerated. */
  readonly weight: number;
}

function offFacts(seen: ObjectRow, real: ObjectRow): readonly Weighed[] {
  const found = [...offBox(seen, real), ...offPictureBox(seen, real)];
  return found
    .filter(({ weight }) => weight >= 1)
    .map((one) => ({ ...one, detail: `${seen.objectId}: ${one.detail}` }));
}

function offPictureBox({ box2d }: ObjectRow, real: ObjectRow): readonly Weighed[] {
  if (box2d === null || real.box2d === null) return [];
  const overlap = pictureOverlap(box2d, real.box2d);
  return [{ kind: 'box in the picture', detail: `overlap ${overlap.toFixed(2)}`, weight: LEAST_OVERLAP / overlap }];
}

function offBox(seen: ObjectRow, real: ObjectRow): readonly Weighed[] {
  if (seen.centre === null || seen.size === null || real.centre === null || real.size === null) return [];
  const factor = length(seen.centre) / length(real.centre);
  const [level, turn] = [levelSides(seen.size), degreesBetween(seen, real)];
  const ratios = levelSides(real.size).map((side, at) => (level[at] ?? 0) / side / factor);
  const [tall = 1, long = 1, short = 1] = ratios;
  const away = length(subtract(scale(seen.centre, 1 / factor), real.centre));
  const part = (kind: string, ratio: number): Weighed => ({
    kind,
    detail: `x ${ratio.toFixed(2)}`,
    weight: Math.abs(ratio - 1) / LEAST_SIZE,
  });
  return [
    part('height', tall),
    part('longer side', long),
    part('shorter side', short),
    { kind: 'centre', detail: `${away.toFixed(2)} m off`, weight: away / LEAST_CENTRE },
    { kind: 'scale', detail: `x ${factor.toFixed(2)}`, weight: Math.abs(factor - 1) / LEAST_SCALE },
    // Of what is square or round a turn means little.
    { kind: 'yaw', detail: `${turn.toFixed(0)} degrees`, weight: long / short > 1.3 ? turn / LEAST_YAW : 0 },
  ];
}

/** Height, longer and shorter horizontal side of an upright box whose second axis is vertical. */
const levelSides = ([x, y, z]: Vector3): Vector3 => [y, Math.max(x, z), Math.min(x, z)];

/** Modulo a quarter turn. */
function degreesBetween(seen: ObjectRow, real: ObjectRow): number {
  const [a, b] = [asMatrix3(seen.rotation ?? []), asMatrix3(real.rotation ?? [])];
  if (a === null || b === null) return 0;
  const across = column3(b, 0);
  const cosine = Math.max(Math.abs(dot(column3(a, 0), across)), Math.abs(dot(column3(a, 2), across)));
  return (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
}

function ofScene(lifted: SceneFacts, truth: SceneFacts): Cause {
  const [up, real] = [lifted.scene.up, truth.scene.up];
  const tilt = up === null || real === null ? 0 : (Math.acos(Math.min(1, dot(up, real))) * 180) / Math.PI;
  const floor = (lifted.scene.floorHeight ?? 0) / (truth.scene.floorHeight ?? 1);
  return { kind: 'several little ones', detail: `gravity ${tilt.toFixed(1)} degrees, floor x ${floor.toFixed(2)}` };
}
