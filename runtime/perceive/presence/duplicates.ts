/**
 * One thing found twice under two labels. A detector merges boxes of one label by itself; that two labels have the same pixels
 * only their masks tell for sure.
 */
import { intersectionOverUnion } from '../../geometry/projection.js';
import type { Detection } from '../decode/detection.js';
import type { InstanceMask } from '../instance-mask.js';

/** Two things hardly have four fifths of their pixels in common: a lid and its pot have half. */
const SAME_MASK = 0.8;
/** Without masks: boxes of things one before the other may be alike, so more is needed. */
const SAME_BOX = 0.85;

export interface Found {
  readonly detection: Detection;
  /** Null where there is none; all of one size. */
  readonly mask: InstanceMask | null;
}

/** Position by position: of a duplicate the position of what it is one of, else null. The higher score stays, of equal ones the first. */
export function duplicatesAmong(found: readonly Found[]): readonly (number | null)[] {
  const order = found.map((_, at) => at).sort((a, b) => scoreAt(found, b) - scoreAt(found, a) || a - b);
  const result: (number | null)[] = found.map(() => null);
  const kept: number[] = [];
  for (const at of order) {
    const one = found[at];
    const same = kept.find((other) => one !== undefined && isSame(one, found[other]));
    if (same === undefined) kept.push(at);
    else result[at] = same;
  }
  return result;
}

const scoreAt = (found: readonly Found[], at: number): number => found[at]?.detection.score ?? 0;

function isSame(a: Found, b: Found | undefined): boolean {
  if (b === undefined) return false;
  const boxes = intersectionOverUnion(a.detection.box, b.detection.box);
  // Masks lie within their boxes, or nearly: boxes far apart need not be looked at pixel by pixel.
  if (a.mask === null || b.mask === null) return boxes > SAME_BOX;
  return boxes > SAME_MASK / 2 && sharedPixels(a.mask, b.mask) > SAME_MASK;
}

/** Pixels of both, as a share of those of either. */
function sharedPixels(a: InstanceMask, b: InstanceMask): number {
  let [both, either] = [0, 0];
  for (let at = 0; at < a.pixels.length; at++) {
    const count = (a.pixels[at] ?? 0) + (b.pixels[at] ?? 0);
    if (count > 0) either++;
    if (count === 2) both++;
  }
  return either === 0 ? 0 : both / either;
}

/** Whether two labels of one thing agree: one is the other, or a kind of it, as an office chair is a chair. */
export const labelsAgree = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);
