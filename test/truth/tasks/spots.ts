/**
 * Spots of the floor. The language takes for floor what is within a centimetre of its height; what is rendered there
 * may yet be the foot of a lamp or of a wall. That is noted, and is not called wrong.
 */
import { type Case, pointOf } from '../case.js';
import type { Vec } from '../vectors.js';

/** The floor is at 0, to the last bits. */
const EXACT = 1e-4;
const MICROMETRE = 1e-6;

/** Whether a point is on the floor; null where it is neither so near nor so far that one may say. */
export function onFloor(c: Case, p: Vec, within: number, beyond: number): boolean | null {
  const height = Math.abs(p[2]);
  if (height > beyond - MICROMETRE) return false;
  if (height > within + MICROMETRE) return null;
  if (height > EXACT) c.doubt(`what is ${height.toFixed(3)} above the floor is called floor`);
  return true;
}

/** What is wrong with pixels that are said to show free floor. */
export function judgeSpots(c: Case, pixels: readonly string[]): readonly string[] {
  return pixels
    .filter((id) => onFloor(c, pointOf(c, id), 0.01, 1) !== true)
    .map((id) => `${id} is no floor, but ${pointOf(c, id)[2].toFixed(3)} above it`);
}
