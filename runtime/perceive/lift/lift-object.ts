/** One thing, from its mask: an upright box, and how much of the thing is seen. What the picture does not tell is unknown. */
import type { Vector3 } from '../../facts/rows.js';
import type { Bounds } from '../../geometry/projection.js';
import { boundsOf, type InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import { type Regrown, regrown } from './mask-rim.js';
import { type ObjectPoint, objectPoints } from './object-points.js';
import { outlineOf, type Surroundings } from './outline.js';
import { isResolved } from './resolution.js';
import { hasThinParts } from './thin-parts.js';
import { type UprightBox, uprightBox } from './upright-box.js';
import { visibleShare } from './visibility.js';
import { baseOf, isCut, showsItsBack } from './whole-box.js';

/** Why a thing has no box. */
export type NoBoxCause =
  | 'too few points'
  | 'gravity is unknown'
  | 'its back is not seen'
  | 'too small to tell its sides';

export interface LiftedObject {
  /** Outermost pixel centres of the mask: x1, y1, x2, y2; null where they span no area. */
  readonly box2d: Bounds | null;
  /** Of what is seen of it, camera frame, metres; its second axis points down. Null where it is unknown. */
  readonly box: UprightBox | null;
  /** Null where there is a box. */
  readonly cause: NoBoxCause | null;
  /** Share of the silhouette that is seen, 0..1; null where it goes on behind something, or it is unknown. */
  readonly visibility: number | null;
  /** 0: the picture holds all of its silhouette; null: it comes to the border, and how much lies beyond is unknown. */
  readonly truncation: number | null;
  /** Points that are left of it. */
  readonly pointCount: number;
}

/** With fewer points neither the ends of a thing nor its turn are told. */
export const LEAST_POINTS = 60;

/** What is known of the scene before its things are looked at. */
export interface Scenery {
  readonly map: PointMap;
  /** Unit vector against gravity, camera frame; null where it is unknown. */
  readonly up: Vector3 | null;
  /** [height · width], 1 where any mask of the scene is. */
  readonly taken: Uint8Array;
  /** Standard deviation of depths of one thing against each other, as a share of them; 0 where depth was measured. */
  readonly depthNoise: number;
}

/** @param given of the size of the map */
export function liftObject({ map, up, taken, depthNoise }: Scenery, given: InstanceMask): LiftedObject {
  const own = objectPoints(map, given);
  const grown = regrown(map, { mask: given, points: own }, taken);
  const found = { box2d: boundsOf(grown.mask), pointCount: own.length };
  const unknown = { ...found, box: null, visibility: null, truncation: null };
  if (own.length < LEAST_POINTS) return { ...unknown, cause: 'too few points' };
  if (up === null) return { ...unknown, cause: 'gravity is unknown' };
  const seen = boxed({ map, up }, own, grown, depthNoise);
  return { ...found, ...seen, ...(hasThinParts(map, grown.mask, taken) && { visibility: null }) };
}

function boxed(around: Surroundings, own: readonly ObjectPoint[], grown: Regrown, depthNoise: number) {
  const { mask, points, pixels } = grown;
  const box = uprightBox(pointsOf(points), around.up, pointsOf(own));
  const outline = outlineOf(around, mask, points, baseOf(box, around.up));
  const visibility = isCut(box, points, outline) ? null : visibleShare(around.map, mask, points);
  const truncation = outline.isAtBorder ? null : 0;
  const seen = { visibility, truncation };
  // Facts of a box are taken for those of the whole thing where all of the silhouette is seen; its back is not part of it.
  if (!box.isRound && !showsItsBack(box)) return { box: null, cause: 'its back is not seen', ...seen } as const;
  if (!isResolved(box, { intrinsics: around.map.intrinsics, grown: pixels, depthNoise }))
    return { box: null, cause: 'too small to tell its sides', ...seen } as const;
  return { box, cause: null, ...seen };
}

const pointsOf = (points: readonly ObjectPoint[]): readonly Vector3[] => points.map(({ point }) => point);
