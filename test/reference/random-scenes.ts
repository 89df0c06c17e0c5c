/**
 * Adversarial random scenes: exact ties, values exactly a margin apart, missing facts, tilted cameras, crowds,
 * odd ids. Facts need not fit together, but every row is one that ingestion takes: rotations are orthonormal,
 * centres stand in front of the camera, sizes are positive, ids are unique.
 */
import type { CoverageRow, ObjectRow, PixelRow, SceneFacts, Vector3 } from '../../runtime/facts/rows.js';
import { type Random, randomFrom } from './random-numbers.js';
import { FURNITURE, IMAGE, LEVEL, scene, thing } from './scene-builder.js';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Scene number `seed`; the same number gives the same scene. Its vocabulary is `FURNITURE`. */
export function randomScene(seed: number): SceneFacts {
  const random = randomFrom(seed);
  const up = randomUp(random);
  const ids = shuffled(random, IDS);
  const objects = Array.from({ length: random.whole(0, 8) }, (_, i) => randomObject(random, ids[i] ?? `o${i}`, up));
  const pixels = Array.from({ length: random.whole(0, 5) }, (_, i) => randomPixel(random, ids[i + 8] ?? `p${i}`));
  return scene(`scene ${seed}`, objects, {
    pixels,
    coverage: randomCoverage(random),
    scene: {
      up,
      upSource: up === null ? null : 'truth',
      floorHeight: random.one([-1.5, -1.5, -1.5, -1.23, null]),
      metric: seed % 17 !== 0,
      scaleSigma: [null, 0, 0.065][seed % 3] ?? null,
      captureId: `capture ${Math.floor(seed / 3)}`,
    },
  });
}

export function randomScenes(count: number, firstSeed = 0): readonly SceneFacts[] {
  return Array.from({ length: count }, (_, i) => randomScene(firstSeed + i));
}

/** Lengths differ, bytes and UTF-16 order differently, and quotes, bars and spaces try the printers. */
const IDS: readonly string[] = [
  ...['1', '10', '9', '2', 'a', 'aa', 'A', 'b', 'o-17', 'chair.3', 'a|b', 'a b', "o'clock", 'say "x"', '{hole}'],
  ...['ö', 'Ö1', 'стул', '日本', '～', '\u{10400}', 'é', 'e\u0301', '%s', 'a:1', '\\n', 'null'],
];

function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: random.unit() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Mostly level or nearly so; sometimes exactly at, or beyond, what the frames bear. */
function randomUp(random: Random): Vector3 | null {
  const kind = random.whole(0, 9);
  if (kind <= 2) return LEVEL;
  if (kind === 3) return null;
  const roll = kind === 4 ? random.one([14, 15, 16, 40, 90, 180]) : random.whole(-5, 5);
  const pitch = kind === 5 ? random.one([69, 70, 71, 90, -71]) : random.whole(-40, 40);
  if (kind === 6)
    return random.one<Vector3>([
      [1, 0, 0],
      [0, 0, 1],
      [0, -0.6, -0.8],
      [0.6, -0.8, 0],
      [0, 1, 0],
    ]);
  return unit([
    Math.cos(radians(pitch)) * Math.sin(radians(roll)),
    -Math.cos(radians(pitch)) * Math.cos(radians(roll)),
    -Math.sin(radians(pitch)),
  ]);
}

