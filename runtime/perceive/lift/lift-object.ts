/** One thing, from its mask: an upright box, and how much of the thing is seen. What the picture does not tell is unknown. */
import type { Vector3 } from '../../facts/rows.js';
import type { Bounds } from '../../geometry/projection.js';
import type { InstanceMask } from '../instance-mask.js';
import type { PointMap } from '../point-map.js';
import { type ObjectPoint, objectPoints } from './object-points.js';
import { outlineOf, type Surroundings } from './outline.js';
import { type UprightBox, uprightBox } from './upright-box.js';
import { visibleShare } from './visibility.js';
import { baseOf, isCut, showsItsBack } from './whole-box.js';

/** Why a thing has no box. */
export type NoBoxCause = 'too few points' | 'gravity is unknown' | 'its back is not seen';

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

/** @param up unit vector against gravity, camera frame; null where it is unknown */
export function liftObject(map: PointMap, up: Vector3 | null, mask: InstanceMask): LiftedObject {
  const points = objectPoints(map, mask);
  const found = { box2d: boundsOf(mask), pointCount: points.length };
  const unknown = { ...found, box: null, visibility: null, truncation: null };
  if (points.length < LEAST_POINTS) return { ...unknown, cause: 'too few points' };
  if (up === null) return { ...unknown, cause: 'gravity is unknown' };
  return { ...found, ...boxed({ map, up }, mask, points) };
}

function boxed(around: Surroundings, mask: InstanceMask, points: readonly ObjectPoint[]) {
  const box = uprightBox(
    points.map(({ point }) => point),
    around.up,
  );
  const outline = outlineOf(around, mask, points, baseOf(box, around.up));
  const visibility = isCut(box, points, outline) ? null : visibleShare(around.map, mask, points);
  const truncation = outline.isAtBorder ? null : 0;
  const seen = { visibility, truncation };
  // Facts of a box are taken for those of the whole thing where all of the silhouette is seen; its back is not part of it.
  if (!box.isRound && !showsItsBack(box)) return { box: null, cause: 'its back is not seen', ...seen } as const;
  return { box, cause: null, ...seen };
}

function boundsOf({ width, pixels }: InstanceMask): Bounds | null {
  let [x1, y1, x2, y2] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (let at = 0; at < pixels.length; at++) {
    if (pixels[at] !== 1) continue;
    const [u, v] = [at % width, Math.floor(at / width)];
    [x1, y1, x2, y2] = [Math.min(x1, u), Math.min(y1, v), Math.max(x2, u), Math.max(y2, v)];
  }
  return x1 < x2 && y1 < y2 ? [x1, y1, x2, y2] : null;
}
