/**
 * Random scenes in which most can be asked: an upright camera 1.5 m above a known floor, things of clear sizes that stand
 * on it or on one another, seen whole, with fronts, marks on the floor and complete coverage. Still on a coarse grid, so
 * that ties abound, and now and then something is unknown.
 */
import type { ObjectRow, PixelRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { type Random, randomFrom } from './random-numbers.js';
import { boxAround, IMAGE, scene, thing } from './scene-builder.js';

const FLOOR = -1.5;

/** Scene number `seed`; the same number gives the same scene. Its vocabulary is `FURNITURE`. */
export function furnishedScene(seed: number): SceneFacts {
  const random = randomFrom(seed);
  const standing = Array.from({ length: random.one([2, 3, 3, 4, 4, 6]) }, (_, i) =>
    standingThing(random, `${i}`, FLOOR),
  );
  const carried = standing.flatMap((below, i) => (random.chance(0.3) ? [carriedThing(random, `on ${i}`, below)] : []));
  const pixels = Array.from({ length: random.whole(0, 5) }, (_, i) => seenPoint(random, `p${i}`));
  const packed = random.chance(0.3) ? boxAndContent(random) : [];
  return scene(`furnished ${seed}`, [...standing, ...carried, ...packed], {
    pixels,
    scene: { floorHeight: random.chance(0.05) ? null : FLOOR, captureId: `furnished capture ${Math.floor(seed / 3)}` },
  });
}

export function furnishedScenes(count: number, firstSeed = 0): readonly SceneFacts[] {
  return Array.from({ length: count }, (_, i) => furnishedScene(firstSeed + i));
}

type Size = readonly [number, number, number];

/** Of a thing whose underside is `base` metres above the camera's height. */
function standingThing(random: Random, id: string, base: number): ObjectRow {
  const size: Size = [side(random), side(random), side(random)];
  const at: readonly [number, number] = [random.whole(-12, 12) * 0.25, random.whole(5, 24) * 0.25];
  return upright(random, { id, size, at, base });
}

/** Smaller than what it stands on, or so it mostly is. */
function carriedThing(random: Random, id: string, below: ObjectRow): ObjectRow {
  const [x, y, z] = below.centre ?? [0, 0, 3];
  const [width, height, depth] = below.size ?? [1, 1, 1];
  const size: Size = [
    width * random.one([0.4, 0.6, 0.9]),
    random.whole(1, 6) * 0.1,
    depth * random.one([0.4, 0.6, 0.9]),
  ];
  return upright(random, { id, size, at: [x, z], base: -y + height / 2 });
}

/** A box, and what lies in it, sticks out at its side or stands above it. */
function boxAndContent(random: Random): readonly ObjectRow[] {
  const box = { ...standingThing(random, 'box', FLOOR), category: 'box' };
  const [x, y, z] = box.centre ?? [0, 0, 3];
  const [width, height, depth] = box.size ?? [1, 1, 1];
  const size: Size = [width * random.one([0.3, 0.5]), height * random.one([0.3, 0.6]), depth * random.one([0.3, 0.5])];
  const base = -y - height / 2 + height * random.one([0, 0.1, 0.4, 0.9, 1]);
  return [box, upright(random, { id: 'in box', size, at: [x + width * random.one([0, 0, 0, 0.5, 0.9]), z], base })];
}

interface Standing {
  readonly id: string;
  readonly size: Size;
  /** Metres to the right of the camera, and ahead. */
  readonly at: readonly [number, number];
  readonly base: number;
}

function upright(random: Random, { id, size, at: [x, z], base }: Standing): ObjectRow {
  const centre: Vector3 = [x, -(base + size[1] / 2), z];
  const yaw = (random.chance(0.5) ? random.whole(0, 3) * 90 : random.whole(0, 359)) * (Math.PI / 180);
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)];
  const faces = random.chance(0.8);
  return thing(
    id,
    random.one(['chair', 'chair', 'armchair', 'sofa', 'table', 'lamp', 'lamp', 'side table', 'vase']),
    centre,
    {
      size,
      rotation: [c, 0, s, 0, 1, 0, -s, 0, c],
      facing: faces ? [s, 0, c] : null,
      front: faces ? 'one' : random.one(['none', 'several', 'unseen']),
      box2d: inPicture(boxAround(centre, random.one([12, 20, 30]))),
      presence: random.chance(0.04) ? 'possible' : 'certain',
      visibility: random.one([1, 1, 1, 1, 1, 0.6]),
      extent: random.chance(0.95) ? 'amodal' : 'visible',
    },
  );
}

const side = (random: Random): number => random.whole(2, 20) * 0.1;

/** Half of them on the floor, some a little above it. */
function seenPoint(random: Random, id: string): PixelRow {
  const height = random.one([0, 0, 0, 0.01, 0.05, 0.3, 1]);
  const point: Vector3 = [random.whole(-12, 12) * 0.25, -(FLOOR + height), random.whole(5, 28) * 0.25];
  const [u, v] = boxAround(point, 0);
  return { pixelId: id, u: inside(u, IMAGE.width), v: inside(v, IMAGE.height), point };
}

/** A box that projects beyond the border is moved in: what is written is what ingestion takes. */
function inPicture([x1, y1, x2, y2]: Box): Box {
  const [right, down] = [moved(x1, x2, IMAGE.width), moved(y1, y2, IMAGE.height)];
  return [x1 + right, y1 + down, x2 + right, y2 + down];
}

const moved = (low: number, high: number, size: number): number => Math.max(0 - low, 0) + Math.min(size - high, 0);

type Box = readonly [number, number, number, number];

const inside = (at: number, size: number): number => Math.min(Math.max(Math.round(at), 0), size - 1);