function unit([x, y, z]: Vector3): Vector3 {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

/** Hundredths of a metre on a coarse grid, so that ties and differences of exactly 10 cm or 10 % abound. */
function grid(random: Random, low: number, high: number): number {
  if (random.chance(0.1)) return low + random.unit() * (high - low);
  const step = random.one([1, 5, 10, 10, 50]);
  return (Math.round(random.whole(low * 100, high * 100) / step) * step) / 100;
}

function randomObject(random: Random, objectId: string, up: Vector3 | null): ObjectRow {
  const centre: Vector3 = [grid(random, -3, 3), grid(random, -1, 2), Math.max(0.3, grid(random, 1, 6))];
  const facing = randomFacing(random, up);
  const category = random.one([
    'chair',
    'chair',
    'chair',
    'armchair',
    'sofa',
    'couch',
    'table',
    'lamp',
    'lamp',
    'side table',
    'vase',
    '*',
  ]);
  const boxless = random.chance(0.07);
  return thing(objectId, category, centre, {
    presence: random.chance(0.12) ? 'possible' : 'certain',
    crowd: random.chance(category === '*' ? 0.5 : 0.05),
    score: random.one([null, 0.4, 0.9]),
    box2d: randomBox(random),
    centre: boxless ? null : centre,
    size: boxless ? null : [randomSize(random), randomSize(random), randomSize(random)],
    rotation: boxless ? null : randomRotation(random),
    extent: boxless ? null : random.one(['amodal', 'amodal', 'amodal', 'visible']),
    facing,
    front: facing === null ? random.one(['none', 'several', 'unseen']) : 'one',
    visibility: random.one([null, 1, 1, 1, 1, 1, 1, 1, 0.7, 0.6, 0.25, 0.2, 0.05, 0.03]),
    truncation: random.one([null, 0, 0, 0, 0.02, 0.03, 0.5]),
  });
}

const randomSize = (random: Random): number => Math.max(0.05, grid(random, 0, 2));

function randomFacing(random: Random, up: Vector3 | null): Vector3 | null {
  if (random.chance(0.4)) return null;
  const yaw = radians(random.chance(0.5) ? random.whole(0, 7) * 45 : random.whole(0, 359));
  const level: Vector3 = [Math.sin(yaw), 0, Math.cos(yaw)];
  const tilt = random.one([0, 0, 0, 20, 44, 45, 46, 90]);
  const [ux, uy, uz] = up ?? LEVEL;
  const [c, s] = [Math.cos(radians(tilt)), Math.sin(radians(tilt))];
  return unit([c * level[0] + s * ux, c * level[1] + s * uy, c * level[2] + s * uz]);
}

const EXACT_ROTATIONS: readonly [readonly number[], ...(readonly number[])[]] = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0, 0, 1, 0, 1, 0, -1, 0, 0],
  [0, -1, 0, 1, 0, 0, 0, 0, 1],
  [1, 0, 0, 0, 0, -1, 0, 1, 0],
  [0.6, 0, 0.8, 0, 1, 0, -0.8, 0, 0.6],
];

/** Row-major; yaw about y, then pitch about x: upright boxes, and some tilted by about 15 deg or more. */
function randomRotation(random: Random): readonly number[] {
  if (random.chance(0.4)) return random.one(EXACT_ROTATIONS);
  const [yaw, pitch] = [radians(random.whole(0, 359)), radians(random.one([0, 0, 0, 5, 14, 15, 16, 45]))];
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return [cy, 0, sy, sp * sy, cp, -sp * cy, -cp * sy, sp, cp * cy];
}

/** Corners on quarters of a pixel; a few places only, so that boxes overlap and their centres tie. */
function randomBox(random: Random): ObjectRow['box2d'] {
  if (random.chance(0.08)) return null;
  const width = random.one([4, 7.75, 8, 20, 60, 60, 120]);
  const height = random.one([4, 8, 20, 60, 60, 90]);
  const x = random.chance(0.5) ? random.whole(0, 5) * 100 : random.whole(0, 4 * (IMAGE.width - 120)) / 4;
  const y = random.chance(0.5) ? random.whole(0, 4) * 90 : random.whole(0, 4 * (IMAGE.height - 90)) / 4;
  return [x, y, x + width, y + height];
}

function randomPixel(random: Random, pixelId: string): PixelRow {
  const point: Vector3 = [grid(random, -3, 3), grid(random, -2, 2), Math.max(0.3, grid(random, 1, 8))];
  return { pixelId, u: random.whole(0, IMAGE.width - 1), v: random.whole(0, IMAGE.height - 1), point };
}

function randomCoverage(random: Random): readonly CoverageRow[] {
  const partial = random.chance(0.3);
  const statuses = ['exhaustive', 'exhaustive', 'exhaustive', 'verified_absent', 'unknown'] as const;
  return FURNITURE.filter(() => !partial || random.chance(0.6)).map(({ label }) => ({
    category: label,
    status: random.one(partial ? statuses : ['exhaustive']),
    method: 'random',
  }));
}
