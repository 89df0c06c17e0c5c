/** Things that a detector found, whichever detector it was: two thresholds, and one box for one thing. */
import { boundsToPicture, type Placement } from '../../geometry/placement.js';
import { area, type Bounds, clipToPicture, intersectionOverUnion } from '../../geometry/projection.js';

export interface Detection {
  readonly label: string;
  /** 0..1, as the detector gives it; scores of two detectors do not compare. */
  readonly score: number;
  readonly presence: 'certain' | 'possible';
  /** Pixels of the picture, clipped to it. */
  readonly box: Bounds;
}

/** From `possible` on a thing may be there, so nothing may be said of its absence; from `certain` on it is. */
export interface ScoreThresholds {
  readonly possible: number;
  readonly certain: number;
}

/** A box of a model: centre, width and height in units of a length, edges at 0 and 1. */
export type CentreBox = readonly [number, number, number, number];

/** @returns pixels of the canvas, whose centres lie at whole numbers: an edge at 0 is at −0.5 */
export function canvasBounds([cx, cy, w, h]: CentreBox, unitX: number, unitY = unitX): Bounds {
  return [
    (cx - w / 2) * unitX - 0.5,
    (cy - h / 2) * unitY - 0.5,
    (cx + w / 2) * unitX - 0.5,
    (cy + h / 2) * unitY - 0.5,
  ];
}

/** @returns null where the score is too low, or where nothing of the box is in the picture */
export function detectionOf(
  label: string,
  score: number,
  onCanvas: Bounds,
  placement: Placement,
  thresholds: ScoreThresholds,
): Detection | null {
  if (!(score >= thresholds.possible)) return null;
  const box = clipToPicture(boundsToPicture(placement, onCanvas), placement.picture);
  if (box === null || !(area(box) > 0)) return null;
  return { label, score, presence: score >= thresholds.certain ? 'certain' : 'possible', box };
}

/**
 * Non-maximum suppression: of boxes that overlap by more than `iou` and mean the same, the best stays.
 *
 * @param meaningOf equal for labels that may be the same thing: `sofa` and `couch`. By default no two labels are.
 * @returns by falling score; equal scores in the order that they came in
 */
export function merged(
  detections: readonly Detection[],
  iou: number,
  meaningOf: (label: string) => string = (label) => label,
): readonly Detection[] {
  const kept: Detection[] = [];
  for (const detection of detections.toSorted((a, b) => b.score - a.score)) {
    const meaning = meaningOf(detection.label);
    const double = kept.some(
      (better) => meaningOf(better.label) === meaning && intersectionOverUnion(better.box, detection.box) > iou,
    );
    if (!double) kept.push(detection);
  }
  return kept;
}
