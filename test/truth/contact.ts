/** What is on what, and what is next to what, by the bodies of things: true, surely not, or neither. */
import { bottomOf, breadthOf, gapBetween, shareOver, type Thing, topOf } from './thing.js';

/** Rests on its top, with most of what it covers; a thing that lies lower is surely not on it. */
export function isOn(a: Thing, b: Thing): boolean | null {
  const touches = Math.abs(bottomOf(a) - topOf(b)) < 0.02;
  if (touches && shareOver(a, b) > 0.5) return true;
  return shareOver(a, b) < 0.1 || a.centre[2] < b.centre[2] + b.height / 2 ? false : null;
}

/** Side by side, and nearer than half of their mean breadth; surely not from twice of it, or over one another. */
export function isNextTo(a: Thing, b: Thing): boolean | null {
  const breadth = (breadthOf(a) + breadthOf(b)) / 2;
  const share = Math.max(shareOver(a, b), shareOver(b, a));
  const level = bottomOf(a) < topOf(b) && bottomOf(b) < topOf(a);
  if (gapBetween(a, b) < breadth / 2 && share < 0.1 && level) return true;
  return gapBetween(a, b) > 2 * breadth || share > 0.8 || !level ? false : null;
}

/** Beneath it, most of it; surely not where next to nothing of either is over the other, or where it is as high. */
export function isUnder(a: Thing, b: Thing): boolean | null {
  if (isOn(b, a) === true || (shareOver(a, b) > 0.5 && topOf(a) <= bottomOf(b) + 1e-6)) return true;
  const apart = shareOver(a, b) < 0.1 && shareOver(b, a) < 0.1;
  return apart || a.centre[2] >= b.centre[2] + b.height / 2 ? false : null;
}
