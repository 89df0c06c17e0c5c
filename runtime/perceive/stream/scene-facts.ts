/** What was found in a picture, as the facts of a scene: boxes are lifted here, and points sampled. */
import type { CoverageRow, ObjectRow, PixelRow, SceneFacts, Vector3 } from '../../facts/rows.js';
import { normaliseLabel } from '../../facts/rows.js';
import { rescaled } from '../../geometry/placement.js';
import type { Bounds, Picture } from '../../geometry/projection.js';
import { clipToPicture } from '../../geometry/projection.js';
import type { Detection } from '../decode/detection.js';
import { boundsOf, resizedMask } from '../instance-mask.js';
import type { LiftedObject } from '../lift/lift-object.js';
import { liftScene } from '../lift/lift-scene.js';
import { ESTIMATED_DEPTH_NOISE } from '../lift/resolution.js';
import type { Camera } from '../operators/findings.js';
import type { PointMap } from '../point-map.js';
import { coveredBoth } from '../witness/covered-both.js';
import type { Known } from './known.js';
import { samplePixels } from './sample-pixels.js';

/** A picture of which things were found. */
export interface SeenPicture extends Picture {
  readonly sceneId: string;
  readonly file: string;
  readonly sha256: string;
  readonly camera: Camera | null;
}

export interface WantedFacts {
  readonly boxes: boolean;
  readonly pixels: boolean;
  /** Names of the operators: where up, the things and their coverage come from. */
  readonly provenance: { readonly objects: string; readonly gravity: string; readonly coverage: string };
  /** What the operator of objects looks for, as far as it says. */
  readonly soughtLabels: readonly string[];
}

/** What `provenance` says of a box that was made of a mask and points. */
const LIFTED = 'lifted';

export function sceneFacts(seen: SeenPicture, known: Known, wanted: WantedFacts): SceneFacts {
  const points = known.points?.kind === 'found' ? known.points : null;
  const up = known.gravity?.kind === 'found' ? known.gravity.up : null;
  const camera = points?.camera ?? seen.camera;
  const { lifted, floorHeight } = points === null ? nothing : level(known, points.map, up, wanted.boxes);
  return {
    scene: {
      sceneId: seen.sceneId,
      captureId: seen.sceneId,
      frameIndex: null,
      timestamp: null,
      imageUri: seen.file,
      sha256: seen.sha256,
      width: seen.width,
      height: seen.height,
      intrinsics: camera?.intrinsics ?? null,
      intrinsicsSource: camera?.source ?? null,
      worldFromCamera: null,
      up,
      upSource: up === null ? null : wanted.provenance.gravity,
      floorHeight,
      metric: points?.metric ?? false,
      scaleSigma: null,
      licence: null,
    },
    objects: objectRows(seen, known, lifted, wanted),
    pixels: wanted.pixels && points !== null ? pixelRows(points.map, seen) : [],
    coverage: coverageRows(known, wanted),
    dense: [],
  };
}

/** A detector alone does not say that it found all there is: only what was looked for twice is covered. */
function coverageRows({ coverage = [] }: Known, { provenance, soughtLabels }: WantedFacts): readonly CoverageRow[] {
  const method = `${provenance.objects}, ${provenance.coverage}`;
  return coveredBoth(coverage, soughtLabels).map((covered) => ({ ...covered, method }));
}

interface Lifting {
  /** Beside the things; null of one without a mask. */
  readonly lifted: readonly Lifted[];
  readonly floorHeight: number | null;
}

const nothing: Lifting = { lifted: [], floorHeight: null };

/** What masks, points and gravity say. Without gravity there is no floor, and nothing has a box. */
function level({ masks = [] }: Known, map: PointMap, up: Vector3 | null, boxes: boolean): Lifting {
  const shown = boxes ? masks.map((mask) => mask && resizedMask(mask, map.width, map.height)) : [];
  if (up === null)
    return { lifted: shown.map((mask) => mask && { ...unseen, box2d: boundsOf(mask), from: map }), floorHeight: null };
  const seen = shown.filter((mask) => mask !== null);
  const { objects, floorHeight } = liftScene(map, seen, { up, floorHeight: null }, ESTIMATED_DEPTH_NOISE);
  const found = objects.values();
  const lifted = shown.map((mask) => {
    const object = mask === null ? undefined : found.next().value;
    return object ? { ...object, from: map } : null;
  });
  return { lifted, floorHeight };
}

const unseen = { box: null, visibility: null, truncation: null } as const;

type Lifted = (Pick<LiftedObject, 'box2d' | 'box' | 'visibility' | 'truncation'> & { readonly from: Picture }) | null;

function objectRows(
  seen: SeenPicture,
  known: Known,
  lifted: readonly Lifted[],
  { provenance }: WantedFacts,
): readonly ObjectRow[] {
  const counts = new Map<string, number>();
  return (known.objects ?? []).map((detection, at) => {
    const category = normaliseLabel(detection.label);
    const number = (counts.get(category) ?? 0) + 1;
    counts.set(category, number);
    const front = known.facing?.[at] ?? { front: 'unseen' };
    const caption = known.captions?.[at] ?? null;
    return {
      objectId: `${category.replaceAll(' ', '_')}-${number}`,
      trackId: null,
      category,
      score: detection.score,
      presence: detection.presence,
      crowd: false,
      ...placed(seen, detection, lifted[at] ?? null, provenance.objects),
      facing: front.front === 'one' ? front.facing : null,
      front: front.front,
      caption: caption?.text ?? null,
      verifiedBy: caption?.verifiedBy ?? null,
    };
  });
}

/** Where a thing is: by its mask where it has one, else by the box of the detector. */
function placed(seen: Picture, { box }: Detection, lifted: Lifted, detector: string) {
  const unknown = { centre: null, size: null, rotation: null, extent: null, provenance: detector } as const;
  if (lifted === null) return { ...unknown, box2d: box, visibility: null, truncation: null };
  const box2d = lifted.box2d === null ? box : (resizedBounds(lifted.box2d, lifted.from, seen) ?? box);
  const { visibility, truncation } = lifted;
  if (lifted.box === null) return { ...unknown, box2d, visibility, truncation };
  const { centre, size, rotation } = lifted.box;
  return { centre, size, rotation, extent: 'visible', provenance: LIFTED, box2d, visibility, truncation } as const;
}

function resizedBounds([x1, y1, x2, y2]: Bounds, from: Picture, to: Picture): Bounds | null {
  const across = (x: number): number => rescaled(x, from.width, to.width);
  const down = (y: number): number => rescaled(y, from.height, to.height);
  return clipToPicture([across(x1), down(y1), across(x2), down(y2)], to);
}

/** Places in the map as places in the picture: a point lies where its camera sees it. */
const pixelRows = (map: PointMap, seen: Picture): readonly PixelRow[] =>
  samplePixels(map).map(({ u, v, point }) => ({
    pixelId: `${String(u).padStart(4, '0')}x${String(v).padStart(4, '0')}`,
    u: rescaled(u, map.width, seen.width),
    v: rescaled(v, map.height, seen.height),
    point,
  }));
