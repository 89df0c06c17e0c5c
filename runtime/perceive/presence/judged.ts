/** What of a detector's findings is there for sure, what may be, and what is one thing twice. */
import { normaliseLabel, type Vector3 } from '../../facts/rows.js';
import type { PointMap } from '../point-map.js';
import { isShownIn, liesInSurface } from './depicted.js';
import { duplicatesAmong, type Found, labelsAgree } from './duplicates.js';
import { isFlat, isStructure, showsPictures } from './label-kinds.js';

export interface Judged {
  readonly presence: 'certain' | 'possible';
  /** Part of the building, or stuff: a region that may hold any number. */
  readonly crowd: boolean;
  /** The same thing as one with a higher score, which stands for both. */
  readonly isDuplicate: boolean;
  /** Why it is not certain, beside its score; null where nothing speaks against it. */
  readonly doubt: 'depicted' | 'label' | null;
}

/**
 * @param found masks of the size of the map; null where nothing was segmented
 * @param map   null where no depth is known: then only what lies within frames is depicted
 * @returns position by position
 */
export function judged(found: readonly Found[], map: PointMap | null, up: Vector3 | null): readonly Judged[] {
  const duplicates = duplicatesAmong(found);
  const labels = found.map(({ detection }) => normaliseLabel(detection.label));
  const labelAt = (at: number): string => labels[at] ?? '';
  return found.map(({ detection }, at) => {
    const crowd = isStructure(labelAt(at));
    const doubt = isDepicted(found, labels, at, map, up) ? 'depicted' : hasOtherLabel(at) ? 'label' : null;
    return {
      presence: doubt === null ? detection.presence : 'possible',
      crowd,
      isDuplicate: duplicates[at] !== null,
      doubt,
    };
  });

  /** A thing that is surely two things at once is one of them, and nobody knows which. */
  function hasOtherLabel(at: number): boolean {
    return duplicates.some(
      (of, other) =>
        of === at && found[other]?.detection.presence === 'certain' && !labelsAgree(labelAt(at), labelAt(other)),
    );
  }
}

function isDepicted(
  found: readonly Found[],
  labels: readonly string[],
  at: number,
  map: PointMap | null,
  up: Vector3 | null,
): boolean {
  const mask = found[at]?.mask ?? null;
  if (mask === null || isFlat(labels[at] ?? '')) return false;
  if (map !== null && liesInSurface(map, mask, up)) return true;
  return found.some(
    (frame, other) =>
      other !== at && frame.mask !== null && showsPictures(labels[other] ?? '') && isShownIn(map, mask, frame.mask),
  );
}
